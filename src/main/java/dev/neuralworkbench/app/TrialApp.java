package dev.neuralworkbench.app;

import dev.neuralworkbench.app.screen.AppScreen;
import dev.neuralworkbench.app.start.Display;
import dev.neuralworkbench.app.start.ProcessAge;
import dev.neuralworkbench.cli.check.SelfCheck;
import dev.neuralworkbench.cli.check.SelfCheck.Finding;
import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.file.OwnPlace;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.regex.Pattern;
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
public final class TrialApp extends WorkbenchApp {

  private static final int PICTURES = 30;

  /** A picture that was drawn has more colours. */
  private static final int FEWEST_COLORS = 16;

  private static final String UNSEEN = "the window ended before it was looked at";

  /** What JavaFX has for windows and pictures of one system. */
  private static final Pattern OF_DISPLAY =
      Pattern.compile("com/sun/(glass/ui/(gtk|win|mac)|prism/(es2|d3d|mtl))/.*\\.class");

  private static volatile @Nullable Outcome outcome;
  private static volatile String fault = UNSEEN;
  private static volatile Duration launched = Duration.ZERO;

  /** Milliseconds to a window that answers, and from there to a picture of what is learned. */
  record Outcome(long answers, long drawn) {}

  static Outcome run() {
    try {
      var folder = OwnPlace.WINDOW_CHECK.makeFolder();
      nameDisplay();
      launched = ProcessAge.now();
      launch(TrialApp.class, new OwnFolder(folder));
      remove(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Objects.requireNonNull(outcome, fault);
  }

  /**
   * Loads JavaFX's classes for this system's own windows, which a trial without a display does not
   * ask for, so that a cache that is made of it knows them.
   */
  private static void nameDisplay() throws IOException {
    var graphics = Application.class.getModule();
    var layer = graphics.getLayer();
    if (layer == null) {
      return; // On the class path, as tests are.
    }
    var found = layer.configuration().findModule(graphics.getName()).orElseThrow();
    try (var files = found.reference().open()) {
      files
          .list()
          .filter(OF_DISPLAY.asMatchPredicate())
          .forEach(it -> Class.forName(graphics, it.replace(".class", "").replace('/', '.')));
    }
  }

  @Override
  public void start(Stage stage) {
    super.start(stage);
    // A screen that cannot be made, or a picture that cannot be drawn.
    Thread.currentThread().setUncaughtExceptionHandler((_, e) -> fail(e.toString()));
  }

  @Override
  void answers(Stage stage, Workbench workbench, Duration age) {
    super.answers(stage, workbench, age);
    new Trial(stage, workbench, age).start();
  }

  private static void fail(String what) {
    fault = what;
    Platform.exit();
  }

  private static final class Trial extends AnimationTimer {

    private final Stage stage;
    private final Workbench workbench;
    private final Duration answers;
    private long drawn;
    private boolean learned;
    private int pictures;

    Trial(Stage stage, Workbench workbench, Duration answers) {
      this.stage = stage;
      this.workbench = workbench;
      this.answers = answers;
      workbench.trainer().toggle();
    }

    /** Each call comes before a picture: what happened before the last call was drawn since. */
    @Override
    public void handle(long now) {
      pictures++;
      if (!fault.equals(UNSEEN)) {
        stop();
      } else if (drawn == 0) {
        await();
      } else if (pictures % PICTURES == 0) {
        goOn(pictures / PICTURES);
      }
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
      if (isEmpty(workbench.window.shownView())) {
        fail("the screen stays empty");
      } else if (screen <= AppScreen.ALL.size()) {
        workbench.window.select(AppScreen.ALL.get(screen - 1));
      } else {
        outcome = new Outcome(answers.minus(launched).toMillis(), drawn - answers.toMillis());
        end();
      }
    }

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

    private void end() {
      stop();
      workbench.abandon();
      stage.close();
      Platform.exit();
    }
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

  /** Whether a window opens, trains, draws what it learns and shows every screen. */
  static SelfCheck check(Words words) {
    return new SelfCheck("window", () -> tried(words));
  }

  private static Finding tried(Words words) {
    if (!Display.isThere()) {
      return new Finding(false, words.text("cli.check.noDisplay"));
    }
    var outcome = TrialApp.run();
    return new Finding(
        true,
        words.text(
            "cli.check.window.found",
            Numbers.rounded(1e-3 * outcome.answers(), 3),
            Numbers.rounded(1e-3 * outcome.drawn(), 3)));
  }
}
