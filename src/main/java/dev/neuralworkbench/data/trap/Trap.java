package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Replacement;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Records;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Something in a table that deceives, with the numbers that show it.
 *
 * @param kind what it is; the key of its sentence in the message bundles is {@code trap.KIND}
 * @param columns the table's columns to blame, from 0 on; none where whole rows are
 * @param rows rows that show it; none where every row does
 * @param arguments what is filled into its sentences, as {@link Kind} lists it
 * @param remedies what helps, what is proposed first; none where the table has to be changed where
 *     it comes from, and the sentence tells how
 * @param leftOut the rows that its remedy leaves out; none where it leaves out none
 * @param replaced the values of its column that its remedy has read as others; none where none
 */
public record Trap(
    Kind kind,
    List<Integer> columns,
    Rows rows,
    List<Object> arguments,
    List<Remedy> remedies,
    RowFilter leftOut,
    List<Replacement> replaced) {

  public Trap {
    columns = List.copyOf(columns);
    arguments = List.copyOf(arguments);
    remedies = List.copyOf(remedies);
    replaced = List.copyOf(replaced);
  }

  /** A trap with all the remedies of its kind. */
  static Trap of(Kind kind, List<Integer> columns, int[] rows, Object... arguments) {
    return new Trap(
        kind,
        columns,
        Rows.of(rows),
        List.of(arguments),
        kind.remedies(),
        RowFilter.NONE,
        List.of());
  }

  /** A trap of one column that every row shows. */
  static Trap of(Kind kind, int column, Object... arguments) {
    return of(kind, List.of(column), new int[0], arguments);
  }

  Trap leavingOut(int... rows) {
    var leftOut = RowFilter.NONE.and(rows);
    return new Trap(kind, columns, this.rows, arguments, remedies, leftOut, replaced);
  }

  Trap replacing(List<Replacement> values) {
    return new Trap(kind, columns, rows, arguments, remedies, leftOut, values);
  }

  /** The same where only some remedies help: none where no input would be left. */
  Trap helpedBy(List<Remedy> some) {
    return new Trap(kind, columns, rows, arguments, some, leftOut, replaced);
  }

  /**
   * The choices with the first of the {@link #remedies} carried out, in one step; the same where
   * there is none.
   */
  public Preparation remedied(Preparation preparation, Table table) {
    return remedies.isEmpty() ? preparation : remedied(remedies.getFirst(), preparation, table);
  }

  /** Whether some cells of its column are to blame, and not what the column says. */
  boolean isOfCells() {
    return kind == Kind.SENTINEL || kind == Kind.SENTINELS || kind == Kind.SPELLING;
  }

  /** The choices with one of the {@link #remedies} carried out, in one step. */
  public Preparation remedied(Remedy by, Preparation preparation, Table table) {
    return switch (by) {
      case LEAVE_OUT -> preparation.withLeftOut(preparation.filter().and(leftOut));
      case AS_MISSING, MERGE -> planned(preparation, it -> it.replacing(replaced));
      case FILL_DOWN -> planned(preparation, ColumnPlan::filled);
      case KEEP_TOGETHER -> Records.with(preparation, "split.together", true);
      case INDICATE -> indicated(preparation);
      case IGNORE -> ignored(preparation, table);
      case DIVIDE_BY_GROUP -> divided(SplitRule.Kind.GROUP, preparation, table);
      case DIVIDE_BY_TIME -> divided(SplitRule.Kind.TIME, preparation, table);
      case BALANCE -> preparation.withBalanced(true);
    };
  }

  private Preparation ignored(Preparation preparation, Table table) {
    var changed = preparation;
    for (var column : columns) {
      // The trap may be one of a moment ago: what is no input now is left as it is.
      if (preparation.columns().get(column).role() == ColumnRole.INPUT) {
        changed = changed.withRole(column, ColumnRole.IGNORED, table);
      }
    }
    return changed;
  }

  private Preparation planned(Preparation preparation, UnaryOperator<ColumnPlan> change) {
    var changed = preparation;
    for (var column : columns) {
      changed = changed.withPlan(column, change.apply(preparation.columns().get(column)));
    }
    return changed;
  }

  /** A number gets an input that says where it is missing; a category has one for that. */
  private Preparation indicated(Preparation preparation) {
    var plan = preparation.columns().get(columns.getFirst());
    if (plan.kind() != ColumnKind.NUMBER) {
      return planned(preparation, it -> it.withMissing(MissingValues.OWN));
    }
    var feature = Feature.of(Feature.Kind.MISSING, plan.name());
    return preparation.engineered().contains(feature) ? preparation : preparation.toggled(feature);
  }

  private Preparation divided(SplitRule.Kind kind, Preparation preparation, Table table) {
    if (preparation.targetIndex() == columns.getFirst()) {
      return preparation;
    }
    var rule = new SplitRule(kind, table.column(columns.getFirst()).name());
    var changed = preparation.dividedBy(rule, table);
    var column = changed.columns().get(columns.getFirst());
    return column.role() == ColumnRole.INPUT && changed.inputs().size() > 1
        ? ignored(changed, table)
            .withSplit(changed.split().withBy(new SplitRule(kind, rule.column(), true)))
        : changed;
  }

  /**
   * Rows that show a trap.
   *
   * @param count how many there are
   * @param first the first of them, from 0 on, at most {@value #MOST_LISTED}
   */
  public record Rows(int count, List<Integer> first) {

    /** More are counted, not listed. */
    static final int MOST_LISTED = 6;

    public Rows {
      first = List.copyOf(first);
    }

    static Rows of(int... rows) {
      return new Rows(rows.length, IntStream.of(rows).limit(MOST_LISTED).boxed().toList());
    }
  }

  public enum Remedy {
    /** Its columns are ignored: one press. */
    IGNORE,
    /** Its rows are left out: one press. */
    LEAVE_OUT,
    /** Its values count as missing: one press. */
    AS_MISSING,
    /** Its spellings are read as one: one press. */
    MERGE,
    /** An empty cell has the value above it: one press. */
    FILL_DOWN,
    /** Equal rows are in one part of the split: one press. */
    KEEP_TOGETHER,
    /** An input says where the value is missing: one press. */
    INDICATE,
    /** Rows of one group are kept in one part, and the column is ignored: one press. */
    DIVIDE_BY_GROUP,
    /** The last rows are held out, and the column is ignored: one press. */
    DIVIDE_BY_TIME,
    /** The classes count the same in the loss: one press. */
    BALANCE
  }

  /** What a trap is, the gravest first: those on top make scores that mean nothing; hints last. */
  public enum Kind {
    /** Rows that sum up others. Arguments: how many, the first one, what stands in it. */
    TOTAL,
    /** Rows that are no cases. Arguments: how many, the first one, what stands in it. */
    NOTE,
    /**
     * A number that stands for a missing value. Arguments: column, the number, cells, least and
     * largest of the others.
     */
    SENTINEL,
    /** The same in several columns. Arguments: how many, their names, the number, cells. */
    SENTINELS,
    /** Spellings of one category. Arguments: column, the spellings, what they are read as, rows. */
    SPELLING,
    /** Cells that were merged over rows. Arguments: column, empty cells, rows. */
    MERGED_CELLS,
    /** An input that is mostly missing. Arguments: column, missing cells, rows, share. */
    MOSTLY_MISSING,
    /** An input says the same as the target. Arguments: input, target, rows. */
    EQUAL,
    /**
     * One input alone gives a class away. Arguments: input, target, rows judged, rows right, rows
     * right by the most frequent class.
     */
    DETERMINES_CLASS,
    /** One input alone gives a number away. Arguments: input, target, rows judged, R². */
    DETERMINES_NUMBER,
    /**
     * Rows of a group share one target and stand on both sides of the split. Arguments: input,
     * target, groups, held-out rows whose group is among the training rows, held-out rows, an
     * example.
     */
    GROUP,
    /**
     * The same row on both sides of the split. Arguments: held-out rows that are also training
     * rows, held-out rows, a training row, its copy; rows count from 1.
     */
    DUPLICATES,
    /**
     * The target changes in the course of time, and the rows were divided by chance. Arguments:
     * column, target, share of the target's variance between ten stretches of time.
     */
    TIME,
    /** An input numbers or names the rows. Arguments: input, different values, rows. */
    IDENTIFIER,
    /**
     * Held-out rows have categories of no training row. Arguments: input, such rows, held-out rows.
     */
    UNSEEN,
    /** The test scores of many runs were looked at. Arguments: how many. */
    LOOKED,
    /**
     * Classes that a network may ignore and still get nearly every row right. Arguments: how many,
     * their names, target, their rows, those held out, all rows, their share of them, rows of other
     * classes.
     */
    IMBALANCE,
    /**
     * Rare classes with so few rows that they can hardly be learned or judged. Arguments: how many,
     * their names, target, their rows, those held out, rows below which a class has few.
     */
    SCARCE,
    /** Classes with one row. Arguments: how many, their names, target. */
    SINGLE,
    /** Inputs with one value only. Arguments: how many, their names. */
    CONSTANT,
    /**
     * Inputs with nearly one value only. Arguments: how many, their names, rows that differ, rows.
     */
    NEARLY_CONSTANT,
    /**
     * A number is worked out from inputs. Arguments: target, formula, rows where it is right, rows
     * that have all of it, inputs.
     */
    SUM,
    /** An input counts along the rows and tells the target. As {@link #DETERMINES_CLASS}. */
    ORDER_CLASS,
    /** Likewise. As {@link #DETERMINES_NUMBER}. */
    ORDER_NUMBER,
    /** One input alone tells a class nearly always. As {@link #DETERMINES_CLASS}. */
    STRONG_CLASS,
    /** One input alone tells a number nearly. As {@link #DETERMINES_NUMBER}. */
    STRONG_NUMBER;

    /** Whether it deceives for certain; what else may be honest, and is told last. */
    public boolean isCertain() {
      return compareTo(SUM) < 0;
    }

    private List<Remedy> remedies() {
      return switch (this) {
        case TOTAL, NOTE -> List.of(Remedy.LEAVE_OUT);
        case SENTINEL, SENTINELS -> List.of(Remedy.AS_MISSING);
        case SPELLING -> List.of(Remedy.MERGE);
        case MERGED_CELLS -> List.of(Remedy.FILL_DOWN);
        case MOSTLY_MISSING -> List.of(Remedy.IGNORE, Remedy.INDICATE);
        case GROUP -> List.of(Remedy.DIVIDE_BY_GROUP);
        case DUPLICATES -> List.of(Remedy.KEEP_TOGETHER, Remedy.LEAVE_OUT);
        case TIME -> List.of(Remedy.DIVIDE_BY_TIME);
        case IMBALANCE -> List.of(Remedy.BALANCE);
        case LOOKED, SCARCE, SINGLE -> List.of();
        default -> List.of(Remedy.IGNORE);
      };
    }

    /** Name in keys of texts and in ids: {@code nearly_constant}. */
    public String id() {
      return Ids.of(this);
    }
  }
}
