package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.GraphValue.Activated;
import dev.neuralworkbench.exchange.onnx.GraphValue.Best;
import dev.neuralworkbench.exchange.onnx.GraphValue.Fixed;
import dev.neuralworkbench.exchange.onnx.GraphValue.Gate;
import dev.neuralworkbench.exchange.onnx.GraphValue.Shares;
import dev.neuralworkbench.exchange.onnx.GraphValue.Sums;
import dev.neuralworkbench.exchange.onnx.OnnxModel.Node;
import dev.neuralworkbench.exchange.onnx.Tensor.ValueType;
import dev.neuralworkbench.nn.function.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One operator of a graph that is imported, on what its inputs are known to be. What cannot be part
 * of a network of this program is refused by its name.
 *
 * @param number of the node in the file, from 1 on
 */
record ImportedOperator(NetworkFinder finder, Node node, int number, List<GraphValue> given) {

  private static final double SQRT_2 = Math.sqrt(2);

  /** How far a number may be from the one that is meant, which a float is not always. */
  private static final double NEAR = 1e-6;

  GraphValue apply() throws OnnxException {
    if (node.domain().equals(OnnxModel.LEARNED)) {
      return new LearnedOperator(this).apply();
    } else if (!node.domain().isEmpty() && !node.domain().equals("ai.onnx")) {
      throw unknown();
    }
    return given.stream().allMatch(Fixed.class::isInstance) ? fixed() : known();
  }

  private GraphValue fixed() throws OnnxException {
    var tensors = given.stream().map(it -> ((Fixed) it).tensor()).toList();
    var place = NetworkFinder.place(node, number);
    var plain =
        new Node(
            node.operator(), "", node.name(), node.inputs(), node.outputs(), node.attributes());
    return new Fixed(new FixedOperator(new Operator(plain, tensors, place, finder.room())).apply());
  }

  private GraphValue known() throws OnnxException {
    return switch (node.operator()) {
      case "Identity", "Dropout" -> given(0);
      case "Cast" -> {
        var to = ValueType.of(whole("to", 0));
        if (!(given(0) instanceof Best) && to != ValueType.FLOAT && to != ValueType.DOUBLE) {
          throw detail();
        }
        yield given(0);
      }
      case "Flatten", "Reshape", "Squeeze", "Unsqueeze" -> new ShapeOperator(this).apply();
      case "Shape" -> new ShapeOperator(this).shape();
      case "Relu" -> activated(Activation.RELU);
      case "Sigmoid" -> activated(Activation.SIGMOID);
      case "Softplus" -> activated(Activation.SOFTPLUS);
      case "LeakyRelu" -> activated(Activation.LEAKY_RELU, real("alpha", 0.01), Activation.LEAK);
      case "Elu" -> activated(Activation.ELU, real("alpha", 1), 1);
      case "Mish" -> activated(Activation.MISH);
      case "Gelu" -> {
        if (!node.attributes().getOrDefault("approximate", "none").equals("none")) {
          throw detail();
        }
        yield activated(Activation.GELU);
      }
      case "Tanh" ->
          given(0) instanceof Activated(var f, var z, var factor, var shift)
                  && f == Activation.SOFTPLUS
                  && factor == 1
                  && shift == 0
              ? new Gate(Activation.MISH, z, 1, 0)
              : activated(Activation.TANH);
      case "Erf" -> {
        var z = sums(0).scaled(new double[] {SQRT_2}, new double[1]);
        yield new Gate(Activation.GELU, z, 1, 0);
      }
      case "Neg" -> scaled(given(0), new double[] {-1}, new double[1]);
      case "Add", "Sub", "Mul", "Div" -> arithmetic();
      case "MatMul" -> product(sums(0), tensor(1), new double[0]);
      case "Gemm" -> gemm();
      case "BatchNormalization" -> normalized();
      case "Concat" -> joined();
      case "Gather" -> gathered();
      case "Softmax", "LogSoftmax" -> {
        along();
        yield new Shares(sums(0), false);
      }
      case "ArgMax" -> best();
      default -> throw unknown();
    };
  }

  OnnxException unknown() {
    return new OnnxException("exchange.import.operator", number, named());
  }

  /** The operator is known, but not with such inputs or attributes. */
  OnnxException detail() {
    return new OnnxException("exchange.import.detail", number, named());
  }

  OnnxException branch() {
    return new OnnxException("exchange.import.branch", number, named());
  }

  private String named() {
    return node.name().isBlank() ? node.operator() : node.operator() + " (" + node.name() + ")";
  }

  GraphValue given(int index) throws OnnxException {
    if (index >= given.size()) {
      throw detail();
    }
    return given.get(index);
  }

  /** A row of sums: an activation before it closes its layer. */
  Affine sums(int index) throws OnnxException {
    if (given(index) instanceof Sums(_, var isFlat) && !isFlat) {
      throw detail();
    }
    return finder.sums(given(index), this);
  }

  /** Numbers that are the same for each row. */
  Tensor tensor(int index) throws OnnxException {
    if (given(index) instanceof Fixed(var tensor) && tensor.texts() == null) {
      return tensor;
    }
    throw detail();
  }

  double real(String attribute, double usual) throws OnnxException {
    if (node.attributes().getOrDefault(attribute, usual) instanceof Double number) {
      return number;
    }
    throw detail();
  }

  long whole(String attribute, long usual) throws OnnxException {
    if (node.attributes().getOrDefault(attribute, usual) instanceof Long number) {
      return number;
    }
    throw detail();
  }

  /** Refuses an axis other than that of the columns. */
  private void along() throws OnnxException {
    var axis = whole("axis", node.operator().equals("ArgMax") ? 0 : -1);
    if (axis != 1 && axis != -1) {
      throw detail();
    }
  }

  private GraphValue activated(Activation f) throws OnnxException {
    return new Activated(f, sums(0), 1, 0);
  }

  private GraphValue activated(Activation f, double alpha, double wanted) throws OnnxException {
    if (Math.abs(alpha - wanted) > NEAR) {
      throw detail();
    }
    return activated(f);
  }

  private GraphValue arithmetic() throws OnnxException {
    if (given.size() != 2) {
      throw detail();
    }
    var isFirst = given.getFirst() instanceof Fixed;
    if (!isFirst && !(given.getLast() instanceof Fixed)) {
      return both(given.getFirst(), given.getLast());
    }
    var numbers = each(tensor(isFirst ? 0 : 1), columns(given.get(isFirst ? 1 : 0)));
    var value = given.get(isFirst ? 1 : 0);
    return switch (node.operator()) {
      case "Add" -> scaled(value, new double[] {1}, numbers);
      case "Mul" -> scaled(value, numbers, new double[1]);
      case "Sub" ->
          isFirst
              ? scaled(value, new double[] {-1}, numbers)
              : scaled(value, new double[] {1}, Arrays.stream(numbers).map(it -> -it).toArray());
      default -> {
        if (isFirst) {
          throw detail();
        }
        yield scaled(value, Arrays.stream(numbers).map(it -> 1 / it).toArray(), new double[1]);
      }
    };
  }

  private int columns(GraphValue value) throws OnnxException {
    return switch (value) {
      case Sums(var of, _) -> of.outputs();
      case Activated it -> it.z().outputs();
      case Gate it -> it.z().outputs();
      default -> throw detail();
    };
  }

  /** One number for all columns, or one for each. */
  double[] each(Tensor of, int columns) throws OnnxException {
    var numbers = of.numbers();
    if (numbers.length != 1 && (numbers.length != columns || of.columns() != columns)) {
      throw detail();
    }
    return numbers;
  }

  private GraphValue scaled(GraphValue value, double[] factor, double[] shift)
      throws OnnxException {
    var isAlike = factor.length == 1 && shift.length == 1;
    if (value instanceof Gate gate && isAlike) {
      return gate.scaled(factor[0], shift[0]);
    } else if (value instanceof Activated activated && isAlike) {
      return activated.scaled(factor[0], shift[0]);
    } else if (value instanceof Sums(var of, var isFlat) && (isFlat || isAlike)) {
      return new Sums(of.scaled(factor, shift), isFlat);
    }
    return new Sums(finder.sums(value, this).scaled(factor, shift), true);
  }

  /** Two values that both depend on the row. */
  private GraphValue both(GraphValue one, GraphValue other) throws OnnxException {
    if (node.operator().equals("Mul")) {
      if (other instanceof Gate gate) {
        return gated(one, gate);
      } else if (one instanceof Gate gate) {
        return gated(other, gate);
      }
      throw detail();
    } else if (node.operator().equals("Div")) {
      throw detail();
    }
    var sign = node.operator().equals("Sub") ? -1.0 : 1.0;
    var first = sums(0);
    var second = sums(1).scaled(new double[] {sign}, new double[1]);
    if (first.layer() != second.layer() || first.outputs() != second.outputs()) {
      throw branch();
    }
    return new Sums(first.plus(second), true);
  }

  /** Closes the layer of an activation that is written as z times what it is made of z. */
  private GraphValue gated(GraphValue of, Gate gate) throws OnnxException {
    var z = finder.sums(of, this);
    var ratio = z.ratio(gate.z()) * gate.factor();
    var isWhole =
        gate.of() == Activation.GELU
            ? Math.abs(gate.shift() - gate.factor()) <= NEAR * Math.abs(gate.factor())
            : gate.shift() == 0;
    if (Double.isNaN(ratio) || !isWhole) {
      throw detail();
    }
    // z · (1 + erf(z / √2)) is twice the activation.
    var factor = gate.of() == Activation.GELU ? 2 * ratio : ratio;
    return new Activated(gate.of(), gate.z(), factor, 0);
  }

  /** XW + b. */
  private GraphValue product(Affine x, Tensor weights, double[] bias) throws OnnxException {
    var units = weights.columns();
    if (weights.rank() != 2 || weights.rows() != x.outputs() || units > Affine.MOST_UNITS) {
      throw detail();
    }
    finder.multiplies(x, units);
    var shift = new double[units];
    for (var j = 0; j < units && bias.length > 0; j++) {
      shift[j] = bias[bias.length == 1 ? 0 : j];
    }
    return new Sums(x.times(weights.numbers(), shift), true);
  }

  private GraphValue gemm() throws OnnxException {
    if (whole("transA", 0) != 0 || tensor(1).rank() != 2) {
      throw detail();
    }
    var weights = whole("transB", 0) == 0 ? tensor(1) : FixedOperator.transposed(tensor(1));
    var alpha = real("alpha", 1);
    var beta = real("beta", 1);
    var bias = given.size() < 3 ? new double[1] : each(tensor(2), weights.columns());
    return product(
        sums(0).scaled(new double[] {alpha}, new double[1]),
        weights,
        Arrays.stream(bias).map(it -> beta * it).toArray());
  }

  /** γ (x − μ) / √(σ² + ε) + β, of each column. */
  private GraphValue normalized() throws OnnxException {
    var x = sums(0);
    var parts = new ArrayList<double[]>();
    for (var i = 1; i <= 4; i++) {
      if (tensor(i).size() != x.outputs()) {
        throw detail();
      }
      parts.add(tensor(i).numbers());
    }
    if (whole("training_mode", 0) != 0) {
      throw detail();
    }
    var epsilon = real("epsilon", 1e-5);
    var factor = new double[x.outputs()];
    var shift = new double[x.outputs()];
    for (var j = 0; j < factor.length; j++) {
      factor[j] = parts.get(0)[j] / Math.sqrt(parts.get(3)[j] + epsilon);
      shift[j] = parts.get(1)[j] - parts.get(2)[j] * factor[j];
    }
    return new Sums(x.scaled(factor, shift), true);
  }

  /** Columns side by side; or 1 − p and p, which are the probabilities of two classes. */
  private GraphValue joined() throws OnnxException {
    var axis = whole("axis", 0);
    if (axis != 1 && axis != -1) {
      throw detail();
    }
    if (given.size() == 2
        && given.getFirst() instanceof Activated one
        && given.getLast() instanceof Activated two
        && one.f() == Activation.SIGMOID
        && one.z().equals(two.z())
        && one.z().outputs() == 1
        && one.factor() + two.factor() == 0
        && Math.abs(one.factor()) == 1
        && one.shift() == (one.factor() < 0 ? 1 : 0)
        && two.shift() == (two.factor() < 0 ? 1 : 0)) {
      var second = two.z().scaled(new double[] {two.factor()}, new double[1]);
      return new Shares(second, true);
    }
    var all = sums(0);
    for (var i = 1; i < given.size(); i++) {
      var next = sums(i);
      if (next.layer() != all.layer() || all.outputs() + next.outputs() > Affine.MOST_UNITS) {
        throw branch();
      }
      all = all.beside(next);
      finder.work(all.weights().length + all.outputs());
    }
    return new Sums(all, true);
  }

  /** Some columns; or of the class that is predicted its name. */
  private GraphValue gathered() throws OnnxException {
    if (given(1) instanceof Best best) {
      return new LearnedOperator(this).named(best, given(0));
    }
    var x = sums(0);
    var indices = tensor(1);
    if (whole("axis", 0) != 1 || indices.rank() != 1 || indices.size() > Affine.MOST_UNITS) {
      throw detail();
    }
    var columns = new int[indices.size()];
    for (var i = 0; i < columns.length; i++) {
      var at = indices.numbers()[i];
      columns[i] = (int) (at < 0 ? at + x.outputs() : at);
      if (columns[i] < 0 || columns[i] >= x.outputs()) {
        throw detail();
      }
    }
    return new Sums(x.columns(columns), true);
  }

  private GraphValue best() throws OnnxException {
    along();
    return given(0) instanceof Shares(var of, var isPair)
        ? new Best(of, isPair, List.of())
        : new Best(sums(0), false, List.of());
  }
}
