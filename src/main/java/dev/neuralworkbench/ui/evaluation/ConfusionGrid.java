package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shortened;
import dev.neuralworkbench.ui.common.Tooltips;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import org.jspecify.annotations.Nullable;

/**
 * The confusion matrix: true classes down, predicted ones across. Each cell is shaded by its share
 * of the true class, so that a rare class is read as easily as a frequent one; choosing a cell
 * lists its rows.
 */
final class ConfusionGrid extends GridPane {

  /** Classes up to which a matrix can be read. */
  static final int MOST_CLASSES = 20;

  /** A longer name of a class would push the others out of sight. */
  static final int LONGEST_NAME = 10;

  private static final int SHADES = 8;
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final EvaluateViewModel model;
  private final Messages messages;

  ConfusionGrid(EvaluateViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("evaluate-confusion");
    getStyleClass().add("confusion");
    model.cell().subscribe(cell -> mark(cell));
  }

  void show(ConfusionMatrix matrix, List<String> names) {
    getChildren().clear();
    var classes = names.size();
    var shortened = Shortened.apart(names, LONGEST_NAME);
    var predicted = text(messages.now("evaluate.confusion.predicted"), "score-head");
    add(predicted, 1, 0, classes, 1);
    GridPane.setHalignment(predicted, HPos.CENTER);
    var actual = text(messages.now("evaluate.confusion.actual"), "score-head");
    add(actual, 0, 1);
    for (var c = 0; c < classes; c++) {
      var across = name(names.get(c), shortened.get(c));
      across.getStyleClass().add("confusion-column");
      add(across, c + 1, 1);
      GridPane.setHalignment(across, HPos.CENTER);
      add(name(names.get(c), shortened.get(c)), 0, c + 2);
      addRow(matrix, names, c);
    }
    sum(text(messages.now("evaluate.confusion.sum"), "score-head"), classes + 1, 1);
    sum(text(messages.now("evaluate.confusion.sum"), "score-head"), 0, classes + 2);
    sum(total(matrix.rows()), classes + 1, classes + 2);
    mark(model.cell().get());
  }

  private void addRow(ConfusionMatrix matrix, List<String> names, int actual) {
    for (var predicted = 0; predicted < names.size(); predicted++) {
      add(cell(matrix, names, new MatrixCell(actual, predicted)), predicted + 1, actual + 2);
    }
    sum(total(matrix.support(actual)), names.size() + 1, actual + 2);
    var below = total(matrix.predicted(actual));
    add(below, actual + 1, names.size() + 2);
    GridPane.setHalignment(below, HPos.CENTER);
  }

  private Button cell(ConfusionMatrix matrix, List<String> names, MatrixCell cell) {
    var count = matrix.count(cell.actual(), cell.predicted());
    var support = matrix.support(cell.actual());
    var share = support == 0 ? 0 : (double) count / support;
    var button = new Button(Numbers.count(count));
    button.setId("confusion-" + cell.actual() + "-" + cell.predicted());
    button.setUserData(cell);
    var shade = count == 0 ? 0 : Math.max(1, (int) Math.round(share * SHADES));
    button.getStyleClass().setAll("button", "confusion-cell", "share-" + shade, "data");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(_ -> model.select(cell));
    var sentence = sentence(names, cell, count, share);
    button.accessibleTextProperty().bind(sentence);
    Tooltips.install(button, sentence);
    return button;
  }

  private ObservableValue<String> sentence(
      List<String> names, MatrixCell cell, int count, double share) {
    return messages.text(
        "evaluate.confusion.cell",
        names.get(cell.actual()),
        names.get(cell.predicted()),
        Numbers.count(count),
        Numbers.rounded(100 * share, 3));
  }

  private void mark(@Nullable MatrixCell chosen) {
    for (var child : getChildren()) {
      if (child.getUserData() instanceof MatrixCell cell) {
        child.pseudoClassStateChanged(CHOSEN, cell.equals(chosen));
      }
    }
  }

  private void sum(Label label, int column, int row) {
    add(label, column, row);
    if (column > 0) {
      GridPane.setHalignment(label, HPos.RIGHT);
    }
  }

  private static Label total(int count) {
    return text(Numbers.count(count), "score-other");
  }

  private static Label name(String name, String shortened) {
    var label = text(shortened, "score-name");
    label.getStyleClass().add("data");
    label.setTooltip(new Tooltip(name));
    return label;
  }

  private static Label text(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
