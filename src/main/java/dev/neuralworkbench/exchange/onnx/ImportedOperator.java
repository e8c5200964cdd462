package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.GraphValue.Best;
import dev.neuralworkbench.exchange.onnx.GraphValue.Fixed;
import dev.neuralworkbench.exchange.onnx.GraphValue.Row;
import dev.neuralworkbench.exchange.onnx.GraphValue.Shape;
import dev.neuralworkbench.exchange.onnx.GraphValue.Shares;
import dev.neuralworkbench.exchange.onnx.OnnxModel.Node;
import dev.neuralworkbench.exchange.onnx.Tensor.ValueType;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One operator of a graph that is imported, on what its inputs are known to be. What can be no part
 * of a network of this program is refused by its name and the number of its node.
 */
record ImportedOperator(NetworkFinder finder, Node node, int number, List<GraphValue> given) {

  GraphValue apply() throws OnnxException {
    if (node.domain().equals(OnnxModel.LEARNED)) {
      return new LearnedOperator(this).apply();
    } else if (!node.domain().equals(OnnxModel.STANDARD)) {
      throw unknown();
    } else if (given.stream().allMatch(Fixed.class::isInstance)) {
      return new Fixed(fixed());
    } else if (given.stream().allMatch(it -> it instanceof Fixed || it instanceof Shape)) {
      return new Shape();
    }
    return switch (node.operator()) {
      case "Identity", "Dropout" -> given.getFirst();
      case "Cast" -> cast();
      case "Shape" -> new Shape();
      case "Flatten", "Reshape", "Squeeze", "Unsqueeze" -> shaped();
      case "MatMul", "Gemm" -> product();
      case "BatchNormalization" -> normalized();
      case "Concat" -> joined();
      case "Gather" -> new LearnedOperator(this).named();
      case "Softmax", "LogSoftmax" -> new Shares(along(-1), false);
      case "ArgMax" ->
          given.getFirst() instanceof Shares(var of, var isPair)
              ? new Best(of, isPair, List.of())
              : new Best(along(0), false, List.of());
      default -> new ValueOperator(this).apply();
    };
  }

  OnnxException unknown() {
    return new OnnxException(problem("exchange.import.operator"));
  }

  /** The operator is known, but not with such inputs or attributes. */
  OnnxException detail() {
    return new OnnxException(problem("exchange.import.detail"));
  }

  OnnxException branch() {
    return new OnnxException(problem("exchange.import.branch"));
  }

  Problem problem(String key) {
    var name = node.name().isBlank() ? "" : " (" + node.name() + ")";
    return Problem.of(key, "", number, node.operator() + name);
  }

  Row row(Affine sums) {
    return new Row(sums, Curve.points(), true, problem("exchange.import.activation"));
  }

  Row row(int index) throws OnnxException {
    if (index < given.size() && given.get(index) instanceof Row row) {
      return row;
    }
    throw detail();
  }

  /** A row of sums: an activation before it closes its layer. */
  Affine sums(int index) throws OnnxException {
    if (!row(index).isFlat()) {
      throw detail();
    }
    return finder.sums(row(index), branch());
  }

  /** Numbers that are the same for each row, at most of two dimensions. */
  Tensor tensor(int index) throws OnnxException {
    if (index < given.size()
        && given.get(index) instanceof Fixed(var tensor)
        && tensor.texts() == null
        && tensor.rank() <= 2) {
      return tensor;
    }
    throw detail();
  }

  private <T> T attribute(String name, T usual) throws OnnxException {
    var value = node.attributes().getOrDefault(name, usual);
    if (!usual.getClass().isInstance(value)) {
      throw detail();
    }
    @SuppressWarnings("unchecked") // Just asked.
    var known = (T) value;
    return known;
  }

  /** What exporters do to weights, done once. */
  private Tensor fixed() throws OnnxException {
    var tensors = given.stream().map(it -> ((Fixed) it).tensor()).toList();
    return switch (node.operator()) {
      case "Constant" ->
          switch (node.attributes().values().stream().findFirst().orElse("")) {
            case Tensor tensor -> tensor;
            case Double real -> Tensor.of(ValueType.FLOAT, new int[0], real);
            case Long whole -> Tensor.of(ValueType.INT64, new int[0], whole);
            default -> throw detail();
          };
      case "Transpose" -> transposed(tensor(0));
      default -> new Operator(node, tensors, OnnxRunner.place(node, number), finder.room()).apply();
    };
  }

  private static Tensor transposed(Tensor x) {
    var numbers = new double[x.size()];
    for (var i = 0; i < numbers.length; i++) {
      numbers[i % x.columns() * x.rows() + i / x.columns()] = x.numbers()[i];
    }
    return Tensor.of(x.type(), new int[] {x.columns(), x.rows()}, numbers);
  }

  private GraphValue cast() throws OnnxException {
    var to = attribute("to", 0L);
    var isReal = to == ValueType.FLOAT.code || to == ValueType.DOUBLE.code;
    if (!isReal && !(given.getFirst() instanceof Best)) {
      throw detail();
    }
    return given.getFirst();
  }

  /** Numbers in another grid: those of a row stay in their order, and rows stay rows. */
  private GraphValue shaped() throws OnnxException {
    if (given.getFirst() instanceof Shares || given.getFirst() instanceof Best) {
      return given.getFirst();
    }
    var x = row(0);
    var isFlat =
        switch (node.operator()) {
          case "Flatten" -> attribute("axis", 1L) == 1;
          case "Reshape" -> given.getLast() instanceof Shape || isRow(tensor(1).numbers());
          default -> x.z().outputs() == 1;
        };
    if (!isFlat) {
      throw detail();
    }
    return new Row(x.z(), x.curve(), true, x.unlike());
  }

  /** Whether a shape is that of any number of rows, or of a single example, of all numbers each. */
  private boolean isRow(double[] shape) throws OnnxException {
    var columns = row(0).z().outputs();
    return shape.length == 2
        ? shape[0] <= 1 && (shape[1] == -1 || shape[1] == columns)
        : shape.length == 1 && shape[0] == -1 && columns == 1;
  }

  /** αXW + βb, which a product alone is too. */
  private GraphValue product() throws OnnxException {
    var x = sums(0);
    var w = attribute("transB", 0L) == 0 ? tensor(1) : transposed(tensor(1));
    var units = w.columns();
    if (w.rank() != 2
        || w.rows() != x.outputs()
        || units > Affine.MOST_UNITS
        || attribute("transA", 0L) != 0) {
      throw detail();
    }
    finder.multiplies(x, units);
    var alpha = attribute("alpha", 1.0);
    var beta = attribute("beta", 1.0);
    var bias = given.size() < 3 ? new double[1] : each(tensor(2), units);
    var shift = new double[units];
    Arrays.setAll(shift, j -> beta * bias[bias.length == 1 ? 0 : j]);
    var scaled = alpha == 1 ? x : x.scaled(alpha, 0);
    return row(scaled.times(w.numbers(), shift));
  }

  /** One number for all columns, or one for each. */
  double[] each(Tensor of, int columns) throws OnnxException {
    if (of.size() != 1 && (of.size() != columns || of.columns() != columns)) {
      throw detail();
    }
    return of.numbers();
  }

  /** γ (x − μ) / √(σ² + ε) + β, of each column. */
  private GraphValue normalized() throws OnnxException {
    var x = sums(0);
    var of = new ArrayList<double[]>();
    for (var i = 1; i <= 4; i++) {
      of.add(each(tensor(i), x.outputs()));
    }
    var epsilon = attribute("epsilon", 1e-5);
    var factor = new double[of.getFirst().length];
    Arrays.setAll(factor, j -> of.get(0)[j] / Math.sqrt(of.get(3)[j] + epsilon));
    var shift = new double[factor.length];
    Arrays.setAll(shift, j -> of.get(1)[j] - of.get(2)[j] * factor[j]);
    return row(x.scaled(factor, shift));
  }

  /** Columns side by side; or 1 − p and p, which are the probabilities of two classes. */
  private GraphValue joined() throws OnnxException {
    if (Math.abs(attribute("axis", 0L)) != 1) {
      throw detail();
    }
    if (given.size() == 2 && row(0).z().equals(row(1).z()) && row(0).z().outputs() == 1) {
      var one = Curve.of(row(0).curve()).orElse(null);
      var two = Curve.of(row(1).curve()).orElse(null);
      var p = new Curve(Activation.SIGMOID, 1, 0);
      var rest = new Curve(Activation.SIGMOID, -1, 1);
      if (rest.equals(one) && p.equals(two)) {
        return new Shares(row(0).z(), true);
      } else if (p.equals(one) && rest.equals(two)) {
        return new Shares(row(0).z().scaled(-1, 0), true);
      }
    }
    var all = new ArrayList<Affine>();
    for (var i = 0; i < given.size(); i++) {
      all.add(sums(i));
      if (all.getLast().layer() != all.getFirst().layer() || all.getLast().isProduct()) {
        throw branch();
      }
    }
    return row(Affine.beside(all));
  }

  /** A row of sums, where the operator goes along it. */
  private Affine along(long usualAxis) throws OnnxException {
    if (Math.abs(attribute("axis", usualAxis)) != 1) {
      throw detail();
    }
    return sums(0);
  }
}
