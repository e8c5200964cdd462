package dev.neuralworkbench.formula;

import dev.neuralworkbench.formula.Expression.Letter;

/**
 * One line of an update rule: left ← right.
 *
 * @param kind what is worked out
 * @param word what it is called in words: the key of its text is {@code explain.role.WORD}
 * @param left its symbol; with a dash, where one without the dash is what it was before
 * @param right how, from {@link #WEIGHT}, {@link #GRADIENT}, {@link #RATE}, what is remembered, and
 *     the left sides of earlier lines
 */
public record Assignment(Kind kind, String word, Letter left, Expression right) {

  /** w, the weight before the step. */
  public static final Letter WEIGHT = Letter.of("w");

  /** g, its gradient. */
  public static final Letter GRADIENT = Letter.of("g");

  /** η, the learning rate of the step. */
  public static final Letter RATE = Letter.of("η");

  public enum Kind {
    /** A number of each weight that is remembered for the next step. */
    MEMORY,
    /** The same, and never below 0. */
    SQUARES,
    /** A number of each weight that is needed in this step alone. */
    PART,
    /** A number that all weights share. */
    SHARED,
    /** The weight, on its way or anew. */
    WEIGHT
  }

  /** letter′ ← right, remembered of each weight. */
  public static Assignment memory(String word, String letter, Expression right) {
    return new Assignment(Kind.MEMORY, word, after(letter), right);
  }

  /** letter′ ← right, remembered of each weight and never below 0. */
  public static Assignment squares(String word, String letter, Expression right) {
    return new Assignment(Kind.SQUARES, word, after(letter), right);
  }

  /** letter ← right, of each weight. */
  public static Assignment part(String word, String letter, Expression right) {
    return new Assignment(Kind.PART, word, Letter.of(letter), right);
  }

  /** left ← right, the same for all weights. */
  public static Assignment shared(String word, Letter left, Expression right) {
    return new Assignment(Kind.SHARED, word, left, right);
  }

  /** w̃ ← right, a weight on its way. */
  public static Assignment weight(String word, Expression right) {
    return new Assignment(Kind.WEIGHT, word, Letter.of("w̃"), right);
  }

  /** w′ ← before − η · way, the new weight. */
  public static Assignment newWeight(Letter before, Expression way) {
    var right = before.minus(Expression.product(RATE, way));
    return new Assignment(Kind.WEIGHT, "new_weight", after(WEIGHT.text()), right);
  }

  /** β · before + (1 − β) · now. */
  public static Expression average(Expression beta, String before, Expression now) {
    return Expression.sum(
        Expression.product(beta, Letter.of(before)),
        Expression.product(Expression.number(1).minus(beta), now));
  }

  /** The symbol of what something becomes. */
  public static Letter after(String letter) {
    return new Letter(letter, "", "′");
  }

  /** Whether the number is kept for the next step. */
  public boolean isRemembered() {
    return kind == Kind.MEMORY || kind == Kind.SQUARES;
  }

  Letter before() {
    return Letter.of(left.text());
  }
}
