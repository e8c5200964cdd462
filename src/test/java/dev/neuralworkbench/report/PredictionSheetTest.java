package dev.neuralworkbench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.explain.step.WorkedPrediction;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.report.Houses.Plan;
import dev.neuralworkbench.testing.PrintedMaths;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody with a spreadsheet redoes a prediction from the cells printed, and from nothing else.
 */
class PredictionSheetTest {

  private static final Pattern WORKED =
      Pattern.compile("</math></td>\n<td>([^<]*)</td>\n<td>([^<]*)</td>");

  private static PredictionSheet sheet(Model model, int row) {
    var raw = RawRow.of(model.preprocessor(), Houses.table(), row);
    return PredictionSheet.of(model, raw, Sentences.of(Language.ENGLISH));
  }

  static List<Plan> plans() {
    var plans = new ArrayList<Plan>();
    for (var target :
        List.of(
            Plan.of("price", Loss.MEAN_SQUARED_ERROR),
            Plan.of("two", Loss.BINARY_CROSS_ENTROPY),
            Plan.of("two", Loss.CATEGORICAL_CROSS_ENTROPY),
            Plan.of("three", Loss.CATEGORICAL_CROSS_ENTROPY),
            Plan.of("two", Loss.MEAN_SQUARED_ERROR).withOutput(Activation.SIGMOID),
            Plan.of("three", Loss.MEAN_SQUARED_ERROR),
            Plan.of("three", Loss.MEAN_SQUARED_ERROR).withOutput(Activation.TANH))) {
      plans.add(target);
      plans.add(target.balancedOnes());
    }
    for (var scaling : Scaling.values()) {
      for (var missing : MissingValues.values()) {
        plans.add(Plan.of("price", Loss.HUBER).with(scaling, missing));
      }
    }
    for (var activation : Activation.values()) {
      plans.add(
          Plan.of(
              "three",
              Loss.CATEGORICAL_CROSS_ENTROPY,
              DenseDesign.of(5, activation),
              new DropoutDesign(0.5),
              DenseDesign.of(3, activation)));
    }
    var wide =
        new DenseDesign[] {
          DenseDesign.of(32, Activation.RELU), DenseDesign.of(16, Activation.SOFTPLUS)
        };
    plans.add(Plan.of("price", Loss.MEAN_ABSOLUTE_ERROR, wide));
    plans.add(Plan.of("two", Loss.BINARY_CROSS_ENTROPY, wide).balancedOnes());
    plans.add(Plan.of("three", Loss.CATEGORICAL_CROSS_ENTROPY, wide).balancedOnes());
    return plans;
  }

  @ParameterizedTest
  @MethodSource("plans")
  void spreadsheetRedoesEveryLineAndThePrediction(Plan plan) {
    var model = plan.model();
    var predictor = new ModelPredictor(model, new PortableProducts());
    var rows = IntStream.concat(IntStream.of(0, 1), Arrays.stream(Houses.LACKING)).toArray();
    for (var row : rows) {
      var printed = redone(sheet(model, row).cells());
      var raw = RawRow.of(model.preprocessor(), Houses.table(), row);
      switch (predictor.predict(raw)) {
        case Prediction.OfNumber number ->
            assertEquals(number.value(), printed.get("“price”"), 2e-6 * Math.abs(number.value()));
        case Prediction.OfClass of -> {
          for (var c = 0; c < of.classes().size(); c++) {
            var name = "p(“" + of.classes().get(c) + "”)";
            assertEquals(of.probabilities().get(c), printed.get(name), 2e-6, name);
          }
        }
        case Prediction.None none -> throw new AssertionError(none);
      }
    }
  }

  /** Works out each line; gives the numbers printed by their names. */
  private static Map<String, Double> redone(String cells) {
    var known = new LinkedHashMap<String, Double>();
    var previous = new ArrayList<String>();
    var present = new ArrayList<String>();
    var lines = 0;
    for (var line : cells.split("\n", -1)) {
      var cell = line.split("\t", -1);
      if (cell.length == 1) {
        // A heading: what is above are the numbers that sums are made of.
        previous.clear();
        previous.addAll(
            present.stream().anyMatch(it -> it.startsWith("a"))
                ? present.stream().filter(it -> it.startsWith("a")).toList()
                : present);
        present.clear();
      }
      if (cell.length < 4 || !cell[2].startsWith("=")) {
        continue;
      }
      lines++;
      assertTrue(cell[2].length() < 8192, "as long as a spreadsheet takes");
      var shown = new BigDecimal(cell[3]);
      var exact = new BigDecimal(Spreadsheet.value(cell[2].substring(1)));
      assertEquals(0, shown.compareTo(exact.setScale(shown.scale(), RoundingMode.HALF_UP)), line);
      if (cell[0].startsWith("z_")) {
        usesWhatIsPrinted(cell[2].substring(1), previous, known);
      }
      known.put(cell[0], Double.parseDouble(cell[3]));
      present.add(cell[0]);
    }
    assertTrue(lines > 3, cells);
    return known;
  }

  /** Each product is of a weight and the number printed above, in their order. */
  private static void usesWhatIsPrinted(
      String sum, List<String> previous, Map<String, Double> known) {
    var products = Pattern.compile("\\*(\\(?-?[0-9.E-]+\\)?)").matcher(sum);
    var used =
        Stream.iterate(products.find(), it -> it, _ -> products.find())
            .map(_ -> Spreadsheet.value(products.group(1)))
            .toList();
    assertEquals(previous.stream().map(known::get).toList(), used);
  }

  /** The class that the sheet ends with is the model's, and each expected cost is printed. */
  @ParameterizedTest
  @MethodSource("plans")
  void sheetEndsWithTheDecision(Plan plan) {
    var plain = plan.model();
    if (plan.target().equals("price")) {
      assertFalse(sheet(plain, 0).page("").contains("because"));
      return;
    }
    var costs =
        plan.target().equals("two")
            ? List.of(List.of(0.0, 7.0), List.of(2.5, 0.0))
            : List.of(List.of(0.0, 1.0, 4.0), List.of(2.0, 0.0, 30.0), List.of(0.5, 0.0, 0.0));
    var decisions = new ArrayList<Decision>();
    decisions.add(null);
    decisions.add(new Decision.Costs(costs));
    if (plan.target().equals("two")) {
      IntStream.rangeClosed(1, 19)
          .forEach(it -> decisions.add(new Decision.Threshold(it % 2, it / 20.0)));
    }
    for (var decision : decisions) {
      var model = plain.withDecision(decision);
      var predictor = new ModelPredictor(model, new PortableProducts());
      // Outputs without limits may all be below 0, or more than one above 1.
      var isOutput = plan.equals(Plan.of("three", Loss.MEAN_SQUARED_ERROR));
      for (var row = 0; row < (isOutput ? Houses.ROWS : 3); row++) {
        var raw = RawRow.of(model.preprocessor(), Houses.table(), row);
        var of = (Prediction.OfClass) predictor.predict(raw);
        var cells = sheet(model, row).cells();
        var said = cells.lines().toList().getLast();
        assertTrue(said.startsWith("Prediction: " + of.answer() + ", because "), said);
        assertTrue(sheet(model, row).page("").contains(">" + said + "</p>\n</html>"), said);
        for (var j = 0; j < of.classes().size(); j++) {
          var name = "C(“" + of.classes().get(j) + "”)\t";
          var line = cells.lines().filter(it -> it.startsWith(name)).toList();
          assertEquals(decision instanceof Decision.Costs ? 1 : 0, line.size());
          if (!line.isEmpty()) {
            var cell = line.getFirst().split("\t", -1);
            var cost = Double.parseDouble(cell[3]);
            assertEquals(cost, Spreadsheet.value(cell[2].substring(1)), 0.6e-8);
            for (var i = 0; i < costs.size(); i++) {
              cost -= of.probabilities().get(i) * costs.get(i).get(j);
            }
            assertEquals(0, cost, 1e-4);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void pageHasTheSameLines(Language language) {
    var model =
        Plan.of("three", Loss.CATEGORICAL_CROSS_ENTROPY, DenseDesign.of(3, Activation.TANH))
            .model();
    var raw = RawRow.of(model.preprocessor(), Houses.table(), 3);
    var sheet = PredictionSheet.of(model, raw, Sentences.of(language));
    var page = sheet.page("houses, row <4>");
    PrintedMaths.check(page);
    assertTrue(page.contains("houses, row &lt;4&gt;"));
    var lines = WORKED.matcher(page);
    var count = 0;
    for (; lines.find(); count++) {
      var text = lines.group(1).replace("−", "-").replace(" ", "");
      var maths = new PrintedMaths(text, "=", lines.group(2));
      assertEquals(maths.printed(), maths.value(), 0.51 * maths.lastDigit(), lines.group());
    }
    assertEquals(sheet.cells().lines().filter(it -> it.contains("\t=")).count(), count);
  }

  @Test
  void rowStandsAboveAsItIsAndAsItIsUsed() {
    var model = Plan.of("price", Loss.MEAN_SQUARED_ERROR).model();
    var cells = sheet(model, Houses.ROWS - 1).cells();
    assertTrue(cells.contains("\nrooms\tmissing\t5."), cells);
    assertTrue(cells.contains("\ncolor\tmissing\t"), cells);
    assertTrue(cells.contains("\nday\tmissing\t20"), cells);
    assertTrue(cells.contains("\nyear built\t1953\t1953\n"), cells);
    // A spreadsheet runs nothing that is not the program's own.
    var green =
        IntStream.range(0, Houses.ROWS)
            .filter(row -> "=green".equals(Houses.table().named("color").text(row)))
            .findFirst()
            .orElseThrow();
    assertTrue(sheet(model, green).cells().contains("\ncolor\t'=green\t'=green\n"));
  }

  @Test
  void unknownCategoryIsNone() {
    var model = Plan.of("price", Loss.MEAN_SQUARED_ERROR).model();
    var known = RawRow.of(model.preprocessor(), Houses.table(), 0);
    var other =
        new RawRow() {
          @Override
          public double number(int input) {
            return known.number(input);
          }

          @Override
          public String text(int input) {
            return input == 2 ? "pink" : known.text(input);
          }
        };
    var words = Sentences.of(Language.ENGLISH);
    var cells = PredictionSheet.of(model, other, words).cells();
    assertTrue(cells.contains("\ncolor\tpink\tunknown: all inputs 0\n"), cells);
    redone(cells);
    assertFalse(cells.contains("[“color” = red]\t=1"), cells);
  }

  @Test
  void networkThatIsTooLargeHasNoSheet() {
    var wide = DenseDesign.of(200, Activation.RELU);
    // 14 · 200 + 200 · 9 + 9 · 20 + 20 = 4,800 products, and with a unit more 5,020.
    var next = DenseDesign.of(9, Activation.RELU);
    var last = DenseDesign.of(20, Activation.RELU);
    redone(sheet(Plan.of("price", Loss.MEAN_SQUARED_ERROR, wide, next, last).model(), 0).cells());
    var words = Sentences.of(Language.ENGLISH);
    var said = new ArrayList<String>();
    for (var hidden :
        List.of(
            List.of(DenseDesign.of(201, Activation.RELU)),
            List.of(wide, next.withUnits(10), last))) {
      var model =
          Plan.of("price", Loss.MEAN_SQUARED_ERROR, hidden.toArray(DenseDesign[]::new)).model();
      var problem = WorkedPrediction.problem(model.weights()).orElseThrow();
      said.add(words.sentence(problem));
    }
    assertEquals(
        List.of(
            "A unit of this network has 201 inputs; a worksheet holds at most 200, because"
                + " spreadsheets refuse longer formulas. Train with fewer units or input columns.",
            "This network has 5,020 weights, not counting biases; a worksheet holds at most 5,000."
                + " Train with fewer units or layers."),
        said);
  }
}
