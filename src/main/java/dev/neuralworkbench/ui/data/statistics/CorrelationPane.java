package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.data.statistics.CorrelationTable;
import dev.neuralworkbench.data.statistics.Correlations;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Shortened;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.grid.CellGrid;
import dev.neuralworkbench.ui.common.grid.GridCell;
import dev.neuralworkbench.ui.common.grid.GridContent;
import dev.neuralworkbench.ui.common.grid.GridHead;
import dev.neuralworkbench.ui.common.grid.TableCells;
import dev.neuralworkbench.ui.data.statistics.StatisticsViewModel.Choices;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Which columns go together: r of each two in a cell of its colour; a chosen one shows as scatter.
 */
final class CorrelationPane extends VBox {

  private final StatisticsViewModel model;
  private final Messages messages;
  private final Label sentence = Labels.sentence("#correlation-sentence", "muted");
  private final Label chosen = Labels.line("#correlation-chosen", "data");
  private final CellGrid<Matrix> grid =
      Styling.as(new CellGrid<>(Name::new), "#correlation", "correlation");
  private final Label none = Labels.sentence("#correlation-none", "muted");
  private final Choices choices;
  final Button save;

  CorrelationPane(StatisticsViewModel model, Choices choices, ChartFiles files) {
    this.model = model;
    this.choices = choices;
    messages = files.messages();
    Styling.as(this, "columns-pane");
    grid.tell(cell -> messages.now("correlation.title") + "\n" + words(cell));
    none.textProperty().bind(messages.text("correlation.none"));
    var waiting = new ColumnsPane.Waiting("correlation-waiting", model, messages);
    OnAnyChange.all(
        () -> {
          var asked = model.asked.get();
          var few = asked != null && !asked.hasPair();
          var pairs = model.pairs.get();
          Visibility.when(none, few);
          Visibility.when(waiting, !few && pairs == null);
          for (var part : List.of(grid, sentence, chosen)) {
            Visibility.when(part, !few && pairs != null);
          }
        },
        model.asked,
        model.pairs);
    save =
        Buttons.small(Icon.SAVE, messages, "columns.save", () -> save(files), "#correlation-save");
    save.disableProperty().bind(model.pairs.isNull());
    getChildren().setAll(sentence, Space.tall(new StackPane(grid, none, waiting)), chosen);
    OnAnyChange.all(this::show, model.pairs, messages.language());
    grid.selected().subscribe(this::choose);
  }

  private void save(ChartFiles files) {
    var pairs = model.pairs.get();
    if (pairs != null) {
      files.saveNumbers(
          "job.savingColumns",
          "correlation.csv",
          to -> TableWriter.write(CorrelationTable.of(pairs.values()), to));
    }
  }

  private void choose(GridCell cell) {
    var pairs = model.pairs.get();
    chosen.setText(words(cell).replace("\n", "  \u00b7  "));
    if (pairs != null && cell.row() >= 0) {
      var columns = pairs.question().columns();
      if (cell.row() != cell.column()) {
        choices.pair().accept(columns.get(cell.column()), columns.get(cell.row()));
      }
      choices.column().accept(columns.get(cell.row()));
    }
  }

  private void show() {
    var pairs = model.pairs.get();
    sentence.setText(pairs == null ? "" : sentence(pairs.question()));
    if (pairs != null) {
      grid.show(new Matrix(pairs.values()));
    }
  }

  private String words(GridCell cell) {
    var pairs = model.pairs.get();
    if (pairs == null || cell.row() < 0) {
      return "";
    }
    var values = pairs.values();
    var row = cell.row();
    var column = cell.column();
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

  /** A row and a column for each column of the table. */
  private record Matrix(Correlations values) implements GridContent {

    private static final int DIGITS = 5;
    private static final int LONGEST_NAME = 16;
    private static final int SHADES = 5;

    @Override
    public int rows() {
      return values.size();
    }

    @Override
    public int columns() {
      return values.size();
    }

    @Override
    public String text(int row, int column) {
      return isMissing(row, column)
          ? TableCells.MISSING
          : Numbers.typeset(String.format(Locale.ROOT, "%.2f", values.value(row, column) + 0.0));
    }

    @Override
    public boolean isMissing(int row, int column) {
      return Double.isNaN(values.value(row, column));
    }

    @Override
    public boolean isNumeric(int column) {
      return true;
    }

    @Override
    public int digits(int column) {
      return DIGITS;
    }

    @Override
    public String rowName(int row) {
      return Shortened.middle(values.names().get(row), LONGEST_NAME);
    }

    @Override
    public int rowNameDigits() {
      return IntStream.range(0, rows()).map(i -> TableCells.width(rowName(i)) + 1).max().orElse(1);
    }

    @Override
    public @Nullable String shade(int row, int column) {
      var r = values.value(row, column);
      var step = Math.round(Math.abs(r) * SHADES);
      return step == 0 ? null : (r < 0 ? "negative-" : "positive-") + step;
    }
  }

  /** Upright, so that a column is no wider than its numbers: all of a matrix is looked at. */
  private static final class Name extends StackPane implements GridHead<Matrix> {

    private final Label name = Styling.as(new Label(), "column-name", "data");

    Name() {
      getStyleClass().add("upright-head");
      name.setRotate(-90);
      name.setTooltip(new Tooltip());
      getChildren().setAll(new Group(name));
    }

    @Override
    public void show(Matrix content, int column, boolean selected) {
      name.setText(content.values.names().get(column));
      name.getTooltip().setText(name.getText());
    }
  }
}
