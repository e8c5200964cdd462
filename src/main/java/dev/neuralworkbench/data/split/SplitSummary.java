package dev.neuralworkbench.data.split;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.UsableRows;
import dev.neuralworkbench.data.table.Table;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which rows are trained and which are held out, and how many of each class. Immutable. */
public final class SplitSummary {

  private final RowSplit split;
  private final @Nullable RowPart[] partOfRow;
  private final List<String> classes;
  private final Map<RowPart, int[]> ofClass = new EnumMap<>(RowPart.class);
  private final UsableRows usable;
  private final Table cleaned;

  private SplitSummary(Preparation preparation, Table table, RowSplit split, UsableRows usable) {
    this.split = split;
    this.usable = usable;
    partOfRow = new RowPart[table.rows()];
    var targetIndex = preparation.targetIndex();
    var isClass = preparation.columns().get(targetIndex).kind() == ColumnKind.CATEGORY;
    cleaned = preparation.cleaned(table);
    var target = preparation.cases().column(table, targetIndex);
    classes = isClass ? ClassTarget.of(target).classes() : List.of();
    for (var part : RowPart.values()) {
      var rows = split.rows(part);
      var counts = new int[classes.size()];
      var strata = RowSplit.strata(preparation, table, rows);
      for (var i = 0; i < rows.length; i++) {
        partOfRow[rows[i]] = part;
        if (isClass) {
          counts[strata[i]]++;
        }
      }
      ofClass.put(part, counts);
    }
  }

  /**
   * The parts that a preparation makes of its table.
   *
   * @throws IllegalArgumentException if the preparation has problems with the table
   */
  public static SplitSummary of(Preparation preparation, Table table) {
    return new SplitSummary(
        preparation, table, RowSplit.of(preparation, table), UsableRows.of(preparation, table));
  }

  /** The table with its cells as they are read. */
  public Table cleaned() {
    return cleaned;
  }

  /** What a row is used for; null if it cannot be learned from. */
  public @Nullable RowPart part(int row) {
    return partOfRow[row];
  }

  public int rows(RowPart part) {
    return split.rows(part).length;
  }

  public int rows() {
    return Stream.of(RowPart.values()).mapToInt(this::rows).sum();
  }

  /** The classes, in the order of {@link ClassTarget}; none where the target is a number. */
  public List<String> classes() {
    return classes;
  }

  public int rows(int classIndex, RowPart part) {
    return Objects.requireNonNull(ofClass.get(part))[classIndex];
  }

  public int withoutTarget() {
    return usable.withoutTarget();
  }

  public int incomplete() {
    return usable.incomplete();
  }

  public int leftOut() {
    return usable.leftOut();
  }
}
