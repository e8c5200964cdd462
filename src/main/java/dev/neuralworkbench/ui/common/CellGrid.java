package dev.neuralworkbench.ui.common;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A grid of cells under heads, with numbered rows; only what is seen exists as nodes, in both
 * directions. The toolkit's table makes every column at once: with the 785 of a set of digits it
 * holds the window for seconds.
 */
public final class CellGrid extends Region {

  private static final double LEAST_WIDTH_IN_EM = 3;

  private final ReadOnlyObjectWrapper<GridCell> selected =
      new ReadOnlyObjectWrapper<>(this, "selected", GridCell.NONE);
  private final ScrollBar across = new ScrollBar();
  private final ScrollBar down = new ScrollBar();
  private final Pane cells = new Pane();
  private final GridGutter gutter = new GridGutter();
  private final Label corner = new Label();
  private final GridHeads heads;
  private final List<GridStrip> strips = new ArrayList<>();
  private final Map<Integer, Double> chosenWidths = new HashMap<>();
  private GridContent content = NoContent.NOTHING;
  private GridColumns columns = GridColumns.NONE;
  private GridMeasure measure = GridMeasure.UNKNOWN;
  private @Nullable Node editor;

  /**
   * An empty grid.
   *
   * @param heads makes a head for each column that is seen at the same time
   */
  public CellGrid(Supplier<? extends GridHead> heads) {
    this.heads = new GridHeads(heads, new HeadGestures());
    getStyleClass().add("cell-grid");
    setFocusTraversable(true);
    cells.getStyleClass().add("grid-cells");
    cells.setManaged(false);
    cells.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    corner.getStyleClass().addAll("grid-cell", "grid-corner");
    across.setOrientation(Orientation.HORIZONTAL);
    down.setOrientation(Orientation.VERTICAL);
    for (var bar : List.of(across, down)) {
      bar.setManaged(false);
      bar.setFocusTraversable(false);
      bar.valueProperty().subscribe(this::requestLayout);
    }
    for (var part : List.of(cells, gutter)) {
      var clip = new Rectangle();
      clip.widthProperty().bind(part.widthProperty());
      clip.heightProperty().bind(part.heightProperty());
      part.setClip(clip);
    }
    corner.setManaged(false);
    getChildren().setAll(cells, gutter, this.heads, corner, across, down);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    new GridKeys(this).install();
  }

  // What is shown.

  /** Shows other content. Where columns and rows are as many as before, the place is kept. */
  public void show(GridContent next) {
    var sameShape = next.columns() == content.columns() && next.rows() == content.rows();
    content = next;
    if (!sameShape) {
      chosenWidths.clear();
      across.setValue(0);
      down.setValue(0);
      selected.set(GridCell.NONE);
    }
    measure = GridMeasure.UNKNOWN;
    refresh();
  }

  /** Asks for every seen text again. */
  public void refresh() {
    strips.forEach(GridStrip::forget);
    requestLayout();
  }

  /** What is shown. */
  public GridContent content() {
    return content;
  }

  /** The cell that is chosen; {@link GridCell#NONE} at first. */
  public ReadOnlyObjectProperty<GridCell> selected() {
    return selected.getReadOnlyProperty();
  }

  /** Chooses a column, without bringing it into sight. */
  public void choose(int column) {
    selected.set(new GridCell(-1, column));
    requestLayout();
  }

  /** Chooses a cell and brings it into sight; row −1 chooses a column alone. */
  public void select(int row, int column) {
    if (content.columns() == 0) {
      return;
    }
    selected.set(
        new GridCell(
            Math.clamp(row, -1, content.rows() - 1), Math.clamp(column, 0, content.columns() - 1)));
    layOutNow();
    reveal(selected.get());
    requestLayout();
  }

  /** Lays a field over the grid's cells, or takes it away; it follows the chosen cell. */
  public void edit(@Nullable Node field) {
    if (editor != null) {
      cells.getChildren().remove(editor);
    }
    editor = field;
    if (field != null) {
      field.setManaged(false);
      cells.getChildren().add(field);
    }
    requestLayout();
  }

  /** Width at which every column is seen. */
  public double wantedWidth() {
    layOutNow();
    return gutter.getWidth() + columns.total() + down.prefWidth(-1);
  }

  /** Rows that are seen in full. */
  int page() {
    return Math.max(1, (int) (cells.getHeight() / measure.rowHeight()) - 1);
  }

  // Layout.

  @Override
  protected void layoutChildren() {
    layOutNow();
    var first = columns.at(across.getValue());
    var end = Math.min(columns.count(), columns.at(across.getValue() + cells.getWidth()) + 1);
    var scrolled = Math.rint(across.getValue());
    var window =
        GridWindow.of(content.rows(), down.getValue(), cells.getHeight(), measure.rowHeight());
    gutter.show(content, window, gutter.getWidth());
    var budget = new GridBudget();
    heads.show(columns, first, end, scrolled, selected.get().column(), budget);
    while (strips.size() < end - first) {
      var strip = new GridStrip();
      strips.add(strip);
      cells.getChildren().add(strips.size() - 1, strip);
      strip.applyCss();
    }
    for (var slot = 0; slot < strips.size(); slot++) {
      var column = first + Math.floorMod(slot - first, strips.size());
      var strip = strips.get(slot);
      strip.setVisible(column < end);
      if (column < end) {
        var width = columns.width(column);
        strip.resizeRelocate(columns.start(column) - scrolled, 0, width, cells.getHeight());
        strip.show(content, column, window, selected.get(), width, budget);
      }
    }
    if (budget.isWanting()) {
      Platform.runLater(this::requestLayout);
    }
    if (editor != null && selected.get().row() >= 0) {
      var place = bounds(selected.get());
      editor.resizeRelocate(place.getMinX(), place.getMinY(), place.getWidth(), place.getHeight());
      editor.toFront();
    }
  }

  /** Sizes of the parts, and how far the bars reach. */
  private void layOutNow() {
    if (measure.isOutdated(corner)) {
      measure = GridMeasure.of(corner);
      measureColumns();
    }
    var side = snapSizeX(measure.gutter(content.rows()));
    var top = snapSizeY(heads.wantedHeight());
    var bar = snapSizeX(down.prefWidth(-1));
    var height = content.rows() * measure.rowHeight();
    var hasAcross = columns.total() > getWidth() - side;
    var bodyHeight = Math.max(0, getHeight() - top - (hasAcross ? bar : 0));
    var hasDown = height > bodyHeight;
    var bodyWidth = Math.max(0, getWidth() - side - (hasDown ? bar : 0));
    corner.resizeRelocate(0, 0, side, top);
    gutter.resizeRelocate(0, top, side, bodyHeight);
    heads.resizeRelocate(side, 0, bodyWidth, top);
    cells.resizeRelocate(side, top, bodyWidth, bodyHeight);
    down.resizeRelocate(side + bodyWidth, top, bar, bodyHeight);
    across.resizeRelocate(side, top + bodyHeight, bodyWidth, bar);
    GridMeasure.reach(down, height, bodyHeight, measure.rowHeight());
    GridMeasure.reach(across, columns.total(), bodyWidth, 4 * measure.em());
  }

  private void measureColumns() {
    columns =
        GridColumns.of(
            content.columns(),
            column -> {
              var chosen = chosenWidths.get(column);
              return chosen == null ? snapSizeX(measure.column(content.digits(column))) : chosen;
            });
  }

  private Bounds bounds(GridCell cell) {
    return new BoundingBox(
        columns.start(cell.column()) - across.getValue(),
        cell.row() * measure.rowHeight() - down.getValue(),
        columns.width(cell.column()),
        measure.rowHeight());
  }

  private void reveal(GridCell cell) {
    var place = bounds(cell);
    GridMeasure.reveal(across, place.getMinX(), place.getMaxX(), cells.getWidth());
    if (cell.row() >= 0) {
      GridMeasure.reveal(down, place.getMinY(), place.getMaxY(), cells.getHeight());
    }
  }

  // Mouse.

  private void press(MouseEvent event) {
    requestFocus();
    var row = (int) ((event.getY() + down.getValue()) / measure.rowHeight());
    var x = event.getX() + across.getValue();
    if (row < content.rows() && x < columns.total()) {
      select(row, columns.at(x));
    }
  }

  private void wheel(ScrollEvent event) {
    scroll(down, event.getDeltaY());
    scroll(across, event.getDeltaX());
    event.consume();
  }

  private static void scroll(ScrollBar bar, double delta) {
    bar.setValue(Math.clamp(bar.getValue() - delta, 0, bar.getMax()));
  }

  private final class HeadGestures implements GridHeads.Gestures {

    @Override
    public void pressed(int column) {
      select(selected.get().row(), column);
    }

    @Override
    public void resized(int column, double width) {
      chosenWidths.put(column, Math.max(snapSizeX(width), LEAST_WIDTH_IN_EM * measure.em()));
      measureColumns();
      requestLayout();
    }

    @Override
    public double width(int column) {
      return columns.width(column);
    }
  }
}
