package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rows are divided into training, validation and test rows.
 *
 * @param validation share of the rows for validation, from 0 up to but not including 1
 * @param test share of the rows for the test, from 0 up to but not including 1; both together stay
 *     below 1, the rest is for training
 * @param stratified whether every class keeps its share in each part; without effect on a numeric
 *     target
 * @param seed seed of the draw; any number
 * @param used share of the training rows that is learned from, in {@link #USED}; the others are in
 *     no part. Of two shares the smaller one's rows are among the larger one's. Null for all.
 * @param by a column that decides in the place of chance; null for none
 * @param together whether rows that are equal in all inputs and the target are in one part where
 *     chance divides; null for no
 */
public record Split(
    double validation,
    double test,
    boolean stratified,
    long seed,
    @Nullable Double used,
    @Nullable SplitRule by,
    @Nullable Boolean together) {

  /** Shares that a part may have. */
  public static final Range SHARE = Range.below(0, 1);

  /** Shares of the training rows that may be learned from. */
  public static final Range USED = Range.above(0, 1);

  /** 70 % training, 15 % validation, 15 % test, stratified, seed 0. */
  public static final Split DEFAULT = new Split(0.15, 0.15, true, 0);

  /** All rows for training. */
  public static final Split NONE = new Split(0, 0, true, 0);

  /** The share of all is none. */
  public Split {
    used = used != null && used == 1 ? null : used;
    together = Boolean.TRUE.equals(together) ? together : null;
  }

  /** A split by chance whose training rows are all learned from. */
  public Split(double validation, double test, boolean stratified, long seed) {
    this(validation, test, stratified, seed, null, null, null);
  }

  public Split withValidation(double validation) {
    return new Split(validation, test, stratified, seed, used, by, together);
  }

  public Split withTest(double test) {
    return new Split(validation, test, stratified, seed, used, by, together);
  }

  public Split withSeed(long seed) {
    return new Split(validation, test, stratified, seed, used, by, together);
  }

  /** The same with another share of the training rows that is learned from; 1 for all. */
  public Split withUsed(double used) {
    return new Split(validation, test, stratified, seed, used, by, together);
  }

  /** The same with another column that decides, or none. */
  public Split withBy(@Nullable SplitRule by) {
    return new Split(validation, test, stratified, seed, used, by, together);
  }

  /** Whether equal rows are in one part: those of a column's part are where it says. */
  public boolean keepsEqualRows() {
    return together != null && by == null;
  }

  /** Whether there may be validation rows: a share of them, or a column that may name some. */
  public boolean mayValidate() {
    return validation > 0 || namesParts();
  }

  /** Whether there may be test rows: a share of them, or a column that may name some. */
  public boolean mayTest() {
    return test > 0 || namesParts();
  }

  /** Whether a column says the parts, so that the shares say nothing. */
  public boolean namesParts() {
    return by != null && by.kind() == SplitRule.Kind.PART;
  }

  /** The share of the training rows that is learned from; 1 for all. */
  public double usedShare() {
    return used == null ? 1 : used;
  }

  /** What is wrong with the shares, addressed from {@code preparation.split}. */
  public List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    problems.addAll(SHARE.problems("preparation.split.validation", validation));
    problems.addAll(SHARE.problems("preparation.split.test", test));
    if (problems.isEmpty() && validation + test >= 1) {
      problems.add(
          Problem.of("data.split.sum", "preparation.split.validation", 1, validation + test));
    }
    problems.addAll(USED.problems("preparation.split.used", usedShare()));
    return List.copyOf(problems);
  }
}
