package dev.neuralworkbench.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.baseline.Baseline.LogisticRegression;
import dev.neuralworkbench.baseline.LinearSeparation.Separability;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.metrics.LogLoss;
import dev.neuralworkbench.metrics.PredictedClasses;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against scikit-learn's LogisticRegression, whose numbers stand in golden/logistic. */
class LogisticRegressionTest {

  /** The rows that were fitted. */
  private record Rows(FMatrixRMaj inputs, ClassTargets targets) {

    /** All rows of the file's sample, standardized, or those of the file itself. */
    static Rows of(JsonObject golden) {
      if (golden.has("inputs")) {
        var inputs =
            StreamSupport.stream(golden.getAsJsonArray("inputs").spliterator(), false)
                .map(row -> floats(row.getAsJsonArray()))
                .toArray(float[][]::new);
        var classes =
            StreamSupport.stream(golden.getAsJsonArray("targets").spliterator(), false)
                .mapToInt(it -> it.getAsInt())
                .toArray();
        return new Rows(new FMatrixRMaj(inputs), new ClassTargets(classes, 2));
      }
      var table = Sample.named(golden.get("sample").getAsString()).orElseThrow().table();
      var preparation = Preparation.defaults(table).withSplit(Split.NONE);
      var prepared = PreparedData.of(preparation, table);
      var target = (ClassTarget) prepared.preprocessor().target();
      var names =
          StreamSupport.stream(golden.getAsJsonArray("classes").spliterator(), false)
              .map(it -> it.getAsString())
              .toList();
      assertEquals(names, target.classes());
      var training = prepared.training();
      return new Rows(training.inputs(), (ClassTargets) training.targets());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"iris", "wine", "breast_cancer", "two_separable"})
  void weightsAndScoresAreThoseOfScikitLearn(String name) throws IOException {
    var golden = read(name);
    var rows = Rows.of(golden);
    var fit = LogisticRegression.of(rows.inputs(), rows.targets());
    var coefficients = golden.getAsJsonArray("coef");
    var biases = golden.getAsJsonArray("intercept");
    var two = coefficients.size() == 1;
    for (var c = 1; c < rows.targets().classCount(); c++) {
      var ofClass = coefficients.get(two ? 0 : c).getAsJsonArray();
      for (var j = 0; j < rows.inputs().numCols; j++) {
        var reference = two ? 0 : coefficients.get(0).getAsJsonArray().get(j).getAsDouble();
        assertEquals(ofClass.get(j).getAsDouble() - reference, fit.weight(j, c), 2e-5);
      }
      var reference = two ? 0 : biases.get(0).getAsDouble();
      assertEquals(biases.get(two ? 0 : c).getAsDouble() - reference, fit.bias(c), 2e-5);
    }
    var logits = fit.outputs(rows.inputs());
    var actual = rows.targets().classes();
    assertEquals(golden.get("log_loss").getAsDouble(), logLoss(logits, actual), 1e-6);
    var predicted = PredictedClasses.of(logits, 0);
    var right = IntStream.range(0, actual.length).filter(i -> predicted[i] == actual[i]).count();
    assertEquals(golden.get("right").getAsInt(), right);
    var first = new double[rows.targets().classCount()];
    System.arraycopy(logits.data, 0, first, 0, first.length);
    fit.outputFunction().apply(first, 1, first.length);
    for (var c = 0; c < first.length; c++) {
      var expected = golden.getAsJsonArray("first_probabilities").get(c).getAsDouble();
      assertEquals(expected, first[c], 1e-5);
    }
  }

  /** NumPy's Newton steps on ½ w² + Σ ω ℓ, as scikit-learn's balanced weights with C = 1. */
  @Test
  void classesThatCountOtherwiseAreWeighted() {
    var inputs =
        new FMatrixRMaj(
            new float[][] {{-2}, {-1.5f}, {-1}, {-0.5f}, {0}, {0.5f}, {1}, {1.5f}, {2}, {2.5f}});
    var classes = new int[] {0, 0, 1, 0, 0, 0, 1, 0, 0, 1};
    var weights = new float[] {10 / 14f, 10 / 6f};
    var fit = LogisticRegression.of(inputs, new ClassTargets(classes, 2, weights, false));
    assertEquals(0.33895521, fit.weight(0, 1), 1e-5);
    assertEquals(-0.14163239, fit.bias(1), 1e-5);
  }

  @Test
  void separableRowsAreFittedToTheOptimumAndNotToTheFirstWeightsThatSeparate() throws IOException {
    var rows = Rows.of(read("two_separable"));
    var fit = LogisticRegression.of(rows.inputs(), rows.targets());
    assertEquals(0, fit.errors());
    var first = LinearSeparation.of(rows.inputs(), rows.targets());
    var actual = rows.targets().classes();
    assertTrue(
        logLoss(fit.outputs(rows.inputs()), actual)
            < logLoss(first.fit().model().logits(rows.inputs()), actual),
        "the first weights are unsure of every row");
    assertEquals(Separability.SEPARABLE, LinearSeparation.of(fit, rows.inputs(), rows.targets()));
  }

  @Test
  void rowsThatNothingSeparatesAreStillSaidToBe() {
    var inputs = new FMatrixRMaj(ThreeClasses.INPUTS);
    var targets = new ClassTargets(ThreeClasses.CLASSES, 3);
    var fit = LogisticRegression.of(inputs, targets);
    assertEquals(Separability.NOT_SEPARABLE, LinearSeparation.of(fit, inputs, targets));
  }

  private static double logLoss(DMatrixRMaj logits, int[] actual) {
    return IntStream.range(0, actual.length)
        .mapToDouble(row -> LogLoss.ofRow(logits, row, actual[row]))
        .average()
        .orElseThrow();
  }

  private static JsonObject read(String name) throws IOException {
    var file = "/golden/logistic/" + name + ".json";
    try (var in = LogisticRegressionTest.class.getResourceAsStream(file)) {
      return JsonParser.parseReader(
              new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))
          .getAsJsonObject();
    }
  }

  private static float[] floats(JsonArray numbers) {
    var floats = new float[numbers.size()];
    for (var i = 0; i < floats.length; i++) {
      floats[i] = numbers.get(i).getAsFloat();
    }
    return floats;
  }
}
