package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.problem.Ids;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An engineered input: a number that is worked out of one numeric input, or of two, in the user's
 * units, and is scaled as every number is. With x² and y² beside x and y a line in the network's
 * inputs is a circle in the plane: what takes hidden units otherwise, a single unit then learns.
 *
 * @param column name of the column x
 * @param other name of the column y for a product; null otherwise
 */
public record Feature(Kind kind, String column, @Nullable String other) {

  public enum Kind {
    /** x². */
    SQUARE,
    /** x · y. */
    PRODUCT,
    /** sin x, of x in radians. */
    SINE,
    /**
     * sgn(x) · ln(1 + |x|), a logarithm that every number has: it draws in what lies far out, and
     * keeps the sign.
     */
    LOG,
    /** 1 where x is missing, otherwise 0, and not scaled: the lack itself may tell. */
    MISSING;

    /**
     * The number.
     *
     * @param x a stand-in where it is missing, unless the lack is asked for
     * @param y the other factor; not looked at otherwise
     */
    public double of(double x, double y) {
      return switch (this) {
        case SQUARE -> x * x;
        case PRODUCT -> x * y;
        case SINE -> StrictMath.sin(x);
        case LOG -> Math.copySign(StrictMath.log1p(Math.abs(x)), x);
        case MISSING -> Double.isNaN(x) ? 1 : 0;
      };
    }
  }

  /** Only a product has a second column, and is the same in either order. */
  public Feature {
    var first = column;
    var second = kind != Kind.PRODUCT ? null : other == null ? column : other;
    var swaps = second != null && second.compareTo(first) < 0;
    column = swaps ? second : first;
    other = swaps ? first : second;
  }

  public static Feature of(Kind kind, String column) {
    return new Feature(kind, column, null);
  }

  public static Feature product(String one, String other) {
    return new Feature(Kind.PRODUCT, one, other);
  }

  public List<String> columns() {
    return other == null ? List.of(column) : List.of(column, other);
  }

  /** The number, of one for each of its columns. */
  public double value(double... operands) {
    return kind.of(operands[0], operands[operands.length - 1]);
  }

  /** As it is written in every language: {@code x1²}, {@code x1·x2}, {@code x1.missing}. */
  public String name() {
    var x = quoted(column);
    return switch (kind) {
      case SQUARE -> x + "²";
      case PRODUCT -> x + "·" + quoted(columns().getLast());
      case SINE -> "sin " + x;
      case LOG -> "log " + x;
      case MISSING -> x + ".missing";
    };
  }

  /** A name that is no word would be read as a part of the formula. */
  private static String quoted(String name) {
    return name.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.')
        ? name
        : "“" + name + "”";
  }

  /** As a command line writes it: {@code square=x1}, {@code product=x1*x2}. */
  public String option() {
    return Ids.of(kind) + "=" + String.join("*", columns());
  }

  /**
   * The columns that a command line names; nothing where there are none of that name.
   *
   * @param names those of the table; one may hold an asterisk itself
   */
  public static Optional<Feature> parse(Kind kind, String given, Set<String> names) {
    if (kind != Kind.PRODUCT) {
      return names.contains(given) ? Optional.of(of(kind, given)) : Optional.empty();
    }
    return IntStream.range(1, Math.max(1, given.length()))
        .filter(at -> given.charAt(at) == '*')
        .boxed()
        .flatMap(
            at -> {
              var one = given.substring(0, at);
              var two = given.substring(at + 1);
              return names.contains(one) && names.contains(two)
                  ? Stream.of(product(one, two))
                  : Stream.empty();
            })
        .findFirst();
  }
}
