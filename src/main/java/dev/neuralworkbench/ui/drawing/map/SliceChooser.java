package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.ClosedListSkin;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.Skin;
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
  private boolean offering;

  SliceChooser(Messages messages, Runnable chosen) {
    x = new AxisChooser("picture-x", "picture.x", messages, chosen);
    y = new AxisChooser("picture-y", "picture.y", messages, chosen);
    row.promptTextProperty().bind(messages.text("picture.row.means"));
    Tooltips.install(row, messages.text("picture.row.tip"));
    row.textProperty()
        .subscribe(
            () -> {
              if (!offering) {
                mark();
                chosen.run();
              }
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
    if (shown != null) {
      var axes = shown.axes();
      var first = shown.firstAxes();
      x.offer(shown, axes, first.isEmpty() ? null : first.getFirst());
      y.offer(shown, axes, first.isEmpty() ? null : first.getLast());
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
  static final class AxisChooser extends ComboBox<AxisChooser.Axis> {

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
}
