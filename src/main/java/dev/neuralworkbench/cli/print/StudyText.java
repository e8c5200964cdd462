package dev.neuralworkbench.cli.print;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.neuralworkbench.study.CrossValidationResult;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import java.util.stream.Collectors;

/** What a cross-validation came to, as JSON for scripts or as lines for people. */
public final class StudyText {

  private StudyText() {}

  /** Mean and standard deviation of each score, and the score of each fold. */
  public static String json(CrossValidationResult result) {
    var json = new JsonObject();
    json.addProperty("runs", result.folds().size());
    for (var metric : result.metrics()) {
      var spread = result.spread(metric);
      var object = new JsonObject();
      add(object, "mean", spread.mean());
      add(object, "deviation", spread.deviation());
      var each = new JsonArray();
      for (var fold : result.folds()) {
        var score = metric.of(fold.judgement().network());
        each.add(Double.isFinite(score) ? score : null);
      }
      object.add("folds", each);
      json.add(metric.id(), object);
    }
    return new GsonBuilder().serializeNulls().setPrettyPrinting().create().toJson(json);
  }

  private static void add(JsonObject json, String name, double value) {
    if (Double.isFinite(value)) {
      json.addProperty(name, value);
    }
  }

  /** A line for each score: mean ± standard deviation. */
  public static String lines(CrossValidationResult result, Words words) {
    return result.metrics().stream()
        .map(
            metric -> {
              var spread = result.spread(metric);
              return words.text(
                  "cli.study.line",
                  words.text(metric.nameKey()),
                  Numbers.rounded(spread.mean(), 4),
                  Double.isNaN(spread.deviation()) ? "–" : Numbers.rounded(spread.deviation(), 2),
                  spread.count());
            })
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
