package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.prepare.NameParts;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An input that numbers or names the rows. Texts of which {@value #UNIQUE} are different do. So do
 * whole numbers, none twice, that fill a range without gaps in any order, or, in {@value
 * #FEWEST_RISING} rows and more, {@value #FILLED} of it, or rise from row to row; and whole numbers
 * of which {@value #NEARLY_UNIQUE} are different under a name such as {@code id}. A lone input is
 * what the target is a function of, not an identifier.
 */
final class IdentifierRule implements TrapRule.OfColumns {

  private static final double UNIQUE = 0.9;
  private static final double NEARLY_UNIQUE = 0.99;
  private static final int FEWEST_RISING = 50;
  private static final double FILLED = 0.5;
  private static final int SOME = 1_000;
  private static final Set<String> NAMES =
      Set.of(
          "id", "ids", "uid", "uuid", "guid", "index", "idx", "nr", "no", "#", "row", "rowid",
          "serial", "编号", "序号", "学号", "工号", "行号");

  @Override
  public Optional<Trap> find(TrapScan look, int input) {
    var column = look.table.column(input);
    if (look.inputs.length < 2 || look.usable.length < TrapScan.FEWEST_ROWS) {
      return Optional.empty();
    }
    var different = different(look, column);
    return different > 0
        ? Optional.of(
            Trap.of(Trap.Kind.IDENTIFIER, input, column.name(), different, look.usable.length))
        : Optional.empty();
  }

  /** How many different values an identifier has; 0 where the column is none. */
  private static int different(TrapScan look, Column column) {
    return switch (column) {
      case TextColumn text -> {
        var count = text.categories().size();
        var present = text.rows() - text.missing();
        yield present >= TrapScan.FEWEST_ROWS && count >= UNIQUE * present ? count : 0;
      }
      case NumberColumn numbers -> numbers.isWhole() ? different(look, numbers) : 0;
    };
  }

  private static int different(TrapScan look, NumberColumn column) {
    // Whether the first few rows, in an order drawn by chance, have values twice already.
    var some = Arrays.stream(look.sample).limit(SOME).mapToDouble(column::value).toArray();
    if (Arrays.stream(some).distinct().count() < NEARLY_UNIQUE * some.length - 1) {
      return 0;
    }
    var rows = look.usable;
    var values = Arrays.stream(rows).mapToDouble(column::value).toArray();
    var present = DoubleStream.of(values).filter(it -> !Double.isNaN(it)).sorted().toArray();
    if (present.length < TrapScan.FEWEST_ROWS) {
      return 0;
    }
    var count = 1;
    for (var i = 1; i < present.length; i++) {
      count += present[i] == present[i - 1] ? 0 : 1;
    }
    var range = present[present.length - 1] - present[0] + 1;
    var isOnce = count == values.length;
    var fills = isOnce && (range == count || (count >= FEWEST_RISING && count >= FILLED * range));
    var rises = isOnce && count >= FEWEST_RISING && rises(values);
    var isNamed = count >= NEARLY_UNIQUE * present.length && NameParts.hasAny(column.name(), NAMES);
    return fills || rises || isNamed ? count : 0;
  }

  private static boolean rises(double[] values) {
    return IntStream.range(1, values.length).allMatch(i -> values[i] > values[i - 1]);
  }
}
