package dev.neuralworkbench.data.read.cells;

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
 * A growing column. One that begins with a number holds numbers, and {@link OddCells}; one that
 * begins with a text holds texts. Which of both it is tells its end, see {@link #ended}. The texts
 * of numbers are lost by then ({@code 007} was read as 7), and so are marks such as {@code -} that
 * are missing among numbers alone; then the file has to be read again with the column taken for
 * text from the start.
 */
public final class ColumnBuilder {

  /** Whole numbers of more digits, and beyond 2^53, are no doubles of their own. */
  private static final int EXACT_DIGITS = 15;

  private static final double LARGEST_EXACT = 0x1p53;

  private final NumberStyle style;
  private final Reading reading;
  private final OwnMarks own;
  private final boolean hasOwn;
  private NumberBuilder values = new NumberBuilder();
  private @Nullable CategoryBuilder categories;
  private final OddCells odd = new OddCells();
  private boolean lossy;
  private boolean needsReread;
  private int @Nullable [] marks;
  private String unit = WrittenNumber.NO_UNIT;
  private int units;
  private int padded;
  private String firstPadded = "";

  /**
   * @param style how its numbers are written
   * @param own marks of missing values beside the usual ones
   */
  public ColumnBuilder(Reading reading, NumberStyle style, OwnMarks own) {
    this.reading = reading;
    this.style = style;
    this.own = own;
    hasOwn = own.size() > 0;
    categories = reading == Reading.TEXT ? new CategoryBuilder() : null;
  }

  /** Whether numbers and missing cells may come as {@link #add(double)}. */
  public boolean takesNumbers() {
    return categories == null && !needsReread && !hasOwn;
  }

  /** Adds a number that was written plainly, or NaN for an empty cell. */
  public void add(double number) {
    values.add(number);
    lossy |= !Double.isNaN(number);
  }

  /** Adds a cell, a text without blanks around it, which is not modified. */
  public void add(char[] text, int offset, int length) {
    if (needsReread) {
      return;
    }
    var mark = hasOwn ? own.find(text, offset, length) : MissingMark.NONE;
    if (mark != MissingMark.NONE) {
      count(MissingMark.ALL.size() + mark);
      values.add(categories == null ? Double.NaN : TextColumn.MISSING);
    } else if (categories != null) {
      addText(categories, text, offset, length);
    } else if (length == 0) {
      values.add(Double.NaN);
    } else {
      addNumber(text, offset, length);
    }
  }

  /** Takes back the last cell, which had nothing in it. */
  public void removeLast() {
    if (!needsReread) {
      values.removeLast();
    }
  }

  private void addNumber(char[] text, int offset, int length) {
    var number = NumberParser.parse(text, offset, length, style.decimal());
    if (Double.isNaN(number)) {
      addUnusual(text, offset, length);
    } else {
      values.add(number);
      lossy = true;
      if (isCode(text, offset, length, number)) {
        countPadded(text, offset, length);
      }
    }
  }

  /** Whether a number loses what it is written with: a 0 before it, or digits beyond those kept. */
  public static boolean isCode(char[] text, int offset, int length, double number) {
    if (length > 1 && text[offset] == '0') {
      return isDigit(text[offset + 1]);
    }
    return length > EXACT_DIGITS
        && Math.abs(number) > LARGEST_EXACT
        && isDigit(text[offset + 1])
        && isDigit(text[offset + length - 1])
        && new String(text, offset, length).chars().allMatch(c -> isDigit((char) c));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Numbers such as {@code 007}: whoever wrote them may have meant names. */
  private void countPadded(char[] text, int offset, int length) {
    padded++;
    if (firstPadded.isEmpty()) {
      firstPadded = new String(text, offset, length);
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
    odd.add(text, offset, length, values.size() + 1);
    if (reading == Reading.NUMBER) {
      values.add(Double.NaN);
    } else if (!lossy) {
      addFirstText(text, offset, length);
    } else if (Double.isNaN(number) && padded == 0 && !odd.areTooMany()) {
      values.add(Double.NaN);
    } else {
      giveUp();
    }
  }

  private void addFirstText(char[] text, int offset, int length) {
    var missingSoFar = values.size();
    values = new NumberBuilder();
    categories = new CategoryBuilder();
    for (var i = 0; i < missingSoFar; i++) {
      values.add(TextColumn.MISSING);
    }
    values.add(categories.code(text, offset, length));
  }

  private void giveUp() {
    needsReread = true;
    values = new NumberBuilder();
  }

  /**
   * The column when no more cells come: where it was guessed, one of numbers whose odd cells are
   * few, or one of texts. Only this one goes on to be used.
   */
  public ColumnBuilder ended() {
    if (reading != Reading.GUESSED || needsReread || odd.count() == 0) {
      return this;
    }
    if (categories == null) {
      if (padded > 0 || !odd.areFew(new NumberColumn("", values.build()))) {
        giveUp();
      }
      return this;
    }
    return mayBeNumbers(categories.categories) ? asNumbers(categories.categories) : this;
  }

  /** Whether texts have so few among them that are no numbers that they may be odd ones. */
  private boolean mayBeNumbers(List<String> texts) {
    var others =
        texts.stream()
            .filter(it -> !style.isNumber(it))
            .limit(OddCells.MOST_SPELLINGS + 1L)
            .count();
    return others <= OddCells.MOST_SPELLINGS && others < texts.size();
  }

  /** The same cells as numbers, if they are; a first text has made texts of them. */
  private ColumnBuilder asNumbers(List<String> texts) {
    var numbers = new ColumnBuilder(Reading.GUESSED, style, own);
    numbers.marks = marks == null ? null : marks.clone();
    numbers.lossy = true;
    var characters = texts.stream().map(String::toCharArray).toArray(char[][]::new);
    var codes = new TextColumn("", texts, values.build(), style);
    for (var row = 0; row < codes.rows(); row++) {
      var code = codes.code(row);
      if (code == TextColumn.MISSING) {
        numbers.values.add(Double.NaN);
      } else {
        numbers.add(characters[code], 0, characters[code].length);
      }
    }
    return numbers.ended().isText() ? this : numbers;
  }

  private boolean hasOneUnit(char[] text, int offset, int length) {
    var found = WrittenNumber.unit(text, offset, length);
    if (found.isEmpty()) {
      return true;
    }
    if (unit.isEmpty()) {
      unit = found;
    }
    units++;
    return unit.equals(found);
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
      marks = new int[MissingMark.ALL.size() + own.size()];
    }
    marks[mark]++;
  }

  /** Whether the cells so far are names and some of them were read as numbers. */
  public boolean needsReread() {
    return needsReread;
  }

  public boolean isText() {
    return categories != null || needsReread;
  }

  /** Whether a text that is no number where numbers were expected is one in another style. */
  public boolean hasNumberOf(NumberStyle other) {
    return odd.any(other::isNumber);
  }

  /** Cells that are missing since they are no numbers. */
  public int oddCells() {
    return isText() ? 0 : odd.count();
  }

  public Facts facts() {
    var counts = marks == null ? List.<Integer>of() : IntStream.of(marks).boxed().toList();
    return new Facts(
        counts,
        isText() ? WrittenNumber.NO_UNIT : unit,
        units,
        isText() ? new OddCells() : odd,
        padded,
        firstPadded);
  }

  public long bytes() {
    return values.bytes() + (categories == null ? 0 : categories.bytes());
  }

  public Column build(String name) {
    return categories == null
        ? new NumberColumn(name, values.build()).withOdd(odd.texts(values.size()))
        : new TextColumn(name, categories.categories, values.build(), style);
  }

  /**
   * What was noticed of a column while it was read.
   *
   * @param marks cells of each {@code MissingMark}, then of each of {@link OwnMarks}; empty where
   *     there is none
   * @param unit the unit that its numbers carry, or {@code WrittenNumber.NO_UNIT}
   * @param units cells that carry it
   * @param odd cells of a column of numbers that are none and count as missing
   * @param padded cells such as {@code 007}
   * @param firstPadded the first of them; empty for none
   */
  public record Facts(
      List<Integer> marks, String unit, int units, OddCells odd, int padded, String firstPadded) {

    public Facts {
      marks = List.copyOf(marks);
    }
  }

  public enum Reading {
    /** Numbers if few cells are none, otherwise texts. */
    GUESSED,
    /** Texts, as they are written. */
    TEXT,
    /** Numbers; a cell that is none counts as missing. */
    NUMBER
  }
}
