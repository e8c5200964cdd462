package dev.neuralworkbench.text;

import dev.neuralworkbench.data.trap.Trap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

public final class TrapWords {

  private static final int DIGITS = 6;
  private static final int FEW_DIGITS = 3;
  private static final int MOST_NAMES = 6;

  /** Traps whose only fraction is a share of the rows. */
  private static final Set<Trap.Kind> SHARES =
      EnumSet.of(Trap.Kind.TIME, Trap.Kind.IMBALANCE, Trap.Kind.MOSTLY_MISSING);

  private TrapWords() {}

  /** What was found, with its numbers. */
  public static String found(Trap trap, Words words) {
    return text(trap, "", words);
  }

  /** The same where its grade is not seen otherwise: “Possible: …” where it is not certain. */
  public static String graded(Trap trap, Words words) {
    var found = found(trap, words);
    return trap.kind().isCertain() ? found : words.text("traps.possible.line", found);
  }

  public static String why(Trap trap, Words words) {
    return text(trap, ".why", words);
  }

  public static String remedy(Trap trap, Words words) {
    return text(trap, ".remedy", words);
  }

  private static String text(Trap trap, String part, Words words) {
    var arguments = trap.arguments().stream().map(it -> written(trap.kind(), it, words)).toArray();
    return words.text("trap." + trap.kind().id() + part, arguments);
  }

  private static Object written(Trap.Kind kind, Object argument, Words words) {
    return switch (argument) {
      case Double share when SHARES.contains(kind) ->
          words.text("diagnosis.share", Numbers.rounded(100 * share, 2));
      case Double number when !kind.isCertain() -> Numbers.rounded(number, FEW_DIGITS);
      case Double number -> Numbers.rounded(number, DIGITS);
      case List<?> names -> AnswersWords.few(names, MOST_NAMES, words);
      default -> argument;
    };
  }
}
