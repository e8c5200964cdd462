package dev.neuralworkbench.data.split;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.prepare.UsableRows;
import dev.neuralworkbench.data.table.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are trained and which are held out, and how many of each class.
 *
 * @param cleaned the table with its cells as they are read
 * @param missing cells without a value in the rows that are not left out
 * @param usable which rows can be learned from, and how many cannot
 * @param classes the classes, in the order of {@link ClassTarget}; none where the target is a
 *     number
 * @param ofClass rows of each class, by part. Not to be modified.
 * @param partOfRow what each row is used for; null if it cannot be learned from. Not to be
 *     modified.
 */
@SuppressWarnings("ArrayRecordComponent") // As many as a table has rows; nobody compares them.
public record SplitSummary(
    Table cleaned,
    long missing,
    UsableRows usable,
    RowSplit split,
    List<String> classes,
    Map<RowPart, int[]> ofClass,
    @Nullable RowPart[] partOfRow) {

  /**
   * The parts that a preparation makes of its table.
   *
   * @throws IllegalArgumentException if the preparation has problems with the table
   */
  public static SplitSummary of(Preparation preparation, Table table) {
    var cleaned = preparation.cleaned(table);
    var target = preparation.targetIndex();
    var isClass = preparation.columns().get(target).kind() == ColumnKind.CATEGORY;
    var classes =
        isClass
            ? ClassTarget.of(preparation.cases().column(table, target)).classes()
            : List.<String>of();
    var split = RowSplit.of(preparation, table);
    var ofClass = new EnumMap<RowPart, int[]>(RowPart.class);
    var partOfRow = new RowPart[table.rows()];
    for (var part : RowPart.values()) {
      var counts = new int[classes.size()];
      IntStream.of(split.rows(part)).forEach(row -> partOfRow[row] = part);
      if (isClass) {
        var strata = RowSplit.strata(preparation, table, split.rows(part));
        IntStream.of(strata).forEach(stratum -> counts[stratum]++);
      }
      ofClass.put(part, counts);
    }
    var usable = UsableRows.of(preparation, table);
    var isOut = preparation.filter().on(cleaned);
    var out = IntStream.range(0, table.rows()).filter(isOut).boxed().toList();
    var missing =
        cleaned.columns().stream()
            .mapToLong(it -> it.missing() - out.stream().filter(it::isMissing).count())
            .sum();
    return new SplitSummary(cleaned, missing, usable, split, classes, ofClass, partOfRow);
  }

  public int rows(RowPart part) {
    return split.rows(part).length;
  }

  public int rows() {
    return Stream.of(RowPart.values()).mapToInt(this::rows).sum();
  }

  public int rows(int classIndex, RowPart part) {
    return Objects.requireNonNull(ofClass.get(part))[classIndex];
  }
}
