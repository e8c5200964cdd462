package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.step.WorkedOut;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import dev.neuralworkbench.ui.drawing.network.PartNumbers;
import dev.neuralworkbench.ui.drawing.network.UnitValues;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** What the drawing of a walk carries: numbers that are worked out, as colour and as text. */
record WalkNumbers(WorkedOut known, Decimals decimals) {

  private static final String LOW = "₀₁₂₃₄₅₆₇₈₉";
  private static final String HIGH = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private boolean errors() {
    return known.phase() == Phase.BACKWARD || known.phase() == Phase.UPDATE;
  }

  /** Values by column and unit, for their colours; NaN for a unit that has none yet. */
  UnitValues values() {
    var trace = known.trace();
    var columns = new double[trace.layers() + 1][];
    columns[0] = new double[trace.inputs(0)];
    for (var i = 0; i < columns[0].length; i++) {
      columns[0][i] = number(known.input(i));
    }
    for (var l = 0; l < trace.layers(); l++) {
      columns[l + 1] = new double[trace.units(l)];
      for (var j = 0; j < columns[l + 1].length; j++) {
        columns[l + 1][j] = number(errors() ? known.delta(l, j) : known.unit(l, j));
      }
    }
    return new UnitValues(columns, scale());
  }

  /** Where each column's colours end at least: units and inputs at 1, errors at the largest. */
  private double[] scale() {
    var scale = new double[known.trace().layers() + 1];
    Arrays.fill(scale, errors() ? largestError() : 1);
    scale[0] = 1;
    return scale;
  }

  private double largestError() {
    var trace = known.trace();
    return IntStream.range(0, trace.layers())
        .boxed()
        .flatMap(l -> IntStream.range(0, trace.units(l)).mapToObj(j -> known.delta(l, j).stream()))
        .flatMap(it -> it)
        .mapToDouble(it -> Math.abs(it.value()))
        .max()
        .orElse(0);
  }

  private static double number(Optional<WorkedOut.Named> named) {
    return named.map(WorkedOut.Named::value).orElse(Double.NaN);
  }

  /** The numbers as they are written; of weights only those that are lit. */
  PartNumbers texts(Collection<NetworkPart> lit) {
    var trace = known.trace();
    Map<NetworkPart, PartNumbers.Text> texts = new HashMap<>();
    Set<NetworkPart.Unit> dropped = new HashSet<>();
    for (var l = NetworkLocation.INPUTS; l < trace.layers(); l++) {
      var layer = l;
      var units = l == NetworkLocation.INPUTS ? trace.inputs(0) : trace.units(l);
      for (var j = 0; j < units; j++) {
        var unit = new NetworkPart.Unit(layer + 1, j);
        var named = l == NetworkLocation.INPUTS ? known.input(j) : known.unit(l, j);
        named.ifPresent(it -> texts.put(unit, text(it)));
        if (known.isDropped(layer, j)) {
          dropped.add(unit);
        }
      }
    }
    for (var part : lit) {
      switch (part) {
        case NetworkPart.Weight(var layer, var input, var unit) ->
            texts.put(part, text(known.weight(NetworkLocation.weight(layer, input, unit))));
        case NetworkPart.Bias(var layer, var unit) ->
            texts.put(
                part,
                text(known.weight(NetworkLocation.weight(layer, NetworkLocation.BIAS, unit))));
        case NetworkPart.Unit _ -> {}
      }
    }
    return new PartNumbers(true, texts, dropped);
  }

  private PartNumbers.Text text(WorkedOut.Named named) {
    return new PartNumbers.Text(
        symbol(named.name()), decimals.text(named.value()), Math.abs(named.value()));
  }

  /** The symbol on one line: a₁⁽²⁾. A weight's place is seen, and needs no index. */
  private static String symbol(Letter letter) {
    return letter.below().contains(",")
        ? letter.text() + (letter.above().endsWith("′") ? "′" : "")
        : letter.text() + written(letter.below(), LOW) + written(letter.above(), HIGH);
  }

  private static String written(String index, String digits) {
    var text = new StringBuilder();
    for (var i = 0; i < index.length(); i++) {
      var sign = index.charAt(i);
      text.append(
          switch (sign) {
            case '(' -> '⁽';
            case ')' -> '⁾';
            default -> Character.isDigit(sign) ? digits.charAt(sign - '0') : sign;
          });
    }
    return text.toString();
  }
}
