package dev.neuralworkbench.text;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.metrics.Measured;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.ScoreDetails;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.model.answer.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * All that is said of scores, for whoever prints it: beside those without a network, by class, the
 * confusion matrix, and what the probabilities are worth.
 *
 * @param details null where only the scores are wanted
 * @param part the rows, for the gap to the training rows; any where there is none
 * @param share writes a number that is a share, or has no unit
 * @param inUnits writes one in the target's units
 */
public record ScoreWords(
    Judgement judged,
    @Nullable ScoreDetails details,
    RowPart part,
    DoubleFunction<String> share,
    DoubleFunction<String> inUnits,
    Words words) {

  /**
   * A table.
   *
   * @param heading empty for the first
   * @param cells its lines, that of the heads first
   * @param below sentences
   */
  public record Part(String heading, List<List<String>> cells, List<String> below) {}

  /**
   * The tables.
   *
   * @param mostClasses of more, there is no table with a line for each
   */
  public List<Part> parts(int mostClasses) {
    var intervals = details == null ? null : details.intervals();
    var parts = new ArrayList<Part>();
    parts.add(
        new Part("", ScoreTable.of(judged, words).cells(share, inUnits, intervals, words), said()));
    if (judged.network() instanceof Scores.OfClasses classes
        && judged.target() instanceof ClassTarget target
        && target.classes().size() <= mostClasses) {
      var names = target.classes();
      var table = ClassTable.of(classes.confusion(), names, intervals, words);
      var undefined = table.lacksAny() ? List.of(words.text("cli.evaluate.undefined")) : none();
      parts.add(new Part(words.text("evaluate.of"), table.cells(this::cell, words), undefined));
      var confusion = ScoreTable.confusion(classes.confusion(), names);
      parts.add(new Part(words.text("cli.evaluate.confusion"), confusion, none()));
    }
    if (details != null && details.probabilities() != null) {
      var of = details.probabilities();
      var subject = DetailWords.subject(of, "evaluate.positive.all", words);
      var heads = List.of("", words.text("evaluate.network"), words.text("evaluate.interval"));
      parts.add(
          new Part(
              words.text("cli.evaluate.probabilities", subject),
              List.of(
                  heads,
                  line("evaluate.ap", of.averagePrecision(), new Statistic.AveragePrecision()),
                  line("evaluate.brier", of.brier(), new Statistic.Brier())),
              none()));
      var predicted = DetailWords.subject(of, "evaluate.calibration.all", words);
      parts.add(
          new Part(
              words.text("cli.evaluate.calibration", predicted),
              DetailWords.bins(of.calibration(), words),
              none()));
    }
    return parts;
  }

  private static List<String> none() {
    return List.of();
  }

  private List<String> said() {
    var said = new ArrayList<>(VerdictWords.all(judged, words));
    if (judged.decided() != null) {
      said.add(VerdictWords.cost(judged, judged.decided().by().errorCosts(), words));
    }
    if (details != null) {
      said.add(DetailWords.gap(details, part, judged.problem(), words));
    }
    if (judged.network() instanceof Scores.OfNumbers(var report, _, _) && report.zeros() > 0) {
      said.add(words.text("evaluate.mape.zeros", report.zeros()));
    }
    said.removeIf(String::isEmpty);
    return said;
  }

  private List<String> line(String key, double value, Statistic statistic) {
    var interval = details == null ? "" : DetailWords.interval(details.intervals().of(statistic));
    return List.of(words.text(key), share.apply(value), interval);
  }

  private String cell(Measured score) {
    var interval = DetailWords.interval(score.interval());
    return share.apply(score.value()) + (interval.isEmpty() ? "" : " (" + interval + ")");
  }
}
