package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.form.ClosedListSkin;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Skin;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The axis' name, which opens the list of the other inputs; as wide as the name. */
final class AxisChooser extends ComboBox<AxisChooser.Axis> {

  record Axis(int input, String name) {

    @Override
    public String toString() {
      return name;
    }
  }

  /** The name as it stands at the axis, also while there is no list. */
  private final class Name extends ListCell<Axis> {

    void write() {
      updateItem(null, true);
    }

    @Override
    protected void updateItem(@Nullable Axis axis, boolean isEmpty) {
      var chosen = AxisChooser.this.getValue();
      super.updateItem(chosen, chosen == null);
      setText(chosen == null ? "" : chosen.name);
    }
  }

  private boolean offering;

  AxisChooser(String id, String key, Messages messages, Runnable chosen) {
    Styling.as(this, "#" + id, "axis-chooser", "data");
    var name = new Name();
    setButtonCell(name);
    Labels.unseen(messages.text(key), this);
    Tooltips.install(this, messages.text(key + ".tip"));
    valueProperty()
        .subscribe(
            value -> {
              name.write();
              if (value != null && !offering) {
                chosen.run();
              }
            });
  }

  /** What was chosen is forgotten first: what stays equal would keep its place in the list. */
  void offer(DecisionMap map, List<Integer> axes, @Nullable Integer chosen) {
    offering = true;
    setValue(null);
    getItems().setAll(axes.stream().map(input -> new Axis(input, map.name(input))).toList());
    setValue(chosen == null ? null : new Axis(chosen, map.name(chosen)));
    offering = false;
  }

  int chosen() {
    var value = getValue();
    return value == null ? 0 : value.input;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new ClosedListSkin<>(this);
  }

  @Override
  protected double computePrefWidth(double height) {
    var name =
        getSkin() instanceof ClosedListSkin<?> closed ? closed.getDisplayNode() : getButtonCell();
    return lookup(".arrow-button") instanceof Region arrow
        ? snappedLeftInset() + name.prefWidth(-1) + arrow.prefWidth(-1) + snappedRightInset()
        : super.computePrefWidth(height);
  }
}
