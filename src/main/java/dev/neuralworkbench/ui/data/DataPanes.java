package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Dividers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.data.statistics.StatisticsViewModel;
import dev.neuralworkbench.ui.data.statistics.StatisticsViewModel.Choices;
import dev.neuralworkbench.ui.data.statistics.TableParts;
import dev.neuralworkbench.ui.data.trap.TrapsPanel;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The table, as wide as its columns until the user moves the divider, and what is known of it. */
final class DataPanes extends SplitPane {

  private final DataViewModel model;
  private final TablePane table;
  private final TableParts parts;
  private final AboutTable about;
  private @Nullable Table shown;
  private boolean moved;

  DataPanes(DataViewModel model, ChartFiles files) {
    this.model = model;
    var messages = files.messages();
    table = new TablePane(model, messages);
    about = new AboutTable(messages);
    var choices = new Choices(model::choose, model::choose, this::show);
    parts = new TableParts(model.statistics, table, model.column, choices, files);
    Styling.as(this, "#data-panes", "data-panes");
    getItems().setAll(parts, about);
    addEventFilter(MouseEvent.MOUSE_DRAGGED, drag -> moved |= Dividers.isDragged(drag));
    widthProperty().subscribe(_ -> Platform.runLater(this::divide));
    model.statistics.part.subscribe(_ -> Platform.runLater(this::divide));
    model.content.subscribe(content -> follow(content == null ? null : content.cells().table()));
  }

  private void follow(@Nullable Table next) {
    if (next != null && !Same.is(next, shown)) {
      shown = next;
      Platform.runLater(this::divide);
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

  private void show(int row) {
    model.statistics.show(StatisticsViewModel.Part.ROWS);
    table.grid.select(row, Math.max(0, model.column.get()));
    table.grid.requestFocus();
  }

  /** What is known of the table: below each other, or side by side where there is room. */
  private final class AboutTable extends ScrollPane {

    private static final double WIDE_IN_EM = 46;

    private static final double WANTED_IN_EM = 20.5;

    private final List<Node> panels;
    private final Node scatter;
    private final VBox left = Styling.as(new VBox(), "panels-side");
    private final VBox right = Styling.as(new VBox(), "panels-side");
    private final Label measure = new Label();

    AboutTable(Messages messages) {
      var traps = new TrapsPanel(model.traps, messages, model::seek);
      var column = new ColumnPanel(model, messages);
      var images = new ImagesPanel(model, messages);
      scatter = new ScatterPanel(model, messages);
      panels = List.of(traps, images, column, scatter, new SplitPanel(model, messages));
      Styling.as(this, "#data-about", "about");
      Visibility.when(measure, false);
      for (var side : new VBox[] {left, right}) {
        side.setPrefWidth(0);
        side.setMinWidth(0);
      }
      setContent(Styling.as(new HBox(Space.wide(left), Space.wide(right), measure), "panels"));
      setFitToWidth(true);
      setHbarPolicy(ScrollBarPolicy.NEVER);
      setFocusTraversable(false);
      arrange(false);
      // The list is at the top, however far down one has scrolled.
      model.traps.open.subscribe(_ -> setVvalue(0));
      widthProperty().subscribe(_ -> Platform.runLater(this::arrange));
    }

    /** Width at which nothing is cut. */
    double wantedWidth() {
      return WANTED_IN_EM * measure.getFont().getSize();
    }

    private void arrange() {
      var wide = getWidth() >= WIDE_IN_EM * measure.getFont().getSize();
      if (wide != right.isManaged()) {
        arrange(wide);
      }
    }

    private void arrange(boolean wide) {
      Visibility.when(right, wide);
      left.getChildren().clear();
      right.getChildren().clear();
      left.getChildren().setAll(panels);
      if (wide) {
        right.getChildren().setAll(scatter);
      }
    }
  }
}
