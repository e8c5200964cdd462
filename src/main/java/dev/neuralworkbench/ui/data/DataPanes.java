package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Dividers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.SegmentedButtons;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.data.statistics.StatisticsViewModel;
import dev.neuralworkbench.ui.data.statistics.StatisticsViewModel.Choices;
import dev.neuralworkbench.ui.data.statistics.TableParts;
import dev.neuralworkbench.ui.data.trap.TrapsPanel;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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
    var choices =
        new Choices(
            model::choose,
            (x, y) -> {
              model.choose(x, y);
              about.choose(AboutTable.Part.SCATTER);
            },
            this::show);
    parts = new TableParts(model.statistics, table, model.column, choices, files);
    Styling.as(this, "#data-panes", "data-panes");
    getItems().setAll(parts, about);
    addEventFilter(MouseEvent.MOUSE_DRAGGED, drag -> moved |= Dividers.isDragged(drag));
    widthProperty().subscribe(_ -> Platform.runLater(this::divide));
    model.statistics.part.subscribe(_ -> Platform.runLater(this::divide));
    model.content.subscribe(content -> follow(content == null ? null : content.cells().table));
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

  /**
   * What is known of the table: the scatter beside the column where that has room, below it where
   * the window is high, and otherwise either of them.
   */
  private final class AboutTable extends ScrollPane {

    private static final double WIDE_IN_EM = 70;
    private static final double HIGH_IN_EM = 70;
    private static final double GAP_IN_EM = 1.714;
    private static final double WANTED_IN_EM = 20.5;

    private enum Part {
      COLUMN,
      SCATTER
    }

    private enum Place {
      BESIDE,
      BELOW,
      INSTEAD
    }

    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.COLUMN);
    private final Node traps;
    private final VBox column;
    private final ScatterPanel scatter;
    private final Node split;
    private final Node tabs;
    private final VBox left = Styling.as(new VBox(), "panels-side");
    private final VBox right = Styling.as(new VBox(), "panels-side");
    private final Label measure = new Label();
    private @Nullable Place place;

    AboutTable(Messages messages) {
      traps = new TrapsPanel(model.traps, messages, model::seek);
      column =
          Styling.as(
              new VBox(new ImagesPanel(model, messages), new ColumnPanel(model, messages)),
              "panels-side");
      scatter = new ScatterPanel(model, messages);
      split = new SplitPanel(model, messages);
      tabs =
          SegmentedButtons.of(
              messages,
              List.of(Part.values()),
              it -> "about." + Ids.of(it),
              it -> "about-" + Ids.of(it) + "-tab",
              part,
              this::choose,
              "small");
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
      arrange();
      // The list is at the top, however far down one has scrolled.
      model.traps.open.subscribe(_ -> setVvalue(0));
      OnAnyChange.all(
          () -> Platform.runLater(this::arrange),
          widthProperty(),
          heightProperty(),
          column.heightProperty());
    }

    /** Width at which nothing is cut. */
    double wantedWidth() {
      return WANTED_IN_EM * em();
    }

    private double em() {
      return measure.getFont().getSize();
    }

    private void choose(Part next) {
      part.set(next);
      show();
    }

    private void arrange() {
      var next =
          getWidth() >= WIDE_IN_EM * em()
              ? Place.BESIDE
              : getHeight() >= HIGH_IN_EM * em() ? Place.BELOW : Place.INSTEAD;
      if (next != place) {
        place = next;
        right.getChildren().clear();
        left.getChildren().setAll(traps, tabs, column, scatter, split);
        if (next == Place.BESIDE) {
          right.getChildren().setAll(scatter);
        }
        // Beside the scatter, which takes what is left, no more than it needs.
        left.setMinWidth(next == Place.BESIDE ? wantedWidth() : 0);
        HBox.setHgrow(left, next == Place.BESIDE ? Priority.NEVER : Priority.ALWAYS);
        show();
      }
      var above =
          switch (next) {
            case BESIDE -> GAP_IN_EM * em();
            case BELOW -> column.getHeight() + GAP_IN_EM * em();
            case INSTEAD -> tabs.prefHeight(-1) + 2 * GAP_IN_EM * em();
          };
      scatter.fit(getHeight() - above, getWidth());
    }

    private void show() {
      var either = place == Place.INSTEAD;
      Visibility.when(right, place == Place.BESIDE);
      Visibility.when(tabs, either);
      Visibility.when(column, !either || part.get() == Part.COLUMN);
      Visibility.when(scatter, !either || part.get() == Part.SCATTER);
    }
  }
}
