package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.encode.RowRemark.RowTally;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows that sum up others: at least {@value #FEWEST_SUMMED} rows above add up to what stands in
 * them, those since the last such row or all of them. A row that is called a total has the sum in
 * one column of numbers; the last row of a table may be one without a name and has it in {@value
 * #FEWEST_COLUMNS}, and in more columns than not. Years and rates are not summed up, and gaps and
 * codes above spoil a sum. Columns that are 0 tell nothing. Numbers may be rounded, by {@value
 * #ROUNDING} of the sum.
 */
final class TotalRule implements TrapRule {

  private static final int FEWEST_SUMMED = 2;
  private static final int FEWEST_COLUMNS = 2;
  private static final double ROUNDING = 0.002;

  private static final List<String> NAMES =
      List.of(
          ("total totals subtotal sub-total sum overall"
                  + " gesamt summe zwischensumme insgesamt totale somme 合计 总计 小计 总和")
              .split(" ", -1));

  @Override
  public List<Trap> find(TrapScan look) {
    var numbers =
        look.table.columns().stream()
            .filter(NumberColumn.class::isInstance)
            .toArray(NumberColumn[]::new);
    var last = look.rows.length - 1;
    if (last < FEWEST_SUMMED || numbers.length == 0) {
      return List.of();
    }
    var isNamed = named(look);
    var block = new double[numbers.length];
    var all = new double[numbers.length];
    var found = IntStream.builder();
    var summed = 0;
    for (var i = 0; i <= last; i++) {
      var row = look.rows[i];
      var name = isNamed.test(row);
      if ((name || i == last)
          && summed >= FEWEST_SUMMED
          && (isSum(numbers, block, row, name) || isSum(numbers, all, row, name))) {
        found.add(row);
        Arrays.fill(block, 0);
      } else {
        summed++;
        for (var column = 0; column < numbers.length; column++) {
          var value = numbers[column].value(row);
          block[column] += Double.isNaN(value) ? 0 : value;
          all[column] += Double.isNaN(value) ? 0 : value;
        }
      }
    }
    return NoteRule.traps(Trap.Kind.TOTAL, look, found.build().toArray());
  }

  /** Rows with a text such as {@code Total:} or {@code Total North}, even among numbers. */
  private static IntPredicate named(TrapScan look) {
    return look.table.columns().stream()
        .<Column>map(it -> it instanceof NumberColumn of ? of.oddTexts() : it)
        .filter(TextColumn.class::isInstance)
        .map(TextColumn.class::cast)
        .filter(texts -> texts.categories().stream().anyMatch(TotalRule::isName))
        .map(texts -> RowTally.ofTexts(texts, TotalRule::isName))
        .reduce(RowTally.NEVER, IntPredicate::or);
  }

  private static boolean isName(String text) {
    var words = text.toLowerCase(Locale.ROOT).replaceAll("[:：]", " ").strip().split("\\s+", -1);
    return NAMES.contains(words[0]) || NAMES.contains(words[words.length - 1]);
  }

  private static boolean isSum(NumberColumn[] numbers, double[] sums, int row, boolean named) {
    var equal = 0;
    var others = 0;
    for (var column = 0; column < numbers.length; column++) {
      var value = numbers[column].value(row);
      if (!Double.isNaN(value) && !(value == 0 && sums[column] == 0)) {
        var isSum = Math.abs(value - sums[column]) <= ROUNDING * Math.abs(sums[column]);
        equal += isSum ? 1 : 0;
        others += isSum ? 0 : 1;
      }
    }
    return named ? equal > 0 : equal >= FEWEST_COLUMNS && equal > others;
  }
}
