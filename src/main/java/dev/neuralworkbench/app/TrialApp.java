package dev.neuralworkbench.app;

import dev.neuralworkbench.app.start.FirstAnswer;
import dev.neuralworkbench.app.start.LogFile;
import dev.neuralworkbench.app.start.OneWindow;
import dev.neuralworkbench.app.start.ProcessAge;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.workspace.backup.UnsavedFolder;
import dev.neuralworkbench.ui.workspace.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The program's window for a few seconds, with settings of its own: it shows, trains, goes through
 * its screens and closes. A cache of what a start needs is made from such a run.
 */
public final class TrialApp extends Application {

  /** Pictures that each screen shows. */
  private static final int PICTURES = 30;

  /** A picture that was drawn has more colours. */
  private static final int FEWEST_COLORS = 16;

  private static final int SCREENS = 6;

  private static volatile @Nullable Outcome outcome;
  private static volatile String fault = "the window ended before it was looked at";

  /**
   * What was seen.
   *
   * @param answers milliseconds from the start of the process to a window that answers
   * @param drawn milliseconds from there to the first picture of a network that learns
   */
  record Outcome(long answers, long drawn) {}

  /** What the trial came to. */
  static Outcome outcome() {
    return Objects.requireNonNull(outcome, fault);
  }

  @Override
  public void start(Stage stage) throws IOException {
    TextLayouts.keepApart();
    var folder = Files.createTempDirectory("neural-workbench-self-test-");
    // What every start does before its window, so that a cache that is made of this knows it.
    var log = new LogFile(folder);
    log.start();
    OneWindow.begin(folder, List.of()).ifPresent(OneWindow::close);
    stage.getIcons().setAll(WindowIcons.all());
    var workbench =
        new Workbench(
            stage,
            new SettingsFile(folder.resolve("settings.json")),
            new UnsavedFolder(folder.resolve("unsaved")),
            Sentences::of,
            Optional.empty(),
            log.file(),
            _ -> {});
    var trial = new Trial(stage, workbench, folder);
    // A screen that cannot be made, or a picture that cannot be drawn.
    Thread.currentThread().setUncaughtExceptionHandler((_, e) -> trial.fail(e.toString()));
    workbench.show(List.of(), () -> {});
    new FirstAnswer(trial::begin).start();
  }

  /** Goes on with every picture that is drawn. */
  private static final class Trial extends AnimationTimer {

    private final Stage stage;
    private final Workbench workbench;
    private final Path folder;
    private long answers;
    private long drawn;
    private boolean learned;
    private int pictures;

    Trial(Stage stage, Workbench workbench, Path folder) {
      this.stage = stage;
      this.workbench = workbench;
      this.folder = folder;
    }

    /** Each call comes before a picture: what happened before the last call was drawn since. */
    @Override
    public void handle(long now) {
      pictures++;
      if (drawn == 0) {
        await();
      } else if (pictures % PICTURES == 0) {
        goOn(pictures / PICTURES);
      }
    }

    /** The window answers. */
    void begin(Duration age) {
      answers = age.toMillis();
      workbench.trainer().toggle();
      start();
    }

    private void await() {
      if (learned) {
        drawn = ProcessAge.now().toMillis();
        pictures = 0;
      }
      var run = workbench.trainer().run().get();
      learned = run != null && run.history().epochs() > 0;
    }

    private void goOn(int screen) {
      if (isEmpty(workbench.shown())) {
        fail("the screen stays empty");
      } else if (screen <= SCREENS) {
        workbench.select(screen - 1);
      } else {
        outcome = new Outcome(answers, drawn - answers);
        end();
      }
    }

    /** Counts the colours of a screen: one that stays empty has few. */
    private static boolean isEmpty(Node screen) {
      var image = screen.snapshot(null, null);
      var colors = new HashSet<Integer>();
      var reader = image.getPixelReader();
      for (var y = 0; y < image.getHeight(); y += 4) {
        for (var x = 0; x < image.getWidth(); x += 4) {
          colors.add(reader.getArgb(x, y));
        }
      }
      return colors.size() < FEWEST_COLORS;
    }

    void fail(String what) {
      fault = what;
      end();
    }

    private void end() {
      stop();
      workbench.abandon();
      stage.close();
      remove(folder);
      Platform.exit();
    }

    private static void remove(Path folder) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (IOException _) {
        // Left to whoever clears the system's temporary files.
      }
    }
  }
}
