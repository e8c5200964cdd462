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
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.backprop.BackpropViewModel;
import dev.neuralworkbench.ui.common.ColumnWidths;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.Notices.Remedy;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.dialog.FileDrop;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import dev.neuralworkbench.ui.common.dialog.SystemDialogs;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.work.FxBackgroundTasks;
import dev.neuralworkbench.ui.common.work.Job;
import dev.neuralworkbench.ui.data.DataForm;
import dev.neuralworkbench.ui.data.DataFormViewModel;
import dev.neuralworkbench.ui.data.editor.EditorViewModel;
import dev.neuralworkbench.ui.data.preview.PreviewViewModel;
import dev.neuralworkbench.ui.network.NetworkForm;
import dev.neuralworkbench.ui.network.NetworkViewModel;
import dev.neuralworkbench.ui.prediction.RowsViewModel;
import dev.neuralworkbench.ui.training.TrainingForm;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.WindowServices;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.backup.Autosave;
import dev.neuralworkbench.ui.workspace.backup.Recovery;
import dev.neuralworkbench.ui.workspace.backup.UnsavedFolder;
import dev.neuralworkbench.ui.workspace.files.FileCommands;
import dev.neuralworkbench.ui.workspace.files.FileListener;
import dev.neuralworkbench.ui.workspace.files.ReadTables;
import dev.neuralworkbench.ui.workspace.files.ReadingCommands;
import dev.neuralworkbench.ui.workspace.files.Requests;
import dev.neuralworkbench.ui.workspace.files.Saving;
import dev.neuralworkbench.ui.workspace.files.TypedText;
import dev.neuralworkbench.ui.workspace.settings.Settings;
import dev.neuralworkbench.ui.workspace.settings.Settings.Folders;
import dev.neuralworkbench.ui.workspace.settings.Settings.Views;
import dev.neuralworkbench.ui.workspace.settings.Settings.WindowSize;
import dev.neuralworkbench.ui.workspace.settings.SettingsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
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
  private final SettingsFile settingsFile;
  private final UnsavedFolder unsaved;
  private final FxBackgroundTasks tasks = new FxBackgroundTasks();
  private final Notices notices = new Notices();
  private final boolean firstStart;
  private final FaultFilter told = new FaultFilter();
  private final Settings settings;
  private final Messages messages;
  private final Theme theme;
  private final SystemDialogs systemDialogs;
  private final Dialogs asking;
  private final ObservableList<Path> recent;
  private final ObservableSet<String> openParts;
  private final Workspace workspace = new Workspace(FirstDocument.get(), tasks);
  private final Trainer trainer;
  private final TimeTravel travel;
  private final Saving saving;
  private final Requests requests;
  private final FileCommands files;
  private final ReadingCommands reading;
  private final Autosave autosave;
  private final Recovery recovery;
  private final AutosaveClock clock;
  private final ExecutorService writer = writer();
  private final EditorViewModel editor;
  private final PreviewViewModel preview;
  private final RowsViewModel rows;
  private final BackpropViewModel backprop;
  private final ReportSaving report;
  private final Presenter presenter;
  private final ColumnWidths widths;
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
      SettingsFile settingsFile,
      UnsavedFolder unsaved,
      Function<Language, Words> languages,
      Optional<Dialogs> dialogs,
      Path log,
      Consumer<Path> open) {
    this.stage = stage;
    this.settingsFile = settingsFile;
    this.unsaved = unsaved;
    tasks.whenFaulty(this::complain);
    firstStart = !settingsFile.exists();
    settings = settingsFile.read();
    trainer = new Trainer(workspace, tasks, settings.computing());
    travel = new TimeTravel(workspace, trainer, tasks, tasks.lane("past"));
    var language = settings.language();
    messages =
        new Messages(
            languages, language == null ? Language.nearest(Locale.getDefault()) : language);
    theme = new Theme(settings.appearance());
    theme.text().set(settings.window().text());
    widths = new ColumnWidths(settings.views().columns());
    presenter = new Presenter(theme.text());
    systemDialogs = new SystemDialogs(stage, messages, theme);
    systemDialogs.dataFolder().set(settings.folders().data());
    systemDialogs.modelFolder().set(settings.folders().models());
    recent = FXCollections.observableArrayList(settings.recentFiles());
    openParts = FXCollections.observableSet(new TreeSet<>(settings.openParts()));
    asking = dialogs.orElse(systemDialogs);
    trainer.askBeforeEditsGo(asking);
    var services = new WindowServices(messages, asking, tasks, notices);
    saving = new Saving(workspace, trainer, services, this, Version.program());
    requests = new Requests(saving, this::whenFree);
    var tables = new ReadTables();
    files = new FileCommands(workspace, trainer, requests, tables, services, this);
    reading = new ReadingCommands(workspace, files, tables, services, this);
    autosave =
        new Autosave(
            workspace,
            trainer,
            tasks,
            unsaved,
            writer,
            saving::name,
            Version.program(),
            () ->
                notices.complain(
                    messages.text("error.notKept", unsaved.folder()), saving.elsewhere()));
    recovery = new Recovery(workspace, files.missing(), requests, autosave, unsaved, services);
    clock = new AutosaveClock(autosave, tasks);
    rows = new RowsViewModel(workspace, services, trainer::products);
    editor = new EditorViewModel(workspace, files::openTyped, saving::whenTypedMayGo);
    preview = new PreviewViewModel(tasks);
    backprop = new BackpropViewModel(workspace, trainer, tasks, trainer::products);
    report = new ReportSaving(workspace, trainer, backprop, services);
    help = new Help(stage, messages, theme);
    this.log = new LogCommands(log, open, trainer, notices, messages, theme);
    column = new ExperimentColumn(messages);
    window = window();
    trainer.state().subscribe(this::showTraining);
    window.shown().subscribe(screen -> trainer.drawing().set(screen == AppScreen.LIVE));
  }

  /**
   * Shows the window, and opens the files it was started with. Screen and forms come part by part.
   *
   * @param complete called when all of them show
   */
  public void show(List<Path> arguments, Runnable complete) {
    var scene = new Scene(window, settings.window().width(), settings.window().height());
    theme.dress(scene);
    new WindowKeys(trainer, window, theme).install(scene);
    new KeptFocus(window).install(scene);
    new HelpKey(help, messages).install(scene);
    stage.setScene(scene);
    presenter.install(stage, scene);
    var frame = new WindowFrame(stage, workspace, saving, messages);
    frame.install(() -> requests.close(this::close));
    frame.place(settings.window());
    widths.install(window);
    AppScreen.of(settings.views().screen()).ifPresent(window::select);
    stage.show();
    new PartByPart(parts(complete)).start();
    theme.text().addListener(_ -> save());
    systemDialogs.dataFolder().addListener(_ -> save());
    systemDialogs.modelFolder().addListener(_ -> save());
    theme.appearance().addListener(_ -> save());
    messages.language().addListener(_ -> save());
    window.shown().addListener(_ -> save());
    clock.start();
    if (firstStart) {
      save();
    }
    sweep(arguments);
    if (!arguments.isEmpty()) {
      files.open(arguments);
    }
  }

  private List<Runnable> parts(Runnable complete) {
    var fields = new Fields(messages, openParts);
    return List.of(
        () -> {
          window.fill(stage, new StatusBar(workspace, trainer, tasks, messages, notices));
          window.focusPicture();
        },
        () -> {
          column.begin(new PlanLabel(workspace, trainer, messages));
          column.add("data", new DataForm(new DataFormViewModel(workspace), fields, messages));
        },
        () -> {
          column.add("network", new NetworkForm(new NetworkViewModel(workspace), fields, messages));
          column.add("training", new TrainingForm(workspace, fields, messages));
        },
        complete);
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
      files.open(arguments);
    }
    return true;
  }

  /** Later, and once nothing is being asked: what came just before may be asking by then. */
  private void whenFree(Runnable action) {
    tasks.later(
        () -> {
          if (Platform.isNestedLoopRunning() || systemDialogs.isAsking()) {
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
    return trainer;
  }

  void select(AppScreen screen) {
    window.select(screen);
  }

  Workspace workspace() {
    return workspace;
  }

  TimeTravel travel() {
    return travel;
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
    trainer.stop();
    clock.stop();
    recovery.close();
    autosave.abandon();
    writer.close();
    theme.close();
  }

  /** Beside the window: a folder may be large, or of another machine. */
  private void sweep(List<Path> arguments) {
    var folders = new ArrayList<>(LeftOvers.folders(settings, arguments));
    folders.addAll(recovery.folders());
    folders.add(settingsFile.folder().path().toAbsolutePath());
    folders.add(unsaved.folder());
    tasks.beside(
        tasks.lane("left-overs"),
        "left-overs",
        _ -> {
          LeftOvers.sweep(folders);
          return true;
        },
        _ -> {},
        _ -> {});
  }

  /** Not a daemon: a program that is closed ends after what it wrote for a crash is removed. */
  private static ExecutorService writer() {
    return new ThreadPoolExecutor(
        0,
        1,
        1,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().name("autosave").factory());
  }

  private MainWindow window() {
    var commands =
        new Commands(
            workspace, trainer, files, reading, saving, messages, this::typeTable, report::save);
    var menu = new MainMenu(messages);
    var forms = new FormSide(column, settings.forms(), messages);
    var tools = new Tools(messages, theme, trainer, forms.open()).row(commands, menu, files);
    presenter.factor().subscribe(factor -> tools.enlarge(factor.doubleValue()));
    var drop = new FileDrop(messages);
    var bar =
        new Menus(
                menu,
                commands,
                messages,
                theme,
                help,
                trainer,
                presenter,
                forms.open(),
                this::select)
            .bar(files, recent, stage, log);
    var made =
        new MainWindow(
            bar,
            new VBox(tools, new RecoveryBar(recovery, messages)),
            forms,
            parts(drop),
            new ErrorCard(notices, messages),
            drop,
            messages);
    // Before the presenter hears of it, who has all that is in the window styled.
    OnAnyChange.all(
        made::leaveOutHidden, theme.text(), presenter.on(), theme.dark(), messages.language());
    presenter.factor().subscribe(factor -> made.enlarge(factor.doubleValue()));
    presenter.on().subscribe(now -> made.present(now));
    drop.install(made, files::open);
    help.follow(made.shown(), bar.getMenus());
    return made;
  }

  private ScreenParts parts(FileDrop drop) {
    return new ScreenParts(
        workspace,
        trainer,
        travel,
        tasks,
        messages,
        notices,
        asking,
        files,
        reading,
        editor,
        preview,
        backprop,
        rows,
        drop,
        new FirstSteps(messages, firstStart, trainer.state()),
        report::save);
  }

  private void typeTable() {
    window.select(AppScreen.DATA);
    editor.begin(messages.now("editor.name"));
  }

  /** A training that begins while the table shows is worth looking at. */
  private void showTraining(RunState state) {
    if (state == RunState.PREPARING) {
      preview.cancel();
      var data = workspace.document().get().data().name();
      editor
          .unused()
          .ifPresent(
              it ->
                  notices.complain(
                      messages.text("error.notUsed", it.name(), data),
                      new Remedy(
                          messages.text("error.notUsed.show"),
                          () -> window.select(AppScreen.DATA))));
    }
    if (state == RunState.PREPARING && window.chosen() == AppScreen.DATA) {
      window.select(AppScreen.LIVE);
    }
  }

  @Override
  public void opened(FileKind kind) {
    preview.cancel();
    editor.leave();
    var bookmark = workspace.document().get().bookmark();
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
    preview.begin(new LookedAtFile(reading, file), choices);
  }

  @Override
  public void answer(Path file) {
    rows.answer(file);
  }

  @Override
  public List<Path> recent() {
    return List.copyOf(recent);
  }

  @Override
  public void used(Path file) {
    recent.setAll(settings.withRecentFiles(recent).withRecent(file.toAbsolutePath()).recentFiles());
    save();
  }

  private void close() {
    save();
    clock.stop();
    recovery.close();
    autosave.close();
    stage.close();
    writer.shutdown();
  }

  private void save() {
    var maximized = stage.isMaximized();
    var ownSize = !maximized && !stage.isFullScreen() && !stage.isIconified();
    var now =
        settings
            .withAppearance(theme.appearance().get())
            .withLanguage(messages.language().get())
            .withFolders(
                new Folders(systemDialogs.dataFolder().get(), systemDialogs.modelFolder().get()))
            .withWindow(
                new WindowSize(
                    ownSize ? stage.getScene().getWidth() : settings.window().width(),
                    ownSize ? stage.getScene().getHeight() : settings.window().height(),
                    maximized,
                    ownSize ? stage.getX() : settings.window().x(),
                    ownSize ? stage.getY() : settings.window().y(),
                    theme.text().get()))
            .withRecentFiles(recent)
            .withOpenParts(openParts)
            .withForms(window.forms())
            .withComputing(trainer.computing().get())
            .withViews(new Views(window.chosen().id(), widths.all()));
    // Beside the window: a home may lie on another machine.
    if (!writer.isShutdown()) {
      writer.execute(() -> settingsFile.write(now));
    }
  }
}
