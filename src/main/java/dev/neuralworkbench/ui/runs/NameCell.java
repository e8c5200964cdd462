package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.layout.HBox;

/** Which run a row is of, or how many; a star to pin it, an arrow to unfold a group. */
final class NameCell extends TableCell<RunRow, RunRow> {

  private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");

  private final RunsViewModel model;
  private final Messages messages;
  private final Label name = new Label();
  private final IconView arrow = new IconView(Icon.RIGHT);
  private final Button fold = Styled.as(new Button(), "icon-only", "flat", "small", "run-fold");
  private final Button pin = Styled.as(new Button(), "icon-only", "flat", "small", "run-pin");
  private final HBox both = Styled.as(new HBox(fold, pin, name), "run-name");

  private NameCell(RunsViewModel model, Messages messages) {
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

  static TableColumn<RunRow, RunRow> column(RunsViewModel model, Messages messages) {
    var column = new TableColumn<RunRow, RunRow>(messages.now("runs.column.run"));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new NameCell(model, messages));
    column.setComparator(Comparator.comparingInt(row -> row.runs().getFirst().number()));
    return column;
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
    Shown.when(fold, row instanceof RunRow.Several);
    Shown.when(pin, row instanceof RunRow.One);
    switch (row) {
      case RunRow.One one -> {
        name.setText(Numbers.count(one.run().number()));
        pin.pseudoClassStateChanged(PINNED, one.mark().pinned());
        pseudoClassStateChanged(PseudoClass.getPseudoClass("inner"), one.inGroup());
      }
      case RunRow.Several several -> {
        name.setText(messages.now("runs.several", Numbers.count(several.runs().size())));
        arrow.show(several.unfolded() ? Icon.DOWN : Icon.RIGHT);
        pseudoClassStateChanged(PseudoClass.getPseudoClass("inner"), false);
      }
    }
  }
}
