package dev.neuralworkbench.data;

import org.jspecify.annotations.Nullable;

/**
 * A growing column. It holds numbers until a cell is none, then names. The texts of the numbers
 * before are lost by then ({@code 007} was read as 7), so the file has to be read again with the
 * column taken for text from the start.
 */
final class ColumnBuilder {

  private NumberBuilder values = new NumberBuilder();
  private @Nullable CategoryBuilder categories;
  private boolean numberSeen;
  private boolean needsReread;

  ColumnBuilder(boolean text) {
    categories = text ? new CategoryBuilder() : null;
  }

  /**
   * Adds a cell.
   *
   * @param text Not modified.
   * @param decimal decimal separator of numbers
   */
  void add(char[] text, int offset, int length, char decimal) {
    if (needsReread) {
      return;
    }
    var from = offset;
    var to = offset + length;
    while (from < to && isSpace(text[from])) {
      from++;
    }
    while (from < to && isSpace(text[to - 1])) {
      to--;
    }
    if (CellText.isMissing(text, from, to - from)) {
      values.add(categories == null ? Double.NaN : TextColumn.MISSING);
    } else if (categories == null) {
      addNumber(text, from, to - from, decimal);
    } else {
      values.add(categories.code(text, from, to - from));
    }
  }

  private void addNumber(char[] text, int offset, int length, char decimal) {
    var number = NumberParser.parse(text, offset, length, decimal);
    if (!Double.isNaN(number)) {
      values.add(number);
      numberSeen = true;
      return;
    }
    var missingSoFar = values.size();
    values = new NumberBuilder();
    if (numberSeen) {
      needsReread = true;
      return;
    }
    categories = new CategoryBuilder();
    for (var i = 0; i < missingSoFar; i++) {
      values.add(TextColumn.MISSING);
    }
    values.add(categories.code(text, offset, length));
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\u3000';
  }

  /** Whether the cells so far are names and some of them were read as numbers. */
  boolean needsReread() {
    return needsReread;
  }

  /** Whether the column holds names. */
  boolean isText() {
    return categories != null || needsReread;
  }

  /** About as many bytes as the column takes. */
  long bytes() {
    return values.bytes() + (categories == null ? 0 : categories.bytes());
  }

  /** The column, without what was reserved for growing. */
  Column build(String name) {
    return categories == null
        ? new NumberColumn(name, values.build())
        : new TextColumn(name, categories.categories(), values.build());
  }
}
