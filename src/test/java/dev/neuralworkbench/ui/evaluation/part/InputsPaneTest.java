package dev.neuralworkbench.ui.evaluation.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.explain.inputs.InputGroups;
import dev.neuralworkbench.explain.inputs.LargestErrors;
import dev.neuralworkbench.explain.inputs.PermutationImportance;
import dev.neuralworkbench.explain.inputs.ReadRows;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.OwnTable;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.chart.plane.PlaneLine;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.evaluation.ErrorsPane;
import dev.neuralworkbench.ui.evaluation.EvaluateViewModel;
import dev.neuralworkbench.ui.evaluation.EvaluatedRows;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/** The parts Inputs and Errors, on the test rows of a trained model. */
class InputsPaneTest {

  private final InlineTasks tasks = new InlineTasks();
  private final Messages messages = new Messages(Sentences::of, Language.ENGLISH);

  private ChartFiles files() {
    var services = new WindowServices(messages, new TestDialogs(), tasks, new Notices());
    return new ChartFiles(services, () -> "t");
  }

  private final class Opened {

    final Workspace workspace;
    final EvaluateViewModel model;
    final InputsViewModel inputs;

    Opened(Sample sample) {
      var document = TrainedDocuments.trained(OwnTable.of(sample), 40);
      workspace = new Workspace(document, tasks);
      var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
      model = new EvaluateViewModel(workspace, trainer, tasks);
      inputs = new InputsViewModel(workspace, model.judged, PortableProducts::new, tasks);
      model.seen(true);
      model.choose(EvaluatedRows.TEST);
    }

    InputsPane pane() {
      return new InputsPane(inputs, files());
    }

    /** What the core says of the same rows. */
    PermutationImportance expected(double threshold) {
      var model = Objects.requireNonNull(workspace.model.getValue());
      var table = Objects.requireNonNull(workspace.document().get().data().table());
      var judged = Objects.requireNonNull(this.model.judged.get());
      var rows = new ReadRows(model.preprocessor(), table, judged.data().sourceRows());
      return PermutationImportance.of(
          new ModelPredictor(model, new PortableProducts()),
          rows,
          threshold == 0 ? InputGroups.alone(rows) : InputGroups.of(rows, threshold, Progress.NONE),
          5,
          model.experiment().training().seed(),
          Progress.NONE);
    }
  }

  @Test
  void nothingIsMeasuredWhileThePartIsHidden() {
    var opened = new Opened(BundledSample.IRIS);
    assertNull(opened.inputs.importance.get());
    opened.inputs.seen(true);
    assertEquals(opened.expected(0), opened.inputs.importance.get());
    opened.inputs.seen(false);
    opened.inputs.isGrouped.choose(true);
    assertEquals(opened.expected(0), opened.inputs.importance.get());
    opened.inputs.seen(true);
    assertEquals(opened.expected(0.7), opened.inputs.importance.get());
    opened.inputs.threshold.choose(2.0);
    assertEquals(opened.expected(0.7), opened.inputs.importance.get(), "2 is no threshold");
    opened.inputs.threshold.choose(0.99);
    assertEquals(opened.expected(0.99), opened.inputs.importance.get());
  }

  @Test
  void theMostImportantColumnAndAClassAreChosenFirst() {
    var iris = new Opened(BundledSample.IRIS);
    iris.inputs.seen(true);
    var first = iris.expected(0).inputs().getFirst().columns().getFirst();
    assertEquals(first, iris.inputs.column.value().get());
    assertEquals("virginica", iris.inputs.ofClass.value().get());
    var found = Objects.requireNonNull(iris.inputs.dependence.get());
    assertEquals(first, found.encoder().name());
    iris.inputs.ofClass.choose("setosa");
    iris.inputs.column.choose("sepal_width_cm");
    var other = Objects.requireNonNull(iris.inputs.dependence.get());
    assertEquals("sepal_width_cm", other.encoder().name());
    var numbers = new Opened(BundledSample.DIABETES);
    numbers.inputs.seen(true);
    assertEquals("", numbers.inputs.ofClass.value().get());
    assertNotNull(numbers.inputs.dependence.get());
  }

  private static Plane plane(InputsPane pane, String id) {
    return Objects.requireNonNull(((PlaneChart) pane.lookup(id)).shown());
  }

  private static List<PlaneLine> lines(Plane plane, PlaneLine.Kind kind) {
    return plane.lines().stream().filter(it -> it.kind() == kind).toList();
  }

  /** Whose first column alone has room at the axis. */
  @Test
  void theColumnsOfTheChosenGroupAreNamed() {
    FxThread.run(
        () -> {
          var opened = new Opened(BundledSample.IRIS);
          var pane = opened.pane();
          pane.shown();
          var note = (Labeled) pane.lookup("#evaluate-inputs-note");
          assertFalse(note.getText().contains("petal_length_cm"));
          opened.inputs.isGrouped.choose(true);
          var group = opened.expected(0.7).inputs().getFirst();
          assertEquals(3, group.columns().size());
          assertTrue(note.getText().endsWith(messages.now("evaluate.inputs.group", group.name())));
          opened.inputs.column.choose("sepal_width_cm");
          assertFalse(note.getText().contains("petal_length_cm"), "it stands alone");
        });
  }

  @Test
  void importanceIsOfTheClassesThatAreDecided() {
    FxThread.run(
        () -> {
          var opened = new Opened(BundledSample.BREAST_CANCER);
          var pane = opened.pane();
          pane.shown();
          assertEquals("Accuracy drop", plane(pane, "#evaluate-inputs").xName());
          var model = Objects.requireNonNull(opened.workspace.model.getValue());
          var by = model.withDecision(new Decision.Threshold(1, 0.120766457));
          opened.workspace.edit("x", it -> it.withTrained(by));
          assertEquals(opened.expected(0), opened.inputs.importance.get());
        });
  }

  @Test
  void barsAreTheMeansAndTheChosenOneIsDarker() {
    FxThread.run(
        () -> {
          var opened = new Opened(BundledSample.IRIS);
          var pane = opened.pane();
          pane.shown();
          var expected = opened.expected(0).inputs();
          var plane = plane(pane, "#evaluate-inputs");
          var bars = lines(plane, PlaneLine.Kind.BAR).reversed();
          assertEquals(4, bars.size());
          for (var i = 0; i < 4; i++) {
            assertEquals(Math.max(0, expected.get(i).mean()), bars.get(i).points().x(1));
            assertEquals(3 - i, bars.get(i).points().y(0));
            assertEquals(i == 0, Float.isNaN(bars.get(i).shade()));
            assertEquals(expected.get(i).name(), plane.yCategories().get(3 - i));
          }
        });
  }

  @Test
  void curvesAndTheirMeanAreDrawn() {
    FxThread.run(
        () -> {
          var opened = new Opened(BundledSample.DIABETES);
          var pane = opened.pane();
          pane.shown();
          var found = Objects.requireNonNull(opened.inputs.dependence.get());
          var plane = plane(pane, "#evaluate-dependence");
          var mean = lines(plane, PlaneLine.Kind.ANSWER).getFirst().points();
          var curves = lines(plane, PlaneLine.Kind.LEVEL).getFirst().points();
          var width = found.values().size();
          for (var i = 0; i < width; i++) {
            assertEquals(found.mean()[i], mean.y(i));
            assertEquals(found.values().get(i).at(), mean.x(i));
            assertEquals(found.curves()[1][i], curves.y(width + 1 + i));
          }
          assertTrue(Double.isNaN(curves.y(width)), "curves are broken");
          assertEquals("each row", lines(plane, PlaneLine.Kind.LEVEL).getFirst().name());
          var rows = Objects.requireNonNull(opened.model.judged.get()).data().rows();
          var bars = lines(plane, PlaneLine.Kind.BAR);
          assertTrue(bars.stream().anyMatch(it -> it.name().equals(rows + " rows")));
        });
  }

  @Test
  void aRowWithALargeErrorIsOpened() {
    FxThread.run(
        () -> {
          for (var sample : List.of(BundledSample.IRIS, BundledSample.DIABETES)) {
            var opened = new Opened(sample);
            var told = new ArrayList<Integer>();
            var pane = new ErrorsPane(opened.model, tasks, files(), told::add);
            @SuppressWarnings("unchecked")
            var table = (TableView<Integer>) pane.lookup("#evaluate-errors");
            var judged = Objects.requireNonNull(opened.model.judged.get());
            var worst = LargestErrors.rows(judged.answers(), judged.data().targets());
            assertEquals(Arrays.stream(worst).boxed().toList(), table.getItems());
            table.getSelectionModel().select(1);
            table.fireEvent(
                new KeyEvent(
                    KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            assertEquals(List.of(judged.data().sourceRows()[worst[1]] + 1), told);
            var error = table.getColumns().get(3).getCellData(0);
            var largest = LargestErrors.of(judged.answers(), judged.data().targets(), worst[0]);
            assertEquals(Numbers.rounded(largest, 5), error);
            opened.model.choose(EvaluatedRows.TRAINING);
            assertEquals(LargestErrors.MOST, table.getItems().size());
          }
        });
  }
}
