package dev.neuralworkbench.ui.data.editor;

import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.grid.GridContent;
import dev.neuralworkbench.ui.common.grid.GridHead;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** A table being typed, in a grid with room to type on; null while the cells make no table. */
record EditorContent(TypedCells cells, @Nullable Table table) implements GridContent {

  private static final int FEWEST_ROWS = 20;
  private static final int FEWEST_COLUMNS = 7;
  private static final int DIGITS = 12;

  @Override
  public int rows() {
    return Math.max(FEWEST_ROWS, cells.rows().size() + 2);
  }

  @Override
  public int columns() {
    return Math.max(FEWEST_COLUMNS, cells.columns() + 1);
  }

  @Override
  public String text(int row, int column) {
    return cells.text(row, column);
  }

  @Override
  public boolean isMissing(int row, int column) {
    return false;
  }

  @Override
  public boolean isNumeric(int column) {
    return table != null
        && column < table.columns().size()
        && table.column(column) instanceof NumberColumn;
  }

  @Override
  public int digits(int column) {
    return DIGITS;
  }

  @Override
  public String rowName(int row) {
    return row == 0 ? "" : Numbers.count(row);
  }

  @Override
  public boolean isHeading(int row) {
    return row == 0;
  }

  /** The head of a column without a name: A, B … Z, AA, AB, as spreadsheets have it. */
  static final class LetterHead extends Label implements GridHead<EditorContent> {

    private static final int LETTERS = 26;

    LetterHead() {
      getStyleClass().addAll("letter-head", "data");
    }

    @Override
    public void show(EditorContent content, int column, boolean selected) {
      setText(letters(column));
    }

    static String letters(int column) {
      var last = String.valueOf((char) ('A' + column % LETTERS));
      return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }
  }
}
