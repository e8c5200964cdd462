package dev.neuralworkbench.cli.print;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.neuralworkbench.cli.terminal.TextGrid;
import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.metrics.ClassificationReport;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.VerdictWords;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

public final class EvaluationText {

  private static final int DIGITS = 4;

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
      json.add("classes", classes(classes.report(), target.classes()));
    }
    addScores(object(json, "constant"), judged.constant(), judged.problem());
    if (judged.linear() != null) {
      addScores(object(json, "linear"), judged.linear(), judged.problem());
    }
    var verdict = VerdictWords.of(judged.network(), judged.constant(), words);
    if (!verdict.isEmpty()) {
      json.addProperty("verdict", verdict);
    }
    return json;
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

  private static void add(JsonObject json, String name, double value) {
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

  private static JsonArray classes(ClassificationReport report, List<String> names) {
    var classes = new JsonArray();
    for (var c = 0; c < names.size(); c++) {
      var json = new JsonObject();
      json.addProperty("name", names.get(c));
      json.addProperty("precision", report.hasPrecision(c) ? report.precision(c) : null);
      json.addProperty("recall", report.hasRecall(c) ? report.recall(c) : null);
      json.addProperty("f1", report.hasF1(c) ? report.f1(c) : null);
      json.addProperty("rows", report.support(c));
      classes.add(json);
    }
    return classes;
  }

  /** The network's scores beside those without one, those of each class, the confusion matrix. */
  public static String lines(Judgement judged, Words words) {
    var network = judged.network();
    var lines = new ArrayList<String>();
    lines.add(words.text("cli.evaluate.rows", network.rows()));
    lines.add(TextGrid.of(scores(judged, words)));
    lines.add(VerdictWords.balanced(judged.target(), words));
    lines.add(VerdictWords.of(judged.network(), judged.constant(), words));
    lines.removeIf(String::isEmpty);
    if (network instanceof Scores.OfClasses classes
        && judged.target() instanceof ClassTarget target) {
      lines.add("");
      lines.add(TextGrid.of(scoresOfClasses(classes.report(), target.classes(), words)));
      if (IntStream.range(0, target.classes().size())
          .anyMatch(c -> !classes.report().hasPrecision(c) || !classes.report().hasRecall(c))) {
        lines.add(words.text("cli.evaluate.undefined"));
      }
      lines.add("");
      lines.add(words.text("cli.evaluate.confusion"));
      lines.add(ConfusionText.of(classes.report().confusion(), target.classes()));
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static List<List<String>> scores(Judgement judged, Words words) {
    var type = judged.problem();
    var suffix = type == ProblemType.CLASSIFICATION ? ".classes" : ".numbers";
    var rows = new ArrayList<List<String>>();
    rows.add(
        row(
            "",
            words.text("evaluate.network"),
            words.text("evaluate.constant" + suffix),
            judged.linear() == null
                ? null
                : words.text("cli.evaluate.linear" + VerdictWords.linear(judged.target()))));
    for (var metric : Metric.of(type)) {
      rows.add(
          row(
              words.text(metric.nameKey()),
              score(metric, judged.network()),
              score(metric, judged.constant()),
              judged.linear() == null ? null : score(metric, judged.linear())));
    }
    rows.add(
        row(
            words.text("cli.evaluate.loss"),
            number(judged.network().loss()),
            "",
            judged.linear() == null ? null : ""));
    return rows;
  }

  private static List<String> row(
      String name, String network, String constant, @Nullable String linear) {
    return linear == null
        ? List.of(name, network, constant)
        : List.of(name, network, constant, linear);
  }

  private static List<List<String>> scoresOfClasses(
      ClassificationReport report, List<String> names, Words words) {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of("class", "precision", "recall", "f1", "rows").stream()
            .map(head -> words.text("evaluate.of." + head))
            .toList());
    for (var c = 0; c < names.size(); c++) {
      rows.add(
          List.of(
              names.get(c),
              share(report.hasPrecision(c) ? report.precision(c) : Double.NaN),
              share(report.hasRecall(c) ? report.recall(c) : Double.NaN),
              share(report.hasF1(c) ? report.f1(c) : Double.NaN),
              Numbers.count(report.support(c))));
    }
    rows.add(
        List.of(
            words.text("evaluate.of.mean"),
            share(report.macroPrecision()),
            share(report.macroRecall()),
            share(report.macroF1()),
            Numbers.count(report.confusion().rows())));
    return rows;
  }

  /**
   * A score: four digits in the target's units, otherwise four decimals, so that points line up.
   */
  public static String score(Metric metric, Scores scores) {
    return metric.isInUnits() ? number(metric.of(scores)) : share(metric.of(scores));
  }

  /** A share of 1 with four decimals; what is rounded to nothing has no sign. */
  public static String share(double value) {
    return Numbers.decimals(value, 4);
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Numbers.rounded(value, DIGITS) : "–";
  }

  static final class ConfusionText {

    private ConfusionText() {}

    static String of(ConfusionMatrix confusion, List<String> classes) {
      var rows = new ArrayList<List<String>>();
      var head = new ArrayList<>(List.of(""));
      head.addAll(classes);
      rows.add(head);
      for (var actual = 0; actual < classes.size(); actual++) {
        var row = new ArrayList<>(List.of(classes.get(actual)));
        for (var predicted = 0; predicted < classes.size(); predicted++) {
          row.add(String.valueOf(confusion.count(actual, predicted)));
        }
        rows.add(row);
      }
      return TextGrid.of(rows);
    }
  }
}
