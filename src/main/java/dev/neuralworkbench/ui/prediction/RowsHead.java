package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.grid.GridHead;
import dev.neuralworkbench.ui.common.grid.HeadName;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The head of a column of answered rows: its name, and whether it is answered or given. */
final class RowsHead extends VBox implements GridHead<RowsContent> {

  private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");
  private static final PseudoClass NUMERIC = PseudoClass.getPseudoClass("numeric");
  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");

  private final Messages messages;
  private final Label name = new Label();
  private final Label kind = Labels.line("column-name", "rows-kind");
  private final Tooltip whole = new Tooltip();

  RowsHead(Messages messages) {
    this.messages = messages;
    getStyleClass().addAll("column-head", "data");
    name.getStyleClass().addAll("column-name", "data");
    name.setTooltip(whole);
    for (var label : new Label[] {name, kind}) {
      label.setMaxWidth(Double.MAX_VALUE);
    }
    getChildren().setAll(name, kind);
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public void fit(RowsContent content) {
    pseudoClassStateChanged(TALL, content.hasLongNames());
  }

  @Override
  public void show(RowsContent shown, int column, boolean selected) {
    var of = shown.column(column);
    name.setText(HeadName.of(of.name()));
    whole.setText(of.name());
    kind.setText(messages.now("predict.rows.column." + Ids.of(of.kind())));
    pseudoClassStateChanged(NUMERIC, shown.isNumeric(column));
    pseudoClassStateChanged(TARGET, of.kind() == RowsContent.Kind.ANSWER);
  }
}
