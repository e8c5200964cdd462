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
 * A number that is worked out from one to three inputs in {@value #SHARE} of the rows that have
 * them all: net + tax = gross. The shortest formula is told. A few rows with different targets are
 * asked first, a quarter of which may disagree, so that hardly any formula is tried on all rows. Of
 * many inputs the first {@value #MOST_OF_TWO} are paired, the first {@value #MOST_OF_THREE} put in
 * threes. Targets of few decimals may be off by what rounding explains, where half of them lie
 * {@value #WIDE} of their last decimals apart.
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

  private interface Terms {
    double of(double a, double b, double c);
  }

  /** The shortest first, with what is written before each term; those of one sign change places. */
  private enum Form {
    COPY("+", (a, _, _) -> a),
    SUM("++", (a, b, _) -> a + b),
    DIFFERENCE("+\u2212", (a, b, _) -> a - b),
    PRODUCT("\u00d7\u00d7", (a, b, _) -> a * b),
    RATIO("\u00d7/", (a, b, _) -> a / b),
    MEAN("++", (a, b, _) -> (a + b) / 2),
    SUM_OF_THREE("+++", (a, b, c) -> a + b + c),
    SUM_LESS_ONE("++\u2212", (a, b, c) -> a + b - c),
    LESS_BOTH("+\u2212\u2212", (a, b, c) -> a - b - c);

    private final String signs;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Terms terms;

    Form(String signs, Terms terms) {
      this.signs = signs;
      this.terms = terms;
    }

    String written(List<String> names) {
      var text =
          IntStream.range(0, names.size())
              .mapToObj(i -> signs.charAt(i) + " \u201c" + names.get(i) + "\u201d")
              .collect(Collectors.joining(" "))
              .substring(2);
      return this == MEAN ? "(" + text + ") / 2" : text;
    }
  }

  @Override
  public List<Trap> find(TrapScan look) {
    if (look.target.isClass() || look.usable.length < TrapScan.FEWEST_ROWS) {
      return List.of();
    }
    var inputs =
        IntStream.of(look.inputs)
            .filter(input -> !look.isBlamed(input) && !look.isCategory(input))
            .limit(MOST_OF_TWO)
            .toArray();
    var met = new HashSet<Double>();
    var asked =
        IntStream.of(look.sample)
            .filter(row -> look.target.value(row) != 0 && met.add(look.target.value(row)))
            .limit(ASKED)
            .toArray();
    var search = new Search(look, asked, decimal(look));
    return asked.length < FEWEST_ASKED
        ? List.of()
        : Arrays.stream(Form.values())
            .flatMap(form -> search.find(form, inputs, new int[form.signs.length()], 0).stream())
            .findFirst()
            .stream()
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
  private record Search(TrapScan look, int[] asked, double decimal) {

    /** Fills the places of the columns from one on. */
    Optional<Trap> find(Form form, int[] inputs, int[] columns, int place) {
      if (place == columns.length) {
        var few = count(form, columns, asked, MOST_WRONG);
        return few.right > MOST_WRONG && few.present - few.right <= MOST_WRONG
            ? trap(form, columns)
            : Optional.empty();
      }
      var most = columns.length > 2 ? Math.min(MOST_OF_THREE, inputs.length) : inputs.length;
      for (var i = 0; i < most; i++) {
        var input = inputs[i];
        columns[place] = input;
        var isNew =
            IntStream.range(0, place)
                .allMatch(
                    it ->
                        form.signs.charAt(it) == form.signs.charAt(place)
                            ? columns[it] < input
                            : columns[it] != input);
        var found = isNew ? find(form, inputs, columns, place + 1) : Optional.<Trap>empty();
        if (found.isPresent()) {
          return found;
        }
      }
      return Optional.empty();
    }

    /** Gives up where more are wrong. */
    private Count count(Form form, int[] columns, int[] rows, double mostWrong) {
      var isRounded = form != Form.PRODUCT && form != Form.RATIO;
      var off = decimal * (isRounded ? (columns.length + 1) / 2.0 : 1);
      var present = 0;
      var right = 0;
      for (var i = 0; i < rows.length && present - right <= mostWrong; i++) {
        var row = rows[i];
        var value =
            form.terms.of(
                look.cell(columns[0], row),
                look.cell(columns[Math.min(1, columns.length - 1)], row),
                look.cell(columns[columns.length - 1], row));
        var target = look.target.value(row);
        present += Double.isNaN(value) ? 0 : 1;
        right += Math.abs(value - target) <= off + EXACT * Math.abs(target) ? 1 : 0;
      }
      return new Count(present, right);
    }

    private Optional<Trap> trap(Form form, int[] columns) {
      var rows = look.sample;
      var all = count(form, columns, rows, (1 - SHARE) * rows.length);
      var names = IntStream.of(columns).mapToObj(look::name).toList();
      return all.present < rows.length / 2.0 || all.right < SHARE * all.present
          ? Optional.empty()
          : Optional.of(
              new Trap(
                  Trap.Kind.SUM,
                  IntStream.of(columns).boxed().toList(),
                  Trap.Rows.NONE,
                  List.of(
                      look.targetName(),
                      form.written(names),
                      all.right,
                      all.present,
                      columns.length),
                  Trap.Remedy.IGNORE));
    }
  }
}
