package dev.neuralworkbench.text;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.stream.IntStream;

/**
 * Inputs with one value only. They are no fault, and a table of pictures has many; but whoever
 * typed or exported one by mistake wants to know.
 */
public final class ConstantInputs {

  private ConstantInputs() {}

  /** A sentence that names them; empty where there are none. */
  public static String sentence(Preparation preparation, Table table, Words words) {
    var names =
        IntStream.of(preparation.inputIndices())
            .<Column>mapToObj(table::column)
            .filter(ConstantInputs::isConstant)
            .map(Column::name)
            .toList();
    return switch (names.size()) {
      case 0 -> "";
      case 1 -> words.text("data.constant.one", names.getFirst());
      default -> words.text("data.constant.some", names.size(), AnswersWords.few(names, words));
    };
  }

  /** Where cells are empty, too: what stands in for them is that very value. */
  private static boolean isConstant(Column column) {
    return column.rows() > 1
        && switch (column) {
          case NumberColumn numbers -> numbers.min() == numbers.max();
          case TextColumn text -> text.categories().size() == 1;
        };
  }
}
