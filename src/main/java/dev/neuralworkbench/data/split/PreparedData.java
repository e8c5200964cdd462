package dev.neuralworkbench.data.split;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.prepare.UsableRows;
import dev.neuralworkbench.data.table.Table;

/**
 * A table made ready for training: split first, then prepared with what the training rows tell.
 *
 * @param training training rows; at least one
 * @param validation validation rows; may be none
 * @param test test rows; may be none
 * @param usable how many rows are in none of them, and why
 */
public record PreparedData(
    Preprocessor preprocessor,
    Dataset training,
    Dataset validation,
    Dataset test,
    UsableRows usable) {

  public Dataset rows(RowPart part) {
    return switch (part) {
      case TRAINING -> training;
      case VALIDATION -> validation;
      case TEST -> test;
    };
  }

  /**
   * Carries out a preparation on its table.
   *
   * @throws IllegalArgumentException if the preparation has problems with the table
   */
  public static PreparedData of(Preparation preparation, Table table) {
    return of(preparation, table, RowSplit.of(preparation, table));
  }

  /**
   * Carries out a preparation with another division of the rows than its own, such as a fold of a
   * cross-validation.
   *
   * @throws IllegalArgumentException if the preparation has problems with the table
   */
  public static PreparedData of(Preparation preparation, Table table, RowSplit rows) {
    return of(Preprocessor.fit(preparation, table, rows.training()), preparation, table, rows);
  }

  /**
   * Divides a table's rows as a preparation says, and prepares them with what was learned before.
   * Rows of a target that is none of those learned are in no part, so all may be without any.
   *
   * @throws IllegalArgumentException if the preparation has problems with the table
   */
  public static PreparedData of(Preprocessor preprocessor, Preparation preparation, Table table) {
    var column = preprocessor.cleaned(table).named(preprocessor.target().name());
    var known = preprocessor.target().refuses(column).negate();
    return of(preprocessor, preparation, table, RowSplit.of(preparation, table).where(known));
  }

  private static PreparedData of(
      Preprocessor preprocessor, Preparation preparation, Table table, RowSplit rows) {
    return new PreparedData(
        preprocessor,
        preprocessor
            .dataset(table, rows.training())
            .inUnits(
                RowUnits.of(preparation, table, rows.training()), RowUnits.areInOrder(preparation)),
        preprocessor.dataset(table, rows.validation()),
        preprocessor.dataset(table, rows.test()),
        UsableRows.of(preparation, table));
  }
}
