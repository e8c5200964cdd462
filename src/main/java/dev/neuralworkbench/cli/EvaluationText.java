package dev.neuralworkbench.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.neuralworkbench.data.ClassTarget;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.model.Evaluation;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;

/** An evaluation as JSON for scripts, or as lines for people. */
final class EvaluationText {

  private EvaluationText() {}

  /** One object; a number that does not exist is left out. */
  static String json(Evaluation evaluation) {
    var json = new JsonObject();
    json.addProperty("rows", evaluation.rows());
    switch (evaluation) {
      case Evaluation.OfClasses classes -> {
        add(json, "accuracy", classes.report().accuracy());
        add(json, "loss", classes.loss());
        add(json, "auc", classes.auc());
        json.add("confusion", matrix(classes.report().confusion()));
      }
      case Evaluation.OfNumbers numbers -> {
        add(json, "loss", numbers.loss());
        add(json, "r2", numbers.report().r2());
        add(json, "rmse", numbers.report().rmse());
        add(json, "mae", numbers.report().mae());
      }
    }
    return new GsonBuilder().setPrettyPrinting().create().toJson(json);
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

  /** A line for each number, then the confusion matrix. */
  static String lines(Evaluation evaluation, Model model, Words words) {
    var lines = new ArrayList<String>();
    lines.add(words.text("cli.evaluate.rows", evaluation.rows()));
    switch (evaluation) {
      case Evaluation.OfClasses classes -> {
        lines.add(line(words, "accuracy", classes.report().accuracy()));
        lines.add(line(words, "loss", classes.loss()));
        lines.add(line(words, "auc", classes.auc()));
        lines.add("");
        if (model.preprocessor().target() instanceof ClassTarget target) {
          lines.add(words.text("cli.evaluate.confusion"));
          lines.add(ConfusionText.of(classes.report().confusion(), target.classes()));
        }
      }
      case Evaluation.OfNumbers numbers -> {
        lines.add(line(words, "loss", numbers.loss()));
        lines.add(line(words, "r2", numbers.report().r2()));
        lines.add(line(words, "rmse", numbers.report().rmse()));
        lines.add(line(words, "mae", numbers.report().mae()));
      }
    }
    return String.join(System.lineSeparator(), lines);
  }

  private static String line(Words words, String name, double value) {
    return words.text(
        "cli.evaluate." + name, Double.isNaN(value) ? "–" : Numbers.rounded(value, 4));
  }
}
