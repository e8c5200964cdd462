package dev.neuralworkbench.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.drawing.image.RowImageView;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.TestModels;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Images of 5 × 5 pixels, told apart by the first alone: a linear model answers "b" with the
 * probability 1 / (1 + exp(−x / 10)), and all rows but the last are "a".
 */
class RowImagesTest {

  private static final int PIXELS = 25;

  private final List<Integer> opened = new ArrayList<>();
  private EvaluateViewModel model;

  @Test
  void theMostConfidentComeFirstWithClassPredictionAndProbability() {
    FxThread.run(
        () -> {
          var rows = shown(20, 3, 60, 53, 52, 0.5, 90);
          assertEquals("Wrong predictions: 6, most confident first", heading(rows));
          // 1 / (1 + exp(−6)) = 0.9975, of 5.3 0.99503, of 5.2 0.9945, of 2 0.881, of 0.3 0.574.
          assertEquals(
              List.of(
                  "a → b, > 99%",
                  "a → b, > 99%", "a → b, 99%", "a → b, 88%", "a → b, 57%", "a → b, 51%"),
              images(rows).stream().map(Button::getText).toList());
          assertEquals(
              "Row 1: class a, predicted as b with 88%; opens on Predict.",
              images(rows).get(3).getAccessibleText());
          images(rows).get(3).fire();
          images(rows).get(0).fire();
          assertEquals(List.of(1, 3), opened);
        });
  }

  /** The last row is right: its cell shows it, and there is nothing to be put in order. */
  @Test
  void aCellShowsItsRows() {
    FxThread.run(
        () -> {
          var rows = shown(20, 3, 90);
          model.select(new Listed.Cell(1, 1));
          assertEquals("Class b, predicted as b: 1 row", heading(rows));
          assertEquals(
              List.of("b → b, > 99%"), images(rows).stream().map(Button::getText).toList());
          assertTrue(images(rows).getFirst().getGraphic() instanceof RowImageView);
          assertFalse(rows.lookup("#evaluate-rows").isVisible(), "no table of 25 columns");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "100, 'Wrong predictions: 100, most confident first'",
    "101, 'Wrong predictions: 101, the 100 most confident'"
  })
  void noMoreAreMadeThanCanBeLookedAt(int wrong, String heading) {
    FxThread.run(
        () -> {
          var x = IntStream.rangeClosed(1, wrong + 1).mapToDouble(i -> i).toArray();
          var rows = shown(x);
          assertEquals(heading, heading(rows));
          assertEquals(100, images(rows).size());
        });
  }

  @Test
  void anImageHasThePixelsOfItsRow() {
    FxThread.run(
        () -> {
          shown(20, 3, 40, 90);
          var judged = model.judged.get();
          for (var row = 0; row < judged.data().rows(); row++) {
            var image = judged.image(row);
            assertEquals(5, image.side());
            var x = new double[] {20, 3, 40, 90}[judged.data().sourceRows()[row]];
            assertEquals(x / 90, image.shares()[0], 1e-6);
            assertEquals(row % 2, image.shares()[7], 1e-6);
          }
        });
  }

  private static String heading(CellRows rows) {
    return ((Label) rows.lookup("#evaluate-rows-heading")).getText();
  }

  private static List<Button> images(CellRows rows) {
    var flow = (FlowPane) ((RowImages) rows.lookup("#evaluate-images")).getContent();
    return flow.getChildren().stream().map(Button.class::cast).toList();
  }

  /** Rows whose first pixels are these; the last is "b". All of them are training rows. */
  private CellRows shown(double... x) {
    var columns = new ArrayList<Column>();
    columns.add(NumberColumn.of("p0", x));
    for (var pixel = 1; pixel < PIXELS; pixel++) {
      var values = new double[x.length];
      Arrays.setAll(values, row -> row % 2 * 90);
      columns.add(NumberColumn.of("p" + pixel, values));
    }
    var names = new String[x.length];
    Arrays.fill(names, "a");
    names[x.length - 1] = "b";
    columns.add(TextColumn.of("kind", names));
    var document =
        Document.of(DataReference.ofTyped(Table.of("images", columns.toArray(Column[]::new))));
    var draft = document.draft();
    var preparation = draft.preparation();
    var whole = preparation.split().withTest(0).withValidation(0);
    draft =
        draft
            .withPreparation(preparation.withScaling(Scaling.NONE).withSplit(whole))
            .withNetwork(draft.network().withHidden(List.of()));
    document = document.withDraft(draft);
    var weights = new float[PIXELS];
    weights[0] = 0.1f;
    var linear = new NetworkWeights(List.of(new LayerWeights(PIXELS, 1, weights, new float[1])));
    var made = TestModels.untrained(document);
    document =
        document.withTrained(new Model(draft, made.preprocessor(), linear, made.history(), null));
    var tasks = new InlineTasks();
    var workspace = new Workspace(document, tasks);
    var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    model = new EvaluateViewModel(workspace, trainer, tasks);
    var messages = new Messages(Sentences::of, Language.ENGLISH);
    var window = new WindowServices(messages, new TestDialogs(), tasks, new Notices());
    var rows = new CellRows(model, new ChartFiles(window, () -> "x"), opened::add);
    new Scene(rows);
    model.choose(EvaluatedRows.TRAINING);
    model.seen(true);
    return rows;
  }
}
