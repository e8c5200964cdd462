package dev.neuralworkbench.data.split;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A column of categories that makes many inputs, one for each category of the training rows.
 *
 * @param column its name
 * @param inputs how many
 */
public record WideInput(String column, int inputs) {

  /** So many inputs of one column are nothing to remark on. */
  private static final int FEW = 50;

  /** More inputs than anybody chooses one by one. */
  private static final int MANY = 100;

  /** With fewer rows each, a category teaches the network little. */
  private static final int SELDOM = 5;

  private static WideInput of(Preparation preparation, Table table, int index, int[] rows) {
    var column = preparation.cleaned(table).column(index);
    var missing = preparation.missing(preparation.columns().get(index));
    var input = CategoryInput.fit(column, rows, preparation.rareRows(), missing);
    return new WideInput(column.name(), input.width());
  }

  /**
   * Whether there are so many inputs that the network sees most of them in a row or two.
   *
   * @param rows rows that they were counted in
   */
  public boolean seldomComesBack(int rows) {
    return inputs > MANY && rows < (long) SELDOM * inputs;
  }

  /**
   * The widest column, if it is wide.
   *
   * @throws IllegalArgumentException if the preparation has problems with the table
   */
  public static Optional<WideInput> widest(Preparation preparation, Table table) {
    var cleaned = preparation.cleaned(table);
    var columns =
        IntStream.of(preparation.inputIndices())
            .filter(it -> preparation.columns().get(it).kind() == ColumnKind.CATEGORY)
            .filter(it -> mayBeWide(cleaned.column(it)))
            .toArray();
    if (columns.length == 0) {
      return Optional.empty();
    }
    var training = RowSplit.of(preparation, table).training();
    return IntStream.of(columns)
        .mapToObj(it -> of(preparation, table, it, training))
        .filter(it -> it.inputs > FEW)
        .max(Comparator.comparingInt(WideInput::inputs));
  }

  private static boolean mayBeWide(Column column) {
    return switch (column) {
      case TextColumn text -> text.categories().size() > FEW;
      case NumberColumn numbers -> numbers.counts(FEW).isEmpty();
    };
  }
}
