package dev.neuralworkbench.model.file;

import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.problem.Range;

/**
 * What a file says of a numeric column's training values, and how they are scaled: the numbers must
 * be possible together.
 *
 * @param view the object that they are members of
 * @param minimum smallest training value
 * @param maximum largest training value
 * @param mean mean of the training values
 */
record LearnedNumbers(JsonView view, double minimum, double maximum, double mean) {

  /** Numbers that are trained on. */
  private static final Range VALUES = Range.closed(-1e30, 1e30);

  /** How far a deviation may be beyond its bounds by rounding. */
  private static final double ROUNDING = 1e-6;

  /** Refuses numbers of which one contradicts another. */
  void check() throws JsonException {
    view.member("minimum").within(VALUES, minimum);
    view.member("maximum").within(VALUES, maximum);
    if (minimum > maximum) {
      throw view.member("minimum").problem("model.atMost", maximum, minimum);
    }
    between("mean", mean);
  }

  /** Refuses a stand-in for missing values that is not among them. */
  void checkFill(MissingValues missing, double fill) throws JsonException {
    switch (missing) {
      case MEAN, APART, DROP_ROW -> view.member("fill").expect(mean, fill);
      case MEDIAN, MODE -> between("fill", fill);
    }
  }

  /**
   * Refuses a scaling that these values do not lead to. Of n values with the range r the standard
   * deviation is r / √(2n) at least, if all but two are the mean, and r / 2 at most.
   *
   * @param rows number of the values, at most
   */
  void checkScaling(Scaling scaling, int rows, double offset, double scale) throws JsonException {
    var range = maximum - minimum;
    view.member("offset")
        .expect(
            switch (scaling) {
              case STANDARDIZE -> mean;
              case MIN_MAX -> minimum;
              case NONE -> 0.0;
            },
            offset);
    if (scale == 1) {
      return; // Also that of values without spread.
    }
    switch (scaling) {
      case STANDARDIZE -> {
        if (!(scale > 0)) {
          throw view.member("scale").problem("model.above", 0, scale);
        }
        var least = (1 - ROUNDING) * range / Math.sqrt(2.0 * rows);
        view.member("scale").within(Range.closed(least, (1 + ROUNDING) * range / 2), scale);
      }
      case MIN_MAX -> {
        view.member("scale").expect(range, scale);
        view.member("scale").within(Range.above(0, 2e30), scale);
      }
      case NONE -> view.member("scale").expect(1.0, scale);
    }
  }

  private void between(String name, double value) throws JsonException {
    view.member(name).within(Range.closed(minimum, maximum), value);
  }
}
