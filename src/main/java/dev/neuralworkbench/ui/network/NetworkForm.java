package dev.neuralworkbench.ui.network;

import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.WhileInScene;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.setting.SettingFields;
import dev.neuralworkbench.ui.workspace.DataFacts;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What of a network one seldom changes: its ends, loss and starting weights. */
public final class NetworkForm extends VBox {

  private final NetworkViewModel model;
  private final Fields fields;
  private final Messages messages;
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
    size.textProperty().bind(messages.text(model.outline(), NetworkForm::size));
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
    WhileInScene.subscribe(
        this,
        () ->
            model
                .layers()
                .subscribe(kinds -> showLayers(kinds))
                .and(model.network().subscribe(design -> showOutput(design)))
                .and(model.facts().subscribe(facts -> showShape(facts.known()))));
  }

  private void showLayers(List<NetworkViewModel.LayerKind> kinds) {
    initializers.getChildren().clear();
    for (var index = 0; index < kinds.size(); index++) {
      if (kinds.get(index) == NetworkViewModel.LayerKind.DENSE) {
        var name = messages.text("form.layer", Numbers.count(index + 1));
        var choice = model.initializer(index);
        initializers.getChildren().add(initializer(choice, "network.hidden.initializer", name));
      }
    }
    initializers.setManaged(!initializers.getChildren().isEmpty());
  }

  /** What depends on the data says nothing while they are not known. */
  private void showShape(boolean known) {
    for (var label : List.of(inputs, outputs, size)) {
      Visibility.when(label, known);
    }
  }

  private Fields.FieldRow initializer(
      Choice<Initializer> choice, String key, ObservableValue<String> name) {
    return fields.choice(
        choice, List.of(Initializer.values()), it -> "initializer." + Ids.of(it), key, name);
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

  private static String size(Words words, NetworkViewModel.NetworkOutline outline) {
    return words.text("form.parameters", Numbers.count(outline.parameters()));
  }

  private static String outputs(Words words, NetworkViewModel.NetworkOutline outline) {
    var function =
        switch (outline.design().loss().outputFunction()) {
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
}
