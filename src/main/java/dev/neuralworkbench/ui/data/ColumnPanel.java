package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.statistics.NumberStatistics;
import dev.neuralworkbench.data.table.Histogram;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.RemarkGroup;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.HistogramChart;
import dev.neuralworkbench.ui.common.ClassMark;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.common.grid.TableCells;
import dev.neuralworkbench.ui.data.preview.ReadingRemedies;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is known of the chosen column, and what the network is given of it. */
final class ColumnPanel extends VBox {

  private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
  private static final int MOST_BARS = 8;
  private static final int DIGITS = 4;

  private final DataViewModel model;
  private final Messages messages;
  private final Label name = Labels.line("#column-name", "panel-heading", "data");
  private final HistogramChart chart =
      Styling.as(new HistogramChart(), "#column-histogram", "column-histogram");
  private final BarRows bars = new BarRows();
  private final Label more = Labels.line("muted");
  private final GridPane facts = Styling.as(new GridPane(), "facts");
  private final ProblemLabel problem;
  private final Label becomes = Labels.wrapped("#column-becomes", "muted");
  private final Label note = Labels.sentence("#column-note", "reading-line");
  private final ColumnCleaning cleaning;
  private final ReadingRemedies remedies;

  ColumnPanel(DataViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    problem = Styling.as(new ProblemLabel(messages), "#column-problem");
    cleaning = new ColumnCleaning(model, messages);
    remedies = new ReadingRemedies("reading-remedy", messages, model.sources.changeReading());
    getStyleClass().add("panel");
    chart.emptyText().bind(messages.text("column.empty"));
    chart.tell(messages, () -> messages.now("column.histogram", name.getText()));
    getChildren()
        .setAll(name, chart, bars, more, facts, becomes, cleaning, note, remedies, problem);
    OnAnyChange.all(
        this::show,
        model.shownColumn,
        model.preparation(),
        model.workspace.problems(),
        messages.language());
  }

  private void show() {
    var shown = model.shownColumn.get();
    setVisible(shown != null);
    if (shown == null) {
      return;
    }
    name.setText(shown.column().name());
    facts.getChildren().clear();
    bars.getChildren().clear();
    var histogram = shown.histogram();
    Visibility.when(chart, histogram != null);
    Visibility.when(bars, histogram == null);
    Visibility.when(more, false);
    if (histogram == null) {
      showCategories(shown);
    } else {
      showNumbers(shown, histogram);
    }
    fact("column.missing", Numbers.count(shown.column().missing()));
    showUse(shown);
  }

  private void showNumbers(ShownColumn shown, Histogram histogram) {
    chart.show(
        new HistogramChart.Bars(
            histogram,
            new Tints.Classes(shown.classes()),
            shown.classes().size(),
            messages.now("column.rows")),
        interval -> interval(histogram, interval, shown.classes()));
    var told = shown.numbers();
    ToDoubleFunction<ToDoubleFunction<NumberStatistics>> of =
        one -> told == null ? Double.NaN : one.applyAsDouble(told);
    fact(
        "column.range",
        messages.now(
            "column.fromTo",
            exact(of.applyAsDouble(NumberStatistics::minimum)),
            exact(of.applyAsDouble(NumberStatistics::maximum))));
    fact("column.mean", number(of.applyAsDouble(NumberStatistics::mean)));
    fact("column.median", exact(of.applyAsDouble(NumberStatistics::shortMedian)));
    fact("column.deviation", number(of.applyAsDouble(NumberStatistics::deviation)));
    fact("column.distinct", Numbers.count(told == null ? 0 : told.distinct()));
  }

  /** A number by its name, none of which is cut; its id is the key with hyphens. */
  private void fact(String key, String value) {
    var name = Labels.whole(messages.text(key), "muted");
    var number = Labels.sentence("#" + key.replace('.', '-'), "fact");
    number.setText(value);
    number.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow(number, Priority.ALWAYS);
    name.setLabelFor(number);
    facts.addRow(facts.getRowCount(), name, number);
  }

  private String interval(Histogram histogram, int interval, List<String> classes) {
    var text =
        new StringBuilder(
            messages.now(
                "column.interval",
                number(histogram.edge(interval)),
                number(histogram.edge(interval + 1)),
                Numbers.count(histogram.count(interval))));
    for (var i = 0; i < classes.size(); i++) {
      text.append('\n')
          .append(classes.get(i))
          .append("  ")
          .append(Numbers.count(histogram.count(interval, i)));
    }
    return text.toString();
  }

  private void showCategories(ShownColumn shown) {
    chart.show(null, String::valueOf);
    var categories = shown.categories();
    var counts = categories.counts();
    var isTarget = plan(shown).map(it -> it.role() == ColumnRole.TARGET).orElse(false);
    var present = Math.max(1, shown.column().rows() - shown.column().missing());
    var most = counts.stream().mapToInt(it -> it).max().orElse(1);
    var order = IntStream.range(0, counts.size()).boxed();
    var largest = isTarget ? order : order.sorted(Comparator.comparingInt(i -> -counts.get(i)));
    for (int i : largest.limit(MOST_BARS).toList()) {
      var look = isTarget ? ClassMark.color(i) : "plain";
      bars.add(
          isTarget ? new ClassMark(i) : null,
          categories.names().get(i),
          true,
          new BarRows.ShareBar((double) counts.get(i) / most, look),
          counts.get(i),
          (double) counts.get(i) / present);
    }
    if (counts.size() > MOST_BARS) {
      Visibility.when(more, true);
      more.setText(messages.now("column.more", Numbers.count(counts.size() - (long) MOST_BARS)));
    }
    fact("column.distinct", Numbers.count(counts.size()));
  }

  private void showUse(ShownColumn shown) {
    problem.show(model.problems(shown.index()));
    showNote(shown);
    plan(shown)
        .ifPresent(
            plan -> {
              becomes.setText(
                  new ShownColumn.ColumnUse(shown, preparation(), messages.words())
                      .sentences(plan));
              cleaning.show(shown, plan);
            });
  }

  private void showNote(ShownColumn shown) {
    var remarks = model.remarks(shown.index());
    var doubtful = remarks.stream().anyMatch(Remark::doubtful);
    Visibility.when(note, !remarks.isEmpty());
    var isFile = model.data().getValue().source() instanceof DataSource.FromFile;
    remedies.show(isFile ? RemarkGroup.of(remarks) : List.of());
    note.setGraphic(doubtful ? new IconView(Icon.WARNING) : null);
    note.pseudoClassStateChanged(DOUBTFUL, doubtful);
    note.setText(
        remarks.stream()
            .map(remark -> ReadingWords.sentence(remark, messages.words()))
            .collect(Collectors.joining("\n")));
  }

  private Optional<ColumnPlan> plan(ShownColumn shown) {
    var columns = preparation().columns();
    return shown.index() < columns.size()
        ? Optional.of(columns.get(shown.index()))
        : Optional.empty();
  }

  private Preparation preparation() {
    return model.preparation().getValue();
  }

  private static String number(double value) {
    return Numbers.told(value, DIGITS);
  }

  /** Of the table itself, and so with more digits than what is worked out. */
  private static String exact(double value) {
    return Double.isNaN(value) ? TableCells.MISSING : Numbers.typeset(Numbers.readable(value));
  }
}
