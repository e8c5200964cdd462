package dev.neuralworkbench.cli.print;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.neuralworkbench.cli.terminal.TextGrid;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ScoreIntervals;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.ClassTable;
import dev.neuralworkbench.text.DetailWords;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.ScoreTable;
import dev.neuralworkbench.text.VerdictWords;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

public final class EvaluationText {

  private static final int DIGITS = 4;
  private static final Gson PRINTED =
      new GsonBuilder().serializeNulls().setPrettyPrinting().disableHtmlEscaping().create();

  private EvaluationText() {}

  /** One object; a number that does not exist is left out, and null for a class: 0 / 0. */
  public static JsonObject json(Judgement judged, Words words) {
    var json = new JsonObject();
    var network = judged.network();
    json.addProperty("rows", network.rows());
    json.addProperty("without_answer", network.unanswered());
    add(json, "loss", network.loss());
    addScores(json, judged.network(), judged.problem());
    if (network instanceof Scores.OfClasses classes
        && judged.target() instanceof ClassTarget target) {
      json.add("confusion", matrix(classes.report().confusion()));
      json.add("classes", classes(table(classes, target, null, words)));
    }
    addScores(object(json, "constant"), judged.constant(), judged.problem());
    if (judged.linear() != null) {
      addScores(object(json, "linear"), judged.linear(), judged.problem());
    }
    var verdict = VerdictWords.of(judged, words) + " " + VerdictWords.missed(judged, words);
    if (!verdict.isBlank()) {
      json.addProperty("verdict", verdict.strip());
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

  private static void addScores(JsonObject json, Scores scores, ProblemType type) {
    for (var metric : Metric.of(type)) {
      add(json, metric.id(), metric.of(scores));
    }
    if (scores instanceof Scores.OfClasses classes) {
      var report = classes.report();
      add(json, "precision", report.macroPrecision());
      add(json, "recall", report.macroRecall());
      add(json, "f1", report.macroF1());
    }
  }

  /** Adds a number that exists. */
  public static void add(JsonObject json, String name, double value) {
    if (Double.isFinite(value)) {
      json.addProperty(name, value);
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

  static ClassTable table(
      Scores.OfClasses classes,
      ClassTarget target,
      @Nullable ScoreIntervals intervals,
      Words words) {
    return ClassTable.of(classes.report().confusion(), target.classes(), intervals, words);
  }

  private static JsonArray classes(ClassTable table) {
    var classes = new JsonArray();
    for (var of : table.classes()) {
      var json = new JsonObject();
      json.addProperty("name", of.name());
      of.cells()
          .forEach(
              (score, cell) ->
                  json.addProperty(
                      Ids.of(score), Double.isNaN(cell.value()) ? null : cell.value()));
      json.addProperty("rows", of.rows());
      classes.add(json);
    }
    return classes;
  }

  /** The network's scores beside those without one, those of each class, the confusion matrix. */
  public static String lines(Judgement judged, Words words) {
    return lines(judged, null, words);
  }

  /** The same with the intervals of the network's scores, unless they are null. */
  public static String lines(Judgement judged, @Nullable ScoreIntervals intervals, Words words) {
    var network = judged.network();
    var lines = new ArrayList<String>();
    lines.add(words.text("cli.evaluate.rows", network.rows()));
    var table = ScoreTable.of(judged, words);
    var scores = new ArrayList<>(table.cells(EvaluationText::score, intervals, words));
    var loss = new ArrayList<>(List.of(words.text("cli.evaluate.loss"), number(network.loss())));
    loss.addAll(Collections.nCopies(scores.getFirst().size() - 2, ""));
    scores.add(loss);
    lines.add(TextGrid.of(scores));
    lines.add(VerdictWords.balanced(judged.target(), words));
    lines.add(VerdictWords.of(judged, words));
    lines.add(VerdictWords.missed(judged, words));
    lines.removeIf(String::isEmpty);
    if (network instanceof Scores.OfClasses classes
        && judged.target() instanceof ClassTarget target) {
      var ofClasses = table(classes, target, intervals, words);
      lines.add("");
      lines.add(TextGrid.of(ofClasses.cells(EvaluationText::cell, words)));
      if (ofClasses.lacksAny()) {
        lines.add(words.text("cli.evaluate.undefined"));
      }
      lines.add("");
      lines.add(words.text("cli.evaluate.confusion"));
      var confusion = classes.report().confusion();
      lines.add(TextGrid.of(ScoreTable.confusion(confusion, target.classes(), String::valueOf)));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String cell(ClassTable.Cell cell) {
    var interval = DetailWords.interval(cell.interval());
    return share(cell.value()) + (interval.isEmpty() ? "" : " (" + interval + ")");
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
