package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.Location;
import dev.neuralworkbench.ui.common.ChoiceField;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tips;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** Which weights are checked, and by what difference. */
final class CheckChoices extends FlowPane {

  private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

  private final Messages messages;

  CheckChoices(BackpropViewModel model, Messages messages, Button start) {
    this.messages = messages;
    getStyleClass().add("backprop-choices");
    var layer = new SimpleObjectProperty<>(CheckRequest.DEFAULT.layer());
    var power = new SimpleObjectProperty<>(CheckRequest.DEFAULT.power());
    layer.addListener(
        (_, _, chosen) -> model.checks().request().set(new CheckRequest(chosen, power.get())));
    power.addListener(
        (_, _, chosen) -> model.checks().request().set(new CheckRequest(layer.get(), chosen)));
    model
        .subject()
        .subscribe(
            subject -> {
              if (subject == null || layer.get() >= subject.trace().layers()) {
                layer.set(Location.ALL);
              }
            });
    var layers = model.subject().map(CheckChoices::layers).orElse(List.of(Location.ALL));
    var powers = new SimpleObjectProperty<>(IntStream.rangeClosed(1, 10).boxed().toList());
    getChildren()
        .setAll(
            field("checked", layer, layers, this::name),
            field("epsilon", power, powers, it -> new SimpleStringProperty(text(it))),
            start);
  }

  private static List<Integer> layers(Subject subject) {
    return Stream.concat(
            Stream.of(Location.ALL), IntStream.range(0, subject.trace().layers()).boxed())
        .toList();
  }

  private ObservableValue<String> name(int layer) {
    return layer == Location.ALL
        ? messages.text("backprop.checked.all")
        : messages.text("backprop.checked.layer", layer + 1);
  }

  /** 10⁻⁵ in small digits. */
  private static String text(int power) {
    var text = new StringBuilder("10⁻");
    for (var digit : Integer.toString(power).toCharArray()) {
      text.append(DIGITS.charAt(digit - '0'));
    }
    return text.toString();
  }

  private Node field(
      String id,
      ObjectProperty<Integer> value,
      ObservableValue<List<Integer>> values,
      Function<Integer, ObservableValue<String>> name) {
    var key = "backprop." + id;
    var field = new ChoiceField<>(new PropertyChoice<>(key, value), values, name);
    field.setId("backprop-" + id);
    field.accessibleTextProperty().bind(messages.text(key));
    Tips.install(field, messages.text(key + ".tip"));
    var label = new Label();
    label.setMinWidth(USE_PREF_SIZE);
    label.setLabelFor(field);
    label.textProperty().bind(messages.text(key));
    var group = new HBox(label, field);
    group.getStyleClass().add("tool-pair");
    return group;
  }
}
