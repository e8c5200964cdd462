package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ScoreDetails;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.text.AnswersWords;
import dev.neuralworkbench.text.DetailWords;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.VerdictWords;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What is said of the rows that are judged, above their scores; empty where there are none. */
final class JudgedWords {

  private static final int DIGITS = 4;
  private static final int MOST_REMARKS = 2;

  private JudgedWords() {}

  /**
   * Which rows they are, how many, and what is to be known of them.
   *
   * @param isUnknown whether nobody knows which rows the model was trained on
   */
  static String count(Words words, @Nullable JudgedPart judged, int looks, boolean isUnknown) {
    var said = count(words, judged, looks);
    return isUnknown && judged != null && judged.file() == null && judged.folds() == 0
        ? words.text("evaluate.count.unknown", said)
        : said;
  }

  private static String count(Words words, @Nullable JudgedPart judged, int looks) {
    if (judged == null) {
      return "";
    }
    var count = Numbers.count(judged.data().rows());
    var given = judged.file();
    if (given != null) {
      var said = new ArrayList<String>();
      said.add(words.text("evaluate.count.file", count, given.table().name()));
      said.addAll(AnswersWords.targetRemarks(given, MOST_REMARKS, words));
      said.add(AnswersWords.trained(given, words));
      return words.joined(said.toArray(String[]::new));
    }
    var rows = words.text("evaluate.count." + judged.part().id(), count, judged.folds());
    if (judged.folds() > 0 && judged.judgement().network() instanceof Scores.OfClasses) {
      var isDecided = judged.judgement().decided() != null;
      var key = "evaluate.count.cross_validation." + (isDecided ? "decided" : "probable");
      return words.text(key, rows);
    }
    return judged.part() == EvaluatedRows.TEST && looks > 1
        ? words.text("evaluate.count.looks", rows, Numbers.count(looks))
        : rows;
  }

  /** How far the network does better on the rows that it was trained on. */
  static String gap(Words words, @Nullable JudgedPart judged, @Nullable ScoreDetails details) {
    var part = judged == null ? null : judged.part().part();
    return judged == null || part == null || details == null
        ? ""
        : DetailWords.gap(details, part, judged.judgement().problem(), words);
  }

  /** Rows that are right, or R², of the network and of the linear model; classes never found. */
  static String verdict(
      Words words, @Nullable JudgedPart judged, ModelScores.@Nullable Linear linear) {
    if (judged == null) {
      return "";
    }
    var judgement = judged.judgement();
    var said =
        switch (judgement.network()) {
          case Scores.OfClasses classes ->
              words.text("evaluate.verdict.classes", share(classes), classes.rows());
          case Scores.OfNumbers numbers -> words.text("evaluate.verdict.numbers", share(numbers));
        };
    var other = linear == null ? null : linear.scores();
    var rule = VerdictWords.decided(judgement, words);
    var key = rule.isEmpty() ? "evaluate.verdict.beside" : "evaluate.verdict.beside.decided";
    var ruled = words.joined(said, rule);
    var beside = other == null ? ruled : words.text(key, ruled, other(words, judgement, other));
    return words.joined(beside, VerdictWords.missed(judgement, words));
  }

  private static String other(Words words, Judgement judgement, Scores linear) {
    var decided = judgement.decided();
    var costs = decided == null ? null : decided.by().errorCosts();
    return costs != null && linear instanceof Scores.OfClasses of
        ? words.text(
            "evaluate.verdict.cost",
            share(linear),
            Numbers.told(Judgement.cost(of.confusion(), costs), DIGITS))
        : share(linear);
  }

  private static String share(Scores scores) {
    return switch (scores) {
      case Scores.OfClasses classes -> Numbers.count(classes.confusion().correct());
      case Scores.OfNumbers numbers -> Numbers.share(Metric.R2.of(numbers));
    };
  }
}
