package dev.neuralworkbench.ui.drawing;

import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Tips;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Chooses the input along an axis. */
final class AxisChooser extends HBox {

  private final ComboBox<Integer> inputs = new ComboBox<>();
  private @Nullable World world;
  private boolean offering;

  AxisChooser(String id, String key, Messages messages, Runnable chosen) {
    getStyleClass().add("field-line");
    var name = new Label();
    name.textProperty().bind(messages.text(key));
    name.setLabelFor(inputs);
    name.setMinWidth(USE_PREF_SIZE);
    inputs.setId(id);
    inputs.getStyleClass().addAll("small", "data");
    inputs.accessibleTextProperty().bind(messages.text(key));
    Tips.install(inputs, messages.text(key + ".tip"));
    inputs.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Integer input) {
            return input == null || world == null ? "" : world.name(input);
          }

          @Override
          public @Nullable Integer fromString(String text) {
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

  /** Offers the inputs of a world, with one of them chosen. */
  void offer(World shown, List<Integer> axes, @Nullable Integer chosen) {
    offering = true;
    // The box names the old choice once more while its list changes: of the old world.
    inputs.setValue(null);
    inputs.getItems().clear();
    world = shown;
    inputs.getItems().setAll(axes);
    inputs.setValue(chosen);
    offering = false;
  }

  /** The chosen input; 0 where there is none. */
  int chosen() {
    var value = inputs.getValue();
    return value == null ? 0 : value;
  }
}
