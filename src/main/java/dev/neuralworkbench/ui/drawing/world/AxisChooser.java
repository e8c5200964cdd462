package dev.neuralworkbench.ui.drawing.world;

import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Chooses the input along an axis. */
final class AxisChooser extends HBox {

  /** An input that can be an axis. */
  private record Axis(int input, String name) {}

  private final ComboBox<Axis> inputs = Styled.as(new ComboBox<>(), "small", "data");
  private boolean offering;

  AxisChooser(String id, String key, Messages messages, Runnable chosen) {
    getStyleClass().add("field-line");
    var name = Labels.whole(messages.text(key));
    name.setLabelFor(inputs);
    inputs.setId(id);
    inputs.accessibleTextProperty().bind(messages.text(key + ".tip"));
    Tooltips.install(inputs, messages.text(key + ".tip"));
    inputs.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Axis axis) {
            return axis == null ? "" : axis.name;
          }

          @Override
          public @Nullable Axis fromString(String text) {
            return null;
          }
        });
    inputs
        .valueProperty()
        .subscribe(
            value -> {
              if (value != null && !offering) {
                chosen.run();
              }
            });
    getChildren().setAll(name, inputs);
  }

  /**
   * Offers the inputs of a world, with one of them chosen. What was chosen is forgotten first: what
   * stays equal would keep its place in the list before.
   */
  void offer(World world, List<Integer> axes, @Nullable Integer chosen) {
    offering = true;
    inputs.setValue(null);
    inputs
        .getItems()
        .setAll(axes.stream().map(input -> new Axis(input, world.name(input))).toList());
    inputs.setValue(chosen == null ? null : new Axis(chosen, world.name(chosen)));
    offering = false;
  }

  /** The chosen input; 0 where there is none. */
  int chosen() {
    var value = inputs.getValue();
    return value == null ? 0 : value.input;
  }
}
