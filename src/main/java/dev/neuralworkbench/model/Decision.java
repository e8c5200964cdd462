package dev.neuralworkbench.model;

import dev.neuralworkbench.metrics.BestThreshold.Aim;
import dev.neuralworkbench.metrics.BestThreshold.Score;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which class is predicted, given the probability of each. A model without one predicts the most
 * probable class, of two with the probability ½ the first.
 */
public sealed interface Decision {

  /**
   * The class predicted.
   *
   * @param probabilities one for each class, numbers. Not modified.
   */
  int of(double[] probabilities);

  /**
   * What is wrong with it for a model of these classes; empty if nothing.
   *
   * @param component address of the decision, such as {@code decision}
   */
  List<Problem> problems(String component, List<String> classes);

  /** What errors cost, where that decides or a threshold was found for it; otherwise null. */
  @Nullable Costs errorCosts();

  /** Where a threshold was found. */
  enum Rows {
    VALIDATION,
    CROSS_VALIDATION
  }

  /**
   * Of two classes: the positive one where p(positive) > threshold, otherwise the other.
   *
   * @param positive index of the positive class, 0 or 1
   * @param threshold in {@link #THRESHOLDS}
   * @param found the rows on which it was found to be best; null where it was set by hand
   * @param aim what it was found to be best for; null where it was set by hand, and in older files
   */
  record Threshold(int positive, double threshold, @Nullable Rows found, @Nullable Aim aim)
      implements Decision {

    public static final Range THRESHOLDS = new Range(0, false, 1, false, false);

    /** A threshold that was set by hand. */
    public Threshold(int positive, double threshold) {
      this(positive, threshold, null, null);
    }

    @Override
    public int of(double[] probabilities) {
      return probabilities[positive] > threshold ? positive : 1 - positive;
    }

    @Override
    public @Nullable Costs errorCosts() {
      return aim != null && aim.score() == Score.COSTS ? Costs.of(positive, aim) : null;
    }

    @Override
    public List<Problem> problems(String component, List<String> classes) {
      var problems = new ArrayList<Problem>();
      if (classes.size() != 2) {
        problems.add(Problem.of("decision.twoClasses", component, 2, classes.size()));
      }
      problems.addAll(Range.whole(0, 1).problems(component + ".positive", positive));
      problems.addAll(THRESHOLDS.problems(component + ".threshold", threshold));
      if (aim != null) {
        var place = component + ".aim.";
        problems.addAll(Costs.COSTS.problems(place + "falsePositive", aim.falsePositive()));
        problems.addAll(Costs.COSTS.problems(place + "falseNegative", aim.falseNegative()));
      }
      return problems;
    }
  }

  /**
   * Of any number of classes: class j of the least expected cost Σᵢ p(i) · cost(i, j), of equal
   * ones the first.
   *
   * @param costs of predicting a class, the column, where another, the row, is true; in {@link
   *     #COSTS}, 0 where both are the same, and not 0 everywhere
   */
  record Costs(List<List<Double>> costs) implements Decision {

    public static final Range COSTS = Range.closed(0, 1e9);

    public Costs {
      costs = costs.stream().map(List::copyOf).toList();
    }

    /** Those of two classes, a false positive being in the positive one's column. */
    public static Costs of(int positive, Aim aim) {
      return positive == 1
          ? new Costs(List.of(List.of(0.0, aim.falsePositive()), List.of(aim.falseNegative(), 0.0)))
          : new Costs(
              List.of(List.of(0.0, aim.falseNegative()), List.of(aim.falsePositive(), 0.0)));
    }

    @Override
    public Costs errorCosts() {
      return this;
    }

    @Override
    public int of(double[] probabilities) {
      var best = 0;
      var least = Double.POSITIVE_INFINITY;
      for (var j = 0; j < probabilities.length; j++) {
        var expected = expected(probabilities, j);
        if (expected < least) {
          best = j;
          least = expected;
        }
      }
      return best;
    }

    /** The expected cost of predicting a class. */
    public double expected(double[] probabilities, int index) {
      var expected = 0.0;
      for (var i = 0; i < probabilities.length; i++) {
        expected += probabilities[i] * costs.get(i).get(index);
      }
      return expected;
    }

    @Override
    public List<Problem> problems(String component, List<String> classes) {
      var size = classes.size();
      var place = component + ".costs";
      if (costs.size() != size) {
        return List.of(Problem.of("decision.size", place, size, costs.size()));
      }
      var problems = new ArrayList<Problem>();
      var isAny = false;
      for (var i = 0; i < size; i++) {
        var row = place + "[" + i + "]";
        if (costs.get(i).size() != size) {
          return List.of(Problem.of("decision.size", row, size, costs.get(i).size()));
        }
        for (var j = 0; j < size; j++) {
          var range = i == j ? Range.closed(0, 0) : COSTS;
          problems.addAll(range.problems(row + "[" + j + "]", costs.get(i).get(j)));
          isAny |= costs.get(i).get(j) > 0;
        }
      }
      if (!isAny) {
        problems.add(Problem.of("decision.noCosts", place, null, null));
      }
      return problems;
    }
  }
}
