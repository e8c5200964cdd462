package dev.neuralworkbench.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.model.ReferenceCase;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.chart.plane.Places;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.chart.plane.PlaneLine;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the screen shows of the reference case, read from its cells, against scikit-learn. */
class ShownScoresTest {

  private static final List<String> NAMES = List.of("elm", "oak", "yew");

  private final InlineTasks tasks = new InlineTasks();
  private final List<Integer> opened = new ArrayList<>();
  private final Messages messages = new Messages(Sentences::of, Language.ENGLISH);

  /** The parts of the screen for a model and a part of its rows. */
  private final class Shown {

    private final EvaluateViewModel model;
    private final Scene scene;

    Shown(ReferenceCase of, RowPart part) {
      var workspace = new Workspace(of.document(), tasks);
      var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
      model = new EvaluateViewModel(workspace, trainer, tasks);
      model.choose(EvaluatedRows.of(part));
      model.seen(true);
      var pane = new ScoresPane(model, files(), new Pane());
      scene =
          new Scene(
              new VBox(pane.numbers, pane.curves, new CellRows(model, files(), opened::add)),
              900,
              900);
    }

    Node find(String selector) {
      return Objects.requireNonNull(scene.lookup(selector), selector);
    }

    Plane plane(String selector) {
      return Objects.requireNonNull(((PlaneChart) find(selector)).shown());
    }
  }

  private ChartFiles files() {
    return new ChartFiles(
        new WindowServices(messages, new TestDialogs(), tasks, new Notices()), () -> "x");
  }

  /** The texts of a grid, row by row; empty where there is none. */
  static List<List<String>> cells(Node grid) {
    var found = new ArrayList<List<String>>();
    for (var child : ((GridPane) grid).getChildren()) {
      if (child instanceof Labeled labeled) {
        var row = GridPane.getRowIndex(child);
        var column = GridPane.getColumnIndex(child);
        while (found.size() <= row) {
          found.add(new ArrayList<>());
        }
        while (found.get(row).size() <= column) {
          found.get(row).add("");
        }
        found.get(row).set(column, labeled.getText());
      }
    }
    return found;
  }

  /** "Logistic regress-ion" is no head. */
  @Test
  void aHeadIsAsWideAsItsLongestWord() {
    FxThread.run(
        () -> {
          var grid = new LabelGrid();
          grid.wrappedHead(1, "Logistic regression");
          var head = (Label) grid.getChildren().getFirst();
          new Scene(new VBox(grid));
          grid.applyCss();
          var word = new Text("regression");
          word.setFont(head.getFont());
          var both = new Text("Logistic regression");
          both.setFont(head.getFont());
          assertTrue(head.minWidth(-1) >= word.getLayoutBounds().getWidth());
          assertTrue(head.minWidth(-1) < both.getLayoutBounds().getWidth());
        });
  }

  @ParameterizedTest
  @EnumSource
  void theMatrixHasTrueClassesDownAndPredictedOnesAcross(RowPart part) {
    FxThread.run(
        () -> {
          var shown = new Shown(ReferenceCase.KIND, part);
          var counts = counts(ReferenceCase.KIND.expected(part));
          var expected = new ArrayList<List<String>>();
          expected.add(List.of());
          expected.add(List.of("", "elm", "oak", "yew", messages.now("evaluate.confusion.sum")));
          for (var actual = 0; actual < 3; actual++) {
            var line = new ArrayList<>(List.of(NAMES.get(actual)));
            IntStream.of(counts[actual]).forEach(it -> line.add(String.valueOf(it)));
            line.add(String.valueOf(IntStream.of(counts[actual]).sum()));
            expected.add(line);
          }
          var sums = new ArrayList<>(List.of(messages.now("evaluate.confusion.sum")));
          for (var c = 0; c < 3; c++) {
            sums.add(String.valueOf(counts[0][c] + counts[1][c] + counts[2][c]));
          }
          sums.add(ReferenceCase.KIND.expected(part).get("rows").getAsString());
          expected.add(sums);
          assertEquals(expected, cells(shown.find("#evaluate-confusion")));
        });
  }

  private static int[][] counts(JsonObject said) {
    return said.getAsJsonArray("confusion").asList().stream()
        .map(it -> it.getAsJsonArray().asList().stream().mapToInt(n -> n.getAsInt()).toArray())
        .toArray(int[][]::new);
  }

  @ParameterizedTest
  @EnumSource
  void scoresOfClassesStandBelowTheirHeads(RowPart part) {
    FxThread.run(
        () -> {
          var shown = new Shown(ReferenceCase.KIND, part);
          var said = ReferenceCase.KIND.expected(part);
          var expected = new ArrayList<List<String>>();
          var heads = List.of("class", "precision", "recall", "specificity", "f1", "rows");
          expected.add(heads.stream().map(it -> messages.now("evaluate.of." + it)).toList());
          for (var each : said.getAsJsonArray("classes")) {
            var of = each.getAsJsonObject();
            expected.add(line(of.get("name").getAsString(), of));
          }
          var specificity =
              said.getAsJsonArray("classes").asList().stream()
                  .mapToDouble(it -> it.getAsJsonObject().get("specificity").getAsDouble())
                  .average();
          said.addProperty("specificity", specificity.orElseThrow());
          expected.add(line(messages.now("evaluate.average.macro"), said));
          var found = cells(shown.find("#evaluate-classes"));
          assertEquals(expected, found.subList(0, 5));
          var averages = said.getAsJsonObject("more").getAsJsonObject("averages");
          for (var average : List.of("micro", "weighted")) {
            var of = averages.getAsJsonObject(average);
            var line = found.get(average.equals("micro") ? 5 : 6);
            assertEquals(messages.now("evaluate.average." + average), line.getFirst());
            assertEquals(Numbers.share(of.get("precision").getAsDouble()), line.get(1));
            assertEquals(Numbers.share(of.get("recall").getAsDouble()), line.get(2));
            assertEquals(Numbers.share(of.get("f1").getAsDouble()), line.get(4));
          }
          assertScores(shown, said, "accuracy", "log_loss", "auc", "mcc");
        });
  }

  private static List<String> line(String name, JsonObject of) {
    return List.of(
        name,
        Numbers.share(of.get("precision").getAsDouble()),
        Numbers.share(of.get("recall").getAsDouble()),
        Numbers.share(of.get("specificity").getAsDouble()),
        Numbers.share(of.get("f1").getAsDouble()),
        of.get("rows").getAsString());
  }

  /** The network's, those of a constant answer, the linear model's. */
  private void assertScores(Shown shown, JsonObject said, String... metrics) {
    var grid = shown.find("#evaluate-" + metrics[0]).getParent();
    for (var i = 0; i < metrics.length; i++) {
      var id = metrics[i];
      var cells = new ArrayList<>(cells(grid).get(i + 1));
      assertTrue(
          cells.remove(2).matches("\u2212?[\\d.]+( \u2013 |\u2013)\u2212?[\\d.]+"), "interval");
      assertEquals(messages.now("study.metric." + id), cells.getFirst());
      var isInUnits = List.of("rmse", "mae").contains(id);
      var lowerIsBetter = isInUnits || List.of("log_loss", "mape").contains(id);
      var columns = List.of(said, said.getAsJsonObject("constant"), said.getAsJsonObject("linear"));
      for (var column = 0; column < 3; column++) {
        var number = columns.get(column).get(id).getAsDouble();
        assertEquals(
            number,
            Double.parseDouble(cells.get(column + 1).replace('\u2212', '-')),
            isInUnits ? 5e-4 * Math.abs(number) : 5.1e-4,
            id + " " + column);
      }
      assertBest(grid, i + 1, cells.subList(1, 4), lowerIsBetter);
    }
  }

  /** What reads best is marked, and nothing else. */
  private static void assertBest(Node grid, int row, List<String> scores, boolean lowerIsBetter) {
    var numbers = scores.stream().map(it -> Double.parseDouble(it.replace('\u2212', '-'))).toList();
    var best = lowerIsBetter ? Collections.min(numbers) : Collections.max(numbers);
    for (var child : ((GridPane) grid).getChildren()) {
      var column = GridPane.getColumnIndex(child);
      if (GridPane.getRowIndex(child) == row && column > 0 && column != 2) {
        var isBest = numbers.get(column == 1 ? 0 : column - 2).equals(best);
        assertEquals(isBest, child.getStyleClass().contains("score-best"), scores::toString);
      }
    }
  }

  /** 13 of 16 validation rows are right, by logistic regression 11. */
  @Test
  void theLineAboveNamesTheNetworksScoreFirst() {
    FxThread.run(
        () -> {
          var classes = new Shown(ReferenceCase.KIND, RowPart.VALIDATION);
          assertEquals(
              messages.now(
                  "evaluate.verdict.beside",
                  messages.now("evaluate.verdict.classes", "13", 16),
                  "11"),
              line(classes));
          var numbers = new Shown(ReferenceCase.HEIGHT, RowPart.VALIDATION);
          assertEquals(
              messages.now(
                  "evaluate.verdict.beside",
                  messages.now("evaluate.verdict.numbers", "0.849"),
                  "0.942"),
              line(numbers));
        });
  }

  private String line(Shown shown) {
    var judged = Objects.requireNonNull(shown.model.judged.get());
    return JudgedWords.verdict(messages.words(), judged, shown.model.linear.get());
  }

  @ParameterizedTest
  @EnumSource
  void scoresOfNumbersStandBelowTheirHeads(RowPart part) {
    FxThread.run(
        () ->
            assertScores(
                new Shown(ReferenceCase.HEIGHT, part),
                ReferenceCase.HEIGHT.expected(part),
                "r2",
                "rmse",
                "mae",
                "mape"));
  }

  @Test
  void whatIsSaidOfTheMatrixNamesTheTrueClassFirst() {
    FxThread.run(
        () -> {
          var shown = new Shown(ReferenceCase.KIND, RowPart.TEST);
          assertEquals(
              messages.now("evaluate.confusion.told", "3", "19", "13")
                  + " "
                  + messages.now("evaluate.confusion.worst", "elm", "oak", "4"),
              ((ConfusionGrid) shown.find("#evaluate-confusion")).told.get());
          assertEquals(
              messages.now("evaluate.confusion.cell", "elm", "oak", "4", "66.7"),
              ((Button) shown.find("#confusion-0-1")).getAccessibleText());
        });
  }

  @Test
  void rowsBelowTheMatrixAreThoseOfTheCellWithTheirClasses() {
    FxThread.run(
        () -> {
          var shown = new Shown(ReferenceCase.KIND, RowPart.TEST);
          var table = (TableView<?>) shown.find("#evaluate-rows");
          var rows = ReferenceCase.table();
          var kind = Objects.requireNonNull(rows.column("kind"));
          var predicted = ReferenceCase.KIND.expected().getAsJsonArray("predicted");
          var wrong = lines(table);
          assertEquals(6, wrong.size());
          for (var line : wrong) {
            var row = Integer.parseInt(line.getFirst()) - 1;
            assertEquals(
                List.of(kind.text(row), predicted.get(row).getAsString()), line.subList(1, 3));
            assertEquals(probability(row, line.get(2)), line.get(3));
          }
          shown.model.select(new Listed.Cell(0, 1));
          for (var line : lines(table)) {
            var row = Integer.parseInt(line.getFirst()) - 1;
            assertEquals("elm", kind.text(row));
            assertEquals(
                List.of(
                    probability(row, "oak"),
                    rows.column("x").text(row),
                    rows.column("y").text(row)),
                line.subList(1, 4));
          }
          assertEquals(4, table.getItems().size());
          assertEquals(
              messages.now("evaluate.rows.heading", "elm", "oak", "4"),
              ((Labeled) shown.find("#evaluate-rows-heading")).getText());
        });
  }

  private static String probability(int row, String name) {
    return Numbers.share(
        ReferenceCase.KIND
            .expected()
            .getAsJsonArray("probabilities")
            .get(row)
            .getAsJsonArray()
            .get(NAMES.indexOf(name))
            .getAsDouble());
  }

  private static List<List<String>> lines(TableView<?> table) {
    return IntStream.range(0, table.getItems().size())
        .mapToObj(i -> table.getColumns().stream().map(it -> (String) it.getCellData(i)).toList())
        .toList();
  }

  @Test
  void actualNumbersLieAcrossAndResidualsAreActualLessPredicted() {
    FxThread.run(
        () -> {
          var shown = new Shown(ReferenceCase.HEIGHT, RowPart.TEST);
          var answers = shown.plane("#evaluate-answers");
          assertEquals(messages.now("evaluate.actual", "height"), answers.xName());
          assertEquals(messages.now("evaluate.predicted", "height"), answers.yName());
          var residuals = shown.plane("#evaluate-residuals");
          assertEquals(messages.now("evaluate.predicted", "height"), residuals.xName());
          assertEquals(messages.now("evaluate.residual"), residuals.yName());
          var table = ReferenceCase.table();
          var height = Objects.requireNonNull(table.column("height"));
          var predicted = ReferenceCase.HEIGHT.expected().getAsJsonArray("predicted");
          var rows =
              IntStream.range(0, table.rows())
                  .filter(row -> table.column("part").text(row).equals("test"))
                  .filter(row -> !height.isMissing(row))
                  .toArray();
          assertEquals(rows.length, answers.dots().getFirst().count());
          for (var i = 0; i < rows.length; i++) {
            var actual = height.value(rows[i]);
            var said = predicted.get(rows[i]).getAsDouble();
            assertPlace(answers, i, actual, said);
            assertPlace(residuals, i, said, actual - said);
          }
        });
  }

  private static void assertPlace(Plane plane, int index, double x, double y) {
    assertArrayEquals(new double[] {x, y}, Places.of(plane, index), 1e-4);
  }

  @ParameterizedTest
  @EnumSource
  void curvesOfEachClassHaveTheAreasThatStandBesideTheirNames(RowPart part) {
    FxThread.run(
        () -> {
          var plane = new Shown(ReferenceCase.KIND, part).plane("#evaluate-roc");
          assertEquals(messages.now("evaluate.roc.false"), plane.xName());
          assertEquals(messages.now("evaluate.roc.true"), plane.yName());
          var areas = ReferenceCase.KIND.expected(part).getAsJsonArray("areas");
          var names = ((Tints.Classes) plane.tints()).names();
          for (var c = 0; c < 3; c++) {
            var area = areas.get(c).getAsDouble();
            assertEquals(NAMES.get(c) + " " + Numbers.share(area), names.get(c));
            var index = c;
            var line = plane.lines().stream().filter(it -> it.shade() == index).findFirst();
            assertEquals(area, below(line.orElseThrow()), 1e-9);
          }
        });
  }

  /** Of one class the area is told beside its name, and precision–recall has scikit-learn's. */
  @Test
  void thePositiveClassIsThatOfCurvesAndCalibration() {
    FxThread.run(
        () -> {
          var shown = new Shown(ReferenceCase.KIND, RowPart.TEST);
          var said = ReferenceCase.KIND.expected(RowPart.TEST).getAsJsonObject("more");
          var oak = said.getAsJsonArray("of").get(1).getAsJsonObject();
          shown.model.positive.choose(1);
          ((ToggleButton) shown.find("#evaluate-curves-recall")).fire();
          var plane = shown.plane("#evaluate-roc");
          assertEquals(messages.now("evaluate.of.recall"), plane.xName());
          assertEquals(2, plane.lines().size(), "chance and oak");
          assertEquals(
              messages.now(
                  "evaluate.recall.of",
                  "oak",
                  Numbers.share(oak.get("average_precision").getAsDouble())),
              plane.lines().getLast().name());
          assertEquals(9 / 19.0, plane.lines().getFirst().points().y(0), 1e-12, "share of oaks");
          var details = Objects.requireNonNull(shown.model.details.get());
          assertEquals(1, Objects.requireNonNull(details.probabilities()).positive());
          var pane = new CalibrationPane(shown.model, files());
          var grid = cells(pane.lookup("#evaluate-bins"));
          var shares =
              grid.subList(1, 6).stream().map(it -> it.get(3)).filter(it -> !it.equals("–"));
          assertEquals(
              oak.getAsJsonArray("share").asList().stream()
                  .map(it -> Numbers.share(it.getAsDouble()))
                  .toList(),
              shares.toList());
          var counts = grid.subList(1, 6).stream().mapToInt(it -> Integer.parseInt(it.get(1)));
          assertEquals(19, counts.sum());
          var bin = IntStream.range(0, 5).filter(i -> !grid.get(i + 1).get(1).equals("0")).max();
          var id = bin.orElseThrow();
          ((Hyperlink) pane.lookup("#evaluate-bin-" + id)).fire();
          var listed = (TableView<?>) shown.find("#evaluate-rows");
          assertEquals(Integer.parseInt(grid.get(id + 1).get(1)), listed.getItems().size());
          ((Hyperlink) pane.lookup("#evaluate-bin-0")).fire();
          assertEquals(
              messages.now("evaluate.rows.probability", "oak"),
              listed.getColumns().get(3).getText());
          for (var line : lines(listed)) {
            var row = Integer.parseInt(line.getFirst()) - 1;
            assertEquals(probability(row, "oak"), line.get(3));
          }
          var back = (Button) shown.find("#evaluate-rows-back");
          assertTrue(back.isVisible());
          back.fire();
          assertEquals(6, listed.getItems().size(), "the wrong ones");
          assertFalse(back.isVisible());
        });
  }

  /** A row for each point: residuals against an input are there too. */
  @Test
  void residualsLieAgainstAnInputThatIsChosenAndBarsCountAllRows() {
    FxThread.run(
        () -> {
          var shown = new Shown(ReferenceCase.HEIGHT, RowPart.TRAINING);
          var judged = Objects.requireNonNull(shown.model.judged.get());
          var numbers = (JudgedPart.ChartShapes.Numbers) judged.shapes();
          var plane =
              new ScoreCharts(messages).residuals(judged, numbers, judged.inputs().getFirst());
          assertEquals("x", plane.xName());
          assertEquals(
              judged.inputs().getFirst().value(judged.data().sourceRows()[0]),
              Places.of(plane, 0)[0]);
          var bars = numbers.residuals();
          assertEquals(
              judged.data().rows(), IntStream.range(0, bars.intervals()).map(bars::count).sum());
        });
  }

  @Test
  void aWrongRowIsOpenedByEnterAndByTwoClicks() {
    FxThread.run(
        () -> {
          var shown = new Shown(ReferenceCase.KIND, RowPart.TRAINING);
          var table = (TableView<?>) shown.find("#evaluate-rows");
          press(table, KeyCode.ENTER);
          assertEquals(List.of(), opened, "none is chosen");
          table.getSelectionModel().select(1);
          press(table, KeyCode.SPACE);
          click(table, 1);
          assertEquals(List.of(), opened);
          press(table, KeyCode.ENTER);
          click(table, 2);
          var judged = shown.model.judged.get();
          var row = judged.data().sourceRows()[judged.wrongRows()[1]] + 1;
          assertEquals(List.of(row, row), opened);
        });
  }

  private static void press(Node node, KeyCode key) {
    node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }

  private static void click(Node node, int times) {
    node.fireEvent(
        new MouseEvent(
            MouseEvent.MOUSE_CLICKED,
            0,
            0,
            0,
            0,
            MouseButton.PRIMARY,
            times,
            false,
            false,
            false,
            false,
            true,
            false,
            false,
            false,
            false,
            true,
            null));
  }

  private static double below(PlaneLine line) {
    var points = line.points();
    return IntStream.range(1, points.length())
        .mapToDouble(i -> (points.x(i) - points.x(i - 1)) * (points.y(i) + points.y(i - 1)) / 2)
        .sum();
  }
}
