package dev.neuralworkbench.exchange.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.encode.FeatureInput;
import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.encode.InputEncoder.NumberInput;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.Cleaning;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Replacement;
import dev.neuralworkbench.exchange.onnx.OnnxModel.Port;
import dev.neuralworkbench.exchange.onnx.Tensor.ValueType;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of raw columns, worked out by hand; each graph is written, read and run. */
class InputGraphTest {

  private static final NumberTarget TARGET = new NumberTarget("y", 0, 1, 0, 0, 1);

  private static NumberInput number(String name, double fill, double offset, double scale) {
    return new NumberInput(name, -100, 100, 0, fill, offset, scale);
  }

  private static FeatureInput feature(Feature feature, double offset, double scale) {
    return new FeatureInput(feature, 0, 0, 0, offset, scale);
  }

  private static Tensor run(Preprocessor preprocessor, Map<String, Tensor> columns)
      throws Exception {
    var graph = new GraphBuilder();
    var inputs = InputGraph.add(graph, preprocessor);
    graph.output(inputs, ValueType.FLOAT, preprocessor.inputCount());
    var bytes = new ByteArrayOutputStream();
    OnnxWriter.write(
        new OnnxModel(
            7,
            Map.of("", 13L),
            "test",
            graph.nodes,
            graph.constants,
            graph.inputs,
            graph.outputs,
            Map.of("key", "value")),
        bytes);
    var read = OnnxReader.read(bytes.toByteArray());
    assertEquals(
        preprocessor.inputs().stream().map(it -> it.name()).toList(),
        read.inputs().stream().map(Port::name).toList());
    assertEquals(Map.of("key", "value"), read.metadata());
    return new OnnxRunner(read).run(columns).get(inputs);
  }

  private static Tensor numbers(double... values) {
    return Tensor.of(ValueType.DOUBLE, new int[] {values.length, 1}, values);
  }

  private static Tensor texts(String... values) {
    return Tensor.texts(new int[] {values.length, 1}, values);
  }

  @Test
  void numbersAreFilledAndScaledInDouble() throws Exception {
    // A float would have rounded 20260101.25 to 20260102.
    var preprocessor =
        new Preprocessor(
            List.of(number("day", 20_260_103, 20_260_101, 2), number("x", 3, 1, 4)),
            TARGET,
            MissingValues.MEAN);
    var inputs =
        run(
            preprocessor,
            Map.of("day", numbers(20_260_101.25, Double.NaN), "x", numbers(Double.NaN, -1)));
    assertArrayEquals(new int[] {2, 2}, inputs.shape());
    assertArrayEquals(new double[] {0.125, 0.5, 1, -0.5}, inputs.numbers());
  }

  @Test
  void engineeredInputsFollowTheColumnsInTheirOrder() throws Exception {
    var preprocessor =
        new Preprocessor(
            List.of(
                new CategoryInput("c", List.of("a", "b"), ""),
                number("x", 3, 0, 1),
                number("z", 0, 0, 1)),
            TARGET,
            MissingValues.MEAN,
            List.of(
                feature(Feature.of(Feature.Kind.MISSING, "x"), 0, 1),
                feature(Feature.of(Feature.Kind.LOG, "z"), 0, 1),
                feature(Feature.product("x", "z"), 1, 2),
                feature(Feature.of(Feature.Kind.SQUARE, "x"), 0, 1),
                feature(Feature.of(Feature.Kind.SINE, "z"), 0, 1)),
            null);
    var inputs =
        run(
            preprocessor,
            Map.of("c", texts("b"), "x", numbers(Double.NaN), "z", numbers(1 - Math.E)));
    // c = a, c = b, x, z, x.missing, log z, x·z, x², sin z
    var z = 1 - Math.E;
    var expected = new double[] {0, 1, 3, z, 1, -1, (3 * z - 1) / 2, 9, Math.sin(z)};
    assertArrayEquals(expected, inputs.numbers(), 1e-6);
  }

  @Test
  void categoriesAreFoundUnderTheirNamesAndUnknownOnesAreZero() throws Exception {
    var column = "prediction"; // the name of an output
    var preprocessor =
        new Preprocessor(
            List.of(new CategoryInput(column, List.of("1", "2", "x\"\n"), "2", List.of("7"))),
            TARGET,
            MissingValues.MODE,
            null,
            List.of(new Cleaning(column, List.of(new Replacement("one", "1")), null, null)));
    var inputs =
        run(preprocessor, Map.of(column, texts("1", "one", "1.0", "", "x\"\n", "7", "never seen")));
    assertArrayEquals(
        new double[] {1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0},
        inputs.numbers());
  }

  @Test
  void missingCategoriesOfTheirOwnAndNone() throws Exception {
    var preprocessor =
        new Preprocessor(
            List.of(
                new CategoryInput("own", List.of("", "a"), ""),
                new CategoryInput("none", List.of("a", "b"), "")),
            TARGET,
            MissingValues.OWN);
    var columns = new HashMap<String, Tensor>();
    columns.put("own", texts("", "a"));
    columns.put("none", texts("", "b"));
    assertArrayEquals(new double[] {1, 0, 0, 0, 0, 1, 0, 1}, run(preprocessor, columns).numbers());
  }

  @Test
  void replacedNumbersAreReadOnce() throws Exception {
    var preprocessor =
        new Preprocessor(
            List.of(number("x", 50, 0, 1)),
            TARGET,
            MissingValues.MEAN,
            null,
            List.of(
                new Cleaning(
                    "x",
                    List.of(
                        new Replacement("-99", null),
                        new Replacement("1", "2"),
                        new Replacement("2", "1"),
                        new Replacement("sensor off", "3")),
                    null,
                    true)));
    var inputs = run(preprocessor, Map.of("x", numbers(-99, 1, 2, 7, Double.NaN)));
    assertArrayEquals(new double[] {50, 2, 1, 7, 50}, inputs.numbers());
  }
}
