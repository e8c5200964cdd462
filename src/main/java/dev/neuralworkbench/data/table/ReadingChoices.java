package dev.neuralworkbench.data.table;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.problem.Records;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read where somebody knows better than what would be guessed. What is null or
 * empty is guessed. Choices that a format has no use for, such as the delimiter of a spreadsheet,
 * change nothing there.
 *
 * @param delimiter character between two cells; {@link ReadingReport#BLANKS} for any run of blanks
 *     and tabs
 * @param encoding name of the character encoding, such as {@code windows-1252}
 * @param decimal decimal mark of its numbers, a point or a comma; the other one may group thousands
 * @param header whether the first line of the table names the columns
 * @param skippedLines lines above the table, from 0 on
 * @param sheet name of a workbook's sheet; of those not chosen the first that holds a table
 * @param missing texts that stand for a missing value, beside the usual ones; capitals do not
 *     matter
 * @param types what some columns hold, whatever their cells look like; no name twice
 * @param flatten whether the members of nested objects become columns of their own, such as {@code
 *     a.b}; null for no
 */
public record ReadingChoices(
    @Nullable String delimiter,
    @Nullable String encoding,
    @Nullable String decimal,
    @Nullable Boolean header,
    @Nullable Integer skippedLines,
    @Nullable String sheet,
    List<String> missing,
    List<ColumnType> types,
    @Nullable Boolean flatten) {

  /** Everything is guessed. */
  public static final ReadingChoices NONE =
      new ReadingChoices(null, null, null, null, null, null, List.of(), List.of(), null);

  /** Lines that may be left out above a table. */
  public static final Range SKIPPED = Range.whole(0, 1_000_000);

  /** Most texts that may stand for a missing value. */
  public static final int MOST_MARKS = 100;

  public enum CellType {
    /** Numbers; a cell that is none counts as missing. */
    NUMBER,
    TEXT
  }

  public record ColumnType(String column, CellType type) {}

  public ReadingChoices {
    missing = List.copyOf(missing);
    types = List.copyOf(types);
    flatten = Boolean.TRUE.equals(flatten) ? true : null;
  }

  public List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    if (delimiter != null && (delimiter.length() != 1 || "\"\r\n".contains(delimiter))) {
      problems.add(Problem.of("data.reading.delimiter", "delimiter", null, delimiter));
    }
    if (encoding != null && !isKnown(encoding)) {
      problems.add(Problem.of("data.reading.encoding", "encoding", null, encoding));
    }
    if (decimal != null && !decimal.equals(".") && !decimal.equals(",")) {
      problems.add(Problem.of("data.reading.decimal", "decimal", null, decimal));
    }
    if (decimal != null && decimal.equals(delimiter)) {
      problems.add(Problem.of("data.reading.same", "decimal", null, decimal));
    }
    if (skippedLines != null) {
      problems.addAll(SKIPPED.problems("skippedLines", skippedLines));
    }
    if (missing.size() > MOST_MARKS) {
      problems.add(Problem.of("data.reading.marks", "missing", MOST_MARKS, missing.size()));
    }
    if (types.stream().map(ColumnType::column).distinct().count() < types.size()) {
      problems.add(Problem.of("data.reading.twice", "types", null, null));
    }
    return List.copyOf(problems);
  }

  private static boolean isKnown(String encoding) {
    try {
      return Charset.isSupported(encoding);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  /** What a column is to hold; nothing where that is guessed. */
  public Optional<CellType> type(String column) {
    return types.stream()
        .filter(it -> it.column().equals(column))
        .map(ColumnType::type)
        .findFirst();
  }

  public ReadingChoices withDelimiter(@Nullable String delimiter) {
    return Records.with(this, "delimiter", delimiter);
  }

  public ReadingChoices withDecimal(@Nullable String decimal) {
    return Records.with(this, "decimal", decimal);
  }

  public ReadingChoices withMissing(List<String> missing) {
    return Records.with(this, "missing", missing);
  }

  /** The same with a column of some type; null for a guess. */
  public ReadingChoices withType(String column, @Nullable CellType type) {
    return withTypes(List.of(column), type);
  }

  /** The same with columns of some type; null for a guess. */
  public ReadingChoices withTypes(Collection<String> columns, @Nullable CellType type) {
    var named = new LinkedHashSet<>(columns);
    var changed = new ArrayList<>(types);
    changed.removeIf(it -> named.contains(it.column()));
    if (type != null) {
      named.forEach(column -> changed.add(new ColumnType(column, type)));
    }
    return Records.with(this, "types", changed);
  }

  public boolean flattens() {
    return flatten != null;
  }

  public ReadingChoices withFlatten(boolean flatten) {
    return Records.with(this, "flatten", flatten);
  }

  /** What carries over to another file of the same kind of rows: marks, types, flattening. */
  public ReadingChoices ofCells() {
    return Records.with(NONE.withMissing(missing), "types", types).withFlatten(flattens());
  }
}
