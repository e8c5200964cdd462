package dev.neuralworkbench.data.read;

import dev.neuralworkbench.data.cell.MissingMark;
import dev.neuralworkbench.data.cell.NumberParser;
import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.cell.WrittenNumber;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberBuilder;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A growing column. It holds numbers until a cell is none, then names. The texts of the numbers
 * before are lost by then ({@code 007} was read as 7), and so are marks such as {@code -} that are
 * missing among numbers alone; then the file has to be read again with the column taken for text
 * from the start.
 */
final class ColumnBuilder {

  private final NumberStyle style;
  private NumberBuilder values = new NumberBuilder();
  private @Nullable CategoryBuilder categories;
  private @Nullable String odd;
  private boolean lossy;
  private boolean needsReread;
  private int @Nullable [] marks;
  private char unit = WrittenNumber.NO_UNIT;
  private int units;

  /**
   * @param text whether the column is known to be text
   * @param style how its numbers are written
   */
  ColumnBuilder(boolean text, NumberStyle style) {
    this.style = style;
    categories = text ? new CategoryBuilder() : null;
  }

  /**
   * Adds a cell.
   *
   * @param text Not modified.
   */
  void add(char[] text, int offset, int length) {
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
    if (categories != null) {
      addText(categories, text, from, to - from);
    } else if (from == to) {
      values.add(Double.NaN);
    } else {
      addNumber(text, from, to - from);
    }
  }

  private void addNumber(char[] text, int offset, int length) {
    var number = NumberParser.parse(text, offset, length, style.decimal());
    if (Double.isNaN(number)) {
      addUnusual(text, offset, length);
    } else {
      values.add(number);
      lossy = true;
    }
  }

  /** A mark of a missing value, a number with thousands apart or a unit, or the first text. */
  private void addUnusual(char[] text, int offset, int length) {
    var mark = MissingMark.find(text, offset, length);
    if (mark != MissingMark.NONE) {
      count(mark);
      values.add(Double.NaN);
      lossy |= !MissingMark.ALL.get(mark).anywhere();
      return;
    }
    var number = WrittenNumber.value(text, offset, length, style.decimal());
    if (!Double.isNaN(number) && hasOneUnit(text, offset, length)) {
      values.add(number);
      lossy = true;
      return;
    }
    odd = new String(text, offset, length);
    var missingSoFar = values.size();
    values = new NumberBuilder();
    if (lossy) {
      needsReread = true;
      return;
    }
    categories = new CategoryBuilder();
    for (var i = 0; i < missingSoFar; i++) {
      values.add(TextColumn.MISSING);
    }
    values.add(categories.code(text, offset, length));
  }

  private boolean hasOneUnit(char[] text, int offset, int length) {
    var found = WrittenNumber.unit(text, offset, length);
    if (found == WrittenNumber.NO_UNIT) {
      return true;
    }
    if (unit == WrittenNumber.NO_UNIT) {
      unit = found;
    }
    units++;
    return unit == found;
  }

  private void addText(CategoryBuilder names, char[] text, int offset, int length) {
    var mark = MissingMark.find(text, offset, length);
    if (mark != MissingMark.NONE && MissingMark.ALL.get(mark).anywhere()) {
      count(mark);
      values.add(TextColumn.MISSING);
    } else {
      values.add(length == 0 ? TextColumn.MISSING : names.code(text, offset, length));
    }
  }

  private void count(int mark) {
    if (marks == null) {
      marks = new int[MissingMark.ALL.size()];
    }
    marks[mark]++;
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

  /** The first text that ended a column of numbers; null where there was none. */
  @Nullable String odd() {
    return odd;
  }

  /** What was noticed so far. */
  ColumnFacts facts() {
    var counts = marks == null ? List.<Integer>of() : IntStream.of(marks).boxed().toList();
    return new ColumnFacts(counts, isText() ? WrittenNumber.NO_UNIT : unit, units);
  }

  /** About as many bytes as the column takes. */
  long bytes() {
    return values.bytes() + (categories == null ? 0 : categories.bytes());
  }

  /** The column, without what was reserved for growing. */
  Column build(String name) {
    return categories == null
        ? new NumberColumn(name, values.build())
        : new TextColumn(name, categories.categories(), values.build(), style);
  }
}
