package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.ui.chart.band.BandChart;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A student's assignment, on real controls: five learning rates with five seeds each on spiral. */
@Tag("thorough")
class StudyTest extends WindowCase {

  @BeforeEach
  void begin() {
    var spiral = Document.of(DataReference.of(GeneratedSample.of(SampleKind.SPIRAL)));
    FxThread.run(() -> window.workspace().open("command.openSample", spiral));
    window.robot.shortcut(KeyCode.DIGIT6);
    window.robot.click("#runs-study-tab");
  }

  private RunLog log() {
    return window.workspace().document().get().runs();
  }

  private BandChart chart(String id) {
    return (BandChart) window.scene().lookup(id);
  }

  @Test
  void fiveRatesWithFiveSeedsAreComparedAndTheBestIsTakenOver() throws IOException {
    window.robot.enter("#training-stopping-epochs", "40");
    window.robot.choose("#study-first", "Learning rate");
    window.robot.waitForText("#study-sentence", "25 runs");
    window.robot.click("#study-start");
    window.robot.waitUntil("all runs", () -> log().present().size() == 25);
    window.robot.waitUntil("all scores", () -> chart("#runs-scores").shown().dots().size() == 25);
    window.robot.waitForText("#runs-luck", "is ahead of");
    assertEquals(5, FxThread.call(() -> list().getItems().size()));
    var scores = FxThread.call(() -> chart("#runs-scores").shown());
    assertEquals(List.of("0.001", "0.003", "0.01", "0.03", "0.1"), scores.names());
    assertEquals(25, scores.dots().size());
    window.robot.click("#runs-best");
    window.robot.waitUntil(
        "the best is taken over", () -> window.workspace().document().get().trained() != null);
    var best = window.workspace().document().get().trained();
    assertTrue(
        FxThread.call(() -> window.scene().lookup("#runs-luck"))
            .toString()
            .contains(
                "Learning rate "
                    + best.experiment().training().optimizer().learningRate()
                    + " is ahead"));
    window.robot.click("#runs-curves-tab");
    var curves = FxThread.call(() -> chart("#runs-curves").shown());
    assertEquals(5, curves.series().size());
    assertTrue(curves.series().stream().allMatch(it -> it.low() != null));
    assertEquals("Learning rate 0.001", curves.series().getFirst().name());
    var report = folder.resolve("report.html");
    window.dialogs.saved = Optional.of(report);
    window.robot.click("#runs-report");
    window.robot.waitUntil("the report", () -> Files.exists(report));
    var page = Files.readString(report);
    assertTrue(page.contains("0.03") && page.contains("is ahead of"), page);
    window.robot.shortcut(KeyCode.Z);
    window.robot.waitUntil(
        "taken back", () -> window.workspace().document().get().trained() == null);
    assertEquals(25, log().present().size());
  }

  private TableView<?> list() {
    return (TableView<?>) window.scene().lookup("#runs-list");
  }

  @Test
  void theOptimumStandsBesideDescent() {
    FxThread.run(
        () ->
            window
                .workspace()
                .editDraft(
                    "x",
                    it ->
                        it.withNetwork(it.network().withHidden(List.of()))
                            .withTraining(
                                it.training().withEpochs(30).withPenalty(new Penalty(0, 0.002)))));
    window.train();
    window.robot.shortcut(KeyCode.DIGIT6);
    window.robot.click("#runs-curves-tab");
    window.robot.choose("#runs-loss", "Gap to optimum");
    window.robot.waitForText(
        "#runs-optimum", "Training loss with L2 regularization minus its minimum");
    var gap = FxThread.call(() -> chart("#runs-curves").shown().series().getFirst().line());
    assertEquals(30, gap.length());
    assertTrue(gap.y(29) < gap.y(0) && gap.y(29) > 0);
  }

  @Test
  void aStudyIsHeldAndCutAndWhatHasFinishedStays() {
    // Long enough that the machine does not end the study before it is held.
    FxThread.run(
        () ->
            window
                .workspace()
                .editDraft(
                    "x", it -> it.withTraining(it.training().withStopping(Stopping.after(6_000)))));
    window.robot.choose("#study-first", "Learning rate");
    window.robot.waitForText("#study-sentence", "25 runs");
    window.robot.click("#study-start");
    window.robot.waitUntil("some runs", () -> log().present().size() > 1);
    window.robot.click("#study-pause");
    window.robot.waitForText("#study-sentence", "Paused");
    window.robot.click("#study-cancel");
    window.robot.waitUntilGone("#study-cancel");
    var runs = log().present().size();
    assertTrue(runs > 1 && runs < 25, runs + " runs");
    window.robot.click("#runs-study-tab");
    window.robot.waitForText("#study-sentence", runs + " are already in the list");
  }
}
