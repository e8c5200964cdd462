package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.LatePart;
import dev.neuralworkbench.ui.common.SegmentedButtons;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.data.statistics.StatisticsViewModel.Choices;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The open table: its rows, or what its columns hold, or which of them go together. */
public final class TableParts extends VBox {

  private final StatisticsViewModel model;
  private final LatePart<ColumnsPane> columns;
  private final LatePart<CorrelationPane> correlation;
  private final HBox head = Styling.as(new HBox(), "table-tabs");

  public TableParts(
      StatisticsViewModel model,
      Node rows,
      ObservableValue<Number> column,
      Choices choices,
      ChartFiles files) {
    this.model = model;
    var all = new StackPane(rows);
    columns = new LatePart<>(all, () -> new ColumnsPane(model, column, choices, files.messages()));
    correlation =
        new LatePart<>(
            all,
            () -> {
              var pane = new CorrelationPane(model, choices, files);
              Visibility.when(pane.save, pane.visibleProperty());
              head.getChildren().add(pane.save);
              return pane;
            });
    var tabs =
        SegmentedButtons.of(
            files.messages(),
            List.of(StatisticsViewModel.Part.values()),
            it -> "table." + Ids.of(it),
            it -> "table-" + Ids.of(it),
            model.part,
            model::show,
            "small");
    Styling.as(this, "table-parts");
    head.getChildren().addAll(tabs, Space.between());
    getChildren().setAll(head, Space.tall(all));
    model.part.subscribe(now -> show(now, rows));
  }

  private void show(StatisticsViewModel.Part now, Node rows) {
    Visibility.when(rows, now == StatisticsViewModel.Part.ROWS);
    columns.show(now == StatisticsViewModel.Part.COLUMNS);
    correlation.show(now == StatisticsViewModel.Part.CORRELATION);
  }

  /** Width at which all of what shows is seen; of the rows as their grid says. */
  public double wantedWidth(double ofRows) {
    var wanted =
        switch (model.part.get()) {
          case ROWS -> ofRows;
          case COLUMNS -> columns.get().wantedWidth();
          // A matrix fills what there is.
          case CORRELATION -> Double.MAX_VALUE;
        };
    return Math.max(wanted, head.prefWidth(-1));
  }
}
