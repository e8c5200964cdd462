package dev.neuralworkbench.text;

import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.metrics.ClassScore;
import dev.neuralworkbench.metrics.ClassScore.Average;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.metrics.RegressionReport;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Decision.Costs;
import dev.neuralworkbench.model.Decision.Threshold;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Scores;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What scores come to where that is bad: a network that does not answer, or no better than none.
 */
public final class VerdictWords {

  private static final int DIGITS = 4;
  private static final int MOST_NAMES = 3;

  /** An R² that is 0 but for how its sums are rounded. */
  private static final double ROUNDING = 1e-12;

  private VerdictWords() {}

  /** All that is to be said, a sentence each. */
  public static List<String> all(Judgement judged, Words words) {
    return Stream.of(balanced(judged.target(), words), of(judged, words), missed(judged, words))
        .filter(it -> !it.isEmpty())
        .toList();
  }

  /** Which log losses are no match for each other: empty unless classes were balanced alone. */
  public static String balanced(TargetEncoder target, Words words) {
    return target instanceof ClassTarget classes
            && classes.weights() != null
            && !classes.isCorrected()
        ? words.text("answers.balanced")
        : "";
  }

  /** What the keys of the linear model's names end with: how it is fitted. */
  public static String linear(TargetEncoder target) {
    return target instanceof ClassTarget classes
        ? classes.weights() == null ? ".classes" : ".balanced"
        : ".numbers";
  }

  /**
   * The sentence; empty where the network is better than an answer that looks at no input. As good
   * is not better: one that names the most frequent class for every row has learned nothing. One
   * that finds rows of rare classes is not said to be worse, and how it is better is told.
   */
  public static String of(Judgement judged, Words words) {
    var network = judged.network();
    if (network.unanswered() > 0) {
      return words.text(
          "answers.unanswered", Numbers.count(network.unanswered()), Numbers.count(network.rows()));
    }
    return switch (network) {
      case Scores.OfClasses(var confusion, _, _, _) -> {
        var constant = ((Scores.OfClasses) judged.constant()).confusion();
        yield judged.decided() == null
            ? ofClasses(confusion, constant, words)
            : decided(judged, judged.decided().by(), confusion, words);
      }
      case Scores.OfNumbers(var report, _, _) ->
          ofNumbers(report, ((Scores.OfNumbers) judged.constant()).report(), words);
    };
  }

  /**
   * Costs are compared with those of always predicting the cheapest class; a threshold tells none.
   */
  private static String decided(
      Judgement judged, Decision by, ConfusionMatrix network, Words words) {
    var costs = by.errorCosts();
    if (costs == null || !(judged.target() instanceof ClassTarget target)) {
      return "";
    }
    var classes = IntStream.range(0, network.classes()).boxed();
    var best = classes.min(Comparator.comparingDouble(c -> always(c, network, costs))).orElse(0);
    var without = always(best, network, costs);
    var own = Judgement.cost(network, costs);
    return own < without
        ? ""
        : words.text(
            own > without ? "answers.worse.costs" : "answers.equal.costs",
            target.classes().get(best),
            Numbers.rounded(without, DIGITS),
            Numbers.rounded(own, DIGITS));
  }

  private static double always(int predicted, ConfusionMatrix of, Costs costs) {
    return IntStream.range(0, of.classes())
        .mapToDouble(c -> of.support(c) * costs.costs().get(c).get(predicted))
        .sum();
  }

  /** How a network decides that does not predict the most probable class, and what that costs. */
  public static String decided(Judgement judged, Words words) {
    if (judged.decided() == null || !(judged.network() instanceof Scores.OfClasses of)) {
      return "";
    }
    var by = judged.decided().by();
    var costs = by.errorCosts();
    return words.joined(
        by instanceof Threshold it
            ? words.text("answers.threshold", Numbers.told(it.threshold(), DIGITS))
            : "",
        costs == null
            ? ""
            : words.text(
                "decision.cost", Numbers.rounded(Judgement.cost(of.confusion(), costs), DIGITS)));
  }

  /**
   * What mistakes cost, beside those that the most probable class makes and those of the linear
   * model; empty without costs, or of other classes.
   */
  public static String cost(Judgement judged, @Nullable Costs costs, Words words) {
    if (costs == null
        || !(judged.network() instanceof Scores.OfClasses(var network, _, _, _))
        || network.classes() != costs.costs().size()) {
      return "";
    }
    var own = Judgement.cost(network, costs);
    var plain = judged.decided() == null ? network : judged.decided().plain();
    var without = Judgement.cost(plain, costs);
    var said =
        words.text(
            "answers.cost",
            Numbers.rounded(own, DIGITS),
            Numbers.rounded(own / network.rows(), DIGITS),
            Numbers.rounded(without, DIGITS),
            Numbers.rounded(without / network.rows(), DIGITS));
    if (!(judged.linear() instanceof Scores.OfClasses(var linear, _, _, _))) {
      return said;
    }
    var beside = Numbers.rounded(Judgement.cost(linear, costs), DIGITS);
    return words.joined(said, words.text("decision.linear", beside));
  }

  private static String ofClasses(ConfusionMatrix network, ConfusionMatrix constant, Words words) {
    var right = network.correct();
    var without = constant.correct();
    if (right > without) {
      return "";
    }
    var rows = Numbers.count(network.rows());
    var recall = ClassScore.RECALL.of(network, Average.MACRO);
    var withoutRecall = ClassScore.RECALL.of(constant, Average.MACRO);
    if (recall > withoutRecall) {
      return words.text(
          "answers.apart.classes",
          Numbers.count(without),
          rows,
          Numbers.count(right),
          Numbers.share(recall),
          Numbers.share(withoutRecall));
    }
    return right == without
        ? words.text("answers.equal.classes", Numbers.count(without), rows)
        : words.text("answers.worse.classes", Numbers.count(without), rows, Numbers.count(right));
  }

  private static String ofNumbers(
      RegressionReport network, RegressionReport constant, Words words) {
    var error = Numbers.rounded(network.rmse(), DIGITS);
    var without = Numbers.rounded(constant.rmse(), DIGITS);
    if (network.rmse() > constant.rmse() && !error.equals(without)) {
      return words.text("answers.worse.numbers", without, error);
    }
    return network.r2() <= ROUNDING
        ? words.text("answers.equal.numbers", Numbers.share(network.r2()))
        : "";
  }

  /** Names the classes of which no row was found; empty where there is none, or no answer. */
  public static String missed(Judgement judged, Words words) {
    if (!(judged.network() instanceof Scores.OfClasses(var confusion, _, _, _))
        || !(judged.target() instanceof ClassTarget target)
        || confusion.unanswered() > 0) {
      return "";
    }
    var names =
        IntStream.range(0, target.classes().size())
            .filter(c -> ClassScore.RECALL.exists(confusion, c) && confusion.count(c, c) == 0)
            .mapToObj(target.classes()::get)
            .toList();
    return names.isEmpty()
        ? ""
        : words.text("answers.missed", names.size(), AnswersWords.few(names, MOST_NAMES, words));
  }
}
