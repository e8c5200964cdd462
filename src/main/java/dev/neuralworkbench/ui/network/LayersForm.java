package dev.neuralworkbench.ui.network;

import static java.util.stream.Collectors.joining;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Defaults.Demand;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.WhileInScene;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.Fields;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What of a network one tries first: a preset, and the hidden layers with their units. */
public final class LayersForm extends VBox {

  private final NetworkViewModel model;
  private final Fields fields;
  private final Messages messages;
  private final VBox layers = Styling.as(new VBox(), "tried");

  public LayersForm(NetworkViewModel model, Fields fields, Messages messages) {
    this.model = model;
    this.fields = fields;
    this.messages = messages;
    var preset = model.preset();
    var why =
        messages.text(model.facts(), (words, it) -> it.known() ? reasons(words, it.shape()) : "");
    var adding =
        new HBox(
            Labels.whole(messages.text("form.layers")),
            Space.between(),
            button("add-layer", "form.addLayer", model::addLayer),
            button("add-dropout", "form.addDropout", model::addDropout));
    Styling.as(this, "tried")
        .getChildren()
        .setAll(
            fields
                .choice(preset.choice(), preset.offered(), PresetOffer::nameKey, "preset")
                .with(fields.why("network-reasons", why, preset.isRecommended())),
            Styling.as(adding, "field-line"),
            layers,
            fields.problem(model.hidden()));
    WhileInScene.subscribe(this, () -> model.layers().subscribe(this::show));
  }

  private void show(List<NetworkViewModel.LayerKind> kinds) {
    layers.getChildren().clear();
    for (var index = 0; index < kinds.size(); index++) {
      var last = index == kinds.size() - 1;
      layers.getChildren().add(new LayerRow(index, last, kinds.get(index)));
    }
    layers.setManaged(!kinds.isEmpty());
  }

  private Button button(String id, String key, Runnable command) {
    return Buttons.of(Icon.ADD, messages, key, command, "#" + id, Styles.SMALL);
  }

  /** Why the recommended choices are what they are, in a sentence or two. */
  static String reasons(Words words, DataShape shape) {
    if (Defaults.hasFewRows(shape)) {
      return words.text("form.why.few", Numbers.count(shape.rows()));
    }
    var training = Defaults.training(shape);
    var penalty =
        words.text(
            "form.why.penalty",
            Numbers.rounded(training.penalty().l1(), 1),
            Numbers.rounded(training.penalty().l2(), 1),
            Numbers.count(shape.inputs()),
            Numbers.count(shape.training()));
    var folds = training.foldCount();
    var judged = folds == 0 ? "" : words.text("form.why.folds", Numbers.count(folds));
    var smooth =
        Defaults.isSmooth(shape) ? words.text("form.why.smooth", Numbers.count(shape.rows())) : "";
    return units(words, shape) + smooth + penalty + judged;
  }

  private static String units(Words words, DataShape shape) {
    var units = Numbers.count(Defaults.units(shape));
    var demands = Defaults.demands(shape);
    if (demands.isEmpty()) {
      return words.text(
          shape.classes() == 0 ? "form.why.units.few" : "form.why.units.few.classes", units);
    }
    var causes =
        demands.stream()
            .filter(it -> it != Demand.MANY_INPUTS)
            .map(
                it ->
                    switch (it) {
                      case CLASSES -> words.text("form.why.classes", shape.classes());
                      case INPUTS, MANY_INPUTS -> words.text("form.why.inputs", shape.inputs());
                      case ROWS -> words.text("form.why.rows", shape.rows());
                    })
            .collect(joining(words.text("form.why.comma")));
    return words.text("form.why.units", units, causes);
  }

  /**
   * One hidden layer in the list: its fields, up, down and remove; below it what is wrong with it.
   */
  private final class LayerRow extends VBox {

    private final int index;
    private final boolean last;

    LayerRow(int index, boolean last, NetworkViewModel.LayerKind kind) {
      this.index = index;
      this.last = last;
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
              it -> "activation." + Ids.of(it),
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
      var down = button(Icon.DOWN, "down", "form.moveLayerDown", () -> model.moveDown(index));
      down.setDisable(last);
      var remove = button(Icon.REMOVE, "remove", "form.removeLayer", () -> model.remove(index));
      var line = new HBox(number, field, Space.wide(wide), new HBox(down, remove));
      getChildren().setAll(Styling.as(line, "layer-line"), fields.problem(choice));
    }

    private Button button(Icon icon, String name, String key, Runnable action) {
      var id = "#network-hidden-" + index + "-" + name;
      return Buttons.icon(
          icon, messages, key, action, id, Styles.BUTTON_ICON, Styles.FLAT, "layer-button");
    }
  }
}
