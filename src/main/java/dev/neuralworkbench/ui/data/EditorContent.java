package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.GridContent;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A table that is being typed, in a grid with room to type on.
 *
 * @param cells what has been typed
 */
record EditorContent(TypedCells cells) implements GridContent {

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
    var texts =
        IntStream.range(1, cells.rows().size())
            .mapToObj(row -> cells.text(row, column))
            .filter(text -> !text.isBlank())
            .toList();
    return !texts.isEmpty()
        && texts.stream().allMatch(text -> Numbers.read(text.replace(',', '.')).isPresent());
  }

  @Override
  public int digits(int column) {
    return DIGITS;
  }

  @Override
  public @Nullable String look(int column) {
    return null;
  }

  @Override
  public String rowName(int row) {
    return row == 0 ? "" : Numbers.count(row);
  }

  @Override
  public boolean isHeading(int row) {
    return row == 0;
  }
}
