package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shortened;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.evaluation.JudgedPart.ChartShapes;
import dev.neuralworkbench.ui.evaluation.Listed.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** True classes down, predicted ones across; shaded by share, so that rare classes are read too. */
final class ConfusionGrid extends LabelGrid {

  /** Classes up to which a matrix can be read. */
  static final int MOST_CLASSES = 20;

  /** A longer name of a class would push the others out of sight. */
  static final int LONGEST_NAME = 10;

  /** What stands in the cells. */
  enum Cells {
    COUNTS,
    BY_ROW,
    BY_COLUMN;

    String key() {
      return "evaluate.confusion.cells." + Ids.of(this);
    }

    double value(ConfusionMatrix matrix, Cell cell) {
      return this == COUNTS ? count(matrix, cell) : share(matrix, cell);
    }

    /** The share of the row or column that a cell holds, 0 to 1; 0 of none. */
    double share(ConfusionMatrix matrix, Cell cell) {
      var whole =
          this == BY_COLUMN ? matrix.predicted(cell.predicted()) : matrix.support(cell.actual());
      return whole == 0 ? 0 : (double) count(matrix, cell) / whole;
    }
  }

  private static final int SHADES = 5;
  private static final double LEAST_IN_EM = 2.6;

  /** Height of the scores by class beside the matrix, without their lines, and of a line. */
  private static final double SCORES_IN_EM = 18.3;

  private static final double LINE_IN_EM = 1.57;

  /** A side up to which cells grow with the window, and the room of sums. */
  private static final double LARGEST_IN_EM = 6.286;

  /** The same of many classes, which have no more room beside their scores in a larger window. */
  private static final double MANY_IN_EM = 3.22;

  private static final double SUMS_IN_EM = 3;

  /** Width of a letter, about. */
  private static final double NAME_IN_EM = 0.6;

  /** Edge and air around a count. */
  private static final double AROUND_IN_EM = 0.9;

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final EvaluateViewModel model;
  private final Messages messages;
  final ObjectProperty<Cells> cells = new SimpleObjectProperty<>(Cells.COUNTS);
  final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
  private String cellStyle = "";

  ConfusionGrid(EvaluateViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    Styling.as(this, "#evaluate-confusion", "confusion");
    model.listed.subscribe(this::mark);
  }

  void show(ConfusionMatrix matrix, List<String> names) {
    getChildren().clear();
    var classes = names.size();
    var shortened = Shortened.apart(names, LONGEST_NAME);
    size(matrix, shortened);
    for (var c = 0; c < classes; c++) {
      var across = centered(c + 1, 1, shortened.get(c), "score-name");
      across.getStyleClass().addAll("data", "confusion-column");
      var down = cell(0, c + 2, shortened.get(c), "score-name");
      down.getStyleClass().add("data");
      across.setTooltip(new Tooltip(names.get(c)));
      down.setTooltip(new Tooltip(names.get(c)));
      addRow(matrix, names, c);
    }
    cell(classes + 1, 1, messages.now("evaluate.confusion.sum"), "score-head");
    cell(0, classes + 2, messages.now("evaluate.confusion.sum"), "score-head");
    cell(classes + 1, classes + 2, Numbers.count(matrix.rows()), "score-other");
    mark(model.listed.get());
    told.set(sentence(matrix, names));
  }

  private String sentence(ConfusionMatrix matrix, List<String> names) {
    var all =
        messages.now(
            "evaluate.confusion.told",
            Numbers.count(names.size()),
            Numbers.count(matrix.rows()),
            Numbers.count(matrix.correct()));
    return IntStream.range(0, names.size() * names.size())
        .mapToObj(i -> new Cell(i / names.size(), i % names.size()))
        .filter(cell -> cell.actual() != cell.predicted() && count(matrix, cell) > 0)
        .max(Comparator.comparingInt(cell -> count(matrix, cell)))
        .map(
            worst ->
                messages.now(
                    "evaluate.confusion.worst",
                    names.get(worst.actual()),
                    names.get(worst.predicted()),
                    Numbers.count(count(matrix, worst))))
        .map(worst -> all + " " + worst)
        .orElse(all);
  }

  private static int count(ConfusionMatrix matrix, Cell cell) {
    return matrix.count(cell.actual(), cell.predicted());
  }

  private void size(ConfusionMatrix matrix, List<String> names) {
    var longest = names.stream().mapToInt(String::length).max().orElse(0);
    var most = IntStream.range(0, names.size()).map(matrix::support).max().orElse(0);
    var count = AROUND_IN_EM + NAME_IN_EM * Numbers.count(most).length();
    var wide = Math.max(Math.max(LEAST_IN_EM, count), NAME_IN_EM * longest);
    var side =
        Math.clamp(
            SCORES_IN_EM / names.size() + LINE_IN_EM,
            LEAST_IN_EM,
            names.size() > ChartShapes.MOST_CLASSES ? MANY_IN_EM : LARGEST_IN_EM);
    var largest = LARGEST_IN_EM * names.size() + SUMS_IN_EM;
    setStyle(
        String.format(
            Locale.ROOT,
            "-fx-max-height: %.3fem; -fx-max-width: %.3fem",
            largest,
            largest + NAME_IN_EM * longest));
    cellStyle =
        String.format(
            Locale.ROOT,
            "-fx-pref-height: %1$.3fem; -fx-min-height: %1$.3fem; -fx-pref-width: %2$.3fem;"
                + " -fx-min-width: %2$.3fem",
            side,
            wide);
  }

  private void addRow(ConfusionMatrix matrix, List<String> names, int actual) {
    for (var predicted = 0; predicted < names.size(); predicted++) {
      add(button(matrix, names, new Cell(actual, predicted)), predicted + 1, actual + 2);
    }
    cell(names.size() + 1, actual + 2, Numbers.count(matrix.support(actual)), "score-other");
    var predicted = Numbers.count(matrix.predicted(actual));
    centered(actual + 1, names.size() + 2, predicted, "score-other");
  }

  private Label centered(int column, int row, String text, String style) {
    var label = cell(column, row, text, style);
    GridPane.setHalignment(label, HPos.CENTER);
    return label;
  }

  private Button button(ConfusionMatrix matrix, List<String> names, Cell cell) {
    var count = count(matrix, cell);
    var share = cells.get().share(matrix, cell);
    var text = cells.get() == Cells.COUNTS ? Numbers.count(count) : Numbers.rounded(100 * share, 3);
    var button =
        Styling.as(new Button(text), "#confusion-" + cell.actual() + "-" + cell.predicted());
    button.setUserData(cell);
    button.setStyle(cellStyle);
    button.getStyleClass().setAll("button", "confusion-cell", "data");
    if (count > 0) {
      var shade = Math.max(1, (int) Math.round(share * SHADES));
      var kind = cell.actual() == cell.predicted() ? "right-" : "wrong-";
      button.getStyleClass().add(kind + shade);
    }
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    setHgrow(button, Priority.ALWAYS);
    setVgrow(button, Priority.ALWAYS);
    button.setOnAction(_ -> model.select(cell));
    var sentence = sentence(names, cell, count, Cells.BY_ROW.share(matrix, cell));
    button.accessibleTextProperty().bind(sentence);
    Tooltips.install(button, sentence);
    return button;
  }

  private ObservableValue<String> sentence(List<String> names, Cell cell, int count, double share) {
    return messages.text(
        "evaluate.confusion.cell",
        names.get(cell.actual()),
        names.get(cell.predicted()),
        Numbers.count(count),
        Numbers.rounded(100 * share, 3));
  }

  private void mark(@Nullable Listed chosen) {
    for (var child : getChildren()) {
      if (child.getUserData() instanceof Cell cell) {
        child.pseudoClassStateChanged(CHOSEN, cell.equals(chosen));
      }
    }
  }
}
