package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.chart.plane.MatrixChart;
import dev.neuralworkbench.ui.chart.plane.MatrixChart.SignedMatrix;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.data.statistics.StatisticsViewModel.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Which columns go together: every pair of them as a coloured cell; a click shows the scatter. */
final class CorrelationPane extends VBox {

  /** Em of names, and of each cell, below which it scrolls: names stand beside each other. */
  private static final double NAMES_IN_EM = 6;

  private static final double CELL_IN_EM = 1.1;
  private static final double LEGEND_IN_EM = 3;

  private final StatisticsViewModel model;
  private final Messages messages;
  private final Label sentence = Labels.sentence("#correlation-sentence", "muted");
  private final MatrixChart chart = Styling.as(new MatrixChart(), "#correlation");
  private final ScrollPane scrolled = Styling.as(new ScrollPane(chart), "correlation-scroll");
  private final Label none = Labels.sentence("#correlation-none", "muted");
  private final Choices choices;
  final Button save;

  CorrelationPane(StatisticsViewModel model, Choices choices, ChartFiles files) {
    this.model = model;
    this.choices = choices;
    messages = files.messages();
    Styling.as(this, "columns-pane");
    chart.tell(messages, () -> messages.now("correlation.title"));
    chart.whenChosen(this::choose);
    scrolled.setFitToWidth(true);
    scrolled.setFitToHeight(true);
    none.textProperty().bind(messages.text("correlation.none"));
    var waiting = new ColumnsPane.Waiting("correlation-waiting", model, messages);
    OnAnyChange.all(
        () -> {
          var asked = model.asked.get();
          var few = asked != null && !asked.hasPair();
          var pairs = model.pairs.get();
          Visibility.when(none, few);
          Visibility.when(scrolled, !few && pairs != null);
          Visibility.when(sentence, !few && pairs != null);
          Visibility.when(waiting, !few && pairs == null);
        },
        model.asked,
        model.pairs);
    save =
        files.pictureButton(
            "correlation-save", chart, () -> messages.now("correlation.title"), "correlation.png");
    getChildren().setAll(sentence, Space.tall(new StackPane(scrolled, none, waiting)));
    OnAnyChange.all(this::show, model.pairs, messages.language());
    sentence.fontProperty().subscribe(_ -> size());
  }

  private void choose(int row, int column) {
    var pairs = model.pairs.get();
    if (pairs != null) {
      var columns = pairs.question().columns();
      if (row != column) {
        choices.pair().accept(columns.get(column), columns.get(row));
      }
      choices.column().accept(columns.get(row));
    }
  }

  private void show() {
    var pairs = model.pairs.get();
    chart.show(
        pairs == null ? null : matrix(pairs),
        (row, column) -> pairs == null ? "" : words(pairs, row, column));
    sentence.setText(pairs == null ? "" : sentence(pairs.question()));
    size();
  }

  private void size() {
    var pairs = model.pairs.get();
    var count = pairs == null ? 0 : pairs.values().size();
    var least = em() * (NAMES_IN_EM + CELL_IN_EM * count);
    chart.setMinSize(least, least + em() * LEGEND_IN_EM);
  }

  private double em() {
    return sentence.getFont().getSize();
  }

  private SignedMatrix matrix(StatisticsViewModel.PairMatrix pairs) {
    var values = pairs.values();
    var count = values.size();
    return new SignedMatrix(
        messages.now("correlation.legend"),
        values.names(),
        IntStream.range(0, count * count)
            .mapToObj(i -> values.value(i / count, i % count))
            .toList());
  }

  private String words(StatisticsViewModel.PairMatrix pairs, int row, int column) {
    var values = pairs.values();
    var r = values.value(row, column);
    return values.names().get(row)
        + (row == column ? "" : "\n" + values.names().get(column))
        + "\n"
        + (Double.isNaN(r) ? messages.now("correlation.undefined") : "r = " + Numbers.share(r))
        + "  \u00b7  "
        + messages.now("correlation.rows", Numbers.count(values.rows(row, column)));
  }

  private String sentence(StatisticsViewModel.PairMatrix.Question question) {
    List<String> parts = new ArrayList<>();
    var count = question.columns().size();
    parts.add(messages.now("correlation.sentence", Numbers.count(count)));
    if (count < question.candidates()) {
      var key = question.targetAdded() ? "correlation.firstAndTarget" : "correlation.first";
      var first = question.targetAdded() ? count - 1 : count;
      parts.add(messages.now(key, Numbers.count(first), Numbers.count(question.candidates())));
    }
    if (question.constant() > 0) {
      parts.add(messages.now("correlation.constant", Numbers.count(question.constant())));
    }
    return String.join(" ", parts);
  }
}
