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
import dev.neuralworkbench.app.start.PartByPart;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.dialog.FileDrop;
import dev.neuralworkbench.ui.common.work.FxBackgroundTasks;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.backup.UnsavedFolder;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import dev.neuralworkbench.ui.workspace.preferences.PreferencesFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * Puts a window together, by constructors: what it keeps, the services and the work that is open,
 * then the parts that show.
 */
public final class Workbench {

  private final Stage stage;
  private final FxBackgroundTasks tasks = new FxBackgroundTasks();
  private final ExecutorService writer = FxBackgroundTasks.lastingLane("autosave");
  private final WindowPreferences preferences;
  public final Messages messages;
  public final Theme theme;
  private final Navigation work;
  final WorkspaceServices services;
  private final Backups backups;
  private final LogCommands log;
  private final Help help;
  private final Presenter presenter;
  private final ExperimentColumn column;
  final MainWindow window;

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
    preferences = new WindowPreferences(stage, settingsFile, languages, writer);
    messages = preferences.messages;
    theme = preferences.theme;
    work = new Navigation(preferences, dialogs.orElse(preferences.dialogs), tasks);
    services = work.services;
    backups = Backups.of(unsaved, services, writer);
    this.log = new LogCommands(log, open, services, theme);
    tasks.whenFaulty(this.log::complain);
    help = new Help(stage, messages, theme);
    presenter = new Presenter(theme.text);
    column = new ExperimentColumn(services);
    window = window();
    trainer().state().subscribe(work::showTraining);
    window.shown.subscribe(screen -> trainer().drawing().set(screen == AppScreen.LIVE));
  }

  private MainWindow window() {
    var report = new ReportSaving(services, work.backprop);
    var export = new ExportSaving(services);
    var commands = new Commands(services, work::typeTable, report::save);
    var menu = new MainMenu(messages);
    var forms = new FormSide(column, preferences.before.forms(), messages);
    var tools =
        new Tools(messages, theme, trainer(), forms.open).row(commands, menu, services.files());
    presenter.factor.subscribe(factor -> tools.enlarge(factor.doubleValue()));
    var drop = new FileDrop(messages);
    var bar =
        new Menus(
                menu, commands, export, work, preferences, presenter, help, log, forms.open, stage)
            .bar();
    var first = new FirstSteps(messages, preferences.firstStart, trainer().state());
    var made =
        new MainWindow(
            bar,
            new VBox(tools, new RecoveryBar(backups.recovery(), messages)),
            forms,
            new ScreenParts(
                services,
                work.editor,
                work.preview,
                work.backprop,
                work.rows,
                drop,
                first,
                report::save,
                id -> menu.button(id, "export", export.items(menu, commands)),
                work.asked),
            new ErrorNotice(services.window().notices(), messages),
            Tools.presented(commands, messages),
            drop,
            work.chosen,
            work.opened,
            messages);
    // Before the presenter hears of it, who has all that is in the window styled.
    OnAnyChange.all(
        made::leaveOutHidden, theme.text, presenter.on, theme.dark, messages.language());
    presenter.factor.subscribe(factor -> made.enlarge(factor.doubleValue()));
    presenter.on.subscribe(now -> made.present(now));
    drop.install(made, services.files()::open);
    help.follow(made.shown, bar.getMenus());
    return made;
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
    new WindowFrame(stage, services).install(before.window(), this::close);
    preferences.widths.install(window);
    AppScreen.of(before.views().screen()).ifPresent(window::select);
    stage.show();
    Runnable screen = () -> window.fill(stage, new StatusBar(services));
    Runnable forms = () -> column.fill(preferences.openParts, work.chosen);
    new PartByPart(List.of(screen, forms, complete)).start();
    preferences.follow(window, trainer());
    backups.start(preferences.folders(arguments));
    services.files().open(arguments);
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
    services.files().open(arguments);
    return true;
  }

  public Trainer trainer() {
    return services.trainer();
  }

  /** Tells of a fault of the program that came about on any thread. */
  void complainLater(Throwable fault) {
    tasks.later(() -> log.complain(fault));
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

  private void close() {
    preferences.save();
    backups.close();
    stage.close();
    writer.shutdown();
  }
}
