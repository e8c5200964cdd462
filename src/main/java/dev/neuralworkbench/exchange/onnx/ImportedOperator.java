package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.GraphValue.Classes;
import dev.neuralworkbench.exchange.onnx.GraphValue.Fixed;
import dev.neuralworkbench.exchange.onnx.GraphValue.Row;
import dev.neuralworkbench.exchange.onnx.GraphValue.Shape;
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
      return new Fixed(run(given.stream().map(it -> ((Fixed) it).tensor()).toList()));
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
      case "Softmax", "LogSoftmax" -> new Classes(along(-1), true, List.of());
      case "ArgMax" ->
          given.getFirst() instanceof Classes it && it.areShares()
              ? new Classes(it.logits(), false, List.of())
              : new Classes(along(0), false, List.of());
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
    return node.attribute(name, usual, this::detail);
  }

  /** What exporters do to weights, done once; and a function at its points. */
  Tensor run(List<Tensor> values) throws OnnxException {
    return new Operator(node, values, OnnxRunner.place(node, number), finder.room).apply();
  }

  private GraphValue cast() throws OnnxException {
    var to = attribute("to", 0L);
    var isReal = to == ValueType.FLOAT.code || to == ValueType.DOUBLE.code;
    if (!isReal && !(given.getFirst() instanceof Classes)) {
      throw detail();
    }
    return given.getFirst();
  }

  /** Numbers in another grid: those of a row stay in their order, and rows stay rows. */
  private GraphValue shaped() throws OnnxException {
    if (given.getFirst() instanceof Classes) {
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
    var w = attribute("transB", 0L) == 0 ? tensor(1) : tensor(1).transposed();
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
    var shift = given.size() < 3 ? new double[units] : each(tensor(2), units).clone();
    Arrays.setAll(shift, j -> beta * shift[j]);
    return row((alpha == 1 ? x : x.scaled(alpha, 0)).times(w.numbers(), shift));
  }

  /** A number of each column, which may be one for all. */
  double[] each(Tensor of, int columns) throws OnnxException {
    if (of.size() == 1) {
      return Affine.each(of.numbers()[0], columns);
    } else if (of.size() != columns || of.columns() != columns) {
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
    var factor = new double[x.outputs()];
    Arrays.setAll(factor, j -> of.get(0)[j] / Math.sqrt(of.get(3)[j] + epsilon));
    var shift = new double[x.outputs()];
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
        return new Classes(row(0).z(), true, List.of());
      } else if (p.equals(one) && rest.equals(two)) {
        return new Classes(row(0).z().scaled(-1, 0), true, List.of());
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

  /** Sums of several classes, where the operator goes along them. */
  private Affine along(long usualAxis) throws OnnxException {
    if (Math.abs(attribute("axis", usualAxis)) != 1 || sums(0).outputs() < 2) {
      throw detail();
    }
    return sums(0);
  }
}
