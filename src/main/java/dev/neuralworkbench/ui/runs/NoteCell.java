package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** A few words of a run, typed where they stand: Enter, or leaving the field, takes them. */
final class NoteCell extends TableCell<RunRow, RunRow> {

  private final RunsViewModel model;
  private RunRow.@Nullable One of;
  private final TextField field = Styling.as(new TextField(), "run-note");

  NoteCell(RunsViewModel model, Messages messages) {
    this.model = model;
    field.promptTextProperty().bind(messages.text("runs.note.prompt"));
    Labels.unseen(messages.text("runs.note"), field);
    field.setOnAction(_ -> take());
    OnAnyChange.whenLeft(field, this::take);
  }

  static String noteOf(RunRow row) {
    return row instanceof RunRow.One one ? one.mark().note() : "";
  }

  private void take() {
    if (of != null && !field.getText().strip().equals(of.mark().note())) {
      model.note(of.run().number(), field.getText());
    }
  }

  /** A cell comes to show another run: what was typed belongs to the one before. */
  @Override
  protected void updateItem(RunRow row, boolean isEmpty) {
    super.updateItem(row, isEmpty);
    var next = !isEmpty && row instanceof RunRow.One one ? one : null;
    var stays = of != null && next != null && of.run().number() == next.run().number();
    if (of != null && !stays && field.isFocused()) {
      var before = of.run().number();
      var typed = field.getText();
      if (!typed.strip().equals(of.mark().note())) {
        model.noteLater(before, typed);
      }
    }
    of = next;
    setGraphic(next == null ? null : field);
    if (next != null && !(stays && field.isFocused())) {
      field.setText(next.mark().note());
    }
  }
}
