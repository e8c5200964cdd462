package dev.neuralworkbench.ui.network;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.DropoutDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.Fields;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * One hidden layer in the list: its fields, up, down and remove; below it what is wrong with it.
 */
final class LayerRow extends VBox {

  private final NetworkViewModel model;
  private final Fields fields;
  private final Messages messages;
  private final int index;
  private final boolean last;

  LayerRow(
      NetworkViewModel model,
      int index,
      boolean last,
      NetworkViewModel.LayerKind kind,
      Fields fields,
      Messages messages) {
    this.model = model;
    this.index = index;
    this.last = last;
    this.fields = fields;
    this.messages = messages;
    getStyleClass().add("field-row");
    switch (kind) {
      case DENSE -> dense();
      case DROPOUT -> dropout();
    }
  }

  private void dense() {
    var units = model.units(index);
    var unitsField = fields.numberField(units, DenseDesign.UNITS, "network.hidden.units");
    var activation =
        fields.choiceField(
            model.activation(index),
            List.of(Activation.values()),
            it -> "activation." + it.id(),
            "network.hidden.activation");
    name(unitsField, "network.hidden.units");
    name(activation, "network.hidden.activation");
    layOut(units, unitsField, activation);
  }

  private void dropout() {
    var rate = model.rate(index);
    var name = Labels.line(messages.text("form.dropout"));
    name.setMaxWidth(Double.MAX_VALUE);
    var field = fields.numberField(rate, DropoutDesign.RATE, "network.hidden.rate");
    name(field, "network.hidden.rate");
    layOut(rate, field, name);
  }

  /** The number of the layer stands before the fields, where nobody hears it. */
  private void name(Control field, String key) {
    Labels.unseen(
        messages.text(
            words -> words.text("form.layer.field", Numbers.count(index + 1), words.text(key))),
        field);
  }

  private void layOut(Choice<?> choice, Node field, Node wide) {
    var number = Styling.as(new Label(String.valueOf(index + 1)), "layer-number", "muted");
    field.getStyleClass().add("layer-field");
    var up = button(Icon.UP, "up", "form.moveLayer", () -> model.moveUp(index));
    up.setDisable(index == 0);
    var down = button(Icon.DOWN, "down", "form.moveLayerDown", () -> model.moveDown(index));
    down.setDisable(last);
    var remove = button(Icon.REMOVE, "remove", "form.removeLayer", () -> model.remove(index));
    var line = new HBox(number, field, Space.wide(wide), new HBox(up, down, remove));
    getChildren().setAll(Styling.as(line, "layer-line"), fields.problem(choice));
  }

  private Button button(Icon icon, String name, String key, Runnable action) {
    var id = "#network-hidden-" + index + "-" + name;
    return Buttons.icon(
        icon, messages, key, action, id, Styles.BUTTON_ICON, Styles.FLAT, "layer-button");
  }
}
