package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.GraphValue.Fixed;
import dev.neuralworkbench.exchange.onnx.GraphValue.Row;
import dev.neuralworkbench.exchange.onnx.Tensor.ValueType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** What goes value by value: scaling of columns, and the parts of activations. */
record ValueOperator(ImportedOperator by) {

  /** What goes value by value, of one value, of two of the same sums, or of one and a constant. */
  private static final String ON_VALUES =
      "Abs|Add|Div|Elu|Erf|Exp|Gelu|LeakyRelu|Log|Max|Mish|Mul|Neg|Relu|Sigmoid|Sign|Softplus|Sub|Tanh";

  GraphValue apply() throws OnnxException {
    return by.node().operator().matches("Add|Sub|Mul|Div") && isOfColumns()
        ? columns()
        : onValues();
  }

  /** Whether each column has a number of its own, or sums get their bias: a unit has but one. */
  private boolean isOfColumns() {
    var isBias =
        !by.node().operator().matches("Mul|Div")
            && by.given().stream()
                .anyMatch(
                    it ->
                        it instanceof Row row
                            && row.isFlat()
                            && Arrays.equals(row.curve(), Curve.points()));
    return by.given().size() == 2
        && by.given().stream()
            .anyMatch(it -> it instanceof Fixed(var tensor) && (isBias || tensor.size() > 1));
  }

  /** Each column with a number of its own: x · factor + shift. */
  private GraphValue columns() throws OnnxException {
    var isFirst = by.given().getFirst() instanceof Fixed;
    var x = by.sums(isFirst ? 1 : 0);
    var numbers = by.each(by.tensor(isFirst ? 0 : 1), x.outputs());
    return by.row(
        switch (by.node().operator()) {
          case "Add" -> x.scaled(of(numbers, _ -> 1), numbers);
          case "Sub" ->
              x.scaled(of(numbers, _ -> isFirst ? -1 : 1), of(numbers, c -> isFirst ? c : -c));
          case "Mul" -> x.scaled(numbers, of(numbers, _ -> 0));
          default -> {
            if (isFirst) {
              throw by.detail();
            }
            yield x.scaled(of(numbers, c -> 1 / c), of(numbers, _ -> 0));
          }
        });
  }

  private static double[] of(double[] numbers, DoubleUnaryOperator becomes) {
    return Arrays.stream(numbers).map(becomes).toArray();
  }

  /** The function of the sums so far, carried on at the points by which it is recognized. */
  private GraphValue onValues() throws OnnxException {
    if (!by.node().operator().matches(ON_VALUES)) {
      throw by.unknown();
    }
    var rows = by.given().stream().filter(Row.class::isInstance).map(Row.class::cast).toList();
    var at = new ArrayList<Tensor>();
    for (var i = 0; i < by.given().size(); i++) {
      var isFixed = by.given().get(i) instanceof Fixed;
      var values = isFixed ? by.each(by.tensor(i), 1) : by.row(i).curve();
      at.add(Tensor.row(ValueType.DOUBLE, values));
    }
    if (rows.stream().anyMatch(it -> !it.z().equals(rows.getFirst().z()))) {
      throw by.branch();
    }
    var first = rows.getFirst();
    var unlike = by.problem("exchange.import.activation");
    return new Row(first.z(), by.run(at).numbers(), first.isFlat(), unlike);
  }
}
