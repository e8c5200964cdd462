package dev.neuralworkbench.ui.backprop.aid;

import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** All weights into a layer as a matrix to type into: Enter, or leaving a field, takes a number. */
final class WeightTable extends VBox {

  private static final int MOST = 160;
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final BiConsumer<NetworkLocation, Float> change;
  private final Messages messages;
  private final Label name = Labels.sentence();
  private final GridPane grid = Styling.as(new GridPane(), "weight-grid");
  private final ScrollPane scroll =
      Styling.as(new ScrollPane(grid), "backprop-scroll", "aid-scroll");
  private final Map<NetworkLocation, TextField> fields = new HashMap<>();
  private final Label bias = head("");
  private List<Integer> shape = List.of();
  private List<Integer> scrolledTo = List.of();

  WeightTable(BiConsumer<NetworkLocation, Float> change, Messages messages) {
    this.change = change;
    this.messages = messages;
    Styling.as(this, "#backprop-weights", "weight-table");
    scroll.setFocusTraversable(false);
    getChildren().setAll(name, Space.tall(scroll));
  }

  void show(AidMoment moment, String layerName, boolean canChange) {
    var trace = moment.trace();
    var layer = moment.layer();
    var inputs = trace.inputs(layer);
    var units = trace.units(layer);
    var count = (inputs + 1) * units;
    if (count > MOST) {
      name.setText(messages.now("backprop.aid.weights.many", Numbers.count(count)));
      make(List.of());
      return;
    }
    name.setText(
        canChange
            ? messages.now("backprop.aid.weights.layer", layerName)
            : messages.now("backprop.aid.weights.running"));
    make(List.of(layer, inputs, units));
    goToUnit(moment);
    bias.setText(messages.now("backprop.aid.weights.bias"));
    var weights = trace.setting().weights().layer(layer);
    fields.forEach(
        (place, field) -> {
          field.setDisable(!canChange);
          var weight = weights.weight(place.input(), place.unit());
          var text = Float.toString(weight).replaceFirst("\\.0$", "");
          if (!field.isFocused() || !isTyped(field)) {
            field.setText(text);
            field.pseudoClassStateChanged(WRONG, false);
          }
          field.setUserData(text);
        });
  }

  /** Once for each unit: what somebody is typing into stays where it is. */
  private void goToUnit(AidMoment moment) {
    var unit = List.of(moment.layer(), moment.unit());
    if (!unit.equals(scrolledTo)) {
      scrolledTo = unit;
      var last = moment.trace().units(moment.layer()) - 1;
      scroll.setVvalue(last == 0 ? 0 : moment.unit() / (double) last);
    }
  }

  /** Whether a field has another text than the weight that was shown in it last. */
  private static boolean isTyped(TextField field) {
    return !field.getText().equals(field.getUserData());
  }

  private void make(List<Integer> wanted) {
    if (wanted.equals(shape)) {
      return;
    }
    shape = wanted;
    fields.clear();
    grid.getChildren().clear();
    if (wanted.isEmpty()) {
      return;
    }
    var layer = wanted.get(0);
    var inputs = wanted.get(1);
    for (var unit = 0; unit < wanted.get(2); unit++) {
      grid.add(head(Integer.toString(unit + 1)), 0, unit + 1);
      for (var input = 0; input <= inputs; input++) {
        var from = input == inputs ? NetworkLocation.BIAS : input;
        grid.add(field(NetworkLocation.weight(layer, from, unit)), input + 1, unit + 1);
      }
    }
    for (var input = 0; input <= inputs; input++) {
      grid.add(input == inputs ? bias : head(Integer.toString(input + 1)), input + 1, 0);
    }
  }

  private static Label head(String text) {
    var label = Labels.whole("muted", "weight-head");
    label.setText(text);
    return label;
  }

  private TextField field(NetworkLocation place) {
    var field = Styling.as(new TextField(), "number-field", "weight-field");
    field.setId("backprop-weight-" + place.layer() + "-" + place.input() + "-" + place.unit());
    var unit = Integer.toString(place.unit() + 1);
    Labels.unseen(
        place.input() == NetworkLocation.BIAS
            ? messages.text("backprop.aid.weights.ofBias", unit)
            : messages.text(
                "backprop.aid.weights.ofInput", Integer.toString(place.input() + 1), unit),
        field);
    field.setUserData("");
    field.setOnAction(_ -> take(place, field));
    OnAnyChange.whenLeft(field, () -> take(place, field));
    fields.put(place, field);
    return field;
  }

  private void take(NetworkLocation place, TextField field) {
    if (!isTyped(field)) {
      return;
    }
    var number = Numbers.read(field.getText().replace(',', '.').replace('−', '-'));
    var usable = number.isPresent() && Float.isFinite((float) number.getAsDouble());
    field.pseudoClassStateChanged(WRONG, !usable);
    if (usable) {
      change.accept(place, (float) number.getAsDouble());
    } else {
      name.setText(messages.now("backprop.aid.weights.wrong", field.getText()));
    }
  }
}
