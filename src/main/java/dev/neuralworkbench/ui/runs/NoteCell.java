package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import java.util.Comparator;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextField;

/** A few words of a run, typed where they stand: Enter, or leaving the field, takes them. */
final class NoteCell extends TableCell<RunRow, RunRow> {

  private final RunsViewModel model;
  private final TextField field = Styled.as(new TextField(), "run-note");

  private NoteCell(RunsViewModel model, Messages messages) {
    this.model = model;
    field.promptTextProperty().bind(messages.text("runs.note.prompt"));
    field.accessibleTextProperty().bind(messages.text("runs.note"));
    field.setOnAction(_ -> take());
    field
        .focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                take();
              }
            });
  }

  static TableColumn<RunRow, RunRow> column(RunsViewModel model, Messages messages) {
    var column = new TableColumn<RunRow, RunRow>(messages.now("runs.column.note"));
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> new NoteCell(model, messages));
    column.setComparator(Comparator.comparing(NoteCell::noteOf));
    return column;
  }

  private static String noteOf(RunRow row) {
    return row instanceof RunRow.One one ? one.mark().note() : "";
  }

  private void take() {
    if (getItem() instanceof RunRow.One one && !field.getText().strip().equals(one.mark().note())) {
      model.note(one.run().number(), field.getText());
    }
  }

  @Override
  protected void updateItem(RunRow row, boolean isEmpty) {
    super.updateItem(row, isEmpty);
    var one = !isEmpty && row instanceof RunRow.One;
    setGraphic(one ? field : null);
    if (one && !field.isFocused()) {
      field.setText(noteOf(row));
    }
  }
}
