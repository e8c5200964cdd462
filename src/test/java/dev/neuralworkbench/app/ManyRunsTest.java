package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Screenshot;
import dev.neuralworkbench.train.StopReason;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A list of 1,000 runs, as many lines or as groups of five: nothing that is done with it holds the
 * JavaFX thread over 100 ms of the reference machine, the toolkit's own work included. What was
 * held longer is done again, up to four times in all, and the least of the longest waits counts: at
 * first the program is not compiled yet, and at any time the machine may be busy with something
 * else; how slow it is then gets measured right after. Beside it the window's watchdog, which looks
 * at the program's own code alone, watches the first time too.
 */
@Tag("thorough")
class ManyRunsTest {

  private static final int RUNS = 1_000;

  @TempDir private Path folder;

  private static RunCurve curve(SplittableRandom random) {
    var slope = 0.2 + random.nextDouble();
    var epochs = IntStream.rangeClosed(1, RunCurve.MOST).boxed().toList();
    var training =
        epochs.stream().map(epoch -> (float) (Math.pow(epoch, -slope) + 0.01 * slope)).toList();
    var validation = training.stream().map(it -> it + 0.1f * random.nextFloat()).toList();
    return new RunCurve(epochs, training, validation);
  }

  private static LoggedRun run(int number, Document of, Experiment experiment) {
    var random = new SplittableRandom(number);
    var curve = curve(random);
    var result =
        new RunResult(
            200,
            200,
            (double) curve.training().getLast(),
            (double) curve.validation().getLast(),
            random.nextDouble(),
            random.nextDouble(),
            random.nextDouble(),
            StopReason.COMPLETED);
    return new LoggedRun(
        new RunRecord(
            number, of.data().hash(), experiment, true, null, result, curve, List.of(), null, null),
        null);
  }

  /** Rates, batches, units and seeds: five choices differ. */
  private static Experiment experiment(Document of, int setting, int seed) {
    var draft = of.draft();
    return draft
        .withNetwork(
            draft.network().withHidden(List.of(DenseDesign.of(1 + setting % 8, Activation.RELU))))
        .withTraining(
            draft
                .training()
                .withLearningRate(0.001 * (1 + setting))
                .withBatchSize(8 << setting % 3)
                .withSeed(seed));
  }

  private static RunLog log(Document of, int seeds) {
    var runs = new ArrayList<LoggedRun>();
    for (var i = 0; i < RUNS; i++) {
      runs.add(run(i + 1, of, experiment(of, i / seeds, 1 + i % seeds)));
    }
    return RunLog.NONE.withNew(runs);
  }

  /** The last run is another, if of the same numbers: all is compared anew. */
  private static Document withAnother(Document document) {
    var last = document.runs().runs().getLast();
    return document.withRuns(document.runs().with(new LoggedRun(last.record(), last.model())));
  }

  private static TableView<?> list(OpenWindow window) {
    return (TableView<?>) window.scene().lookup("#runs-list");
  }

  private static <S> void sortBy(TableView<S> list, int column, SortType type) {
    TableColumn<S, ?> by = list.getColumns().get(column);
    by.setSortType(type);
    list.getSortOrder().setAll(List.of(by));
  }

  /** Asks for no stacks, which takes a third of a second of the JavaFX thread now and then. */
  private static boolean isComparing() {
    var all = Thread.currentThread().getThreadGroup();
    while (all.getParent() != null) {
      all = all.getParent();
    }
    var threads = new Thread[2 * all.activeCount() + 16];
    return Stream.of(threads)
        .limit(all.enumerate(threads))
        .anyMatch(
            it -> it.getName().equals("runs compared") && it.getState() == Thread.State.RUNNABLE);
  }

  private static void filter(OpenWindow window, String text) {
    FxThread.run(() -> ((TextField) window.scene().lookup("#runs-filter")).setText(text));
  }

  private static void focus(OpenWindow window) {
    FxThread.run(() -> list(window).requestFocus());
  }

  private void nothingStalls(int seeds, int lines) {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var holds = Holds.in(window, ManyRunsTest::isComparing);
      var document = Document.of(BundledSample.IRIS);
      var log = log(document, seeds);
      FxThread.run(() -> window.workspace().open("x", document.withRuns(log)));
      holds.does(
          "open",
          () -> window.robot.shortcut(KeyCode.DIGIT6),
          () -> {
            window.robot.shortcut(KeyCode.DIGIT1);
            FxThread.run(() -> window.workspace().edit("x", ManyRunsTest::withAnother));
          });
      window.robot.shortcut(KeyCode.DIGIT6);
      holds.settle();
      assertEquals(lines, FxThread.call(() -> list(window).getItems().size()));
      for (var i = 0; i < FxThread.call(() -> list(window).getColumns().size()); i++) {
        var column = i;
        if (FxThread.call(() -> list(window).getColumns().get(column).isSortable())) {
          var name = FxThread.call(() -> list(window).getColumns().get(column).getText());
          holds.does(
              "sort by " + name,
              () -> FxThread.run(() -> sortBy(list(window), column, SortType.DESCENDING)),
              () -> FxThread.run(() -> list(window).getSortOrder().clear()));
        }
      }
      focus(window);
      window.robot.press(KeyCode.HOME);
      holds.does(
          "scroll",
          () -> {
            for (var page = 0; page < 12; page++) {
              window.robot.press(KeyCode.PAGE_DOWN);
            }
          },
          () -> window.robot.press(KeyCode.HOME));
      holds.does("filter", () -> filter(window, "0.0"), () -> filter(window, ""));
      holds.does("unfilter", () -> filter(window, ""), () -> filter(window, "0.0"));
      filter(window, "");
      focus(window);
      holds.does(
          "select all",
          () -> window.robot.shortcut(KeyCode.A),
          () -> FxThread.run(() -> list(window).getSelectionModel().clearSelection()));
      window.robot.shortcut(KeyCode.A);
      holds.does(
          "sort all selected",
          () -> FxThread.run(() -> sortBy(list(window), 1, SortType.DESCENDING)),
          () -> FxThread.run(() -> list(window).getSortOrder().clear()));
      holds.does(
          "pin",
          () -> window.robot.click("#runs-pin"),
          () -> FxThread.run(() -> window.workspace().undo()));
      Screenshot.write(window.scene(), "many-runs-" + seeds);
      window.robot.click("#runs-scores-tab");
      holds.does("filter scores", () -> filter(window, "0.0"), () -> filter(window, ""));
      holds.assertNone();
    }
  }

  @Test
  @Tag("slow")
  void groupsOfFiveAreSortedAndLookedThroughWithoutAStall() {
    nothingStalls(5, RUNS / 5);
  }

  @Test
  void linesOfTheirOwnAreSortedAndLookedThroughWithoutAStall() {
    nothingStalls(1, RUNS);
  }
}
