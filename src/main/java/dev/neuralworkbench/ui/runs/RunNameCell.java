package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.RunWords;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;

/** Which run a row is of, or how many; a star to pin it, an arrow to unfold a group. */
final class RunNameCell extends TableCell<RunRow, RunRow> {

  private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");
  private static final PseudoClass INNER = PseudoClass.getPseudoClass("inner");
  private static final PseudoClass IN_USE = PseudoClass.getPseudoClass("in-use");

  private final RunsViewModel model;
  private final Messages messages;
  private final Label name = new Label();
  private final IconView arrow = new IconView(Icon.RIGHT);
  private final Button fold = Styling.as(new Button(), "icon-only", "flat", "small", "run-fold");
  private final Button pin = Styling.as(new Button(), "icon-only", "flat", "small", "run-pin");
  private final HBox both = Styling.as(new HBox(fold, pin, name), "run-name");

  RunNameCell(RunsViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    fold.setGraphic(arrow);
    pin.setGraphic(new IconView(Icon.STAR));
    fold.setFocusTraversable(false);
    pin.setFocusTraversable(false);
    pin.accessibleTextProperty().bind(messages.text("runs.pin"));
    fold.accessibleTextProperty().bind(messages.text("runs.fold"));
    fold.setOnAction(_ -> fold());
    pin.setOnAction(_ -> pin());
  }

  private void fold() {
    if (getItem() instanceof RunRow.Several several) {
      model.toggle(several.group());
    }
  }

  private void pin() {
    if (getItem() instanceof RunRow.One one) {
      model.pin(List.of(one.run().number()), !one.mark().pinned());
    }
  }

  @Override
  protected void updateItem(RunRow row, boolean isEmpty) {
    super.updateItem(row, isEmpty);
    setGraphic(isEmpty ? null : both);
    if (isEmpty) {
      return;
    }
    Visibility.when(fold, row instanceof RunRow.Several);
    Visibility.when(pin, row instanceof RunRow.One);
    switch (row) {
      case RunRow.One one -> {
        name.setText(Numbers.count(one.run().number()));
        pin.pseudoClassStateChanged(PINNED, one.mark().pinned());
        pseudoClassStateChanged(IN_USE, one.use() == RunRow.Use.IN_USE);
        pseudoClassStateChanged(INNER, one.inGroup());
      }
      case RunRow.Several several -> {
        name.setText(new RunWords(messages.words()).several(several.group()));
        pseudoClassStateChanged(IN_USE, false);
        arrow.show(several.unfolded() ? Icon.DOWN : Icon.RIGHT);
        pseudoClassStateChanged(INNER, false);
      }
    }
  }
}
