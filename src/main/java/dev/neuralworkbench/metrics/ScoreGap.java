package dev.neuralworkbench.metrics;

/**
 * By how much a score is better on the rows a network was trained on than on others, beside what
 * chance does to such a difference. The rows are different, so the two are independent; the
 * interval of a difference a − b reaches √((a − lowₐ)² + (highᵦ − b)²) below it (Newcombe,
 * "Interval estimation for the difference between independent proportions", 1998, method 10; for
 * other scores Zou and Donner 2008).
 *
 * @param training on the training rows
 * @param heldOut on other rows
 * @param size how much better training rows score; negative where others do
 * @param error its sampling error: how far the 95 % interval of the size reaches towards 0
 */
public record ScoreGap(double training, double heldOut, double size, double error) {

  /** The gap of a score of which more is better, and where less is, of one with its sign turned. */
  public static ScoreGap of(Measured training, Measured heldOut, boolean higherIsBetter) {
    var here = training.interval();
    var there = heldOut.interval();
    var difference = training.value() - heldOut.value();
    return new ScoreGap(
        training.value(),
        heldOut.value(),
        higherIsBetter ? difference : -difference,
        difference > 0
            ? Math.hypot(training.value() - here.low(), there.high() - heldOut.value())
            : Math.hypot(here.high() - training.value(), heldOut.value() - there.low()));
  }

  /** Whether training rows score better by more than chance explains. */
  public boolean isOverfit() {
    return size > error;
  }
}
