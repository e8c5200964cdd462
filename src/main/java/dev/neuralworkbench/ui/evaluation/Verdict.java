package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.VerdictWords;
import dev.neuralworkbench.text.Words;
import org.jspecify.annotations.Nullable;

/** The judgement in one line, beside what a linear model reaches; and a warning, if need be. */
final class Verdict {

  private Verdict() {}

  static String line(Words words, Judgement judgement, ModelScores.@Nullable Linear linear) {
    var said =
        switch (judgement.network()) {
          case Scores.OfClasses classes ->
              words.text("evaluate.verdict.classes", right(classes), classes.rows());
          case Scores.OfNumbers numbers -> words.text("evaluate.verdict.numbers", share(numbers));
        };
    var other = linear == null ? null : linear.scores();
    return switch (other) {
      case null -> said;
      case Scores.OfClasses classes -> words.text("evaluate.verdict.beside", said, right(classes));
      case Scores.OfNumbers numbers -> words.text("evaluate.verdict.beside", said, share(numbers));
    };
  }

  /** That the network is worse than an answer without one; empty where it is not. */
  static String warning(Words words, Judgement judgement) {
    return VerdictWords.of(judgement.network(), judgement.constant(), words);
  }

  private static String right(Scores.OfClasses scores) {
    return Numbers.count(scores.report().confusion().correct());
  }

  private static String share(Scores.OfNumbers scores) {
    return Numbers.share(Metric.R2.of(scores));
  }
}
