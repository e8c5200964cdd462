package dev.neuralworkbench.cli.print;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.neuralworkbench.cli.terminal.TextGrid;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.metrics.Calibration;
import dev.neuralworkbench.metrics.ScoreInterval;
import dev.neuralworkbench.model.answer.ClassProbabilities;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ScoreDetails;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.model.answer.Statistic;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.ClassTable;
import dev.neuralworkbench.text.DetailWords;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * What evaluate says beside the scores: averages, intervals, probabilities, calibration, the gap.
 *
 * @param part the rows, for the gap to the training rows; any where there is none
 */
public record DetailText(Judgement judged, ScoreDetails details, RowPart part, Words words) {

  /** Adds members to what {@link EvaluationText#json} made; what does not exist is left out. */
  public void addTo(JsonObject json) {
    var intervals = new JsonObject();
    for (var metric : Metric.of(judged.problem())) {
      add(intervals, metric.id(), details.intervals().of(metric));
    }
    switch (judged.network()) {
      case Scores.OfClasses classes -> addClasses(json, intervals, classes);
      case Scores.OfNumbers numbers -> json.addProperty("mape_left_out", numbers.report().zeros());
    }
    json.add("intervals", intervals);
    var gap = details.gap();
    if (gap != null) {
      var of = new JsonObject();
      EvaluationText.add(of, "training", gap.training());
      EvaluationText.add(of, "held_out", gap.heldOut());
      EvaluationText.add(of, "size", gap.size());
      EvaluationText.add(of, "error", gap.error());
      json.add("gap", of);
    }
  }

  private void addClasses(JsonObject json, JsonObject intervals, Scores.OfClasses classes) {
    var of = details.probabilities();
    if (of == null || !(judged.target() instanceof ClassTarget target)) {
      return;
    }
    var table = EvaluationText.table(classes, target, details.intervals(), words);
    var averages = new JsonObject();
    var intervalsOfAverages = new JsonObject();
    table
        .averages()
        .forEach(
            (average, line) -> {
              averages.add(Ids.of(average), values(line));
              intervalsOfAverages.add(Ids.of(average), intervals(line));
            });
    json.add("averages", averages);
    intervals.add("averages", intervalsOfAverages);
    var ofClasses = new JsonArray();
    table.classes().forEach(line -> ofClasses.add(intervals(line)));
    intervals.add("classes", ofClasses);
    if (of.positive() != ClassProbabilities.ALL) {
      json.addProperty("positive", target.classes().get(of.positive()));
    }
    EvaluationText.add(json, "average_precision", of.averagePrecision());
    EvaluationText.add(json, "brier", of.brier());
    add(intervals, "average_precision", details.intervals().of(new Statistic.AveragePrecision()));
    add(intervals, "brier", details.intervals().of(new Statistic.Brier()));
    var bins = new JsonArray();
    of.calibration().bins().forEach(bin -> bins.add(bin(bin)));
    json.add("calibration", bins);
  }

  private static JsonObject values(ClassTable.Line line) {
    var json = new JsonObject();
    line.cells().forEach((score, cell) -> EvaluationText.add(json, Ids.of(score), cell.value()));
    return json;
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
    EvaluationText.add(json, "mean", bin.mean());
    EvaluationText.add(json, "share", bin.share());
    add(json, "interval", bin.interval());
    return json;
  }

  private static void add(JsonObject json, String name, ScoreInterval interval) {
    if (interval.exists()) {
      var both = new JsonArray();
      both.add(interval.low());
      both.add(interval.high());
      json.add(name, both);
    }
  }

  /** Lines below those of {@link EvaluationText#lines}; none where there is nothing to say. */
  public List<String> lines() {
    var lines = new ArrayList<String>();
    var gap = details.gap();
    if (gap != null) {
      lines.add("");
      lines.add(DetailWords.gap(gap, part, judged.problem(), words));
    }
    if (judged.network() instanceof Scores.OfNumbers(var report, _, _) && report.zeros() > 0) {
      lines.add(words.text("evaluate.mape.zeros", report.zeros()));
    }
    var of = details.probabilities();
    if (of != null) {
      lines.add("");
      lines.add(
          words.text(
              "cli.evaluate.probabilities",
              DetailWords.subject(of, "evaluate.positive.all", words)));
      lines.add(
          TextGrid.of(
              List.of(
                  line("evaluate.ap", of.averagePrecision(), new Statistic.AveragePrecision()),
                  line("evaluate.brier", of.brier(), new Statistic.Brier()))));
      lines.add("");
      lines.add(
          words.text(
              "cli.evaluate.calibration",
              DetailWords.subject(of, "evaluate.calibration.all", words)));
      lines.add(TextGrid.of(DetailWords.bins(of.calibration(), words)));
    }
    return lines;
  }

  private List<String> line(String key, double value, Statistic statistic) {
    return List.of(
        words.text(key),
        EvaluationText.share(value),
        DetailWords.interval(details.intervals().of(statistic)));
  }
}
