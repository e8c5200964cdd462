package dev.neuralworkbench.app;

import dev.neuralworkbench.app.help.FirstSteps;
import dev.neuralworkbench.app.help.Help;
import dev.neuralworkbench.app.help.HelpKey;
import dev.neuralworkbench.app.help.LogCommands;
import dev.neuralworkbench.app.menu.Commands;
import dev.neuralworkbench.app.menu.MainMenu;
import dev.neuralworkbench.app.menu.Tools;
import dev.neuralworkbench.app.screen.AppScreen;
import dev.neuralworkbench.app.screen.FormSide;
import dev.neuralworkbench.app.screen.ScreenParts;
import dev.neuralworkbench.app.start.FaultFilter;
import dev.neuralworkbench.app.start.LeftOvers;
import dev.neuralworkbench.app.start.PartByPart;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.backprop.BackpropViewModel;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.Notices.Remedy;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.dialog.FileDrop;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.work.FxBackgroundTasks;
import dev.neuralworkbench.ui.common.work.Job;
import dev.neuralworkbench.ui.data.editor.EditorViewModel;
import dev.neuralworkbench.ui.data.preview.PreviewViewModel;
import dev.neuralworkbench.ui.prediction.RowsViewModel;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.WindowServices;
import dev.neuralworkbench.ui.workspace.backup.UnsavedFolder;
import dev.neuralworkbench.ui.workspace.files.FileListener;
import dev.neuralworkbench.ui.workspace.files.TypedText;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import dev.neuralworkbench.ui.workspace.preferences.PreferencesFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Puts the program together, by constructors: the only place that knows every part. */
public final class Workbench implements FileListener {

  /** Between two looks whether a question is answered. */
  private static final Duration WHILE_ASKED = Duration.millis(200);

  private final Stage stage;
  private final PreferencesFile settingsFile;
  private final FxBackgroundTasks tasks = new FxBackgroundTasks();
  private final Notices notices = new Notices();
  private final FaultFilter told = new FaultFilter();

  /** Not a daemon: a program that is closed ends after what it wrote for a crash is removed. */
  private final ExecutorService writer =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().name("autosave").factory());

  private final WindowPreferences preferences;
  private final Messages messages;
  private final Theme theme;
  private final WorkspaceServices services;
  private final Backups backups;
  private final EditorViewModel editor;
  private final PreviewViewModel preview;
  private final RowsViewModel rows;
  private final BackpropViewModel backprop;
  private final Presenter presenter;
  private final Help help;
  private final LogCommands log;
  private final ExperimentColumn column;
  private final MainWindow window;

  /**
   * A workbench in a window that is not shown yet.
   *
   * @param unsaved where unsaved work is kept for the case of a crash
   * @param languages the words of each language
   * @param dialogs the dialogs to use; empty for the system's
   * @param log the log file
   * @param open shows a file to the user
   */
  public Workbench(
      Stage stage,
      PreferencesFile settingsFile,
      UnsavedFolder unsaved,
      Function<Language, Words> languages,
      Optional<Dialogs> dialogs,
      Path log,
      Consumer<Path> open) {
    this.stage = stage;
    this.settingsFile = settingsFile;
    tasks.whenFaulty(this::complain);
    preferences = new WindowPreferences(stage, settingsFile, languages, this::write);
    messages = preferences.messages;
    theme = preferences.theme;
    services =
        WorkspaceServices.of(
            FirstDocument.get(),
            preferences.before.computing(),
            new WindowServices(messages, dialogs.orElse(preferences.dialogs), tasks, notices),
            this,
            this::whenFree);
    backups = Backups.of(unsaved, services, this::write);
    var workspace = services.workspace();
    rows = new RowsViewModel(workspace, services.window(), trainer()::products);
    editor =
        new EditorViewModel(
            workspace, services.files()::openTyped, services.saving()::whenTypedMayGo);
    preview = new PreviewViewModel(tasks);
    backprop = new BackpropViewModel(workspace, trainer(), tasks, trainer()::products);
    presenter = new Presenter(theme.text);
    help = new Help(stage, messages, theme);
    this.log = new LogCommands(log, open, trainer(), notices, messages, theme);
    column = new ExperimentColumn(services);
    window = window();
    trainer().state().subscribe(this::showTraining);
    window.shown().subscribe(screen -> trainer().drawing().set(screen == AppScreen.LIVE));
  }

  /**
   * Shows the window, and opens the files it was started with. Screen and forms come part by part.
   *
   * @param complete called when all of them show
   */
  public void show(List<Path> arguments, Runnable complete) {
    var before = preferences.before;
    var scene = new Scene(window, before.window().width(), before.window().height());
    theme.dress(scene);
    new WindowKeys(trainer(), window, theme).install(scene);
    new KeptFocus(window).install(scene);
    new HelpKey(help, messages).install(scene);
    stage.setScene(scene);
    presenter.install(stage, scene);
    var frame = new WindowFrame(stage, services);
    frame.install(() -> services.requests().close(this::close));
    frame.place(before.window());
    preferences.widths.install(window);
    AppScreen.of(before.views().screen()).ifPresent(window::select);
    stage.show();
    new PartByPart(parts(complete)).start();
    preferences.follow(window, trainer());
    var folders = new ArrayList<>(LeftOvers.folders(before, arguments));
    folders.add(settingsFile.folder().path().toAbsolutePath());
    backups.start(folders);
    if (!arguments.isEmpty()) {
      services.files().open(arguments);
    }
  }

  private List<Runnable> parts(Runnable complete) {
    var parts = new ArrayList<Runnable>();
    parts.add(
        () -> {
          window.fill(stage, new StatusBar(services));
          window.focusPicture();
        });
    parts.addAll(column.parts(new Fields(messages, preferences.openParts)));
    parts.add(complete);
    return parts;
  }

  /**
   * Comes to the front, and takes the files of a later start. They are opened in their turn, after
   * the answer to whoever asks, who would not wait for a question about unsaved work.
   *
   * @return whether the window is there still
   */
  boolean come(List<Path> arguments) {
    if (!stage.isShowing()) {
      return false;
    }
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
    if (!arguments.isEmpty()) {
      services.files().open(arguments);
    }
    return true;
  }

  /** Later, and once nothing is being asked: what came just before may be asking by then. */
  private void whenFree(Runnable action) {
    tasks.later(
        () -> {
          if (Platform.isNestedLoopRunning() || preferences.dialogs.isAsking()) {
            var later = new PauseTransition(WHILE_ASKED);
            later.setOnFinished(_ -> whenFree(action));
            later.play();
          } else {
            action.run();
          }
        });
  }

  public Messages messages() {
    return messages;
  }

  public Theme theme() {
    return theme;
  }

  public Trainer trainer() {
    return services.trainer();
  }

  void select(AppScreen screen) {
    window.select(screen);
  }

  WorkspaceServices services() {
    return services;
  }

  List<Job> running() {
    return tasks.running();
  }

  Node shown() {
    return window.shownView();
  }

  /** Tells of a fault of the program that came about on any thread. */
  void complainLater(Throwable fault) {
    tasks.later(() -> complain(fault));
  }

  /** Tells once of a fault of the program, whose details are in the log. */
  private void complain(@Nullable Throwable fault) {
    if (told.isNew(fault, System.nanoTime())) {
      var key = FaultFilter.isOfMemory(fault) ? "error.memory" : "error.unexpected";
      notices.complain(
          messages.text(key), new Remedy(messages.text("command.copy-report"), log::copyReport));
    }
  }

  /**
   * Ends whatever runs, as a crash would; nothing is saved or asked. When it returns, what was
   * written down belongs to the next start.
   */
  public void abandon() {
    trainer().stop();
    backups.abandon();
    writer.close();
    theme.close();
  }

  private void write(Runnable work) {
    if (!writer.isShutdown()) {
      writer.execute(work);
    }
  }

  private MainWindow window() {
    var report = new ReportSaving(services, backprop);
    var commands = new Commands(services, this::typeTable, report::save);
    var menu = new MainMenu(messages);
    var forms = new FormSide(column, preferences.before.forms(), messages);
    var tools =
        new Tools(messages, theme, trainer(), forms.open()).row(commands, menu, services.files());
    presenter.factor.subscribe(factor -> tools.enlarge(factor.doubleValue()));
    var drop = new FileDrop(messages);
    var bar =
        new Menus(
                menu,
                commands,
                messages,
                theme,
                help,
                trainer(),
                presenter,
                forms.open(),
                this::select)
            .bar(services.files(), preferences.recent, stage, log);
    var first = new FirstSteps(messages, preferences.firstStart, trainer().state());
    var made =
        new MainWindow(
            bar,
            new VBox(tools, new RecoveryBar(backups.recovery(), messages)),
            forms,
            new ScreenParts(services, editor, preview, backprop, rows, drop, first, report::save),
            new ErrorCard(notices, messages),
            drop,
            messages);
    // Before the presenter hears of it, who has all that is in the window styled.
    OnAnyChange.all(
        made::leaveOutHidden, theme.text, presenter.on, theme.dark, messages.language());
    presenter.factor.subscribe(factor -> made.enlarge(factor.doubleValue()));
    presenter.on.subscribe(now -> made.present(now));
    drop.install(made, services.files()::open);
    help.follow(made.shown(), bar.getMenus());
    return made;
  }

  private void typeTable() {
    window.select(AppScreen.DATA);
    editor.begin(messages.now("editor.name"));
  }

  /** A training that begins while the table shows is worth looking at. */
  private void showTraining(RunState state) {
    if (state != RunState.PREPARING) {
      return;
    }
    preview.cancel();
    var data = services.workspace().document().get().data().name();
    var show = new Remedy(messages.text("error.notUsed.show"), () -> window.select(AppScreen.DATA));
    editor
        .unused()
        .ifPresent(it -> notices.complain(messages.text("error.notUsed", it.name(), data), show));
    if (window.chosen() == AppScreen.DATA) {
      window.select(AppScreen.LIVE);
    }
  }

  @Override
  public void opened(FileKind kind) {
    preview.cancel();
    editor.leave();
    var bookmark = services.workspace().document().get().bookmark();
    window.select(AppScreen.LIVE);
    if (bookmark == null) {
      backprop.goTo(null);
    }
    if (kind == FileKind.MODEL && bookmark != null) {
      window.select(AppScreen.BACKPROP);
      backprop.goTo(bookmark);
    } else {
      window.select(kind == FileKind.TABLE ? AppScreen.DATA : AppScreen.PREDICT);
    }
  }

  @Override
  public @Nullable Bookmark bookmark() {
    return window.chosen() == AppScreen.BACKPROP ? backprop.bookmark() : null;
  }

  @Override
  public void openedLesson() {
    window.select(AppScreen.BACKPROP);
    backprop.goTo(new Bookmark(Bookmark.Rows.ROW, 1, Bookmark.Detail.UNIT, 1));
  }

  @Override
  public Optional<TypedText> typed() {
    return editor.unused();
  }

  @Override
  public void preview(Path file, ReadingChoices choices) {
    window.select(AppScreen.DATA);
    preview.begin(new LookedAtFile(services.reading(), file), choices);
  }

  @Override
  public void answer(Path file) {
    rows.answer(file);
  }

  @Override
  public List<Path> recent() {
    return List.copyOf(preferences.recent);
  }

  @Override
  public void used(Path file) {
    preferences.used(file);
  }

  private void close() {
    preferences.save();
    backups.close();
    stage.close();
    writer.shutdown();
  }
}
