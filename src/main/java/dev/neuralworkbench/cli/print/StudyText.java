package dev.neuralworkbench.cli.print;

import dev.neuralworkbench.cli.terminal.Json;
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

  public static Json json(CrossValidationResult result) {
    var json = new Json().add("runs", result.folds().size());
    var constant = new Json();
    var linear = new Json();
    for (var metric : result.metrics()) {
      var folds = result.folds().stream().map(it -> metric.of(it.judgement().network())).toList();
      json.add(metric.id(), json(result.spread(metric)).add("folds", folds));
      constant.add(metric.id(), json(result.constant(metric)));
      linear.add(metric.id(), json(result.linear(metric)));
    }
    return json.add("constant", constant).add("linear", linear);
  }

  static Json json(Spread spread) {
    return new Json().add("mean", spread.mean()).add("deviation", spread.deviation());
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
