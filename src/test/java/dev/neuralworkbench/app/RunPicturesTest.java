package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.OwnTable;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.study.MeanLoss;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.band.BandChart;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a student looks at after two runs: both side by side, the landscape, a better rate. */
@Tag("thorough")
class RunPicturesTest extends WindowCase {

  @BeforeEach
  void begin() {
    window.robot.choose("#speed", "Full speed");
    var circles = OwnTable.of(GeneratedSample.of(SampleKind.CIRCLES));
    FxThread.run(() -> window.workspace().open("command.openSample", circles));
    window.robot.shortcut(KeyCode.DIGIT6);
  }

  private RunLog log() {
    return window.workspace().document().get().runs();
  }

  private TableView<?> list() {
    return (TableView<?>) window.scene().lookup("#runs-list");
  }

  private void train(int epochs, double rate) {
    var before = log().present().size();
    FxThread.run(
        () ->
            window
                .workspace()
                .edit(
                    "x",
                    it ->
                        it.withTrained(null)
                            .withDraft(
                                it.draft()
                                    .withTraining(
                                        it.draft()
                                            .training()
                                            .withEpochs(epochs)
                                            .withLearningRate(rate)))));
    window.robot.press(KeyCode.F5);
    window.robot.waitUntil("another run", () -> log().present().size() == before + 1);
    window.robot.waitForText("#run-state", "Finished");
  }

  private void choose(int... rows) {
    FxThread.run(
        () -> {
          list().getSelectionModel().clearSelection();
          for (var row : rows) {
            list().getSelectionModel().select(row);
          }
        });
  }

  private PlaneChart plane(String id) {
    return (PlaneChart) window.scene().lookup(id);
  }

  /** How sure the network is in the middle of the picture. */
  private float answer(String id) {
    var plane = plane(id).shown();
    var ground = plane == null ? null : plane.ground();
    return ground == null ? Float.NaN : ground.certainty(ground.cell(0.5, 0.5));
  }

  @Test
  void twoRunsStandSideBySideUnderOneSlider() {
    train(20, 0.03);
    train(8, 0.001);
    window.robot.click("#runs-pair-tab");
    window.robot.waitForText("#runs-pair-place", "Epoch 20 of 20");
    window.robot.waitForText("#runs-pair-left-state", "Epoch 20: loss (running)");
    window.robot.waitForText("#runs-pair-right-state", "Ended at epoch 8: loss");
    var first = log().present().getFirst().model();
    assertNotNull(first);
    window.robot.waitForText("#runs-pair-left-state", rounded(loss(first).value()));
    window.robot.waitUntil("a picture", () -> answer("#runs-pair-left") > 0.9);
    var slider = (Slider) window.scene().lookup("#runs-pair-epoch");
    FxThread.run(() -> slider.setValue(5));
    window.robot.waitForText("#runs-pair-right-state", "Epoch 5: loss");
    window.robot.waitUntil("an earlier picture", () -> answer("#runs-pair-left") < 0.9);
    FxThread.run(() -> slider.setValue(0));
    window.robot.waitForText("#runs-pair-left-state", "Epoch 0: loss");
    choose(0);
    window.robot.waitForText("#runs-pair-sentence", "Select two lines");
  }

  /** Train, change one thing, continue with these weights. */
  @Test
  void aRunThatWentOnWithTheWeightsOfAnotherIsFollowedToo() {
    train(20, 0.03);
    FxThread.run(
        () ->
            window
                .workspace()
                .editDraft("x", it -> it.withTraining(it.training().withLearningRate(0.001))));
    window.robot.shortcut(KeyCode.SHIFT, KeyCode.F5);
    window.robot.waitUntil("another run", () -> log().present().size() == 2);
    window.robot.waitForText("#run-state", "Finished");
    window.robot.click("#runs-pair-tab");
    choose(0, 1);
    window.robot.waitForText("#runs-sentence", "start: initial weights → weights of run 1");
    window.robot.waitForText("#runs-pair-place", "Epoch 20 of 20");
    var second = log().present().getLast().model();
    assertNotNull(second);
    window.robot.waitForText("#runs-pair-right-state", rounded(loss(second).value()));
    var slider = (Slider) window.scene().lookup("#runs-pair-epoch");
    FxThread.run(() -> slider.setValue(0));
    var first = log().present().getFirst().model();
    assertNotNull(first);
    window.robot.waitForText("#runs-pair-right-state", rounded(loss(first).value()));
  }

  private MeanLoss loss(Model model) {
    var table = window.workspace().document().get().data().table();
    assertNotNull(table);
    var data = PreparedData.of(model.experiment().preparation(), table);
    return new MeanLoss(
        model.experiment().network(), model.weights(), data.training(), new PortableProducts());
  }

  private ComboBox<?> box(String id) {
    return (ComboBox<?>) window.scene().lookup(id);
  }

  /** Chooses what another field of the same choices has. */
  private static void as(ComboBox<?> field, ComboBox<?> other) {
    field.getSelectionModel().select(other.getSelectionModel().getSelectedIndex());
  }

  private static String rounded(double loss) {
    return Numbers.typeset(Numbers.rounded(loss, 4));
  }

  @Test
  void sentenceOfTheLandscapeKeepsItsLinesInASmallWindow() {
    train(200, 0.03);
    FxThread.run(() -> window.stage.setHeight(640));
    window.robot.click("#runs-landscape-tab");
    window.robot.waitForText("#runs-landscape-sentence", "over two weights of run 1");
    window.robot.frames(10);
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
  }

  @Test
  void landscapeOfAnotherTableKeepsNoName() {
    train(20, 0.03);
    window.robot.click("#runs-landscape-tab");
    window.robot.waitForText("#runs-landscape-sentence", "over two weights of run 1");
    assertNotEquals("", window.robot.text("#runs-landscape-x"));
    var iris = Document.of(BundledSample.IRIS);
    FxThread.run(() -> window.workspace().open("command.openData", iris));
    window.robot.frames(10);
    assertNull(FxThread.call(() -> plane("#runs-landscape").shown()));
    assertEquals("", window.robot.text("#runs-landscape-x"));
  }

  @Test
  void theLandscapeIsAboutTheRunThatIsChosen() throws IOException {
    train(20, 0.03);
    window.robot.click("#runs-landscape-tab");
    window.robot.waitForText("#runs-landscape-sentence", "over two weights of run 1");
    var model = window.workspace().document().get().trained();
    var table = window.workspace().document().get().data().table();
    assertNotNull(model);
    assertNotNull(table);
    var data = PreparedData.of(model.experiment().preparation(), table);
    var loss =
        new MeanLoss(
            model.experiment().network(), model.weights(), data.training(), new PortableProducts());
    var expected = loss.value() + loss.penalty(model.experiment().training().penalty());
    window.robot.waitForText("#runs-landscape-sentence", "(loss " + rounded(expected) + ")");
    var before = FxThread.call(() -> plane("#runs-landscape").shown());
    assertNotNull(before);
    window.robot.choose("#runs-landscape-x", "bias");
    window.robot.waitUntil(
        "another landscape",
        () -> {
          var now = plane("#runs-landscape").shown();
          return now != null && now.xName().startsWith("bias of");
        });
    assertNotEquals(before, FxThread.call(() -> plane("#runs-landscape").shown()));
    var name = FxThread.call(() -> plane("#runs-landscape").shown().xName());
    window.robot.choose("#runs-landscape-y", "bias");
    FxThread.run(() -> as(box("#runs-landscape-y-to"), box("#runs-landscape-x-to")));
    window.robot.waitUntil(
        "no weight on both axes",
        () -> {
          var now = plane("#runs-landscape").shown();
          return now != null && now.yName().equals(name) && !now.xName().equals(name);
        });
    var file = folder.resolve("landscape.png");
    window.dialogs.saved = Optional.of(file);
    window.robot.click("#runs-landscape-save");
    window.robot.waitUntil("the picture", () -> Files.exists(file));
    train(8, 0.001);
    window.robot.waitForText("#runs-landscape-sentence", "over two weights of run 2");
    choose(0);
    window.robot.waitForText("#runs-landscape-sentence", "over two weights of run 1");
  }

  @Test
  void theSuggestedRateIsTakenOverAndTakenBack() {
    window.robot.click("#runs-rates-tab");
    window.robot.waitForText("#runs-rates-sentence", "Which learning rate?");
    window.robot.click("#runs-rates-start");
    window.robot.waitForText("#runs-rates-sentence", "Suggested:");
    var chart = (BandChart) window.scene().lookup("#runs-rates");
    var marked = FxThread.call(() -> chart.shown().series().getLast().marks().getFirst().x());
    var before = rate();
    assertNotEquals(before, marked);
    window.robot.click("#runs-rates-use");
    window.robot.waitUntil("the rate", () -> rate() == marked);
    assertEquals(null, window.workspace().document().get().trained());
    assertTrue(log().present().isEmpty(), "a test is no run");
    window.robot.shortcut(KeyCode.Z);
    window.robot.waitUntil("the rate before", () -> rate() == before);
    window.robot.waitForText("#runs-rates-sentence", "Suggested:");
    FxThread.run(
        () ->
            window
                .workspace()
                .editDraft("x", it -> it.withTraining(it.training().withBatchSize(8))));
    window.robot.waitForText("#runs-rates-sentence", "Which learning rate?");
  }

  private double rate() {
    var draft = window.workspace().document().get().draft();
    return draft.training().optimizer().learningRate();
  }

  @Test
  void theLearningCurveIsAStudyOfTheShareOfTheRows() {
    var iris = OwnTable.of(BundledSample.IRIS);
    FxThread.run(() -> window.workspace().open("command.openSample", iris));
    window.robot.enter("#training-stopping-epochs", "30");
    window.robot.click("#runs-study-tab");
    window.robot.choose("#study-first", "Share of training rows");
    window.robot.waitForText("#study-problem", "Hold out validation rows first");
    window.robot.click("#section-data");
    window.robot.enter("#preparation-split-validation", "0.2");
    window.robot.enter("#study-seeds", "3");
    window.robot.waitForText("#study-sentence", "15 runs");
    window.robot.click("#study-start");
    window.robot.waitUntil("all runs", () -> log().present().size() == 15);
    window.robot.waitForText("#runs-luck", "Share of training rows");
    var scores = (BandChart) window.scene().lookup("#runs-scores");
    window.robot.waitUntil("all scores", () -> scores.shown().dots().size() == 15);
    assertTrue(FxThread.call(() -> scores.shown().names().isEmpty()), "at true distances");
    assertEquals("Share of training rows", FxThread.call(() -> scores.shown().xName()));
    var line = FxThread.call(() -> scores.shown().series().getFirst().line());
    assertEquals(5, line.length());
    assertTrue(line.y(4) > line.y(0), "more rows help");
  }
}
