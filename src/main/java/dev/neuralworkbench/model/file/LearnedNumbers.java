package dev.neuralworkbench.model.file;

import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.NumberSummary;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.problem.Range;

/**
 * What a file says of a numeric column's training values, and how they are scaled: the numbers must
 * be possible together.
 *
 * @param at the object that they are members of
 * @param minimum smallest training value
 * @param maximum largest training value
 * @param mean mean of the training values
 */
record LearnedNumbers(Spot at, double minimum, double maximum, double mean) {

  /** Numbers that are trained on. */
  private static final Range VALUES = Range.closed(-1e30, 1e30);

  /** Refuses numbers of which one contradicts another. */
  void check() throws JsonException {
    at.member("minimum").within(VALUES, minimum);
    at.member("maximum").within(VALUES, maximum);
    if (minimum > maximum) {
      throw at.member("minimum").problem("model.atMost", maximum, minimum);
    }
    between("mean", mean);
  }

  /** Refuses a stand-in for missing values that they do not lead to, or that is not among them. */
  void checkFill(MissingValues missing, double fill) throws JsonException {
    var known = missing.fill(summary());
    if (known.isPresent()) {
      at.member("fill").expect(known.getAsDouble(), fill);
    } else {
      between("fill", fill);
    }
  }

  /**
   * Refuses a scaling that these values do not lead to.
   *
   * @param rows number of the values, at most
   */
  void checkScaling(Scaling scaling, int rows, double offset, double scale) throws JsonException {
    at.member("offset").expect(scaling.offset(summary()), offset);
    at.member("scale").within(scaling.scales(summary(), rows, scale), scale);
  }

  /** As far as it is in the file. */
  private NumberSummary summary() {
    return new NumberSummary(minimum, maximum, mean, Double.NaN);
  }

  private void between(String name, double value) throws JsonException {
    at.member(name).within(Range.closed(minimum, maximum), value);
  }
}
