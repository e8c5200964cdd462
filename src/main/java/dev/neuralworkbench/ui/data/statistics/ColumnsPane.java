package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.data.statistics.ColumnStatistics;
import dev.neuralworkbench.data.statistics.StatisticsTable;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Follow;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The columns in one table, and above it what is known of the rows. */
final class ColumnsPane extends VBox {

  private final StatisticsViewModel model;
  private final ObservableValue<Number> column;
  private final ColumnsTable table;
  private final Button save;
  private List<LineColumn.Line> shown = List.of();

  ColumnsPane(
      StatisticsViewModel model,
      ObservableValue<Number> column,
      TableParts.Choices choices,
      ChartFiles files) {
    this.model = model;
    this.column = column;
    var messages = files.messages();
    table = new ColumnsTable(messages, choices::column);
    save =
        Buttons.icon(
            Icon.SAVE,
            messages,
            "columns.save",
            () -> save(files),
            "#columns-save",
            "flat",
            "small",
            "button-icon");
    save.disableProperty().bind(model.found().map(_ -> false).orElse(true));
    var facts = new RowFacts(model, messages, choices::row);
    var waiting = new TableParts.Waiting("columns-waiting", model, messages);
    Shown.when(waiting, model.found().map(_ -> false).orElse(true));
    Shown.when(table, model.found().map(_ -> true).orElse(false));
    var both = new StackPane(table, waiting);
    VBox.setVgrow(both, Priority.ALWAYS);
    Styled.as(this, "columns-pane");
    getChildren().setAll(facts, both);
    facts.em(table::em);
    Follow.all(this::show, model.found(), model.preparation(), model.part());
    messages.language().subscribe(_ -> table.refresh());
    column.subscribe(it -> table.choose(it.intValue()));
  }

  Button save() {
    return save;
  }

  double wantedWidth() {
    return table.wantedWidth();
  }

  private void show() {
    if (model.part().get() != StatisticsViewModel.Part.COLUMNS) {
      return;
    }
    var lines = model.lines();
    if (!lines.equals(shown)) {
      shown = lines;
      table.show(lines, column.getValue().intValue());
    }
  }

  private void save(ChartFiles files) {
    List<ColumnStatistics> lines = table.getItems().stream().map(LineColumn.Line::told).toList();
    files.saveNumbers(
        "job.savingColumns", "columns.csv", to -> TableWriter.write(StatisticsTable.of(lines), to));
  }
}
