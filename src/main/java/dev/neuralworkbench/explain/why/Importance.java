package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.progress.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How much each column alone moves a prediction, to choose the players where there are too many
 * columns: |v({i}) − v(∅)| + |v(all) − v(all but i)|, what it changes as the first and as the last
 * to come. These are two of the terms of which its Shapley value is the mean.
 */
final class Importance {

  private final MixedInputs inputs;
  private final Model model;
  private final Asked asked;
  private final WidePass pass;

  Importance(Model model, Asked asked, MixedInputs inputs) {
    this.model = model;
    this.asked = asked;
    this.inputs = inputs;
    pass = new WidePass(model, inputs.rows());
  }

  /**
   * The most important columns, in their own order.
   *
   * @param count how many; no more than there are
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  int[] most(int count, Progress progress) {
    var none = sums(_ -> false);
    var all = sums(_ -> true);
    var ofNone = mean(none);
    var ofAll = mean(all);
    var sizes = new double[inputs.columns()];
    for (var column = 0; column < sizes.length; column++) {
      progress.goOn(column, sizes.length);
      var only = column;
      sizes[column] =
          Math.abs(mean(changed(none, column, it -> it == only, _ -> false)) - ofNone)
              + Math.abs(ofAll - mean(changed(all, column, it -> it != only, _ -> true)));
    }
    return IntStream.range(0, sizes.length)
        .boxed()
        .sorted(Comparator.comparingDouble(it -> -sizes[it]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private double mean(double[] sums) {
    var of = new double[inputs.rows()];
    asked.of(pass.outputs(sums.clone()), of.length, of);
    return Arrays.stream(of).sum() / of.length;
  }

  private double[] sums(IntPredicate isOfX) {
    var first = model.weights().layer(0);
    var rows = inputs.rows();
    var sums = new double[first.units() * rows];
    for (var unit = 0; unit < first.units(); unit++) {
      Arrays.fill(sums, unit * rows, (unit + 1) * rows, first.bias(unit));
    }
    for (var k = 0; k < inputs.inputs(); k++) {
      add(sums, k, inputs.values(k, isOfX));
    }
    return sums;
  }

  /** The sums with one column from another row than before. */
  private double[] changed(double[] sums, int column, IntPredicate isOfX, IntPredicate before) {
    var after = sums.clone();
    for (var k : inputs.inputsOf(column)) {
      var x = inputs.values(k, isOfX);
      var old = inputs.values(k, before);
      Arrays.setAll(x, row -> x[row] - old[row]);
      add(after, k, x);
    }
    return after;
  }

  private void add(double[] sums, int k, double[] x) {
    var first = model.weights().layer(0);
    for (var unit = 0; unit < first.units(); unit++) {
      WidePass.add(first.weight(k, unit), x, 0, sums, unit * x.length, x.length);
    }
  }
}
