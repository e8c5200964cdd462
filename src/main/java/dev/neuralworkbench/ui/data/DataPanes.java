package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.data.statistics.StatisticsViewModel;
import dev.neuralworkbench.ui.data.statistics.TableParts;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The table, as wide as its columns until the user moves the divider, and what is known of it. */
final class DataPanes extends SplitPane {

  private final DataViewModel model;
  private final TablePane table;
  private final TableParts parts;
  private final AboutTable about;
  private @Nullable Table shown;
  private boolean moved;

  DataPanes(DataViewModel model, ChartFiles files, DataView.Sources sources) {
    this.model = model;
    var messages = files.messages();
    table = new TablePane(model, messages);
    about = new AboutTable(model, messages, sources);
    parts = new TableParts(model.statistics, table, model.column(), new Choices(), files);
    Styling.as(this, "#data-panes", "data-panes");
    getItems().setAll(parts, about);
    addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    widthProperty().subscribe(_ -> Platform.runLater(this::divide));
    model.statistics.part().subscribe(_ -> Platform.runLater(this::divide));
    model.content().subscribe(content -> follow(content == null ? null : content.cells().table()));
  }

  private void follow(@Nullable Table next) {
    if (next != null && !Same.is(next, shown)) {
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
      var gap = getWidth() - parts.getWidth() - about.getWidth();
      var most = getWidth() - gap - about.wantedWidth();
      var wanted = parts.wantedWidth(table.grid.wantedWidth());
      setDividerPositions((Math.min(wanted, most) + gap / 2) / getWidth());
    }
  }

  private final class Choices implements TableParts.Choices {

    @Override
    public void column(int index) {
      model.choose(index);
    }

    @Override
    public void pair(int x, int y) {
      model.choose(x, y);
    }

    @Override
    public void row(int index) {
      model.statistics.show(StatisticsViewModel.Part.ROWS);
      table.grid.select(index, Math.max(0, model.column().get()));
      table.grid.requestFocus();
    }
  }
}
