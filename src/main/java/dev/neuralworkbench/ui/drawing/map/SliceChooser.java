package dev.neuralworkbench.ui.drawing.map;

import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.plane.PlaneChart.AxisNames;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** Chooses a slice of a map: two inputs by the axes' names, and where the others are held. */
final class SliceChooser {

  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("error");

  private final Runnable chosen;
  private final AxisChooser xChooser;
  private final AxisChooser yChooser;
  private final TextField row =
      Styling.as(new TextField(), "#picture-row", "small", "number-field", "row-field");
  final HBox others;
  private boolean entered;
  private @Nullable DecisionMap map;
  private boolean offering;

  SliceChooser(Messages messages, Runnable chosen) {
    this.chosen = chosen;
    xChooser = new AxisChooser("picture-x", "picture.x", messages, chosen);
    yChooser = new AxisChooser("picture-y", "picture.y", messages, chosen);
    row.promptTextProperty().bind(messages.text("picture.row.means"));
    Tooltips.install(row, messages.text("picture.row.tip"));
    row.textProperty().subscribe(this::changed);
    var name = Labels.whole(messages.text("picture.row"));
    name.setLabelFor(row);
    others = Styling.as(new HBox(name, row), "picture-others");
    show(ViewMenu.Kind.INPUTS);
  }

  AxisNames names() {
    return new AxisNames(xChooser, yChooser);
  }

  void offer(@Nullable DecisionMap shown) {
    offering = true;
    map = shown;
    row.clear();
    if (shown != null) {
      var axes = shown.axes();
      var first = shown.firstAxes();
      xChooser.offer(shown, axes, first.isEmpty() ? null : first.getFirst());
      yChooser.offer(shown, axes, first.isEmpty() ? null : first.getLast());
    }
    offering = false;
    mark();
  }

  void show(ViewMenu.Kind kind) {
    var shown = map;
    var axes = shown == null ? 0 : shown.axes().size();
    var isSlice = kind == ViewMenu.Kind.INPUTS && axes > 1 && shown != null && shown.hasMoreThan(2);
    Visibility.when(others, isSlice && !entered);
    xChooser.setVisible(isSlice && axes > 2);
    yChooser.setVisible(isSlice && axes > 2);
  }

  void enterElsewhere() {
    entered = true;
    Visibility.when(others, false);
  }

  int x() {
    return xChooser.chosen();
  }

  int y() {
    return yChooser.chosen();
  }

  /** Where the others are held: at a row of the table, or at their means. */
  RawRow held(DecisionMap shown) {
    var means = new MapGrid.Means(shown.preprocessor().inputs());
    return row(shown) < 1 ? means : new MapGrid.AtRow(shown.table(), row(shown) - 1, means);
  }

  /** The row that is typed, from 1 on; 0 where it is none. */
  private int row(DecisionMap shown) {
    var read = Numbers.read(row.getText()).orElse(0);
    return read == Math.rint(read) && read >= 1 && read <= shown.table().rows() ? (int) read : 0;
  }

  private void changed() {
    if (!offering) {
      mark();
      chosen.run();
    }
  }

  private void mark() {
    var isWrong = !row.getText().isBlank() && (map == null || row(map) < 1);
    row.pseudoClassStateChanged(INVALID, isWrong);
  }
}
