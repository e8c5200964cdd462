package dev.neuralworkbench.ui.runs;

import java.util.function.Function;
import javafx.scene.control.TableCell;

final class TextCell extends TableCell<RunRow, RunRow> {

  private final Function<RunRow, String> text;

  TextCell(Function<RunRow, String> text) {
    this.text = text;
  }

  @Override
  protected void updateItem(RunRow row, boolean isEmpty) {
    super.updateItem(row, isEmpty);
    setText(isEmpty ? "" : text.apply(row));
  }
}
