package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * An input that alone tells nearly all, and stands out: a copy of the target with noise, or a code
 * that was filled in later. Such are honest at times, so this is a hint. What an input leaves open
 * is measured by {@link LoneInput}. Of a number it is at most {@value #OPEN_NUMBER}, or {@value
 * #OPEN_COPY} on the target's own scale; of a class {@value #OPEN_CLASS}, and {@value #WRONG} of
 * the rows are answered wrong. It stands out where a quarter of the inputs at most leave open
 * {@value #TIMES} times as much or less: two petals of four measurements tell the irises, which is
 * an easy question. What has a mark of the target itself has to be the best only: its scale; or as
 * many values as there are classes, where half of the inputs have others, and then {@value
 * #WRONG_CODE} of the rows may be wrong. A number of few values was set in an experiment and tells
 * much by right.
 */
final class StrongRule implements TrapRule {

  private static final int FEWEST_ROWS = 40;
  private static final double OPEN_NUMBER = 0.04;
  private static final double OPEN_COPY = 0.3;
  private static final double WRONG = 0.05;
  private static final double WRONG_CODE = 0.07;
  private static final double OPEN_CLASS = 0.35;
  private static final int FEWEST_OTHERS = 10;
  private static final double TIMES = 4;
  private static final double PEERS = 0.25;
  private static final int FEW_VALUES = 30;
  private static final double LIKE = 0.1;

  @Override
  public List<Trap> find(TrapScan look) {
    if (look.inputs.length < 2 || look.usable.length < FEWEST_ROWS) {
      return List.of();
    }
    var inputs = IntStream.of(look.inputs).filter(input -> !look.blamed.contains(input)).toArray();
    var kind = look.target.isClass() ? Trap.Kind.STRONG_CLASS : Trap.Kind.STRONG_NUMBER;
    return IntStream.of(inputs)
        .filter(input -> tells(look, inputs, input))
        .mapToObj(input -> DeterminesRule.trap(look, input, kind, look.alone(input).best()))
        .toList();
  }

  private static boolean tells(TrapScan look, int[] inputs, int input) {
    var alone = look.alone(input);
    if (alone.open() > (alone.isClass() ? OPEN_CLASS : OPEN_COPY)) {
      return false;
    }
    var isOwn = alone.isClass() ? isOwnCode(look, inputs, input) : isOnSameScale(look, input);
    var tells =
        alone.isClass()
            ? alone.rows() - alone.most() >= FEWEST_OTHERS
                && alone.rows() - alone.best() <= (isOwn ? WRONG_CODE : WRONG) * alone.rows()
            : isOwn || (alone.open() <= OPEN_NUMBER && !isSet(look, input));
    return tells && standsOut(look, inputs, input, isOwn ? 1 : TIMES);
  }

  private static boolean standsOut(TrapScan look, int[] inputs, int candidate, double times) {
    var most = times * look.alone(candidate).open();
    var peers = IntStream.of(inputs).filter(input -> look.alone(input).open() <= most).count();
    return peers <= Math.max(1, PEERS * inputs.length);
  }

  /** Whether an input takes as many values as there are classes, and half of the others do not. */
  private static boolean isOwnCode(TrapScan look, int[] inputs, int input) {
    var classes = look.target.classes().size();
    IntPredicate isCode = it -> different(look, it, classes + 1) == classes;
    return isCode.test(input) && IntStream.of(inputs).filter(isCode).count() <= inputs.length / 2.0;
  }

  /** Whether a number takes fewer values than the target, or than many. */
  private static boolean isSet(TrapScan look, int input) {
    var few = different(look, look.targetIndex, 2 * FEW_VALUES) / 2;
    return !look.isCategory(input) && different(look, input, few) < few;
  }

  private static int different(TrapScan look, int column, int most) {
    return (int)
        IntStream.of(look.sample)
            .mapToDouble(row -> look.cell(column, row))
            .filter(cell -> !Double.isNaN(cell))
            .distinct()
            .limit(most)
            .count();
  }

  /** Whether the target's mean and the slope on the target, by least squares, are its own. */
  private static boolean isOnSameScale(TrapScan look, int input) {
    if (look.isCategory(input)) {
      return false;
    }
    var rows =
        IntStream.of(look.sample).filter(row -> !Double.isNaN(look.cell(input, row))).toArray();
    var meanX = Arrays.stream(look.cells(input, rows)).average().orElse(0);
    var meanY = IntStream.of(rows).mapToDouble(look.target::value).average().orElse(0);
    var squares = 0.0;
    var products = 0.0;
    for (var row : rows) {
      var y = look.target.value(row) - meanY;
      squares += y * y;
      products += y * (look.cell(input, row) - meanX);
    }
    return Math.abs(products / squares - 1) <= LIKE
        && Math.abs(meanX - meanY) <= LIKE * Math.sqrt(squares / rows.length);
  }
}
