package dev.neuralworkbench.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.TestModels;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screen by itself, with all that its head can say at once. */
class EvaluateViewTest {

  /** The head takes the lines that it needs, as the window grows and shrinks. */
  @ParameterizedTest
  @CsvSource({"ENGLISH, 1", "ENGLISH, 1.163", "CHINESE, 1", "CHINESE, 1.163"})
  void allThatTheHeadSaysShows(Language language, double factor) {
    var robot = new UserRobot();
    var diabetes = DataReference.of(BundledSample.DIABETES);
    var stage = FxThread.call(() -> shown(diabetes, language, factor, 1000));
    for (var width : new int[] {1000, 1600, 1366, 1000}) {
      FxThread.run(() -> stage.setWidth(width));
      robot.frames(4);
      assertTrue(robot.shows("#evaluate-verdict") && robot.shows("#evaluate-differs"));
      assertEquals(
          List.of(), FxThread.call(() -> ClippingCheck.clipped(stage.getScene())), width + " px");
      var said = FxThread.call(() -> bounds(stage, ".verdict-box"));
      var sentences = FxThread.call(() -> bounds(stage, ".verdict-below"));
      var warning = FxThread.call(() -> bounds(stage, "#evaluate-verdict"));
      assertTrue(said.contains(sentences) && sentences.contains(warning), width + " px");
    }
    FxThread.run(stage::close);
  }

  /** Curves up to six classes, a matrix up to twenty; what is wrong always. */
  @ParameterizedTest
  @CsvSource({
    "2, true, true",
    "6, true, true",
    "7, false, true",
    "20, false, true",
    "21, false, false"
  })
  void whatCanBeReadOfSoManyClassesShows(int classes, boolean curve, boolean matrix) {
    var robot = new UserRobot();
    var stage = FxThread.call(() -> shown(ofClasses(classes), Language.ENGLISH, 1, 1400));
    robot.frames(4);
    assertEquals(curve, robot.shows("#evaluate-roc"));
    assertEquals(matrix, robot.shows("#evaluate-confusion"));
    assertTrue(robot.shows("#evaluate-rows"));
    if (matrix) {
      robot.click("#evaluate-tab-curves");
      assertTrue(robot.shows("#evaluate-roc"), "of more than six classes that of the chosen one");
    }
    robot.click("#evaluate-tab-compare");
    assertTrue(robot.shows("#evaluate-study-start"));
    assertFalse(robot.shows("#evaluate-roc"));
    FxThread.run(stage::close);
  }

  /** Two classes have a threshold, more have costs. */
  @ParameterizedTest
  @CsvSource({"2, Threshold", "3, Costs"})
  void theTabOfDecisionsIsCalledAsWhatItHas(int classes, String name) {
    var robot = new UserRobot();
    var stage = FxThread.call(() -> shown(ofClasses(classes), Language.ENGLISH, 1, 1400));
    robot.frames(2);
    var tab = (ToggleButton) stage.getScene().lookup("#evaluate-tab-threshold");
    assertTrue(tab.getText().startsWith(name), tab.getText());
    FxThread.run(stage::close);
  }

  /** Where the parts stand below the matrix, so do the rows of a cell: they are scrolled to. */
  @Test
  void rowsOfACellComeInSight() {
    var robot = new UserRobot();
    var stage = FxThread.call(() -> shown(ofClasses(6), Language.ENGLISH, 1, 1000));
    robot.frames(4);
    FxThread.run(() -> ((Button) stage.getScene().lookup("#confusion-0-0")).fire());
    FxThread.run(() -> ((Button) stage.getScene().lookup("#confusion-1-0")).fire());
    robot.frames(4);
    var seen = FxThread.call(() -> bounds(stage, "#evaluate-scroll"));
    var rows = FxThread.call(() -> bounds(stage, "#evaluate-rows-heading"));
    assertTrue(seen.contains(rows), seen + " " + rows);
    FxThread.run(stage::close);
  }

  private static DataReference ofClasses(int classes) {
    var rows = 10 * classes;
    var names = IntStream.range(0, rows).mapToObj(i -> "c" + i % classes).toArray(String[]::new);
    var x = IntStream.range(0, rows).mapToDouble(i -> i * 7 % 31).toArray();
    return DataReference.ofTyped(
        Table.of("t", NumberColumn.of("x", x), TextColumn.of("kind", names)));
  }

  private static Bounds bounds(Stage stage, String lookup) {
    var node = stage.getScene().lookup(lookup);
    return node.localToScene(node.getLayoutBounds());
  }

  /** A model that was never trained, whose choices were changed since, on its test rows. */
  private static Stage shown(DataReference data, Language language, double factor, int width) {
    var tasks = new InlineTasks();
    var untrained = Document.of(data);
    var workspace = new Workspace(untrained.withTrained(TestModels.untrained(untrained)), tasks);
    workspace.editDraft("x", it -> it.withTraining(it.training().withLearningRate(0.3)));
    var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    var model = new EvaluateViewModel(workspace, trainer, tasks);
    var messages = new Messages(it -> new LongWords(Sentences.of(it)), language);
    var unseen = new Pane();
    Visibility.when(unseen, false);
    var view =
        new EvaluateView(
            model,
            new CrossValidationViewModel(workspace, tasks, PortableProducts::new),
            Map.of(EvaluateTab.THRESHOLD, Pane::new),
            new ChartFiles(
                new WindowServices(messages, new TestDialogs(), tasks, new Notices()),
                () -> "diabetes"),
            () -> {},
            () -> {},
            _ -> {},
            new MenuButton("Export"),
            new EvaluateView.OtherFile(() -> {}, unseen));
    view.shown();
    model.choose(EvaluatedRows.TEST);
    var stage = new Stage();
    stage.setScene(new Scene(view, width, 700));
    new Theme(Appearance.LIGHT).dress(stage.getScene());
    if (factor != 1) {
      stage.getScene().getStylesheets().add(Theme.enlarged(factor));
    }
    stage.show();
    return stage;
  }

  /** A language whose verdicts are twice as long. */
  private record LongWords(Words real) implements Words {

    @Override
    public String text(String key, @Nullable Object... arguments) {
      var text = real.text(key, arguments);
      return key.startsWith("answers.worse") ? text + " " + text : text;
    }

    @Override
    public Set<String> keys(String prefix) {
      return real.keys(prefix);
    }

    @Override
    public boolean has(String key) {
      return real.has(key);
    }

    @Override
    public String sentence(Problem problem) {
      return real.sentence(problem);
    }
  }
}
