package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.ClosedListSkin;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Chooses a slice of a map: two inputs by the axes' names, and where the others are held. */
final class SliceChooser {

  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");

  final AxisChooser x;
  final AxisChooser y;
  private final TextField row =
      Styling.as(new TextField(), "#picture-row", "small", "number-field", "row-field");
  final HBox others;
  private boolean entered;
  private @Nullable DecisionMap map;
  private boolean offering = true;

  SliceChooser(Messages messages, Runnable chosen) {
    Runnable tell =
        () -> {
          if (!offering) {
            chosen.run();
          }
        };
    x = new AxisChooser("picture-x", "picture.x", messages, tell);
    y = new AxisChooser("picture-y", "picture.y", messages, tell);
    offering = false;
    row.promptTextProperty().bind(messages.text("picture.row.means"));
    Tooltips.install(row, messages.text("picture.row.tip"));
    row.textProperty()
        .subscribe(
            () -> {
              mark();
              tell.run();
            });
    var name = Labels.whole(messages.text("picture.row"));
    name.setLabelFor(row);
    others = Styling.as(new HBox(name, row), "picture-others");
    show(true);
  }

  void offer(@Nullable DecisionMap shown) {
    offering = true;
    map = shown;
    row.clear();
    if (shown != null && !shown.firstAxes().isEmpty()) {
      x.offer(shown, shown.firstAxes().getFirst());
      y.offer(shown, shown.firstAxes().getLast());
    }
    offering = false;
    mark();
  }

  /** Shows itself where a map is looked at by its inputs. */
  void show(boolean byInputs) {
    var shown = map;
    var axes = shown == null ? 0 : shown.axes().size();
    var isSlice = byInputs && axes > 1 && shown != null && shown.hasMoreThan(2);
    Visibility.when(others, isSlice && !entered);
    x.setVisible(isSlice && axes > 2);
    y.setVisible(isSlice && axes > 2);
  }

  void enterElsewhere() {
    entered = true;
    Visibility.when(others, false);
  }

  /** Where the others are held: at a row of the table, or at their means. */
  RawRow held(DecisionMap shown) {
    return row(shown) < 1
        ? new MapView.MapGrid.Means(shown.preprocessor().inputs())
        : RawRow.of(shown.preprocessor(), shown.table(), row(shown) - 1);
  }

  /** The row that is typed, from 1 on; 0 where it is none. */
  private int row(DecisionMap shown) {
    var read = Numbers.read(row.getText()).orElse(0);
    return read == Math.rint(read) && read >= 1 && read <= shown.table().rows() ? (int) read : 0;
  }

  private void mark() {
    var isWrong = !row.getText().isBlank() && (map == null || row(map) < 1);
    row.pseudoClassStateChanged(INVALID, isWrong);
  }

  /** The axis' name, which opens the list of the other inputs; as wide as the name. */
  static final class AxisChooser extends ChoiceField<AxisChooser.Axis> {

    record Axis(int input, String name) {}

    private final PropertyChoice<Axis> axis;
    private final ObjectProperty<List<Axis>> offered;

    AxisChooser(String id, String key, Messages messages, Runnable chosen) {
      PropertyChoice<Axis> axis = PropertyChoice.keepingWrong(key, new Axis(0, ""), _ -> List.of());
      var offered = new SimpleObjectProperty<List<Axis>>(List.of());
      super(axis, offered, it -> new SimpleStringProperty(it.name));
      this.axis = axis;
      this.offered = offered;
      Styling.as(late(), "#" + id, "axis-chooser", "data");
      Labels.unseen(messages.text(key), this);
      Tooltips.install(this, messages.text(key + ".tip"));
      axis.value().subscribe(_ -> chosen.run());
    }

    void offer(DecisionMap map, int chosen) {
      offered.set(map.axes().stream().map(input -> new Axis(input, map.name(input))).toList());
      axis.fill(new Axis(chosen, map.name(chosen)));
    }

    int chosen() {
      return axis.value().getValue().input;
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
}
