package dev.neuralworkbench.ui.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.DataReference;
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
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SurePaneTest {

  private final InlineTasks tasks = new InlineTasks();
  private final Workspace workspace = FxThread.call(() -> new Workspace(document(), tasks));
  private final Trainer trainer =
      FxThread.call(
          () -> new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1)));
  private final PredictViewModel model =
      FxThread.call(
          () ->
              new PredictViewModel(
                  workspace, trainer, tasks, Runnable::run, PortableProducts::new));

  /** With validation rows, and a model that was never trained. */
  private static Document document() {
    var document = Document.of(DataReference.of(BundledSample.DIABETES));
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

  @ParameterizedTest
  @EnumSource(Language.class)
  void theIntervalIsTheCoresAndFollowsThePrediction(Language language) {
    var robot = new UserRobot();
    var messages = new Messages(Sentences::of, language);
    var stage =
        FxThread.call(
            () -> {
              var shown = new Stage();
              shown.setScene(new Scene(new SurePane(model, tasks, messages), 360, 300));
              new Theme(Appearance.LIGHT).dress(shown.getScene());
              shown.show();
              return shown;
            });
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
