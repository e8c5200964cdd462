package dev.neuralworkbench.cli.print;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.study.CrossValidationResult;
import dev.neuralworkbench.study.Spread;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.VerdictWords;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a cross-validation came to, as JSON for scripts or as lines for people. */
public final class StudyText {

  private StudyText() {}

  public static JsonObject json(CrossValidationResult result) {
    var json = new JsonObject();
    json.addProperty("runs", result.folds().size());
    var constant = new JsonObject();
    var linear = new JsonObject();
    for (var metric : result.metrics()) {
      var object = json(result.spread(metric));
      var each = new JsonArray();
      for (var fold : result.folds()) {
        var score = metric.of(fold.judgement().network());
        each.add(Double.isFinite(score) ? score : null);
      }
      object.add("folds", each);
      json.add(metric.id(), object);
      constant.add(metric.id(), json(result.constant(metric)));
      linear.add(metric.id(), json(result.linear(metric)));
    }
    json.add("constant", constant);
    json.add("linear", linear);
    return json;
  }

  static JsonObject json(Spread spread) {
    var object = new JsonObject();
    EvaluationText.add(object, "mean", spread.mean());
    EvaluationText.add(object, "deviation", spread.deviation());
    return object;
  }

  public static String lines(CrossValidationResult result, Words words) {
    var lines = new ArrayList<>(lines(result, result::spread, words));
    var ofLinear = lines(result, result::linear, words);
    if (!ofLinear.isEmpty()) {
      var judged = result.folds().getFirst().judgement();
      var name = words.text("cli.evaluate.linear" + VerdictWords.linear(judged.target()));
      lines.add(words.text("cli.study.linear", name));
      lines.addAll(ofLinear);
      lines.add(VerdictWords.balanced(judged.target(), words));
      lines.removeIf(String::isEmpty);
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static List<String> lines(
      CrossValidationResult result, Function<Metric, Spread> spreads, Words words) {
    return result.metrics().stream()
        .filter(metric -> spreads.apply(metric).count() > 0)
        .map(metric -> line(words.text(metric.nameKey()), spreads.apply(metric), words))
        .toList();
  }

  /** A mean score with its deviation. */
  static String line(String name, Spread spread, Words words) {
    return words.text(
        "cli.study.folds",
        name,
        Numbers.rounded(spread.mean(), 4),
        Double.isNaN(spread.deviation()) ? "–" : Numbers.rounded(spread.deviation(), 2),
        spread.count());
  }
}
