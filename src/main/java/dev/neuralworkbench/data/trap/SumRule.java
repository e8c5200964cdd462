package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A number that is one input, or the sum or difference of two or three, in {@value #SHARE} of the
 * rows that have them all: net + tax = gross. The shortest formula is told. A few rows with
 * different targets are asked first, a quarter of which may disagree, so that hardly any formula is
 * tried on all rows. Of many inputs the first {@value #MOST_OF_TWO} are paired, the first {@value
 * #MOST_OF_THREE} put in threes. Targets of few decimals may be off by what rounding explains,
 * where half of them lie {@value #WIDE} of their last decimals apart.
 */
final class SumRule implements TrapRule {

  private static final double SHARE = 0.95;
  private static final int MOST_OF_TWO = 500;
  private static final int MOST_OF_THREE = 60;
  private static final int ASKED = 16;
  private static final int FEWEST_ASKED = 8;
  private static final int MOST_WRONG = 4;
  private static final int MOST_DECIMALS = 4;
  private static final double WIDE = 50;
  private static final double EXACT = 1e-9;

  /** The signs of a formula's terms, the shortest first; terms of one sign change places. */
  private static final List<String> FORMS =
      List.of("+", "++", "+\u2212", "+++", "++\u2212", "+\u2212\u2212");

  @Override
  public List<Trap> find(TrapScan look) {
    if (look.target.isClass() || look.usable.length < TrapScan.FEWEST_ROWS) {
      return List.of();
    }
    var inputs =
        IntStream.of(look.inputs)
            .filter(input -> !look.blamed.contains(input) && !look.isCategory(input))
            .limit(MOST_OF_TWO)
            .toArray();
    var met = new HashSet<Double>();
    var asked =
        IntStream.of(look.sample)
            .filter(row -> look.target.value(row) != 0 && met.add(look.target.value(row)))
            .limit(ASKED)
            .toArray();
    var search = new Search(look, inputs, asked, decimal(look));
    return asked.length < FEWEST_ASKED
        ? List.of()
        : FORMS.stream()
            .flatMap(signs -> search.find(signs, new int[signs.length()], 0).stream())
            .limit(1)
            .toList();
  }

  /** What the target's last decimal counts, where it may be off by it; else 0. */
  private static double decimal(TrapScan look) {
    var targets = IntStream.of(look.sample).mapToDouble(look.target::value).sorted().toArray();
    var half = targets[targets.length * 3 / 4] - targets[targets.length / 4];
    return DoubleStream.iterate(1, it -> it / 10)
        .limit(MOST_DECIMALS + 1)
        .filter(it -> Arrays.stream(targets).allMatch(y -> isWhole(y / it)))
        .limit(1)
        .filter(it -> half >= WIDE * it)
        .sum();
  }

  private static boolean isWhole(double number) {
    return Math.abs(number - Math.rint(number)) < 1e-6;
  }

  private record Count(int present, int right) {}

  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  private record Search(TrapScan look, int[] inputs, int[] asked, double decimal) {

    /** Fills the places of the columns from one on. */
    Optional<Trap> find(String signs, int[] columns, int place) {
      if (place == columns.length) {
        var few = count(signs, columns, asked, MOST_WRONG);
        return few.right > MOST_WRONG && few.present - few.right <= MOST_WRONG
            ? trap(signs, columns)
            : Optional.empty();
      }
      var most = columns.length > 2 ? MOST_OF_THREE : MOST_OF_TWO;
      var found = Optional.<Trap>empty();
      for (var i = 0; i < Math.min(most, inputs.length) && found.isEmpty(); i++) {
        var input = inputs[i];
        columns[place] = input;
        var isNew =
            IntStream.range(0, place)
                .allMatch(
                    it ->
                        signs.charAt(it) == signs.charAt(place)
                            ? columns[it] < input
                            : columns[it] != input);
        found = isNew ? find(signs, columns, place + 1) : found;
      }
      return found;
    }

    /** Gives up where more are wrong. */
    private Count count(String signs, int[] columns, int[] rows, double mostWrong) {
      var off = decimal * (columns.length + 1) / 2;
      var present = 0;
      var right = 0;
      for (var i = 0; i < rows.length && present - right <= mostWrong; i++) {
        var sum = 0.0;
        for (var term = 0; term < columns.length; term++) {
          var cell = look.cell(columns[term], rows[i]);
          sum += signs.charAt(term) == '+' ? cell : -cell;
        }
        var target = look.target.value(rows[i]);
        present += Double.isNaN(sum) ? 0 : 1;
        right += Math.abs(sum - target) <= off + EXACT * Math.abs(target) ? 1 : 0;
      }
      return new Count(present, right);
    }

    private Optional<Trap> trap(String signs, int[] columns) {
      var rows = look.sample;
      var all = count(signs, columns, rows, (1 - SHARE) * rows.length);
      var formula =
          IntStream.range(0, columns.length)
              .mapToObj(i -> signs.charAt(i) + " \u201c" + look.name(columns[i]) + "\u201d")
              .collect(Collectors.joining(" "))
              .substring(2);
      return all.present < rows.length / 2.0 || all.right < SHARE * all.present
          ? Optional.empty()
          : Optional.of(
              Trap.of(
                  Trap.Kind.SUM,
                  IntStream.of(columns).boxed().toList(),
                  new int[0],
                  look.targetName(),
                  formula,
                  all.right,
                  all.present,
                  columns.length));
    }
  }
}
