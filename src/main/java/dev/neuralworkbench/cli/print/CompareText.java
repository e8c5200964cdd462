package dev.neuralworkbench.cli.print;

import dev.neuralworkbench.cli.terminal.Json;
import dev.neuralworkbench.study.compare.ComparisonResult;
import dev.neuralworkbench.text.CompareWords;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.stream.IntStream;

/** What a comparison of models came to, as JSON for scripts or as lines for people. */
public final class CompareText {

  private CompareText() {}

  /** One object; a number that does not exist is left out, and null for a fold. */
  public static Json json(ComparisonResult result) {
    var models = new ArrayList<Json>();
    for (var i = 0; i < result.models().size(); i++) {
      models.add(
          StudyText.json(result.spread(i))
              .add("name", result.models().get(i).name())
              .add("folds", result.scores().get(i)));
    }
    return new Json()
        .add("metric", result.metric().id())
        .add("rope", ComparisonResult.ROPE)
        .add("models", models)
        .add(
            "comparisons",
            IntStream.range(1, models.size()).mapToObj(it -> comparison(result, it)).toList());
  }

  private static Json comparison(ComparisonResult result, int other) {
    var json =
        new Json()
            .add("first", result.models().getFirst().name())
            .add("second", result.models().get(other).name())
            .add("differences", result.differences(other));
    result
        .difference(other)
        .ifPresent(
            found -> {
              var shares = found.shares(ComparisonResult.ROPE);
              var half = found.half(ComparisonResult.LEVEL);
              json.add("first_better", shares.better())
                  .add("no_practical_difference", shares.same())
                  .add("second_better", shares.worse())
                  .add("mean_difference", found.mean())
                  .add("lower", found.mean() - half)
                  .add("upper", found.mean() + half)
                  .add("p", found.p())
                  .add("p_holm", result.adjusted().get(other - 1))
                  .add("degrees_of_freedom", found.freedom());
            });
    return json;
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
