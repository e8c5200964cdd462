package dev.neuralworkbench.data.table;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Tables for tests. */
public final class Tables {

  private Tables() {}

  public static Table parse(String... lines) {
    try {
      return TableReader.parse("table", String.join("\n", lines) + "\n");
    } catch (TableFormatException e) {
      throw new AssertionError(e);
    }
  }

  public static Table iris() {
    return BundledSample.IRIS.table();
  }

  public static int[] allRows(Table table) {
    return IntStream.range(0, table.rows()).toArray();
  }

  /** A table of noise with missing cells: a number, a category, and a target of two classes. */
  public static Table noisy(int rows) {
    var random = RandomSource.of(5, Purpose.GENERATED_DATA);
    var numbers = new double[rows];
    var names = new String[rows];
    var target = new String[rows];
    Arrays.setAll(numbers, i -> i % 7 == 3 ? Double.NaN : random.nextGaussian() * 3 + 10);
    Arrays.setAll(names, i -> i % 11 == 5 ? null : "c" + random.nextInt(4));
    Arrays.setAll(target, i -> i % 3 == 0 ? "no" : "yes");
    return Table.of(
        "noisy",
        NumberColumn.of("size", numbers),
        TextColumn.of("colour", names),
        TextColumn.of("answer", target));
  }
}
