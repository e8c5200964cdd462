package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A table with one trap in it: honest inputs that tell half of the target, and something planted.
 *
 * @param columns the columns to blame
 */
record Planted(
    String name, Trap.Kind kind, List<String> columns, Table table, Preparation preparation) {

  /** Twenty, two of a sort. */
  static List<Planted> all() {
    return List.of(
        make("codes of the classes", Trap.Kind.EQUAL, 120, 1)
            .honest(3)
            .texts("code", (it, i) -> it.isPositive(i) ? "M" : "B")
            .classes("code"),
        make("number written twice, a tenth missing", Trap.Kind.EQUAL, 400, 2)
            .honest(5)
            .numbers("price", (it, i) -> i % 10 == 3 ? Double.NaN : it.signal[i])
            .numbers("target", (it, i) -> it.signal[i])
            .plant("price"),
        make("reason of discharge", Trap.Kind.DETERMINES_CLASS, 1_500, 3)
            .honest(8)
            .texts("reason", (it, i) -> (it.isPositive(i) != (i == 17) ? "a" : "b") + i % 3)
            .classes("reason"),
        make("score before it was cut", Trap.Kind.DETERMINES_CLASS, 200, 4)
            .honest(12)
            .numbers("score", (it, i) -> 10 * it.signal[i] + 3)
            .classes("score"),
        make("other currency, rounded", Trap.Kind.DETERMINES_NUMBER, 300, 5)
            .honest(2)
            .numbers("euros", (it, i) -> Math.rint(92 * it.signal[i]) / 100)
            .numbers("target", (it, i) -> it.signal[i])
            .plant("euros"),
        make("curved", Trap.Kind.DETERMINES_NUMBER, 2_500, 6)
            .honest(6)
            .numbers("curved", (it, i) -> Math.cbrt(it.signal[i] + 20))
            .numbers("target", (it, i) -> it.signal[i])
            .plant("curved"),
        make("patients of several visits", Trap.Kind.GROUP, 300, 7)
            .honest(4)
            .texts("patient", (_, i) -> "p" + i / 5)
            .texts("target", (_, i) -> i / 5 * 7919 % 13 < 5 ? "ill" : "well")
            .plant("patient"),
        make("machines by number", Trap.Kind.GROUP, 320, 8)
            .honest(3)
            .numbers("machine", (_, i) -> 100 + i % 40)
            .numbers("target", (_, i) -> i % 40 * 7919 % 101 / 7.0)
            .plant("machine"),
        make("copied rows of measurements", Trap.Kind.DUPLICATES, 200, 9)
            .honest(4)
            .classes()
            .copied(5),
        make("copied rows of ages and one measurement", Trap.Kind.DUPLICATES, 900, 10)
            .numbers("age", (it, i) -> 20 + it.draw(i, 50))
            .texts("sex", (it, i) -> it.draw(i + 7, 2) == 0 ? "f" : "m")
            .honest(1)
            .classes()
            .copied(8),
        make("days, in order", Trap.Kind.TIME, 400, 11)
            .honest(3)
            .texts("day", (_, i) -> "2021-%02d-%02d".formatted(1 + i / 28 % 12, 1 + i % 28))
            .texts("target", (it, i) -> it.signal[i] + (i % 336) / 60.0 > 2.8 ? "yes" : "no")
            .plant("day"),
        make("years of numbers, mixed", Trap.Kind.TIME, 500, 12)
            .numbers("year", (_, i) -> 1960 + i * 37 % 60)
            .honest(2)
            .numbers("target", (it, i) -> it.signal[i] + i * 37 % 60 / 15.0)
            .plant("year"),
        make("customers from a range, mixed", Trap.Kind.IDENTIFIER, 211, 13)
            .numbers("customer", (_, i) -> 5000 + i * 37 % 211)
            .honest(3)
            .classes("customer"),
        make("orders with gaps", Trap.Kind.IDENTIFIER, 1_200, 14)
            .honest(5)
            .numbers(
                "order_no", (it, i) -> 10_000_000 + i * 7919L % 1_200 * 5_003 + it.draw(i, 5_000))
            .numbers("target", (it, i) -> it.signal[i])
            .plant("order_no"),
        make("towns of a row or two", Trap.Kind.UNSEEN, 180, 15)
            .texts("town", (it, i) -> "t" + it.draw(i, 120))
            .honest(4)
            .classes("town"),
        make("postcodes read as categories", Trap.Kind.UNSEEN, 2_000, 16)
            .honest(2)
            .numbers("postcode", (it, i) -> 10_000 + it.draw(i, 3_000))
            .numbers("target", (it, i) -> it.signal[i])
            .plant("postcode")
            .asCategory("postcode"),
        make("a class of one row", Trap.Kind.SINGLE, 90, 17)
            .honest(3)
            .texts("target", (it, i) -> i == 41 ? "rare" : it.isPositive(i) ? "yes" : "no")
            .plant("target"),
        make("two classes of one row", Trap.Kind.SINGLE, 700, 18)
            .honest(7)
            .texts("target", (it, i) -> i == 4 ? "x" : i == 699 ? "y" : "c" + it.draw(i, 4))
            .plant("target"),
        make("frauds", Trap.Kind.IMBALANCE, 3_000, 21)
            .honest(4)
            .texts("target", (it, i) -> it.signal[i] > 2.2 ? "fraud" : "fair")
            .plant("target"),
        make("a bacterium of few samples", Trap.Kind.SCARCE, 336, 22)
            .honest(5)
            .texts("target", (it, i) -> i % 60 == 7 ? "omL" : "c" + it.draw(i, 5))
            .plant("target"),
        make("one site", Trap.Kind.CONSTANT, 60, 19)
            .honest(2)
            .texts("site", (_, i) -> i % 9 == 0 ? null : "here")
            .classes("site"),
        make("a switch that is hardly ever on", Trap.Kind.NEARLY_CONSTANT, 1_000, 20)
            .honest(6)
            .numbers("switch", (_, i) -> i == 10 || i == 500 || i == 777 ? 1 : 0)
            .classes("switch"));
  }

  static Maker make(String name, Trap.Kind kind, int rows, int seed) {
    return new Maker(name, kind, rows, seed);
  }

  /** Makes a planted table, column by column. */
  static final class Maker {

    private final String name;
    private final Trap.Kind kind;
    private final int rows;
    private final RandomSource random;
    private final int[] draws;
    private final List<Column> columns = new ArrayList<>();

    /** What the honest inputs have to do with. */
    final double[] signal;

    Maker(String name, Trap.Kind kind, int rows, int seed) {
      this.name = name;
      this.kind = kind;
      this.rows = rows;
      random = RandomSource.of(seed, Purpose.GENERATED_DATA);
      signal = IntStream.range(0, rows).mapToDouble(_ -> random.nextGaussian()).toArray();
      draws = IntStream.range(0, rows).map(_ -> random.nextInt(1 << 30)).toArray();
    }

    interface Texts {
      String of(Maker maker, int row);
    }

    interface Numbers {
      double of(Maker maker, int row);
    }

    /** A number below a bound, drawn for a row. */
    int draw(int row, int bound) {
      return draws[row % rows] % bound;
    }

    boolean isPositive(int row) {
      return signal[row] > 0;
    }

    /** Inputs that are half signal, half noise. */
    Maker honest(int count) {
      for (var i = 1; i <= count; i++) {
        columns.add(numbers("x" + i, row -> signal[row] + random.nextGaussian()));
      }
      return this;
    }

    Maker numbers(String name, Numbers values) {
      columns.add(numbers(name, row -> values.of(this, row)));
      return this;
    }

    Maker texts(String name, Texts values) {
      IntFunction<String> ofRow = row -> values.of(this, row);
      columns.add(
          TextColumn.of(name, IntStream.range(0, rows).mapToObj(ofRow).toArray(String[]::new)));
      return this;
    }

    /** Two classes, by the sign of the signal. */
    Planted classes(String... planted) {
      return texts("target", (it, i) -> it.isPositive(i) ? "yes" : "no").plant(planted);
    }

    Planted plant(String... planted) {
      var table = new Table(name, columns, rows);
      var preparation = Preparation.defaults(table).withMissing(MissingValues.MEAN);
      return new Planted(name, kind, List.of(planted), table, preparation);
    }

    private NumberColumn numbers(String name, IntToDoubleFunction values) {
      return NumberColumn.of(name, IntStream.range(0, rows).mapToDouble(values).toArray());
    }
  }

  /** The same with a row in so many written a second time, at the end. */
  Planted copied(int every) {
    var rows =
        IntStream.concat(
                IntStream.range(0, table.rows()),
                IntStream.range(0, table.rows()).filter(row -> row % every == 0))
            .toArray();
    var copied = Planted.rows(table, rows);
    return new Planted(name, kind, columns, copied, Preparation.defaults(copied));
  }

  /** The same with a column of numbers read as categories. */
  Planted asCategory(String column) {
    var changed = preparation.withKind(table.indexOf(column), ColumnKind.CATEGORY);
    return new Planted(name, kind, columns, table, changed);
  }

  /** Some rows of a table, in any order. */
  static Table rows(Table table, int... rows) {
    var columns =
        table.columns().stream()
            .<Column>map(
                column ->
                    column instanceof NumberColumn
                        ? NumberColumn.of(
                            column.name(), IntStream.of(rows).mapToDouble(column::value).toArray())
                        : TextColumn.of(
                            column.name(),
                            IntStream.of(rows).mapToObj(column::text).toArray(String[]::new)))
            .toList();
    return new Table(table.name(), columns, rows.length);
  }

  Preparation with(String column, ColumnRole role) {
    return preparation.withRole(table.indexOf(column), role, table);
  }

  @Override
  public String toString() {
    return name;
  }
}
