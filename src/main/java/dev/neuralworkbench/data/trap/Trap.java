package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Ids;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Something in a table that deceives, with the numbers that show it.
 *
 * @param kind what it is; the key of its sentence in the message bundles is {@code trap.KIND}
 * @param columns the table's columns to blame, from 0 on; none where whole rows are
 * @param rows rows that show it; none where every row does
 * @param arguments what is filled into its sentences, as {@link Kind} lists it
 */
public record Trap(
    Kind kind, List<Integer> columns, Rows rows, List<Object> arguments, Remedy remedy) {

  public Trap {
    columns = List.copyOf(columns);
    arguments = List.copyOf(arguments);
  }

  /** The same where no choice helps, as no input would be left. */
  Trap byHand() {
    return new Trap(kind, columns, rows, arguments, Remedy.BY_HAND);
  }

  /**
   * The choices with the remedy carried out, in one step; the same where it is no choice of the
   * program's.
   */
  public Preparation remedied(Preparation preparation, Table table) {
    return switch (remedy) {
      case IGNORE -> ignored(preparation, table);
      case DIVIDE_BY_GROUP -> divided(SplitRule.Kind.GROUP, preparation, table);
      case DIVIDE_BY_TIME -> divided(SplitRule.Kind.TIME, preparation, table);
      case BY_HAND -> preparation;
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

    public static final Rows NONE = new Rows(0, List.of());

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
    /** Rows of one group are kept in one part, and the column is ignored: one press. */
    DIVIDE_BY_GROUP,
    /** The last rows are held out, and the column is ignored: one press. */
    DIVIDE_BY_TIME,
    /** The table has to be changed where it comes from; the sentence tells how. */
    BY_HAND
  }

  /** What a trap is, the gravest first: those on top make scores that mean nothing; hints last. */
  public enum Kind {
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

    /** Name in keys of texts and in ids: {@code nearly_constant}. */
    public String id() {
      return Ids.of(this);
    }
  }
}
