package dev.neuralworkbench.ui.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.Sureness;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.TestModels;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SurePaneTest {

  private final InlineTasks tasks = new InlineTasks();
  private final Workspace workspace =
      FxThread.call(() -> new Workspace(document(BundledSample.DIABETES), tasks));
  private final Trainer trainer =
      FxThread.call(
          () -> new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1)));
  private final PredictViewModel model =
      FxThread.call(
          () ->
              new PredictViewModel(
                  workspace, trainer, tasks, Runnable::run, PortableProducts::new));

  /** With validation rows, and a model that was never trained. */
  private static Document document(BundledSample sample) {
    var document = Document.of(DataReference.of(sample));
    var preparation = document.draft().preparation();
    var split = preparation.split().withValidation(0.3).withTest(0.2);
    var draft =
        document
            .draft()
            .withPreparation(preparation.withSplit(split))
            .withTraining(document.draft().training().withFolds(0));
    var divided = document.withDraft(draft);
    return divided.withTrained(TestModels.untrained(divided));
  }

  private static String text(Stage stage, String id) {
    return FxThread.call(() -> ((Label) stage.getScene().lookup(id)).getText());
  }

  private Stage stage(Messages messages) {
    return FxThread.call(
        () -> {
          var shown = new Stage();
          var pane = new SurePane(model, tasks, messages);
          shown.setScene(new Scene(new VBox(pane.head, pane), 360, 300));
          new Theme(Appearance.LIGHT).dress(shown.getScene());
          shown.show();
          return shown;
        });
  }

  /** Whatever the probabilities, these costs predict the last class; the set does not know. */
  @Test
  void aSetWithoutThePredictionSaysWhy() {
    var robot = new UserRobot();
    var messages = new Messages(Sentences::of, Language.ENGLISH);
    var costs =
        new Decision.Costs(
            List.of(List.of(0.0, 9.0, 0.0), List.of(9.0, 0.0, 0.0), List.of(1.0, 1.0, 0.0)));
    var undecided = document(BundledSample.IRIS);
    var decided = undecided.withTrained(undecided.trained().withDecision(costs));
    FxThread.run(() -> workspace.edit("x", _ -> decided));
    var stage = stage(messages);
    var without = 0;
    FxThread.run(
        () -> {
          model.fill(1);
          ((Button) stage.getScene().lookup("#predict-sure")).fire();
        });
    var at =
        Sureness.of(
                decided.trained(),
                BundledSample.IRIS.table(),
                new PortableProducts(),
                Progress.NONE)
            .at(0.9);
    for (var row = 1; row <= 150; row++) {
      var next = row;
      FxThread.run(() -> model.fill(next));
      robot.frames(1);
      var of = (Prediction.OfClass) Objects.requireNonNull(model.answer.get()).prediction();
      assertEquals(2, of.index());
      var p = of.probabilities().stream().mapToDouble(it -> it).toArray();
      var isHeld = IntStream.of(at.classes(p)).anyMatch(it -> it == 2);
      var isEmpty = at.classes(p).length == 0;
      without += isHeld || isEmpty ? 0 : 1;
      assertEquals(
          !isHeld && !isEmpty,
          text(stage, "#predict-sure-said")
              .endsWith("because the set ignores the threshold or costs."));
    }
    assertTrue(without > 5, without + " sets without the prediction");
    FxThread.run(stage::close);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theIntervalIsTheCoresAndFollowsThePrediction(Language language) {
    var robot = new UserRobot();
    var messages = new Messages(Sentences::of, language);
    var stage = stage(messages);
    robot.frames(3);
    assertFalse(robot.shows("#predict-sure-said"));
    FxThread.run(
        () -> {
          model.fill(1);
          ((Button) stage.getScene().lookup("#predict-sure")).fire();
        });
    robot.frames(3);
    var trained = Objects.requireNonNull(workspace.model.getValue());
    var table = BundledSample.DIABETES.table();
    var at = Sureness.of(trained, table, new PortableProducts(), Progress.NONE).at(0.9);
    for (var row : new int[] {1, 7}) {
      FxThread.run(() -> model.fill(row));
      robot.frames(3);
      var answer = Objects.requireNonNull(model.answer.get()).prediction();
      var number = ((Prediction.OfNumber) answer).value();
      var low = Numbers.typeset(Numbers.rounded(number - at.margin(), 4));
      var high = Numbers.typeset(Numbers.rounded(number + at.margin(), 4));
      assertEquals(
          messages.now("predict.sure.interval", "90%", low, high),
          text(stage, "#predict-sure-said"));
    }
    assertTrue(text(stage, "#predict-sure-rest").contains("88"), "coverage of the test rows");
    FxThread.run(() -> workspace.edit("x", it -> it.withTrained(TestModels.untrained(it))));
    robot.frames(3);
    assertFalse(robot.shows("#predict-sure-said"), "another model's margin is not shown");
    FxThread.run(stage::close);
  }
}
