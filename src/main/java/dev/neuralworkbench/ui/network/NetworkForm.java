package dev.neuralworkbench.ui.network;

import static java.util.stream.Collectors.joining;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Defaults.Demand;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.WhileInScene;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.setting.SettingFields;
import dev.neuralworkbench.ui.workspace.DataFacts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The network: what one tries first, preset and hidden layers; and ends, loss, starting weights.
 */
public final class NetworkForm extends VBox {

  private final NetworkViewModel model;
  private final Fields fields;
  private final Messages messages;
  private final VBox layers = Styling.as(new VBox(), "tried");
  private final Label inputs = Labels.wrapped("#network-inputs", "muted");
  private final Label outputs = Labels.wrapped("#network-outputs", "muted");
  private final Label size = Labels.line("#network-parameters", "muted");
  private final VBox initializers = Styling.as(new VBox(), "form");
  private final Fields.FieldRow outputActivation;
  private final Fields.FieldRow labelSmoothing;

  public NetworkForm(NetworkViewModel model, Fields fields, Messages messages) {
    this.model = model;
    this.fields = fields;
    this.messages = messages;
    var rows = new SettingFields(new SettingFields.SettingChoices(model.workspace()), fields);
    outputActivation = rows.row(Settings.OUTPUT_ACTIVATION);
    labelSmoothing = rows.row(Settings.LABEL_SMOOTHING);
    getStyleClass().add("form");
    inputs.textProperty().bind(messages.text(model.facts(), NetworkForm::inputs));
    outputs.textProperty().bind(messages.text(model.outline(), NetworkForm::outputs));
    size.textProperty()
        .bind(
            messages.text(
                model.outline(),
                (words, it) -> words.text("form.parameters", Numbers.count(it.parameters()))));
    // What depends on the data says nothing while they are not known.
    for (var label : List.of(inputs, outputs, size)) {
      Visibility.when(label, model.facts().map(DataFacts::known));
    }
    getChildren()
        .setAll(
            inputs,
            outputs,
            outputActivation,
            rows.row(Settings.LOSS, model.losses()),
            size,
            fields.more(
                "network",
                rows.isWrong("network."),
                labelSmoothing,
                fields.heading("network.hidden.initializer"),
                initializers,
                fields.choice(
                    rows.choices().name(Settings.OUTPUT_INITIALIZER),
                    Settings.OUTPUT_INITIALIZER.values().names(),
                    it -> "initializer." + it,
                    "network.outputInitializer",
                    messages.text("form.outputLayer"))));
    WhileInScene.subscribe(this, () -> model.network().subscribe(design -> showOutput(design)));
  }

  /** What of the network one tries first. */
  public Node tried() {
    var preset = model.preset();
    var why =
        messages.text(model.facts(), (words, it) -> it.known() ? reasons(words, it.shape()) : "");
    var row = fields.choice(preset.choice(), preset.offered(), PresetOffer::nameKey, "preset");
    var adding =
        new HBox(
            Labels.whole(messages.text("form.layers")),
            Space.between(),
            button("add-layer", "form.addLayer", model::addLayer),
            button("add-dropout", "form.addDropout", model::addDropout));
    var tried =
        new VBox(
            row.with(fields.why("network-reasons", why, preset.isRecommended())),
            Styling.as(adding, "field-line"),
            layers,
            fields.problem(model.hidden()));
    WhileInScene.subscribe(tried, () -> model.layers().subscribe(kinds -> showLayers(kinds)));
    return Styling.as(tried, "tried");
  }

  private void showLayers(List<Class<?>> kinds) {
    layers.getChildren().clear();
    initializers.getChildren().clear();
    for (var index = 0; index < kinds.size(); index++) {
      var isDense = kinds.get(index).equals(DenseDesign.class);
      var last = index == kinds.size() - 1;
      layers.getChildren().add(new LayerRow(index, last, isDense));
      if (isDense) {
        initializers
            .getChildren()
            .add(
                fields.choice(
                    model.initializer(index),
                    List.of(Initializer.values()),
                    it -> "initializer." + Ids.of(it),
                    "network.hidden.initializer",
                    messages.text("form.layer", Numbers.count(index + 1))));
      }
    }
    layers.setManaged(!kinds.isEmpty());
    initializers.setManaged(!initializers.getChildren().isEmpty());
  }

  /** Losses that own the output function leave nothing to choose; they alone smooth labels. */
  private void showOutput(NetworkDesign design) {
    var open = !design.loss().ownsOutputFunction();
    Visibility.when(outputActivation, open);
    Visibility.when(labelSmoothing, !open || design.smoothing() != 0);
  }

  private static String inputs(Words words, DataFacts facts) {
    var inputs = words.text("form.inputs", Numbers.count(facts.shape().inputs()));
    var wide = facts.wide();
    if (wide == null) {
      return inputs;
    }
    var said = words.text("form.inputs.wide", inputs, Numbers.count(wide.inputs()), wide.column());
    return wide.seldomComesBack(facts.shape().training())
        ? words.text("form.inputs.seldom", said)
        : said;
  }

  private static String outputs(Words words, NetworkViewModel.NetworkOutline outline) {
    var function =
        switch (outline.design().loss().outputFunction) {
          case SIGMOID -> words.text("form.output.sigmoid");
          case SOFTMAX -> words.text("form.output.softmax");
          case IDENTITY ->
              outline.facts().problem() != ProblemType.CLASSIFICATION
                  ? words.text("form.output.number")
                  : outline.design().outputActivation() == Activation.IDENTITY
                      ? words.text("form.output.plain")
                      : words.text("form.output.score");
        };
    return words.text("form.outputs", Numbers.count(outline.outputs()), function);
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

  /** One hidden layer in the list: its fields, down and remove; below it what is wrong with it. */
  private final class LayerRow extends VBox {

    private final int index;
    private final boolean last;

    LayerRow(int index, boolean last, boolean isDense) {
      this.index = index;
      this.last = last;
      getStyleClass().add("field-row");
      if (isDense) {
        dense();
      } else {
        dropout();
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
