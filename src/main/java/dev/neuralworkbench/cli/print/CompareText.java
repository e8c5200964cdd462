package dev.neuralworkbench.cli.print;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.neuralworkbench.study.compare.ComparisonResult;
import dev.neuralworkbench.text.CompareWords;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.List;

/** What a comparison of models came to, as JSON for scripts or as lines for people. */
public final class CompareText {

  private CompareText() {}

  /** One object; a number that does not exist is left out, and null for a fold. */
  public static JsonObject json(ComparisonResult result) {
    var json = new JsonObject();
    json.addProperty("metric", result.metric().id());
    json.addProperty("rope", ComparisonResult.ROPE);
    var models = new JsonArray();
    for (var i = 0; i < result.models().size(); i++) {
      var model = StudyText.json(result.spread(i));
      model.addProperty("name", result.models().get(i).name());
      model.add("folds", folds(result.scores().get(i)));
      models.add(model);
    }
    json.add("models", models);
    var comparisons = new JsonArray();
    for (var other = 1; other < result.models().size(); other++) {
      comparisons.add(comparison(result, other));
    }
    json.add("comparisons", comparisons);
    return json;
  }

  private static JsonObject comparison(ComparisonResult result, int other) {
    var json = new JsonObject();
    json.addProperty("first", result.models().getFirst().name());
    json.addProperty("second", result.models().get(other).name());
    json.add("differences", folds(result.differences(other)));
    result
        .difference(other)
        .ifPresent(
            found -> {
              var shares = found.shares(ComparisonResult.ROPE);
              json.addProperty("first_better", shares.better());
              json.addProperty("no_practical_difference", shares.same());
              json.addProperty("second_better", shares.worse());
              var half = found.half(ComparisonResult.LEVEL);
              json.addProperty("mean_difference", found.mean());
              json.addProperty("lower", found.mean() - half);
              json.addProperty("upper", found.mean() + half);
              json.addProperty("p", found.p());
              json.addProperty("p_holm", result.adjusted().get(other - 1));
              json.addProperty("degrees_of_freedom", found.freedom());
            });
    return json;
  }

  private static JsonArray folds(List<Double> numbers) {
    var each = new JsonArray();
    numbers.forEach(it -> each.add(Double.isFinite(it) ? it : null));
    return each;
  }

  /** Scores, cards and tests, and what these assume. */
  public static String lines(ComparisonResult result, Words words) {
    var lines = new ArrayList<String>();
    lines.add(words.text("cli.compare.heading", words.text(result.metric().nameKey())));
    for (var i = 0; i < result.models().size(); i++) {
      lines.add(StudyText.line(result.models().get(i).name(), result.spread(i), words));
    }
    for (var other = 1; other < result.models().size(); other++) {
      lines.add("");
      lines.addAll(CompareWords.of(result, other, words));
    }
    lines.add("");
    lines.addAll(CompareWords.caveats(result, words));
    return String.join(System.lineSeparator(), lines);
  }
}
