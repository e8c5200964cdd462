package dev.neuralworkbench.ui.network;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.nn.Activation;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.ProblemType;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.FieldRow;
import dev.neuralworkbench.ui.common.Fields;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tips;
import dev.neuralworkbench.ui.common.WhileInScene;
import dev.neuralworkbench.ui.workspace.DataFacts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The network: inputs, hidden layers in a list, outputs, and the loss. */
public final class NetworkForm extends VBox {

  private final NetworkViewModel model;
  private final Fields fields;
  private final Messages messages;
  private final VBox layers = new VBox();
  private final Label inputs = new Label();
  private final Label outputs = new Label();
  private final FieldRow outputActivation;

  public NetworkForm(NetworkViewModel model, Fields fields, Messages messages) {
    this.model = model;
    this.fields = fields;
    this.messages = messages;
    outputActivation =
        fields.choice(
            model.outputActivation(),
            List.of(Activation.values()),
            it -> "activation." + it.id(),
            "form.outputActivation");
    getStyleClass().add("form");
    layers.getStyleClass().add("form");
    inputs.getStyleClass().add("muted");
    outputs.getStyleClass().add("muted");
    inputs.textProperty().bind(messages.text(model.facts(), NetworkForm::inputs));
    outputs.textProperty().bind(messages.text(model.network(), this::outputs));
    getChildren()
        .setAll(
            inputs,
            layers,
            fields.problem(model.hidden()),
            new HBox(
                8,
                button("add-layer", "form.addLayer", model::addLayer),
                button("add-dropout", "form.addDropout", model::addDropout)),
            outputs,
            outputActivation,
            fields.choice(model.loss(), model.losses(), loss -> "loss." + loss.id(), "form.loss"));
    WhileInScene.subscribe(
        this,
        () ->
            model
                .layers()
                .subscribe(kinds -> showLayers(kinds))
                .and(model.network().subscribe(design -> showOutput(design))));
  }

  private void showLayers(List<LayerKind> kinds) {
    layers.getChildren().clear();
    for (var index = 0; index < kinds.size(); index++) {
      layers.getChildren().add(new LayerRow(model, index, kinds.get(index), fields, messages));
    }
    layers.setManaged(!kinds.isEmpty());
  }

  /** Losses that own the output function leave nothing to choose. */
  private void showOutput(NetworkDesign design) {
    var open = !design.loss().ownsOutputFunction();
    outputActivation.setVisible(open);
    outputActivation.setManaged(open);
  }

  private static String inputs(Words words, DataFacts facts) {
    return words.text("form.inputs", Numbers.count(facts.shape().inputs()));
  }

  private String outputs(Words words, NetworkDesign design) {
    var facts = model.facts().getValue();
    var count = design.loss().outputs(facts.problem(), facts.shape().classes());
    var function =
        switch (design.loss()) {
          case BINARY_CROSS_ENTROPY -> words.text("form.output.sigmoid");
          case CATEGORICAL_CROSS_ENTROPY -> words.text("form.output.softmax");
          case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER ->
              facts.problem() == ProblemType.CLASSIFICATION
                  ? words.text("form.output.score")
                  : words.text("form.output.number");
        };
    return words.text("form.outputs", Numbers.count(count), function);
  }

  private Button button(String id, String key, Runnable command) {
    var button = new Button(null, new IconView(Icon.ADD));
    button.setId(id);
    button.getStyleClass().add(Styles.SMALL);
    button.textProperty().bind(messages.text(key));
    button.setOnAction(_ -> command.run());
    Tips.install(button, messages.text(key + ".tip"));
    return button;
  }
}
