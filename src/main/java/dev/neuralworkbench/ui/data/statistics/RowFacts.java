package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.data.statistics.Duplicates;
import dev.neuralworkbench.data.statistics.TableStatistics;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Follow;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import java.util.ArrayList;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is known of the rows: how many miss how many cells, and which are there twice. */
final class RowFacts extends VBox {

  /** Numbers of missing cells that are told one by one. */
  private static final int MOST_TOLD = 3;

  private final StatisticsViewModel model;
  private final Messages messages;
  private final Label missing = Labels.sentence("#columns-rows");
  private final Label repeated = Labels.sentence("#columns-repeated");
  private final Button first;
  private int firstRow;

  /**
   * Facts of a table.
   *
   * @param show brings a row into sight
   */
  RowFacts(StatisticsViewModel model, Messages messages, IntConsumer show) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("row-facts");
    first =
        Buttons.of(
            messages,
            "columns.repeated.first",
            () -> show.accept(firstRow),
            "#columns-first-repeated",
            "small");
    getChildren().setAll(missing, Styled.as(new HBox(repeated, first), "repeated-rows"));
    Follow.all(this::show, model.found(), messages.language());
  }

  /** Tells the size of the text, now and whenever it is another. */
  void em(DoubleConsumer told) {
    missing.fontProperty().subscribe(font -> told.accept(font.getSize()));
  }

  private void show() {
    var told = model.found().get();
    Shown.when(this, told != null);
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
              "columns.rows.missing", Numbers.count(count.rows()), Numbers.count(count.missing())));
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
    Shown.when(first, some);
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
