package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.RowSource;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.NumberField;
import dev.neuralworkbench.ui.common.form.WrittenField;
import dev.neuralworkbench.ui.workspace.entry.RowForm;
import dev.neuralworkbench.ui.workspace.entry.RowInput;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The fields of a row that is entered by hand, a few at a time: hundreds would hold the window. */
final class EntryPane extends ScrollPane {

  private static final int AT_ONCE = 16;
  private static final double BORDERS = 2;

  private final Messages messages;
  private final Fields fields;
  private final FlowPane flow = Styling.as(new FlowPane(), "row-entry-fields");
  private @Nullable RowForm shown;

  EntryPane(BackpropViewModel model, Messages messages) {
    this.messages = messages;
    fields = new Fields(messages);
    Styling.as(this, "#backprop-entry", "edge-to-edge", "row-entry");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    prefViewportHeightProperty().bind(flow.heightProperty());
    // A few lines always show, however low the window is; more are scrolled to.
    minHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(flow.getHeight() + BORDERS, getMaxHeight()),
                flow.heightProperty(),
                maxHeightProperty()));
    setContent(flow);
    model.rows.entry.form.subscribe(this::show);
    model.rows.source.subscribe(source -> Visibility.when(this, source == RowSource.HAND));
  }

  private void show(@Nullable RowForm form) {
    shown = form;
    flow.getChildren().clear();
    if (form != null) {
      add(form);
    }
  }

  private void add(RowForm form) {
    if (!form.equals(shown)) {
      return;
    }
    var inputs = form.inputs();
    var from = flow.getChildren().size();
    var to = Math.min(from + AT_ONCE, inputs.size());
    for (var i = from; i < to; i++) {
      flow.getChildren().add(node(inputs.get(i), i == inputs.size() - 1));
    }
    if (to < inputs.size()) {
      Platform.runLater(() -> add(form));
    }
  }

  private Node node(RowInput input, boolean isTarget) {
    var field = Styling.as(field(input), "#" + Fields.id(input.choice().component()), "data");
    var name = Labels.whole("data");
    name.setText((isTarget ? "→ " : "") + input.encoder().name());
    return new VBox(ChoiceBar.pair(name, field), fields.problem(input.choice()));
  }

  private Control field(RowInput input) {
    return switch (input) {
      case RowInput.OfNumber number -> numberField(number);
      case RowInput.OfCategory category -> categoryField(category);
      case RowInput.OfDate date -> WrittenField.of(date.choice());
    };
  }

  private NumberField numberField(RowInput.OfNumber number) {
    var made = fields.missableField(number.choice(), number.canMiss());
    var encoder = number.encoder();
    Tooltips.install(
        made,
        messages.text(
            "backprop.entry.number.tip",
            Numbers.typeset(Numbers.readable(encoder.minimum())),
            Numbers.typeset(Numbers.readable(encoder.maximum()))));
    return made;
  }

  private ChoiceField<String> categoryField(RowInput.OfCategory category) {
    ObservableValue<List<String>> names =
        new SimpleObjectProperty<>(category.encoder().categories());
    var made = new ChoiceField<String>(category.choice(), names, SimpleStringProperty::new);
    Tooltips.install(made, messages.text("backprop.entry.category.tip"));
    return made;
  }
}
