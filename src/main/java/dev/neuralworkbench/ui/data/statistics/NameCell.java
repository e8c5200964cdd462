package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.Messages;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** The name of a column, in the look of its role; in full, with the role, in its tooltip. */
final class NameCell extends TableCell<ColumnLine, ColumnLine> {

  private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
  private static final PseudoClass IGNORED = PseudoClass.getPseudoClass("ignored");

  private final Messages messages;
  private final Tooltip tip = new Tooltip();

  NameCell(Messages messages) {
    this.messages = messages;
    getStyleClass().addAll("column-line-name", "data");
  }

  @Override
  protected void updateItem(ColumnLine line, boolean isEmpty) {
    super.updateItem(line, isEmpty);
    var role = line == null || isEmpty ? null : line.plan().role();
    if (line == null || isEmpty) {
      setText("");
      setTooltip(null);
    } else {
      var name = line.told().name();
      setText(name);
      tip.setText(name + "\n" + messages.now("columnrole." + Ids.of(line.plan().role())));
      setTooltip(tip);
    }
    pseudoClassStateChanged(TARGET, role == ColumnRole.TARGET);
    pseudoClassStateChanged(IGNORED, role == ColumnRole.IGNORED);
  }
}
