package dev.neuralworkbench.cli.print;

import dev.neuralworkbench.cli.terminal.Json;
import dev.neuralworkbench.cli.terminal.TextGrid;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.metrics.Calibration;
import dev.neuralworkbench.metrics.ClassScore;
import dev.neuralworkbench.metrics.ClassScore.Average;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.metrics.ScoreGap;
import dev.neuralworkbench.metrics.ScoreInterval;
import dev.neuralworkbench.model.Decision.Costs;
import dev.neuralworkbench.model.Decision.Threshold;
import dev.neuralworkbench.model.answer.ClassProbabilities;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ScoreDetails;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.model.answer.Statistic;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.ClassTable;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.ScoreWords;
import dev.neuralworkbench.text.VerdictWords;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is printed of an evaluation: lines for a terminal, or an object for a program. */
public final class EvaluationText {

  private static final int DIGITS = 4;

  private EvaluationText() {}

  /** One object; a number that does not exist is left out, and null for a class: 0 / 0. */
  public static Json json(Judgement judged, @Nullable ScoreDetails details, Words words) {
    var network = judged.network();
    var json =
        addScores(
                new Json()
                    .add("rows", network.rows())
                    .add("without_answer", network.unanswered())
                    .add("loss", network.loss()),
                network,
                judged)
            .add("constant", addScores(new Json(), judged.constant(), judged));
    if (judged.linear() != null) {
      json.add("linear", addScores(new Json(), judged.linear(), judged));
    }
    var verdict = VerdictWords.of(judged, words) + " " + VerdictWords.missed(judged, words);
    json.add("verdict", verdict.isBlank() ? null : verdict.strip());
    var intervals = new Json();
    if (details != null) {
      for (var metric : Metric.of(judged.problem())) {
        intervals.add(metric.id(), ends(details.intervals().of(metric)));
      }
      json.add("intervals", intervals).add("gap", gap(details.gap()));
    }
    switch (network) {
      case Scores.OfNumbers(var report, _, _) -> json.add("mape_left_out", report.zeros());
      case Scores.OfClasses classes -> {
        if (judged.target() instanceof ClassTarget target) {
          json.add("decision", decision(judged.decided(), classes.confusion(), target));
          addClasses(json, intervals, classes.confusion(), target, details, words);
        }
      }
    }
    return json;
  }

  private static Json addScores(Json json, Scores scores, Judgement judged) {
    for (var metric : Metric.of(judged.problem())) {
      json.add(metric.id(), metric.of(scores));
    }
    if (scores instanceof Scores.OfClasses classes) {
      for (var score : List.of(ClassScore.PRECISION, ClassScore.RECALL, ClassScore.F1)) {
        json.add(Ids.of(score), score.of(classes.confusion(), Average.MACRO));
      }
    }
    return json;
  }

  private static @Nullable Json gap(@Nullable ScoreGap gap) {
    return gap == null
        ? null
        : new Json()
            .add("training", gap.training())
            .add("held_out", gap.heldOut())
            .add("size", gap.size())
            .add("error", gap.error());
  }

  /** Which class is predicted, and what the errors cost where costs decide. */
  private static Json decision(
      Judgement.@Nullable Decided decided, ConfusionMatrix of, ClassTarget target) {
    if (decided == null) {
      return new Json().add("type", "most_probable");
    }
    var json =
        switch (decided.by()) {
          case Threshold(var positive, var threshold, var found, var aim) ->
              new Json()
                  .add("type", "threshold")
                  .add("positive", target.classes().get(positive))
                  .add("threshold", threshold)
                  .addOrNull("found", found == null ? null : Ids.of(found))
                  .addOrNull("for", aim == null ? null : Ids.of(aim.score()));
          case Costs _ -> new Json().add("type", "costs");
        };
    var costs = decided.by().errorCosts();
    if (costs != null) {
      var total = Judgement.cost(of, costs);
      json.add("costs", costs.costs()).add("total_cost", total).add("mean_cost", total / of.rows());
    }
    return json;
  }

  private static void addClasses(
      Json json,
      Json intervals,
      ConfusionMatrix confusion,
      ClassTarget target,
      @Nullable ScoreDetails details,
      Words words) {
    var known = details == null ? null : details.intervals();
    var table = ClassTable.of(confusion, target.classes(), known, words);
    var classes = new ArrayList<Json>();
    for (var line : table.classes()) {
      var of = new Json().add("name", line.name());
      line.cells().forEach((score, cell) -> of.addOrNull(Ids.of(score), cell.value()));
      classes.add(of.add("rows", line.rows()));
    }
    var averages = new Json();
    var ofAverages = new Json();
    table
        .averages()
        .forEach(
            (average, line) -> {
              var of = new Json();
              line.cells().forEach((score, cell) -> of.add(Ids.of(score), cell.value()));
              averages.add(Ids.of(average), of);
              ofAverages.add(Ids.of(average), intervals(line));
            });
    json.add("confusion", matrix(confusion)).add("classes", classes).add("averages", averages);
    intervals
        .add("classes", table.classes().stream().map(EvaluationText::intervals).toList())
        .add("averages", ofAverages);
    if (details != null && details.probabilities() != null) {
      var of = details.probabilities();
      var isOfAll = of.positive() == ClassProbabilities.ALL;
      json.add("positive", isOfAll ? null : target.classes().get(of.positive()))
          .add("average_precision", of.averagePrecision())
          .add("brier", of.brier())
          .add("calibration", of.calibration().bins().stream().map(EvaluationText::bin).toList());
      var all = details.intervals();
      intervals
          .add("average_precision", ends(all.of(new Statistic.AveragePrecision())))
          .add("brier", ends(all.of(new Statistic.Brier())));
    }
  }

  private static List<List<Integer>> matrix(ConfusionMatrix confusion) {
    var classes = IntStream.range(0, confusion.classes()).boxed().toList();
    return classes.stream()
        .map(actual -> classes.stream().map(it -> confusion.count(actual, it)).toList())
        .toList();
  }

  private static Json intervals(ClassTable.Line line) {
    var json = new Json();
    line.cells().forEach((score, cell) -> json.add(Ids.of(score), ends(cell.interval())));
    return json;
  }

  private static Json bin(Calibration.Bin bin) {
    return new Json()
        .add("from", bin.low())
        .add("to", bin.high())
        .add("rows", bin.rows())
        .add("few_rows", bin.isThin())
        .add("mean", bin.mean())
        .add("share", bin.share())
        .add("interval", ends(bin.interval()));
  }

  private static @Nullable List<Double> ends(ScoreInterval interval) {
    return interval.exists() ? List.of(interval.low(), interval.high()) : null;
  }

  /** Lines for a terminal; see {@link ScoreWords}. */
  public static String lines(
      Judgement judged, @Nullable ScoreDetails details, RowPart part, Words words) {
    var lines = new ArrayList<String>();
    lines.add(words.text("cli.evaluate.rows", judged.network().rows()));
    var said =
        new ScoreWords(judged, details, part, EvaluationText::share, EvaluationText::number, words);
    for (var of : said.parts(Integer.MAX_VALUE)) {
      if (!of.heading().isEmpty()) {
        lines.addAll(List.of("", of.heading()));
      }
      lines.add(TextGrid.of(of.cells()));
      lines.addAll(of.below());
    }
    return String.join(System.lineSeparator(), lines);
  }

  /**
   * A score: four digits in the target's units, otherwise four decimals, so that points line up.
   */
  public static String score(Metric metric, double value) {
    return metric.isInUnits() ? number(value) : share(value);
  }

  /** A share of 1 with four decimals; what is rounded to nothing has no sign. */
  public static String share(double value) {
    return Numbers.decimals(value, 4);
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Numbers.rounded(value, DIGITS) : "–";
  }
}
