package dev.neuralworkbench.cli.print;

import dev.neuralworkbench.cli.terminal.Json;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.study.vary.SettingResult;
import dev.neuralworkbench.study.vary.StudySummary;
import dev.neuralworkbench.text.LuckWords;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.stream.Collectors;

/**
 * What a study came to, as JSON for scripts or as lines for people.
 *
 * @param base the experiment whose choices are varied
 */
public record StudyRunsText(StudySummary summary, Experiment base) {

  private static final int DIGITS = 4;

  private String score() {
    return (summary.validated() ? "validation_" : "training_")
        + (base.preparation().problemType() == ProblemType.CLASSIFICATION ? "accuracy" : "r2");
  }

  public Json json() {
    var luck = summary.luck();
    return new Json()
        .add("score", score())
        .add("settings", summary.settings().stream().map(StudyRunsText::json).toList())
        .add("best", luck.best() < 0 ? null : levels(summary.ranked().get(luck.best())))
        .addOrNull("lead", luck.lead())
        .addOrNull("luck", luck.share())
        .add("verdict", Ids.of(luck.verdict()));
  }

  private static Json json(SettingResult setting) {
    return levels(setting)
        .add("runs", setting.rows().size())
        .addOrNull("mean", setting.score().mean())
        .addOrNull("deviation", setting.score().deviation())
        .add("scores", setting.scores());
  }

  private static Json levels(SettingResult setting) {
    var json = new Json();
    setting.setting().levels().forEach(it -> json.add(it.setting().id(), it.text()));
    return json;
  }

  public String lines(Words words) {
    var lines = new ArrayList<String>();
    var judge = summary.validated() && base.training().foldCount() > 0 ? ".folds" : "";
    lines.add(words.text("cli.study.score." + score() + judge));
    for (var setting : summary.settings()) {
      var score = setting.score();
      lines.add(
          words.text(
              "cli.study.line",
              name(setting, words),
              Double.isNaN(score.mean()) ? "–" : Numbers.rounded(score.mean(), DIGITS),
              Double.isNaN(score.deviation()) ? "–" : Numbers.rounded(score.deviation(), 2),
              score.count()));
    }
    var left = summary.settings().size() - summary.ranked().size();
    if (left > 0) {
      lines.add(words.text("study.unranked", Numbers.count(left)));
    }
    var names = summary.ranked().stream().map(it -> name(it, words)).toList();
    lines.add(LuckWords.of(summary.luck(), names, words));
    return lines.stream()
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String name(SettingResult setting, Words words) {
    return setting.setting().levels().isEmpty()
        ? words.text("cli.study.plain")
        : setting.setting().levels().stream()
            .map(it -> it.setting().name() + "=" + it.text())
            .collect(Collectors.joining(" "));
  }
}
