package dev.neuralworkbench.cli.print;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
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
import org.jspecify.annotations.Nullable;

/** What is printed of an evaluation: lines for a terminal, or an object for a program. */
public final class EvaluationText {

  private static final int DIGITS = 4;
  private static final Gson PRINTED =
      new GsonBuilder().serializeNulls().setPrettyPrinting().disableHtmlEscaping().create();

  private EvaluationText() {}

  /** One object; a number that does not exist is left out, and null for a class: 0 / 0. */
  public static JsonObject json(Judgement judged, @Nullable ScoreDetails details, Words words) {
    var json = new JsonObject();
    var network = judged.network();
    json.addProperty("rows", network.rows());
    json.addProperty("without_answer", network.unanswered());
    add(json, "loss", network.loss());
    addScores(json, network, judged);
    addScores(object(json, "constant"), judged.constant(), judged);
    if (judged.linear() != null) {
      addScores(object(json, "linear"), judged.linear(), judged);
    }
    var verdict = VerdictWords.of(judged, words) + " " + VerdictWords.missed(judged, words);
    if (!verdict.isBlank()) {
      json.addProperty("verdict", verdict.strip());
    }
    var intervals = new JsonObject();
    if (details != null) {
      for (var metric : Metric.of(judged.problem())) {
        add(intervals, metric.id(), details.intervals().of(metric));
      }
      json.add("intervals", intervals);
      addGap(json, details.gap());
    }
    switch (network) {
      case Scores.OfNumbers(var report, _, _) -> json.addProperty("mape_left_out", report.zeros());
      case Scores.OfClasses classes -> {
        if (judged.target() instanceof ClassTarget target) {
          addDecision(object(json, "decision"), judged.decided(), classes.confusion(), target);
          addClasses(json, intervals, classes.confusion(), target, details, words);
        }
      }
    }
    return json;
  }

  /** An object as it is printed for a program. */
  public static String printed(JsonObject json) {
    return PRINTED.toJson(json);
  }

  private static JsonObject object(JsonObject in, String name) {
    var made = new JsonObject();
    in.add(name, made);
    return made;
  }

  private static void addScores(JsonObject json, Scores scores, Judgement judged) {
    for (var metric : Metric.of(judged.problem())) {
      add(json, metric.id(), metric.of(scores));
    }
    if (scores instanceof Scores.OfClasses classes) {
      for (var score : List.of(ClassScore.PRECISION, ClassScore.RECALL, ClassScore.F1)) {
        add(json, Ids.of(score), score.of(classes.confusion(), Average.MACRO));
      }
    }
  }

  private static void addGap(JsonObject json, @Nullable ScoreGap gap) {
    if (gap != null) {
      var of = object(json, "gap");
      add(of, "training", gap.training());
      add(of, "held_out", gap.heldOut());
      add(of, "size", gap.size());
      add(of, "error", gap.error());
    }
  }

  /** Which class is predicted, and what the errors cost where costs decide. */
  private static void addDecision(
      JsonObject json,
      Judgement.@Nullable Decided decided,
      ConfusionMatrix of,
      ClassTarget target) {
    switch (decided == null ? null : decided.by()) {
      case null -> json.addProperty("type", "most_probable");
      case Threshold(var positive, var threshold, var found) -> {
        json.addProperty("type", "threshold");
        json.addProperty("positive", target.classes().get(positive));
        json.addProperty("threshold", threshold);
        json.addProperty("found", found == null ? null : Ids.of(found));
      }
      case Costs costs -> {
        json.addProperty("type", "costs");
        var rows = new JsonArray();
        for (var line : costs.costs()) {
          var row = new JsonArray();
          line.forEach(it -> row.add(it));
          rows.add(row);
        }
        json.add("costs", rows);
        var total = Judgement.cost(of, costs);
        json.addProperty("total_cost", total);
        add(json, "mean_cost", total / of.rows());
      }
    }
  }

  private static void addClasses(
      JsonObject json,
      JsonObject intervals,
      ConfusionMatrix confusion,
      ClassTarget target,
      @Nullable ScoreDetails details,
      Words words) {
    json.add("confusion", matrix(confusion));
    var known = details == null ? null : details.intervals();
    var table = ClassTable.of(confusion, target.classes(), known, words);
    var classes = new JsonArray();
    var ofClasses = new JsonArray();
    for (var line : table.classes()) {
      var of = new JsonObject();
      of.addProperty("name", line.name());
      line.cells()
          .forEach(
              (score, cell) ->
                  of.addProperty(Ids.of(score), Double.isNaN(cell.value()) ? null : cell.value()));
      of.addProperty("rows", line.rows());
      classes.add(of);
      ofClasses.add(intervals(line));
    }
    json.add("classes", classes);
    intervals.add("classes", ofClasses);
    var averages = object(json, "averages");
    var ofAverages = object(intervals, "averages");
    table
        .averages()
        .forEach(
            (average, line) -> {
              var of = object(averages, Ids.of(average));
              line.cells().forEach((score, cell) -> add(of, Ids.of(score), cell.value()));
              ofAverages.add(Ids.of(average), intervals(line));
            });
    if (details != null && details.probabilities() != null) {
      var of = details.probabilities();
      if (of.positive() != ClassProbabilities.ALL) {
        json.addProperty("positive", target.classes().get(of.positive()));
      }
      add(json, "average_precision", of.averagePrecision());
      add(json, "brier", of.brier());
      add(intervals, "average_precision", details.intervals().of(new Statistic.AveragePrecision()));
      add(intervals, "brier", details.intervals().of(new Statistic.Brier()));
      var bins = new JsonArray();
      of.calibration().bins().forEach(bin -> bins.add(bin(bin)));
      json.add("calibration", bins);
    }
  }

  private static JsonArray matrix(ConfusionMatrix confusion) {
    var rows = new JsonArray();
    for (var actual = 0; actual < confusion.classes(); actual++) {
      var row = new JsonArray();
      for (var predicted = 0; predicted < confusion.classes(); predicted++) {
        row.add(confusion.count(actual, predicted));
      }
      rows.add(row);
    }
    return rows;
  }

  private static JsonObject intervals(ClassTable.Line line) {
    var json = new JsonObject();
    line.cells().forEach((score, cell) -> add(json, Ids.of(score), cell.interval()));
    return json;
  }

  private static JsonObject bin(Calibration.Bin bin) {
    var json = new JsonObject();
    json.addProperty("from", bin.low());
    json.addProperty("to", bin.high());
    json.addProperty("rows", bin.rows());
    json.addProperty("few_rows", bin.isThin());
    add(json, "mean", bin.mean());
    add(json, "share", bin.share());
    add(json, "interval", bin.interval());
    return json;
  }

  /** Adds a number that exists. */
  public static void add(JsonObject json, String name, double value) {
    if (Double.isFinite(value)) {
      json.addProperty(name, value);
    }
  }

  private static void add(JsonObject json, String name, ScoreInterval interval) {
    if (interval.exists()) {
      var both = new JsonArray();
      both.add(interval.low());
      both.add(interval.high());
      json.add(name, both);
    }
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
