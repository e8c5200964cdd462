package dev.neuralworkbench.data.table;

import dev.neuralworkbench.data.cell.NumberStyle;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers, kept in the narrowest of {@code byte, short, int, float, double} that holds
 * every one exactly.
 */
public final class NumberColumn implements Column {

  /** Different numbers are counted up to so many. */
  public static final int MOST_COUNTED = 65_536;

  private final String name;
  private final NumberStorage values;
  private final int missing;
  private final double minimum;
  private final double maximum;
  private final boolean whole;
  private final @Nullable TextColumn odd;

  /** Counted when first asked for. Two threads may both count; they find the same. */
  private volatile @Nullable Counted counted;

  public NumberColumn(String name, NumberStorage values) {
    this.name = name;
    this.values = values;
    var missingSoFar = 0;
    var least = Double.POSITIVE_INFINITY;
    var most = Double.NEGATIVE_INFINITY;
    var allWhole = true;
    for (var row = 0; row < values.capacity; row++) {
      var value = values.get(row);
      if (Double.isNaN(value)) {
        missingSoFar++;
      } else {
        least = value < least ? value : least;
        most = value > most ? value : most;
        allWhole &= value == Math.rint(value);
      }
    }
    missing = missingSoFar;
    // Adding zero makes −0 and 0 one number, whichever came first.
    minimum = missing == values.capacity ? Double.NaN : least + 0.0;
    maximum = missing == values.capacity ? Double.NaN : most + 0.0;
    whole = allWhole;
    odd = null;
  }

  private NumberColumn(String name, NumberColumn shared, @Nullable TextColumn odd) {
    this.name = name;
    values = shared.values;
    missing = shared.missing;
    minimum = shared.minimum;
    maximum = shared.maximum;
    whole = shared.whole;
    this.odd = odd;
  }

  /** The same with the texts that its file has in some rows where it lacks a number. */
  public NumberColumn withOdd(@Nullable TextColumn odd) {
    return new NumberColumn(name, this, odd);
  }

  /** The texts that its file has in rows where it lacks a number; null for none. */
  public @Nullable TextColumn oddTexts() {
    return odd;
  }

  /** The texts that its file has where it lacks numbers, each once. */
  public List<String> odd() {
    return odd == null ? List.of() : odd.categories();
  }

  /**
   * A column of the given numbers.
   *
   * @param values finite, or NaN where the value is missing. Not modified, not kept.
   * @throws IllegalArgumentException if a value is infinite
   */
  public static NumberColumn of(String name, double... values) {
    var builder = new NumberBuilder();
    for (var value : values) {
      if (Double.isInfinite(value)) {
        throw new IllegalArgumentException("expected a finite number in " + name);
      }
      builder.add(value);
    }
    return new NumberColumn(name, builder.build());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int rows() {
    return values.capacity;
  }

  @Override
  public int missing() {
    return missing;
  }

  @Override
  public boolean isMissing(int row) {
    return Double.isNaN(values.get(row));
  }

  @Override
  public double value(int row) {
    return values.get(row);
  }

  @Override
  public String text(int row) {
    return NumberStyle.written(values.get(row));
  }

  @Override
  public NumberColumn renamed(String name) {
    return new NumberColumn(name, this, odd);
  }

  /**
   * The same column with other numbers.
   *
   * @param as what a number becomes, −0 asked as 0; NaN for a missing value
   * @param asOdd what one of its {@link #odd} texts becomes; NaN for nothing
   */
  public NumberColumn replaced(DoubleUnaryOperator as, ToDoubleFunction<String> asOdd) {
    var changed = new NumberBuilder();
    for (var row = 0; row < rows(); row++) {
      var value = values.get(row);
      var text = odd == null ? Double.NaN : asOdd.applyAsDouble(odd.text(row));
      var read = Double.isNaN(value) ? value : as.applyAsDouble(value + 0.0);
      changed.add(Double.isNaN(text) ? read : text);
    }
    return new NumberColumn(name, changed.build());
  }

  @Override
  public NumberColumn only(int[] rows) {
    var some = new NumberBuilder();
    for (var row : rows) {
      some.add(values.get(row));
    }
    return new NumberColumn(name, some.build());
  }

  @Override
  public NumberColumn filledDown() {
    var filled = new NumberBuilder();
    var last = Double.NaN;
    for (var row = 0; row < rows(); row++) {
      last = isMissing(row) ? last : values.get(row);
      filled.add(last);
    }
    return new NumberColumn(name, filled.build()).withOdd(odd);
  }

  /** Smallest number; NaN where every one is missing. */
  public double min() {
    return minimum;
  }

  /** Largest number; NaN where every one is missing. */
  public double max() {
    return maximum;
  }

  public boolean isWhole() {
    return whole;
  }

  /** Bytes that one number takes in memory: 1, 2, 4 or 8. */
  public int bytesPerNumber() {
    return values.bytesPerNumber;
  }

  /**
   * How often each different number occurs, in rising order; missing ones are not counted.
   *
   * @param limit largest count of different numbers that is of interest, at most {@value
   *     #MOST_COUNTED}
   * @return empty if there are more different numbers than the limit
   */
  public Optional<SortedMap<Double, Integer>> counts(int limit) {
    var known = counted;
    if (known == null) {
      known = new Counted(count());
      counted = known;
    }
    return known.counts.filter(map -> map.size() <= limit);
  }

  /** Empty if there are too many different numbers. */
  private record Counted(Optional<SortedMap<Double, Integer>> counts) {}

  private Optional<SortedMap<Double, Integer>> count() {
    var found = new HashMap<Double, Integer>();
    for (var row = 0; row < values.capacity; row++) {
      var value = values.get(row);
      if (!Double.isNaN(value)) {
        // Adding zero makes −0 and 0 one number.
        found.merge(value + 0.0, 1, Integer::sum);
        if (found.size() > MOST_COUNTED) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(Collections.unmodifiableSortedMap(new TreeMap<>(found)));
  }
}
