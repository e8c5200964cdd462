package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of a network in words; a layer without weights yet is empty. */
public record NetworkWords(NetworkShape shape, List<Optional<LayerWeights>> weights, Words words) {

  private static final int DIGITS = 4;
  private static final int LONG = 400;

  public NetworkWords {
    weights = List.copyOf(weights);
  }

  String summary() {
    var text = new StringBuilder();
    for (var column = 0; column < shape.columns() && text.length() < LONG; column++) {
      text.append(column == 0 ? "" : "; ")
          .append(heading(column))
          .append(' ')
          .append(units(column))
          .append(dropout(column).isEmpty() ? "" : " ")
          .append(dropout(column));
    }
    return words.text("drawing.accessible", text);
  }

  String heading(int column) {
    return heading(column, "");
  }

  String shortHeading(int column) {
    return heading(column, ".short");
  }

  private String heading(int column, String form) {
    return column == 0
        ? words.text("drawing.inputs" + form)
        : column == shape.columns() - 1
            ? words.text("drawing.output" + form)
            : words.text("drawing.hidden" + form, column);
  }

  String units(int column) {
    if (column > 0) {
      return words.text("drawing.layer", count(column), words.text(activation(column)));
    }
    var side = Numbers.count(shape.imageSide());
    return shape.imageSide() > 0 ? words.text("drawing.pixels", side, side) : count(0);
  }

  String count(int column) {
    return Numbers.count(shape.units(column));
  }

  /** The output function of the last layer may be the loss's. */
  private String activation(int column) {
    var own = "activation." + Ids.of(shape.layers().get(column - 1).activation());
    if (column < shape.columns() - 1) {
      return own;
    }
    return switch (shape.design().loss().outputFunction) {
      case SIGMOID -> "activation.sigmoid";
      case SOFTMAX -> "drawing.softmax";
      case IDENTITY -> own;
    };
  }

  String dropout(int column) {
    var share = shape.dropout(column);
    return share == 0 ? "" : words.text("drawing.dropout", Numbers.rounded(100 * share, 3));
  }

  public String unit(NetworkPart.Unit unit) {
    if (unit.column() == 0) {
      return shape.inputs().get(unit.unit());
    } else if (unit.column() == shape.columns() - 1) {
      return words.text("drawing.unit.output", shape.outputs().get(unit.unit()));
    }
    return words.text("drawing.unit", unit.column(), unit.unit() + 1);
  }

  String describe(NetworkPart part, UnitValues values) {
    return switch (part) {
      case NetworkPart.Weight weight ->
          weights
              .get(weight.layer())
              .map(
                  layer ->
                      words.text(
                          "drawing.weight",
                          unit(weight.from()),
                          unit(weight.to()),
                          number(layer.weight(weight.input(), weight.unit()))))
              .orElseGet(
                  () -> words.text("drawing.weight.none", unit(weight.from()), unit(weight.to())));
      case NetworkPart.Bias bias ->
          weights
              .get(bias.layer())
              .map(
                  layer ->
                      words.text("drawing.bias", unit(bias.of()), number(layer.bias(bias.unit()))))
              .orElseGet(() -> words.text("drawing.bias.none", unit(bias.of())));
      case NetworkPart.Unit unit -> describe(unit, values);
    };
  }

  private String describe(NetworkPart.Unit unit, UnitValues values) {
    var value = values.of(unit);
    var name =
        unit.column() == 0 ? words.text("drawing.unit.input", unit(unit)) : capitalized(unit(unit));
    var withValue =
        Double.isNaN(value) ? name : words.text("drawing.unit.value", name, number(value));
    return unit.column() == 0
        ? withValue
        : withValue + "\n" + describe(new NetworkPart.Bias(unit.column() - 1, unit.unit()), values);
  }

  private static String capitalized(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String number(double value) {
    return Numbers.rounded(value, DIGITS).replace('-', '\u2212');
  }
}
