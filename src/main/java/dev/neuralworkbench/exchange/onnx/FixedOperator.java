package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.OnnxModel.Node;
import dev.neuralworkbench.exchange.onnx.Tensor.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An operator on values that are the same for every row, done once: what exporters do to weights
 * and shapes. Values of two dimensions at most.
 *
 * @param operator the node with what it is given
 */
record FixedOperator(Operator operator) {

  Tensor apply() throws OnnxException {
    return switch (operator.node().operator()) {
      case "Constant" -> constant();
      case "ConstantOfShape" -> ofShape();
      case "Transpose" -> transpose();
      case "Cast" -> cast();
      case "Concat" -> isOfLists() ? joined() : operator.apply();
      case "Gather" -> isOfLists() ? gathered() : operator.apply();
      case "Reshape" -> reshape();
      case "Squeeze" -> squeeze();
      case "Unsqueeze" -> unsqueeze();
      default -> operator.apply();
    };
  }

  private Tensor constant() throws OnnxException {
    var attributes = operator.node().attributes();
    if (attributes.size() != 1) {
      throw operator.mismatch();
    }
    return switch (attributes.values().iterator().next()) {
      case Tensor tensor -> tensor;
      case Double number -> Tensor.of(ValueType.FLOAT, new int[0], number);
      case Long number -> Tensor.of(ValueType.INT64, new int[0], number);
      case List<?> list when list.stream().allMatch(Number.class::isInstance) -> {
        var numbers = list.stream().mapToDouble(it -> ((Number) it).doubleValue()).toArray();
        var isWhole = list.stream().allMatch(Long.class::isInstance);
        yield Tensor.list(isWhole ? ValueType.INT64 : ValueType.FLOAT, numbers);
      }
      default -> throw operator.mismatch();
    };
  }

  private Tensor ofShape() throws OnnxException {
    var shape = shape(operator.given(0));
    var size = IntStream.of(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
    if (size > operator.room()) {
      throw OnnxException.tooLarge(operator.room());
    }
    var numbers = new double[(int) size];
    var type = ValueType.FLOAT;
    if (operator.node().attributes().get("value") instanceof Tensor value && value.size() == 1) {
      type = value.type();
      Arrays.fill(numbers, value.numbers().length == 1 ? value.numbers()[0] : 0);
    }
    return Tensor.of(type, shape, numbers);
  }

  private int[] shape(Tensor of) throws OnnxException {
    if (DoubleStream.of(of.numbers()).anyMatch(it -> it < 0 || it > Affine.MOST_WEIGHTS)) {
      throw operator.mismatch();
    }
    return DoubleStream.of(of.numbers()).mapToInt(it -> (int) it).toArray();
  }

  private Tensor transpose() throws OnnxException {
    var x = operator.given(0);
    var isUsual = operator.node().attributes().getOrDefault("perm", List.of(1L, 0L));
    if (x.rank() < 2 || isUsual.equals(List.of(0L, 1L))) {
      return x;
    } else if (!isUsual.equals(List.of(1L, 0L))) {
      throw operator.mismatch();
    }
    return transposed(x);
  }

  /** The same with rows as columns. */
  static Tensor transposed(Tensor x) {
    var rows = x.rows();
    var columns = x.columns();
    var numbers = new double[x.size()];
    for (var i = 0; i < numbers.length; i++) {
      numbers[i % columns * rows + i / columns] = x.numbers()[i];
    }
    return Tensor.of(x.type(), new int[] {columns, rows}, numbers);
  }

  private boolean isOfLists() {
    return operator.given().stream().allMatch(it -> it.rank() < 2 && it.texts() == null);
  }

  /** Lists one after another. */
  private Tensor joined() throws OnnxException {
    var all = operator.given().stream().map(Tensor::numbers).flatMapToDouble(DoubleStream::of);
    return Tensor.list(operator.type(), all.toArray());
  }

  /** Of a list the numbers at some places. */
  private Tensor gathered() throws OnnxException {
    var x = operator.given(0).numbers();
    var indices = operator.given(1);
    var picked = new double[indices.size()];
    for (var i = 0; i < picked.length; i++) {
      var at = (int) indices.numbers()[i];
      if (at < -x.length || at >= x.length) {
        throw operator.mismatch();
      }
      picked[i] = x[at < 0 ? at + x.length : at];
    }
    return Tensor.of(operator.type(), indices.shape(), picked);
  }

  private Tensor cast() throws OnnxException {
    var to = ValueType.of(operator.whole("to", 0));
    if (to == null || to == ValueType.STRING || operator.given(0).texts() != null) {
      throw operator.mismatch();
    }
    var numbers = operator.given(0).numbers().clone();
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = to.isWhole() ? (long) numbers[i] : numbers[i];
    }
    return Tensor.of(to, operator.given(0).shape(), numbers);
  }

  private Tensor reshape() throws OnnxException {
    var x = operator.given(0);
    var shape = operator.given(1).numbers().clone();
    var known = 1.0;
    for (var i = 0; i < shape.length; i++) {
      shape[i] = shape[i] == 0 && i < x.rank() ? x.shape()[i] : shape[i];
      known *= shape[i] == -1 ? 1 : shape[i];
    }
    for (var i = 0; i < shape.length; i++) {
      shape[i] = shape[i] == -1 ? x.size() / known : shape[i];
    }
    return shaped(shape(Tensor.list(ValueType.INT64, shape)));
  }

  private Tensor shaped(int[] shape) throws OnnxException {
    var x = operator.given(0);
    if (IntStream.of(shape).asDoubleStream().reduce(1, (a, b) -> a * b) != x.size()) {
      throw operator.mismatch();
    }
    return new Tensor(x.type(), shape, x.numbers(), x.texts());
  }

  private Tensor squeeze() throws OnnxException {
    var x = operator.given(0);
    return shaped(IntStream.of(x.shape()).filter(it -> it != 1).toArray());
  }

  /** Lists of axes alone: a value of two dimensions has no room for another. */
  private Tensor unsqueeze() throws OnnxException {
    var shape = new ArrayList<Integer>();
    IntStream.of(operator.given(0).shape()).forEach(shape::add);
    for (var axis : axes(operator.node(), operator.given())) {
      var at = axis < 0 ? axis + shape.size() + 1 : axis;
      if (at < 0 || at > shape.size()) {
        throw operator.mismatch();
      }
      shape.add(at, 1);
    }
    return shaped(shape.stream().mapToInt(it -> it).toArray());
  }

  /** The axes that a node names, as attributes or, later, as an input. */
  static List<Integer> axes(Node node, List<Tensor> given) {
    if (node.attributes().get("axes") instanceof List<?> axes) {
      return axes.stream()
          .filter(Long.class::isInstance)
          .map(it -> ((Long) it).intValue())
          .toList();
    }
    return given.size() < 2
        ? List.of()
        : DoubleStream.of(given.get(1).numbers()).mapToObj(it -> (int) it).toList();
  }
}
