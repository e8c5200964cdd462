package dev.neuralworkbench.text;

import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.model.answer.Scores;
import java.util.List;

/**
 * What scores come to where that is bad: a network that does not answer, or no better than none.
 */
public final class VerdictWords {

  private static final int DIGITS = 4;

  private VerdictWords() {}

  /** Which log losses are no match for each other: empty unless classes were balanced. */
  public static String balanced(TargetEncoder target, Words words) {
    return linear(target).equals(".balanced") ? words.text("answers.balanced") : "";
  }

  /** What the keys of the linear model's names end with: how it is fitted. */
  public static String linear(TargetEncoder target) {
    return target instanceof ClassTarget classes
        ? classes.weights() == null ? ".classes" : ".balanced"
        : ".numbers";
  }

  /**
   * The sentence; empty where the network is better than an answer that looks at no input, or tells
   * the classes apart better: one that is not to miss the rare rows may get fewer right in all.
   *
   * @param network the network's scores
   * @param constant those of the most frequent class or of the mean, on the same rows
   */
  public static String of(Scores network, Scores constant, Words words) {
    if (network.unanswered() > 0) {
      return words.text(
          "answers.unanswered", Numbers.count(network.unanswered()), Numbers.count(network.rows()));
    }
    return switch (network) {
      case Scores.OfClasses classes -> {
        var right = classes.report().confusion().correct();
        var without = ((Scores.OfClasses) constant).report().confusion().correct();
        var recall = classes.report().macroRecall();
        var tellsApart = recall > ((Scores.OfClasses) constant).report().macroRecall();
        yield right < without && !tellsApart
            ? words.text(
                "answers.worse.classes",
                Numbers.count(without),
                Numbers.count(network.rows()),
                Numbers.count(right))
            : "";
      }
      case Scores.OfNumbers numbers -> {
        var error = numbers.report().rmse();
        var without = ((Scores.OfNumbers) constant).report().rmse();
        var said = List.of(Numbers.rounded(without, DIGITS), Numbers.rounded(error, DIGITS));
        yield error > without && !said.getFirst().equals(said.getLast())
            ? words.text("answers.worse.numbers", said.toArray())
            : "";
      }
    };
  }
}
