package dev.neuralworkbench.cli.print;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
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

  public JsonObject json() {
    var json = new JsonObject();
    json.addProperty("score", score());
    var settings = new JsonArray();
    summary.settings().forEach(setting -> settings.add(json(setting)));
    json.add("settings", settings);
    var luck = summary.luck();
    if (luck.best() >= 0) {
      json.add("best", levels(summary.ranked().get(luck.best())));
    }
    add(json, "lead", luck.lead());
    add(json, "luck", luck.share());
    json.addProperty("verdict", Ids.of(luck.verdict()));
    return json;
  }

  private static JsonObject json(SettingResult setting) {
    var json = levels(setting);
    json.addProperty("runs", setting.rows().size());
    add(json, "mean", setting.score().mean());
    add(json, "deviation", setting.score().deviation());
    var scores = new JsonArray();
    setting.scores().forEach(scores::add);
    json.add("scores", scores);
    return json;
  }

  private static JsonObject levels(SettingResult setting) {
    var json = new JsonObject();
    setting.setting().levels().forEach(it -> json.addProperty(it.setting().id(), it.text()));
    return json;
  }

  private static void add(JsonObject json, String name, double value) {
    json.addProperty(name, Double.isFinite(value) ? value : null);
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
