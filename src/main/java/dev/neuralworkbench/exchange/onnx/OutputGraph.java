package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.exchange.onnx.Tensor.ValueType;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.OutputFunction;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * From the network's inputs to what is predicted: the layers, the output function, the correction
 * for class weights and the decision, as {@link dev.neuralworkbench.model.answer.Answers} has them.
 */
record OutputGraph(GraphBuilder graph, Model model) {

  /** The output of every model, (rows × 1): the class as a text, or the number. */
  static final String PREDICTION = "prediction";

  /** The output of classes, (rows × classes), in the order of the model file. */
  static final String PROBABILITIES = "probabilities";

  private static final Map<String, Object> ALONG = Map.of("axis", 1L, "keepdims", 1L);

  /**
   * Adds what becomes of the network's inputs.
   *
   * @param inputs name of the value that they are
   */
  void add(String inputs) {
    var layers = model.weights().layers();
    var designs = model.experiment().network().dense(model.outputs());
    var signal = inputs;
    for (var i = 0; i < layers.size(); i++) {
      var name = "layer" + (i + 1);
      signal = activated(name, designs.get(i).activation(), sums(name, layers.get(i), signal));
    }
    switch (model.preprocessor().target()) {
      case NumberTarget target -> number(target, signal);
      case ClassTarget target -> classes(target, signal);
    }
  }

  /** Z = XW + b. */
  private String sums(String name, LayerWeights layer, String inputs) {
    var shape = new int[] {layer.inputs(), layer.units()};
    var weights = Tensor.of(ValueType.FLOAT, shape, doubles(layer.weights()));
    return graph.add(
        name + ".sums",
        "Gemm",
        inputs,
        graph.constant(name + ".weights", weights),
        graph.constant(name + ".bias", Tensor.list(ValueType.FLOAT, doubles(layer.bias()))));
  }

  private static double[] doubles(float[] numbers) {
    return IntStream.range(0, numbers.length).mapToDouble(i -> numbers[i]).toArray();
  }

  /** f(Z); GELU and Mish, which are operators in later opsets alone, by their formulas. */
  private String activated(String name, Activation function, String z) {
    return switch (function) {
      case IDENTITY -> z;
      case RELU -> graph.add(name, "Relu", z);
      case LEAKY_RELU -> graph.add(name, "LeakyRelu", Map.of("alpha", 0.01), z);
      case SIGMOID -> graph.add(name, "Sigmoid", z);
      case TANH -> graph.add(name, "Tanh", z);
      case ELU -> graph.add(name, "Elu", Map.of("alpha", 1.0), z);
      case SOFTPLUS -> graph.add(name, "Softplus", z);
      case GELU -> { // z / 2 · (1 + erf(z / √2))
        var part = graph.add(name + ".part", "Div", z, row(name + ".root", StrictMath.sqrt(2)));
        var erf = graph.add(name + ".erf", "Erf", part);
        var twice = graph.add(name + ".twice", "Add", erf, row(name + ".one", 1));
        var half = graph.add(name + ".half", "Mul", z, row(name + ".0.5", 0.5));
        yield graph.add(name, "Mul", half, twice);
      }
      case MISH -> { // z · tanh(log(1 + eᶻ))
        var bent = graph.add(name + ".tanh", "Tanh", graph.add(name + ".soft", "Softplus", z));
        yield graph.add(name, "Mul", z, bent);
      }
    };
  }

  /** Back to the units of the table, in double, where digits would be lost. */
  private void number(NumberTarget target, String outputs) {
    var scale = graph.row("target.scale", ValueType.DOUBLE, target.scale());
    var offset = graph.row("target.offset", ValueType.DOUBLE, target.offset());
    var output = graph.cast("output", ValueType.DOUBLE, outputs);
    var scaled = graph.add("target.scaled", "Mul", output, scale);
    var value = graph.add("target.value", "Add", scaled, offset);
    graph.output(graph.cast(PREDICTION, ValueType.FLOAT, value), ValueType.FLOAT, 1);
  }

  private void classes(ClassTarget target, String network) {
    var function = model.experiment().network().loss().outputFunction;
    var isCorrected = target.isCorrected() && target.weights() != null;
    var isSingle = model.outputs() == 1;
    // Squared error has no logits: outputs that estimate the probabilities themselves.
    var areLogits = function != OutputFunction.IDENTITY;
    var outputs = isCorrected && areLogits ? corrected(network, weights(target)) : network;
    var own =
        switch (function) {
          case IDENTITY -> graph.add("clipped", "Clip", outputs, scalar("0", 0), scalar("1", 1));
          case SIGMOID -> graph.add("sigmoid", "Sigmoid", outputs);
          case SOFTMAX -> graph.addAlong("softmax", "Softmax", outputs);
        };
    // One output is the probability of the second of two classes.
    var each = isSingle ? graph.addAlong("both", "Concat", complement(own), own) : own;
    var shares =
        isCorrected && !areLogits
            ? graph.add("weighted", "Div", each, row("class.weights", weights(target)))
            : each;
    var areWhole = areLogits || (isSingle && !isCorrected);
    var probabilities =
        areWhole
            ? graph.add(PROBABILITIES, "Identity", shares)
            : graph.add(PROBABILITIES, "Div", shares, sum(shares));
    var rank = isSingle || (isCorrected && !areLogits) ? probabilities : outputs;
    var best = decided(model.decision(), rank, probabilities);
    var names = Map.<String, Object>of("classes_strings", target.classes(), "default_string", "");
    var prediction = graph.addLearned(PREDICTION, "LabelEncoder", names, best);
    graph.output(prediction, ValueType.STRING, 1);
    graph.output(probabilities, ValueType.FLOAT, target.classes().size());
  }

  private static double[] weights(ClassTarget target) {
    return IntStream.range(0, target.classes().size()).mapToDouble(target::weight).toArray();
  }

  /** Logits less log ω; a single one, of the second class, less log ω₁ − log ω₀. */
  private String corrected(String logits, double[] weights) {
    var logarithms = DoubleStream.of(weights).map(StrictMath::log).toArray();
    var less = model.outputs() == 1 ? new double[] {logarithms[1] - logarithms[0]} : logarithms;
    return graph.add("corrected", "Sub", logits, row("class.weights.log", less));
  }

  private String complement(String second) {
    return graph.add("first", "Sub", row("whole", 1), second);
  }

  /** Sum of each row; never 0, since a row of zeros stays one. */
  private String sum(String shares) {
    var axes = graph.indices("axes", 1);
    var sum = graph.add("sum", "ReduceSum", Map.of("keepdims", 1L), shares, axes);
    return graph.add("sum.positive", "Max", sum, row("least", 1e-30));
  }

  /** Index of the class predicted, (rows × 1). */
  private String decided(@Nullable Decision decision, String rank, String probabilities) {
    return switch (decision) {
      case null -> graph.add("best", "ArgMax", ALONG, rank);
      case Decision.Threshold(var positive, var threshold, _, _) -> {
        var column = graph.indices("positive.column", positive);
        var of = graph.addAlong("positive", "Gather", probabilities, column);
        yield graph.add(
            "best",
            "Where",
            graph.add("above", "Greater", of, row("threshold", threshold)),
            graph.row("yes", ValueType.INT64, positive),
            graph.row("no", ValueType.INT64, 1 - positive));
      }
      case Decision.Costs(var costs) -> { // the least of Σᵢ p(i) · cost(i, j)
        var all = costs.stream().flatMap(List::stream).mapToDouble(it -> it).toArray();
        var table = Tensor.of(ValueType.FLOAT, new int[] {costs.size(), costs.size()}, all);
        var expected =
            graph.add("expected", "MatMul", probabilities, graph.constant("costs", table));
        yield graph.add("best", "ArgMin", ALONG, expected);
      }
    };
  }

  private String row(String name, double... numbers) {
    return graph.row(name, ValueType.FLOAT, numbers);
  }

  /** A single number without a shape, as the bounds of Clip are to be. */
  private String scalar(String name, double number) {
    return graph.constant(name, Tensor.of(ValueType.FLOAT, new int[0], number));
  }
}
