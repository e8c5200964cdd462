package dev.neuralworkbench.app;

import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.FxWatchdog;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.work.Job;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.backup.UnsavedFolder;
import dev.neuralworkbench.ui.workspace.files.LooksAtFiles;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import dev.neuralworkbench.ui.workspace.preferences.PreferencesFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

/**
 * The whole program in a window, with dialogs that a test answers. From when it shows to its
 * closing it is watched for freezes.
 */
public final class OpenWindow implements AutoCloseable {

  /** The screen without a display is no larger. */
  public static final Preferences SMALL =
      with(
          Preferences.DEFAULT,
          Appearance.LIGHT,
          Language.ENGLISH,
          new Preferences.WindowSize(1000, 900, false));

  /**
   * Preferences with other choices: an appearance, a language, a window, the parts that are open.
   */
  public static Preferences with(Preferences of, Object... choices) {
    var made = of;
    for (var choice : choices) {
      var component =
          switch (choice) {
            case Appearance _ -> "appearance";
            case Language _ -> "language";
            case Preferences.WindowSize _ -> "window";
            default -> "openParts";
          };
      made = Records.with(made, component, choice);
    }
    return made;
  }

  /** Most pictures that are waited for what was going on when a window is closed. */
  private static final int ENDING = 120;

  public final TestDialogs dialogs = new TestDialogs();
  public final UserRobot robot = new UserRobot();
  public final Stage stage = FxThread.call(Stage::new);
  public final Workbench workbench;
  private final FxWatchdog watchdog;

  /**
   * Opens it with files as arguments, and settings in a folder; null for those of the last start.
   */
  public OpenWindow(Path folder, Preferences settings, Path... arguments) {
    this(folder, settings, Sentences::of, arguments);
  }

  OpenWindow(
      Path folder, Preferences settings, Function<Language, Words> languages, Path... arguments) {
    this(folder, settings, languages, true, arguments);
  }

  /** With the program's own dialogs, which need a display. */
  static OpenWindow withItsOwnDialogs(Path folder, Preferences settings) {
    return new OpenWindow(folder, settings, Sentences::of, false);
  }

  private OpenWindow(
      Path folder,
      Preferences settings,
      Function<Language, Words> languages,
      boolean answered,
      Path... arguments) {
    var file = new PreferencesFile(new OwnFolder(folder));
    if (settings != null) {
      file.write(settings);
    }
    var complete = new CountDownLatch(1);
    workbench =
        FxThread.call(
            () -> {
              var made =
                  new Workbench(
                      stage,
                      file,
                      new UnsavedFolder(new OwnFolder(folder).in("unsaved")),
                      languages,
                      answered ? Optional.of(dialogs) : Optional.empty(),
                      folder.resolve("neural-workbench.log"),
                      _ -> {});
              made.show(List.of(arguments), complete::countDown);
              return made;
            });
    robot.waitUntil("all parts show", () -> complete.getCount() == 0);
    robot.frames(3);
    watchdog = new FxWatchdog();
  }

  public Scene scene() {
    return stage.getScene();
  }

  /** Trains to the end, at full speed. */
  public void train() {
    FxThread.run(() -> workbench.trainer().speed().set(Speed.FULL));
    robot.press(KeyCode.F5);
    robot.waitUntil("trained", () -> workbench.trainer().state().get() == RunState.FINISHED);
  }

  /** What the screens share. */
  public Workspace workspace() {
    return workbench.services.workspace();
  }

  /** The way back into the run. */
  public TimeTravel travel() {
    return workbench.services.travel();
  }

  /** Whether a file is looked at before it is saved to or left, which is no job. */
  public boolean isLookingAtFile() {
    return LooksAtFiles.areUnderWay(workbench.services.saving());
  }

  /** What goes on in the background. */
  public List<Job> running() {
    return workbench.services.window().tasks().running();
  }

  /** What still ends would change controls of a window that is closed, which cannot be styled. */
  private void awaitEnds() {
    for (var i = 0; i < ENDING && !FxThread.call(this::running).isEmpty(); i++) {
      robot.frames(1);
    }
  }

  @Override
  public void close() {
    try {
      watchdog.close();
    } finally {
      FxThread.run(workbench::abandon);
      awaitEnds();
      FxThread.run(stage::close);
    }
  }
}
