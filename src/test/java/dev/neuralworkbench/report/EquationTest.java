package dev.neuralworkbench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.explain.step.Equation;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.report.Houses.Plan;
import dev.neuralworkbench.testing.PrintedMaths;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.ui.workspace.TestModels;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever puts a row's cells into the equation printed gets the model's prediction. */
class EquationTest {

  private static final Pattern CATEGORY = Pattern.compile("\\[“(.*?)” = (.*?)]");

  private static final Pattern NAME = Pattern.compile("“(.*?)”");

  private static final Pattern COEFFICIENT =
      Pattern.compile("([−+]? ?)([0-9.]+) · (.+?)(?= [+−] |$)");

  /** The lines as they are printed, name and formula. */
  private static Map<String, String> printed(Model model) {
    var equation = Equation.of(model.preprocessor(), model.experiment().network(), model.weights());
    var lines = new LinkedHashMap<String, String>();
    equation.orElseThrow().lines().forEach(it -> lines.put(text(it.name()), text(it.right())));
    return lines;
  }

  private static String text(Expression maths) {
    return MathsText.symbols(maths, Decimals.DEFAULT);
  }

  /** The numbers that the lines come to for a row, in which nothing is missing. */
  private static Map<String, Double> values(Map<String, String> lines, Table table, int row) {
    var known = new LinkedHashMap<String, Double>();
    lines.forEach(
        (name, formula) -> {
          if (!name.equals("p(k)")) {
            known.put(name, value(formula, table, row, known));
          }
        });
    return known;
  }

  private static double value(String formula, Table table, int row, Map<String, Double> known) {
    var text = formula;
    for (var entry : known.entrySet()) {
      var name = Pattern.quote(entry.getKey());
      var letter = "(?<![\\p{L}“])" + name + "(?![\\p{L}”])";
      text = text.replaceAll(letter, "(" + plain(entry.getValue()) + ")");
    }
    text =
        CATEGORY
            .matcher(text)
            .replaceAll(it -> it.group(2).equals(table.named(it.group(1)).text(row)) ? "1" : "0");
    text = text.replaceAll("\\[“.*?.missing”]", "0");
    text =
        NAME.matcher(text)
            .replaceAll(it -> Matcher.quoteReplacement("(" + cell(it.group(1), table, row) + ")"));
    return new PrintedMaths(text.replace("−", "-").replace(" ", ""), "=", "").value();
  }

  private static String cell(String name, Table table, int row) {
    var part = name.lastIndexOf('.');
    if (part < 0) {
      return plain(table.named(name).value(row));
    }
    var date = LocalDate.parse(table.named(name.substring(0, part)).text(row));
    return switch (name.substring(part + 1)) {
      case "year" -> "" + date.getYear();
      case "month" -> "" + date.getMonthValue();
      case "day" -> "" + date.getDayOfMonth();
      default -> "" + date.getDayOfWeek().getValue();
    };
  }

  private static String plain(double value) {
    return new BigDecimal(value).toPlainString();
  }

  static List<Plan> plans() {
    var plans = new ArrayList<Plan>();
    for (var scaling : Scaling.values()) {
      plans.add(Plan.of("price", Loss.MEAN_SQUARED_ERROR).with(scaling, MissingValues.MEAN));
    }
    for (var activation : List.of(Activation.TANH, Activation.SIGMOID, Activation.SOFTPLUS)) {
      plans.add(Plan.of("price", Loss.MEAN_SQUARED_ERROR).withOutput(activation));
    }
    for (var classes :
        List.of(
            Plan.of("two", Loss.BINARY_CROSS_ENTROPY),
            Plan.of("two", Loss.CATEGORICAL_CROSS_ENTROPY),
            Plan.of("three", Loss.CATEGORICAL_CROSS_ENTROPY),
            Plan.of("two", Loss.MEAN_SQUARED_ERROR).withOutput(Activation.SIGMOID),
            Plan.of("three", Loss.MEAN_SQUARED_ERROR).withOutput(Activation.SIGMOID))) {
      plans.add(classes);
      plans.add(classes.balancedOnes());
    }
    return plans;
  }

  @ParameterizedTest
  @MethodSource("plans")
  void equationGivesThePrediction(Plan plan) {
    var model = plan.model();
    var table = Houses.table();
    var lines = printed(model);
    var predictor = new ModelPredictor(model, new PortableProducts());
    for (var row : new int[] {0, 1, 2, 7, 20, 55}) {
      var values = values(lines, table, row);
      switch (predictor.predict(RawRow.of(model.preprocessor(), table, row))) {
        case Prediction.OfNumber(var number) -> {
          var target = (NumberTarget) model.preprocessor().target();
          var range = target.maximum() - target.minimum();
          // 15 terms, each within half a millionth, and single precision.
          assertEquals(number, values.get("“price”"), 8e-6 * range, lines.toString());
        }
        case Prediction.OfClass of -> {
          var total = 0.0;
          for (var name : of.classes()) {
            total += Math.exp(values.getOrDefault("z(“" + name + "”)", 0.0));
          }
          for (var c = 0; c < of.classes().size(); c++) {
            var name = of.classes().get(c);
            var p =
                lines.containsKey("p(k)")
                    ? Math.exp(values.get("z(“" + name + "”)")) / total
                    : values.get("p(“" + name + "”)");
            assertEquals(of.probabilities().get(c), p, 4e-6, lines.toString());
          }
        }
        case Prediction.None none -> throw new AssertionError(none);
      }
    }
  }

  @Test
  void networkWithAHiddenLayerOrVeryManyTermsHasNone() {
    var hidden = Plan.of("price", Loss.MEAN_SQUARED_ERROR, DenseDesign.of(1, Activation.IDENTITY));
    for (var model : List.of(hidden.model(), wide(51), wide(50))) {
      var equation =
          Equation.of(model.preprocessor(), model.experiment().network(), model.weights());
      assertEquals(model.inputs() == 50, equation.isPresent());
    }
  }

  /** A training that diverged, and a column whose spread is next to nothing. */
  @Test
  void weightsWithoutNumbersHaveNoneAndWhatOverflowsIsShownSo() {
    var model = Plan.of("price", Loss.MEAN_SQUARED_ERROR).model();
    var design = model.experiment().network();
    var diverged = model.weights().withWeight(0, 2, 0, Float.NaN);
    assertTrue(Equation.of(model.preprocessor(), design, diverged).isEmpty());
    var inputs = new ArrayList<>(model.preprocessor().inputs());
    inputs.set(0, new NumberInput("rooms", 0, 1, 0.5, 0.5, 0.5, 1e-300));
    var preprocessor = new Preprocessor(inputs, model.preprocessor().target(), MissingValues.MEAN);
    var large = model.weights().withWeight(0, 0, 0, 1e38f);
    var right = Equation.of(preprocessor, design, large).orElseThrow().lines().getFirst().right();
    assertTrue(text(right).startsWith("∞ · “rooms” "), text(right));
  }

  /** A network for two classes, each with an output. */
  private static Model wide(int inputs) {
    var columns = new ArrayList<Column>();
    for (var i = 0; i < inputs; i++) {
      var of = i;
      columns.add(
          NumberColumn.of(
              "x" + i, IntStream.range(0, 20).mapToDouble(r -> (r * 7 + of) % 20).toArray()));
    }
    columns.add(
        TextColumn.of(
            "y",
            IntStream.range(0, 20).mapToObj(r -> r % 2 == 0 ? "a" : "b").toArray(String[]::new)));
    var document = Document.of(DataReference.ofTyped(new Table("wide", columns, 20)));
    var draft = document.draft();
    return TestModels.untrained(
        document.withDraft(draft.withNetwork(NetworkDesign.of(Loss.CATEGORICAL_CROSS_ENTROPY))));
  }

  /** Trained to the end, a linear network is least squares: scikit-learn's on the raw columns. */
  @Test
  void coefficientsAreThoseOfLeastSquaresOnTheRawColumns() throws Exception {
    var text = Files.readString(Path.of("src/test/resources/equation/linear.json"));
    var truth = JsonParser.parseString(text).getAsJsonObject();
    var colors =
        truth.getAsJsonArray("color").asList().stream()
            .map(it -> it.getAsString())
            .toArray(String[]::new);
    var table =
        Table.of(
            "linear",
            NumberColumn.of("rooms", numbers(truth.getAsJsonArray("rooms"))),
            NumberColumn.of("year", numbers(truth.getAsJsonArray("year"))),
            TextColumn.of("color", colors),
            NumberColumn.of("price", numbers(truth.getAsJsonArray("price"))));
    var document = Document.of(DataReference.ofTyped(table));
    var draft = document.draft();
    var config = TrainingConfig.of(new Sgd(0.1, 0.9, true), 40, 3_000).withSeed(1);
    var brief =
        document.withDraft(
            draft
                .withPreparation(draft.preparation().withSplit(Split.NONE))
                .withNetwork(NetworkDesign.of(Loss.MEAN_SQUARED_ERROR))
                .withTraining(config));
    var plan = TrainingPlan.of(brief);
    var data = PreparedData.of(plan.experiment().preparation(), table);
    var session = plan.session(data, new PortableProducts());
    session.run(new RunControl());
    var lines = printed(plan.model(session, data));
    assertEquals(List.of("“price”"), List.copyOf(lines.keySet()));
    var equation = lines.get("“price”");
    var found = new LinkedHashMap<String, Double>();
    var terms = COEFFICIENT.matcher(equation);
    while (terms.find()) {
      var sign = terms.group(1).strip().equals("−") ? -1 : 1;
      found.put(terms.group(3), sign * Double.parseDouble(terms.group(2)));
    }
    var coefficients = numbers(truth.getAsJsonArray("coefficients"));
    assertEquals(coefficients[0], found.get("“rooms”"), 1e-4, equation);
    assertEquals(coefficients[1], found.get("“year”"), 1e-5, equation);
    // Of one-hot inputs only differences are determined.
    var blue = found.get("[“color” = blue]");
    assertEquals(coefficients[2], found.get("[“color” = green]") - blue, 2e-4, equation);
    assertEquals(coefficients[3], found.get("[“color” = red]") - blue, 2e-4, equation);
    var predicted = numbers(truth.getAsJsonArray("predicted"));
    for (var row = 0; row < table.rows(); row++) {
      assertEquals(predicted[row], values(lines, table, row).get("“price”"), 1e-3);
    }
    assertTrue(equation.length() < 160, equation);
  }

  private static double[] numbers(JsonArray of) {
    return of.asList().stream().mapToDouble(it -> it.getAsDouble()).toArray();
  }
}
