package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.statistics.ColumnStatistics;
import dev.neuralworkbench.data.statistics.NumberStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A line of the columns' table.
 *
 * @param index the column's place in the table
 * @param told what its rows tell
 * @param plan its role, and how it is read
 */
record ColumnLine(int index, ColumnStatistics told, ColumnPlan plan) {

  /** Its numbers; null where it has none, or is read as names. */
  @Nullable NumberStatistics numbers() {
    return plan.kind() == ColumnKind.NUMBER ? told.numbers() : null;
  }

  /** One of its numbers; NaN where it has none. */
  double number(ToDoubleFunction<NumberStatistics> value) {
    var numbers = numbers();
    return numbers == null ? Double.NaN : value.applyAsDouble(numbers);
  }

  /** Heights of its small bars: intervals of numbers, or the most frequent names. */
  List<Integer> bars() {
    return isNames() ? told.shares() : told.profile();
  }

  /** Whether its bars are of names, apart from each other. */
  boolean isNames() {
    return numbers() == null;
  }
}
