package dev.neuralworkbench.data.trap;

import dev.neuralworkbench.data.encode.Pixels;
import dev.neuralworkbench.data.trap.TrapScan.TrapRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Inputs with one value, or in {@value #NEARLY} of the rows one value: nobody learns from the few
 * rows that differ, and scaling blows them up to many standard deviations. An empty cell counts as
 * the value, which stands in for it. Tables that are so by nature are left alone: the pixels of
 * images, and those where more than a quarter of the inputs are nearly constant, such as words of
 * texts or one-hot columns.
 */
final class ConstantRule implements TrapRule {

  private static final double NEARLY = 0.995;
  private static final double SPARSE = 0.25;

  @Override
  public List<Trap> find(TrapScan look) {
    var columns = IntStream.of(look.inputs).mapToObj(look.table::column).toList();
    if (look.usable.length < TrapScan.FEWEST_ROWS || Pixels.of(columns).isPresent()) {
      return List.of();
    }
    var constant = new ArrayList<Integer>();
    var nearly = new ArrayList<Integer>();
    var others = new ArrayList<int[]>();
    for (var input : look.inputs) {
      var differing = differing(look, input);
      if (differing.length == 0) {
        if (look.preparation.missing(look.preparation.columns().get(input)).fillsCategories()
            || !look.isCategory(input)
            || look.table.column(input).missing() == 0) {
          constant.add(input);
        }
      } else if (differing.length <= (1 - NEARLY) * look.usable.length) {
        nearly.add(input);
        others.add(differing);
      }
    }
    if (nearly.size() + constant.size() > Math.max(1, SPARSE * look.inputs.length)) {
      nearly.clear();
    }
    var found = new ArrayList<Trap>();
    if (!constant.isEmpty()) {
      found.add(trap(look, Trap.Kind.CONSTANT, constant));
    }
    if (!nearly.isEmpty()) {
      var rows = others.stream().flatMapToInt(IntStream::of).sorted().distinct().toArray();
      found.add(trap(look, Trap.Kind.NEARLY_CONSTANT, nearly, rows));
    }
    return found;
  }

  private static Trap trap(TrapScan look, Trap.Kind kind, List<Integer> columns, int... rows) {
    var names = columns.stream().map(look::name).toList();
    return Trap.of(kind, columns, rows, columns.size(), names, rows.length, look.usable.length);
  }

  private static int[] differing(TrapScan look, int input) {
    var usual = usual(look, input);
    return IntStream.of(look.usable)
        .filter(
            row -> {
              var cell = look.cell(input, row);
              return !Double.isNaN(cell) && cell != usual;
            })
        .toArray();
  }

  /** The most frequent value of some rows: of all rows, if nearly all have it. */
  private static double usual(TrapScan look, int input) {
    var counts = new HashMap<Double, Integer>();
    var best = Double.NaN;
    var most = 0;
    for (var row : look.sample) {
      var cell = look.cell(input, row);
      if (!Double.isNaN(cell)) {
        var count = counts.merge(cell, 1, Integer::sum);
        if (count > most) {
          most = count;
          best = cell;
        }
      }
    }
    return best;
  }
}
