package dev.neuralworkbench.ui.data.editor;

import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A plane to paint rows of two inputs and a class on; one stroke is one step to take back. */
final class PaintPane extends VBox {

  private final EditorViewModel model;
  private final Messages messages;
  private final PlaneChart chart = Styling.as(new PlaneChart(), "#paint-plane");
  private final ToggleGroup classes = new ToggleGroup();
  private final HBox choice = Styling.as(new HBox(), "paint-classes");
  private Painting.@Nullable Stroke stroke;

  PaintPane(EditorViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    Styling.as(this, "#paint", "paint");
    layOut();
    chart.setOnMousePressed(this::press);
    chart.setOnMouseDragged(this::drag);
    addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> release());
    model.cells.subscribe(_ -> show());
  }

  private void layOut() {
    var heading = Labels.line(messages.text("paint.heading"), "panel-heading");
    var hint = Labels.sentence(messages.text("paint.hint"), "muted");
    Painting.CLASSES.forEach(name -> choice.getChildren().add(button(name)));
    classes.selectToggle(classes.getToggles().getFirst());
    chart.tell(messages, heading::getText);
    getChildren().setAll(heading, hint, choice, Space.tall(chart));
  }

  private ToggleButton button(String name) {
    var button = Styling.as(new ToggleButton(name), "#paint-" + name, "data");
    button.setToggleGroup(classes);
    button.accessibleTextProperty().bind(messages.text("paint.class", name));
    Tooltips.install(button, messages.text("paint.class", name));
    // One class is always chosen.
    button.setOnAction(_ -> classes.selectToggle(button));
    return button;
  }

  private void press(MouseEvent event) {
    chart
        .valueAt(event.getX(), event.getY())
        .ifPresent(
            at -> {
              var name = ((ToggleButton) classes.getSelectedToggle()).getText();
              stroke = new Painting.Stroke(name, at.getX(), at.getY());
              show();
            });
  }

  private void drag(MouseEvent event) {
    var present = stroke;
    if (present != null) {
      chart.valueAt(event.getX(), event.getY()).ifPresent(at -> present.to(at.getX(), at.getY()));
      show();
    }
  }

  private void release() {
    var done = stroke;
    stroke = null;
    if (done != null) {
      model.paint(done.points());
    }
  }

  private void show() {
    var painting = Painting.of(model.cells.get());
    Visibility.when(this, painting.isPresent());
    var present = stroke;
    painting.ifPresent(it -> chart.show(it.plane(present == null ? List.of() : present.points())));
  }
}
