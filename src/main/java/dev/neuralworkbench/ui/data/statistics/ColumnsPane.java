package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.data.statistics.Duplicates;
import dev.neuralworkbench.data.statistics.TableStatistics;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.data.statistics.StatisticsViewModel.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The columns in one table, and above it what is known of the rows. */
final class ColumnsPane extends VBox {

  private final StatisticsViewModel model;
  private final ObservableValue<Number> column;
  private final ColumnsTable table;
  private List<LineColumn.Line> shown = List.of();

  ColumnsPane(
      StatisticsViewModel model,
      ObservableValue<Number> column,
      Choices choices,
      Messages messages) {
    this.model = model;
    this.column = column;
    table = new ColumnsTable(messages, choices.column());
    var facts = new RowFacts(messages, choices.row());
    var waiting = new Waiting("columns-waiting", model, messages);
    Visibility.when(waiting, model.found.map(_ -> false).orElse(true));
    Visibility.when(table, model.found.map(_ -> true).orElse(false));
    Styling.as(this, "columns-pane");
    getChildren().setAll(facts, Space.tall(new StackPane(table, waiting)));
    facts.em(table::em);
    OnAnyChange.all(this::show, model.found, model.preparation(), model.part);
    messages.language().subscribe(_ -> table.refresh());
    column.subscribe(it -> table.choose(it.intValue()));
  }

  double wantedWidth() {
    return table.wantedWidth();
  }

  private void show() {
    if (model.part.get() != StatisticsViewModel.Part.COLUMNS) {
      return;
    }
    var lines = model.lines();
    if (!lines.equals(shown)) {
      shown = lines;
      table.show(lines, column.getValue().intValue());
    }
  }

  /** What shows while nothing is known yet: that it is looked for, or how to look again. */
  static final class Waiting extends VBox {

    Waiting(String id, StatisticsViewModel model, Messages messages) {
      Styling.as(this, "#" + id, "empty-state");
      var working = Labels.sentence(messages.text("statistics.working"), "muted");
      var givenUp = Labels.sentence(messages.text("statistics.givenUp"), "muted");
      var again = Buttons.of(messages, "statistics.again", model::again, "#" + id + "-again");
      Visibility.when(working, model.givenUp.map(it -> !it));
      Visibility.when(givenUp, model.givenUp);
      Visibility.when(again, model.givenUp);
      getChildren().setAll(working, givenUp, again);
    }
  }

  /** What is known of the rows: how many miss how many cells, and which are there twice. */
  private final class RowFacts extends VBox {

    private static final int MOST_TOLD = 3;

    private final Messages messages;
    private final Label missing = Labels.sentence("#columns-rows");
    private final Label repeated = Labels.sentence("#columns-repeated");
    private final Button first;
    private int firstRow;

    RowFacts(Messages messages, IntConsumer show) {
      this.messages = messages;
      getStyleClass().add("row-facts");
      Runnable shows = () -> show.accept(firstRow);
      String[] names = {"#columns-first-repeated", "small"};
      first = Buttons.of(messages, "columns.repeated.first", shows, names);
      getChildren().setAll(missing, Styling.as(new HBox(repeated, first), "repeated-rows"));
      OnAnyChange.all(this::show, model.found, messages.language());
    }

    void em(DoubleConsumer told) {
      missing.fontProperty().subscribe(font -> told.accept(font.getSize()));
    }

    private void show() {
      var told = model.found.get();
      Visibility.when(this, told != null);
      if (told != null) {
        missing.setText(rows(told));
        tell(told.duplicates());
      }
    }

    private String rows(TableStatistics told) {
      var parts = new ArrayList<String>();
      var counts = told.missing().counts().stream().filter(it -> it.missing() > 0).toList();
      var rows = Numbers.count(told.rows());
      if (counts.isEmpty()) {
        return messages.now("columns.rows.whole", rows);
      }
      parts.add(messages.now("columns.rows", rows, Numbers.count(told.missing().whole())));
      for (var count : counts.subList(0, Math.min(MOST_TOLD, counts.size()))) {
        parts.add(
            messages.now(
                "columns.rows.missing",
                Numbers.count(count.rows()),
                Numbers.count(count.missing())));
      }
      var others =
          counts.stream().skip(MOST_TOLD).mapToLong(TableStatistics.MissingByRow.Count::rows).sum();
      if (others > 0) {
        parts.add(messages.now("columns.rows.more", Numbers.count(others)));
      }
      return String.join(messages.now("list.separator"), parts);
    }

    private void tell(Duplicates duplicates) {
      var some = !duplicates.first().isEmpty();
      Visibility.when(first, some);
      if (some) {
        var repeat = duplicates.first().getFirst();
        firstRow = repeat.row();
        repeated.setText(
            messages.now(
                "columns.repeated",
                Numbers.count(duplicates.rows()),
                Numbers.count(repeat.row() + 1L),
                Numbers.count(repeat.of() + 1L)));
      } else {
        repeated.setText(messages.now("columns.repeated.none"));
      }
    }
  }
}
