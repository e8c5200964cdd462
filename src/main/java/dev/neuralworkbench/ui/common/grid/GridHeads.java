package dev.neuralworkbench.ui.common.grid;

import dev.neuralworkbench.ui.common.Styling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** The heads of the columns that are seen, and the handles between them. */
final class GridHeads<C extends GridContent> extends Pane {

  private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");
  private static final double GRIP = 6;

  private static final class Place<C extends GridContent> {
    private final GridHead<C> head;
    private final Region node;
    private final GridLook look;
    private final Region handle = Styling.as(new Region(), "grid-handle");
    private int column = -1;
    private double dragFrom;
    private double widthBefore;

    <H extends Region & GridHead<C>> Place(H head) {
      this.head = head;
      node = head;
      look = new GridLook(head);
    }
  }

  private final Supplier<Place<C>> factory;
  private final IntConsumer pressed;
  private final BiConsumer<Integer, Double> widened;
  private final List<Place<C>> places = new ArrayList<>();
  private boolean tall;

  /**
   * Tells the column of a head that is pressed, and of one that is dragged wider with its width.
   */
  <H extends Region & GridHead<C>> GridHeads(
      Supplier<H> heads, IntConsumer pressed, BiConsumer<Integer, Double> widened) {
    factory = () -> new Place<>(heads.get());
    this.pressed = pressed;
    this.widened = widened;
    getStyleClass().add("grid-heads");
    setManaged(false);
  }

  void fit(C content) {
    tall = content.hasLongNames();
    places.forEach(place -> place.node.pseudoClassStateChanged(TALL, tall));
  }

  double wantedHeight() {
    if (places.isEmpty()) {
      add();
    }
    return Math.ceil(places.getFirst().node.prefHeight(-1));
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
      place.node.setVisible(seen);
      place.handle.setVisible(seen);
      if (seen) {
        place.column = column;
        place.head.show(content, column, column == selected);
        place.look.show(content, column, column == selected);
        var x = columns.start(column) - scrolled;
        place.node.resizeRelocate(x, 0, columns.width(column), getHeight());
        place.handle.resizeRelocate(
            x + columns.width(column) - GRIP, 0, GRIP, Math.max(0, getHeight()));
      }
    }
  }

  private void add() {
    var place = factory.get();
    places.add(place);
    var node = place.node;
    node.pseudoClassStateChanged(TALL, tall);
    node.setManaged(false);
    node.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> pressed.accept(place.column));
    var handle = place.handle;
    handle.setManaged(false);
    handle.setCursor(Cursor.H_RESIZE);
    handle.setOnMousePressed(
        event -> {
          place.dragFrom = event.getScreenX();
          place.widthBefore = node.getWidth();
          event.consume();
        });
    handle.setOnMouseDragged(
        event -> {
          widened.accept(place.column, place.widthBefore + event.getScreenX() - place.dragFrom);
          event.consume();
        });
    getChildren().addAll(node, handle);
    applyCss();
  }
}
