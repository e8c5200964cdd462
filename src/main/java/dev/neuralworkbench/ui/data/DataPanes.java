package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * The table and, beside it, what is known of it. The table gets the room its columns need, as far
 * as the other side can do without, until the user moves the divider.
 */
final class DataPanes extends SplitPane {

  private final TablePane table;
  private final AboutTable about;
  private @Nullable Table shown;
  private boolean moved;

  DataPanes(DataScreenViewModel model, Messages messages) {
    table = new TablePane(model, messages);
    about = new AboutTable(model, messages);
    Styled.as(this, "#data-panes", "data-panes");
    getItems().setAll(table, about);
    addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    widthProperty().subscribe(_ -> Platform.runLater(this::divide));
    model.content().subscribe(content -> follow(content == null ? null : content.cells().table()));
  }

  @SuppressWarnings("ReferenceEquality")
  private void follow(@Nullable Table next) {
    if (next != null && next != shown) {
      shown = next;
      Platform.runLater(this::divide);
    }
  }

  private void drag(MouseEvent event) {
    for (var node = event.getTarget() instanceof Node it ? it : null;
        node != null && !equals(node);
        node = node.getParent()) {
      moved |= node.getStyleClass().contains("split-pane-divider");
    }
  }

  private void divide() {
    if (!moved && getWidth() > 0) {
      var gap = getWidth() - table.getWidth() - about.getWidth();
      var most = getWidth() - gap - about.wantedWidth();
      setDividerPositions((Math.min(table.grid().wantedWidth(), most) + gap / 2) / getWidth());
    }
  }
}
