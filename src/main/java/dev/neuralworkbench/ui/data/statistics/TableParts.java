package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styled;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The open table: its rows, or what its columns hold, or which of them go together. */
public final class TableParts extends VBox {

  private final StatisticsViewModel model;
  private final ColumnsPane columns;
  private final CorrelationPane correlation;
  private final HBox head;

  /**
   * The parts.
   *
   * @param rows shows the rows
   * @param column the chosen column
   */
  public TableParts(
      StatisticsViewModel model,
      Node rows,
      ObservableValue<Number> column,
      TableChoices choices,
      ChartFiles files) {
    this.model = model;
    columns = new ColumnsPane(model, column, new Going(model, choices), files);
    correlation = new CorrelationPane(model, choices, files);
    var panes =
        Map.of(
            TablePart.ROWS, rows,
            TablePart.COLUMNS, columns,
            TablePart.CORRELATION, correlation);
    var tabs = Styled.as(new HBox(), "pills");
    for (var part : TablePart.values()) {
      var button = Buttons.name(new ToggleButton(), files.messages(), "table." + part.id());
      Styled.as(button, "#table-" + part.id(), part.segment(), "small");
      button.setOnAction(
          _ -> {
            button.setSelected(true);
            model.show(part);
          });
      model.part().subscribe(now -> button.setSelected(now == part));
      tabs.getChildren().add(button);
    }
    model.part().subscribe(now -> panes.forEach((of, pane) -> Shown.when(pane, of == now)));
    var all = new StackPane(rows, columns, correlation);
    VBox.setVgrow(all, Priority.ALWAYS);
    Styled.as(this, "table-parts");
    Shown.when(columns.save(), columns.visibleProperty());
    Shown.when(correlation.save(), correlation.visibleProperty());
    head =
        Styled.as(
            new HBox(tabs, Space.between(), columns.save(), correlation.save()), "table-tabs");
    getChildren().setAll(head, all);
  }

  /** Width at which all of what shows is seen; of the rows as their grid says. */
  public double wantedWidth(double ofRows) {
    var wanted =
        switch (model.part().get()) {
          case ROWS -> ofRows;
          case COLUMNS -> columns.wantedWidth();
          // A matrix fills what there is.
          case CORRELATION -> Double.MAX_VALUE;
        };
    return Math.max(wanted, head.prefWidth(-1));
  }

  /** Shows the rows again before one of them is brought into sight. */
  private record Going(StatisticsViewModel model, TableChoices to) implements TableChoices {

    @Override
    public void column(int index) {
      to.column(index);
    }

    @Override
    public void pair(int x, int y) {
      to.pair(x, y);
    }

    @Override
    public void row(int index) {
      model.show(TablePart.ROWS);
      to.row(index);
    }
  }
}
