package dev.neuralworkbench.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfusionGridTest {

  /** Of few classes and of many; the last class has most of the rows. */
  @ParameterizedTest
  @ValueSource(ints = {2, 6, 10})
  void largeCountsShowInFull(int classes) {
    var actual = IntStream.range(0, 40_000).map(row -> Math.min(row, classes - 1)).toArray();
    var matrix = ConfusionMatrix.of(actual, actual, classes);
    var names = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    var stage =
        FxThread.call(
            () -> {
              var tasks = new InlineTasks();
              var workspace = new Workspace(TrainedDocuments.circles(), tasks);
              var computing = new ComputingPreferences(Engine.PORTABLE, 1);
              var trainer = new Trainer(workspace, tasks, computing);
              var model = new EvaluateViewModel(workspace, trainer, tasks);
              var grid = new ConfusionGrid(model, new Messages(Sentences::of, Language.ENGLISH));
              grid.show(matrix, names);
              var shown = new Stage();
              shown.setScene(new Scene(new StackPane(grid), 1200, 800));
              new Theme(Appearance.LIGHT).dress(shown.getScene());
              shown.show();
              return shown;
            });
    new UserRobot().frames(2);
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(stage.getScene())));
    FxThread.run(stage::close);
  }
}
