package dev.neuralworkbench.ui.common.grid;

import static java.util.Objects.requireNonNull;

import dev.neuralworkbench.ui.common.ColumnWidths;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.grid.GridMeasure.GridWindow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
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
public final class CellGrid<C extends GridContent> extends Region {

  private static final double LEAST_WIDTH_IN_EM = 3;

  private final ReadOnlyObjectWrapper<GridCell> selected =
      new ReadOnlyObjectWrapper<>(GridCell.NONE);
  private final GridBars bars = new GridBars(this::requestLayout);
  private final Pane cells = new Pane();
  private final GridGutter gutter = new GridGutter();
  private final Label corner = Labels.line("grid-cell", "grid-corner");
  private final GridHeads<C> heads;
  private final List<GridColumnCells> strips = new ArrayList<>();
  private final Map<Integer, Double> chosenWidths = new HashMap<>();
  private @Nullable C content;
  private GridMeasure.GridColumns columns = GridMeasure.GridColumns.NONE;
  private GridMeasure measure = GridMeasure.UNKNOWN;
  private @Nullable Node editor;
  private Function<GridCell, String> told = _ -> "";

  /** Empty at first; {@code heads} makes a head for each column that is seen at the same time. */
  public <H extends Region & GridHead<C>> CellGrid(Supplier<H> heads) {
    this.heads =
        new GridHeads<>(heads, column -> select(selected.get().row(), column), this::widen);
    getStyleClass().add("cell-grid");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT);
    selected.subscribe(() -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    cells.getStyleClass().add("grid-cells");
    cells.setManaged(false);
    cells.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    for (var part : List.of(cells, gutter, this.heads)) {
      var clip = new Rectangle();
      clip.widthProperty().bind(part.widthProperty());
      clip.heightProperty().bind(part.heightProperty());
      part.setClip(clip);
    }
    corner.setManaged(false);
    getChildren().setAll(cells, gutter, this.heads, corner);
    getChildren().addAll(bars.nodes());
    addEventHandler(ScrollEvent.SCROLL, bars::wheel);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  // What is shown.

  /** Shows other content, from its first row and column on. */
  public void show(C next) {
    chosenWidths.clear();
    bars.reset();
    selected.set(GridCell.NONE);
    update(next);
  }

  /** Shows the same content after a change; the place and the chosen cell are kept. */
  public void update(C next) {
    content = next;
    heads.fit(next);
    measure = GridMeasure.UNKNOWN;
    refresh();
  }

  public void refresh() {
    strips.forEach(GridColumnCells::forget);
    requestLayout();
  }

  /** Says for who hears the window what stands in the chosen cell, or in none. */
  public void tell(Function<GridCell, String> words) {
    told = words;
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? told.apply(selected.get())
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  private int rows() {
    return content == null ? 0 : content.rows();
  }

  private int count() {
    return content == null ? 0 : content.columns();
  }

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
    if (count() == 0) {
      return;
    }
    selected.set(new GridCell(Math.clamp(row, -1, rows() - 1), Math.clamp(column, 0, count() - 1)));
    layOutNow();
    var cell = selected.get();
    bars.reveal(bounds(cell), cells.getWidth(), cells.getHeight(), cell.row() >= 0);
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

  public double wantedWidth() {
    layOutNow();
    return gutter.getWidth() + columns.total() + bars.thickness();
  }

  private int page() {
    return Math.max(1, (int) (cells.getHeight() / measure.rowHeight()) - 1);
  }

  // Layout.

  @Override
  protected void layoutChildren() {
    layOutNow();
    var shown = content;
    if (shown != null) {
      layOut(shown);
    }
  }

  private void layOut(C shown) {
    var scrolled = bars.x();
    var first = columns.at(scrolled);
    var end = Math.min(columns.count(), columns.at(scrolled + cells.getWidth()) + 1);
    var window = GridWindow.of(shown.rows(), bars.y(), cells.getHeight(), measure.rowHeight());
    gutter.show(shown, window, gutter.getWidth());
    var budget = new GridBudget();
    heads.show(shown, columns, first, end, scrolled, selected.get().column(), budget);
    while (strips.size() < end - first) {
      var strip = new GridColumnCells();
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
        strip.show(shown, column, window, selected.get(), width, budget);
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

  private void layOutNow() {
    if (measure.isOutdated(corner)) {
      measure = GridMeasure.of(corner);
      measureColumns();
    }
    var side = snapSizeX(measure.gutter(content == null ? 2 : content.rowNameDigits()));
    var top = snapSizeY(heads.wantedHeight());
    var bar = snapSizeX(bars.thickness());
    var height = rows() * measure.rowHeight();
    var hasAcross = columns.total() > getWidth() - side;
    var bodyHeight = Math.max(0, getHeight() - top - (hasAcross ? bar : 0));
    var hasDown = height > bodyHeight;
    var bodyWidth = Math.max(0, getWidth() - side - (hasDown ? bar : 0));
    corner.resizeRelocate(0, 0, side, top);
    gutter.resizeRelocate(0, top, side, bodyHeight);
    heads.resizeRelocate(side, 0, bodyWidth, top);
    cells.resizeRelocate(side, top, bodyWidth, bodyHeight);
    bars.layOutDown(side + bodyWidth, top, bodyHeight, height, measure.rowHeight());
    bars.layOutAcross(side, top + bodyHeight, bodyWidth, columns.total(), 4 * measure.em());
  }

  private void measureColumns() {
    columns =
        GridMeasure.GridColumns.of(
            count(),
            column -> {
              var chosen = chosenWidths.get(column);
              return chosen == null ? usual(column) : chosen;
            });
  }

  /** As the user dragged a column of this name before, or as wide as its texts. */
  private double usual(int column) {
    var name = requireNonNull(content).widthName(column);
    var wanted = measure.column(requireNonNull(content).digits(column));
    return snapSizeX(
        name == null ? wanted : measure.em() * ColumnWidths.get(this, name, wanted / measure.em()));
  }

  private Bounds bounds(GridCell cell) {
    return new BoundingBox(
        columns.start(cell.column()) - bars.x(),
        cell.row() * measure.rowHeight() - bars.y(),
        columns.width(cell.column()),
        measure.rowHeight());
  }

  // Mouse.

  private void press(MouseEvent event) {
    requestFocus();
    var row = (int) ((event.getY() + bars.y()) / measure.rowHeight());
    var x = event.getX() + bars.x();
    if (row < rows() && x < columns.total()) {
      select(row, columns.at(x));
    }
    // Tabs around the grid take the focus for any press that reaches them.
    event.consume();
  }

  // Keys.

  private void press(KeyEvent key) {
    if (!equals(key.getTarget()) || key.isAltDown()) {
      return;
    }
    var far = key.isShortcutDown();
    var lastRow = rows() - 1;
    var lastColumn = count() - 1;
    var row = selected.get().row();
    var column = Math.max(0, selected.get().column());
    switch (key.getCode()) {
      case UP -> go(key, far ? 0 : Math.max(0, row - 1), column);
      case DOWN -> go(key, far ? lastRow : row + 1, column);
      case LEFT -> go(key, row, far ? 0 : column - 1);
      case RIGHT -> go(key, row, far ? lastColumn : column + 1);
      case PAGE_UP -> go(key, Math.max(0, row - page()), column);
      case PAGE_DOWN -> go(key, row + page(), column);
      case HOME -> go(key, far ? 0 : row, 0);
      case END -> go(key, far ? lastRow : row, lastColumn);
      default -> {}
    }
  }

  private void go(KeyEvent key, int row, int column) {
    select(row, column);
    key.consume();
  }

  private void widen(int column, double width) {
    var chosen = Math.max(snapSizeX(width), LEAST_WIDTH_IN_EM * measure.em());
    chosenWidths.put(column, chosen);
    var name = requireNonNull(content).widthName(column);
    if (name != null) {
      ColumnWidths.choose(this, name, chosen / measure.em());
    }
    measureColumns();
    requestLayout();
  }
}
