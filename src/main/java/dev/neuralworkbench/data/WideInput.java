package dev.neuralworkbench.data;

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

  /**
   * The widest column, if it is wide.
   *
   * @throws IllegalArgumentException if the preparation has problems with the table
   */
  public static Optional<WideInput> widest(Preparation preparation, Table table) {
    var columns =
        IntStream.of(preparation.inputIndices())
            .filter(it -> preparation.columns().get(it).kind() == ColumnKind.CATEGORY)
            .mapToObj(table::column)
            .filter(WideInput::mayBeWide)
            .toList();
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    var training = RowSplit.of(preparation, table).training();
    return columns.stream()
        .map(it -> new WideInput(it.name(), CategoryInput.fit(it, training).width()))
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
