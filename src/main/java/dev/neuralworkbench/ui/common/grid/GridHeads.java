package dev.neuralworkbench.ui.common.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/** The heads of the columns that are seen, and the handles between them. */
final class GridHeads<C extends GridContent> extends Pane {

  private static final double GRIP = 6;

  private static final class Place<C extends GridContent> {
    private final GridHead<C> head;
    private final Region handle = new Region();
    private int column = -1;
    private double dragFrom;
    private double widthBefore;

    Place(GridHead<C> head) {
      this.head = head;
    }
  }

  private final Supplier<? extends GridHead<C>> factory;
  private final CellGrid<C> grid;
  private final List<Place<C>> places = new ArrayList<>();
  private @Nullable C fitted;

  GridHeads(Supplier<? extends GridHead<C>> factory, CellGrid<C> grid) {
    this.factory = factory;
    this.grid = grid;
    getStyleClass().add("grid-heads");
    setManaged(false);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  void fit(C content) {
    fitted = content;
    places.forEach(place -> place.head.fit(content));
  }

  double wantedHeight() {
    if (places.isEmpty()) {
      add();
    }
    return Math.ceil(places.getFirst().head.node().prefHeight(-1));
  }

  /** Shows the columns from {@code first} on, {@code scrolled} pixels to the left. */
  void show(
      C content,
      GridMeasure.GridColumns columns,
      int first,
      int end,
      double scrolled,
      int selected,
      GridBudget budget) {
    while (places.size() < end - first && budget.head()) {
      add();
    }
    for (var slot = 0; slot < places.size(); slot++) {
      var place = places.get(slot);
      var column = first + Math.floorMod(slot - first, places.size());
      var seen = column < end;
      place.head.node().setVisible(seen);
      place.handle.setVisible(seen);
      if (seen) {
        place.column = column;
        place.head.show(content, column, column == selected);
        place.head.node().pseudoClassStateChanged(GridColumnCells.SELECTED, column == selected);
        var x = columns.start(column) - scrolled;
        place.head.node().resizeRelocate(x, 0, columns.width(column), getHeight());
        place.handle.resizeRelocate(
            x + columns.width(column) - GRIP, 0, GRIP, Math.max(0, getHeight()));
      }
    }
  }

  private void add() {
    var place = new Place<C>(factory.get());
    if (fitted != null) {
      place.head.fit(fitted);
    }
    places.add(place);
    var node = place.head.node();
    node.setManaged(false);
    node.addEventFilter(
        MouseEvent.MOUSE_PRESSED, _ -> grid.select(grid.selected().get().row(), place.column));
    var handle = place.handle;
    handle.setManaged(false);
    handle.getStyleClass().add("grid-handle");
    handle.setCursor(Cursor.H_RESIZE);
    handle.setOnMousePressed(
        event -> {
          place.dragFrom = event.getScreenX();
          place.widthBefore = node.getWidth();
          event.consume();
        });
    handle.setOnMouseDragged(
        event -> {
          grid.widen(place.column, place.widthBefore + event.getScreenX() - place.dragFrom);
          event.consume();
        });
    getChildren().addAll(node, handle);
    applyCss();
  }
}
