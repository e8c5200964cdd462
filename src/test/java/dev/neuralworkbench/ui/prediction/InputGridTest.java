package dev.neuralworkbench.ui.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Growth;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class InputGridTest {

  private static final double WIDE = 2_000;

  @Test
  void placesWhereThereIsRoomAreThoseOfGridPane() {
    FxThread.run(
        () -> {
          var grid = grid(20);
          grid.setSpacing(6);
          var usual = new GridPane(12, 6);
          for (var row = 0; row < 20; row++) {
            usual.addRow(row, nodes(row));
          }
          assertEquals(places(usual, WIDE), places(grid, WIDE));
        });
  }

  @Test
  void namesAndNotesShareWhatIsMissing() {
    FxThread.run(
        () -> {
          var grid = grid(20);
          var wide = places(grid, WIDE);
          var needed = grid.prefWidth(-1);
          var narrow = places(grid, (needed + grid.minWidth(-1)) / 2);
          assertTrue(narrow.get(4).getMinX() < wide.get(4).getMinX());
          assertEquals(wide.get(4).getWidth(), narrow.get(4).getWidth());
          assertTrue(narrow.get(20).getWidth() < wide.get(20).getWidth());
          assertTrue(narrow.get(20).getMaxX() <= (needed + grid.minWidth(-1)) / 2);
        });
  }

  /** A GridPane took 36 ms for 800 rows, and 205 ms for 1,600. */
  @Test
  @Tag("thorough")
  void twiceAsManyRowsAreMeasuredInTwiceTheTime() {
    FxThread.call(
        () -> {
          Growth.nearlyLinear("rows of the form", 200, 1_600, InputGridTest::written);
          return true;
        });
  }

  private static Growth.Work written(int rows) {
    var grid = grid(rows);
    places(grid, WIDE);
    var last = (Label) grid.getChildren().getLast();
    return () -> {
      last.setText(last.getText() + ".");
      grid.prefWidth(-1);
    };
  }

  private static FormPane.InputGrid grid(int rows) {
    var grid = new FormPane.InputGrid();
    for (var row = 0; row < rows; row++) {
      grid.getChildren().addAll(nodes(row));
    }
    return grid;
  }

  private static Node[] nodes(int row) {
    var name = new Label("input ".repeat(1 + row % 5) + row);
    var field = new TextField();
    field.setMinWidth(Region.USE_PREF_SIZE);
    var note = new Label("between 0 and " + "9 ".repeat(1 + row % 7));
    name.setWrapText(true);
    name.setMinWidth(40);
    note.setWrapText(true);
    note.setMinWidth(30);
    return new Node[] {name, field, note};
  }

  private static List<Bounds> places(Region grid, double width) {
    if (grid.getScene() == null) {
      var _ = new Scene(new Group(grid));
    }
    grid.applyCss();
    grid.resize(width, grid.prefHeight(width));
    grid.layout();
    var places = new ArrayList<Bounds>();
    grid.getChildrenUnmodifiable().forEach(node -> places.add(node.getBoundsInParent()));
    return places;
  }
}
