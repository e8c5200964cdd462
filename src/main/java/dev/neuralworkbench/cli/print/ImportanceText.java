package dev.neuralworkbench.cli.print;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.neuralworkbench.cli.terminal.TextGrid;
import dev.neuralworkbench.explain.inputs.PermutationImportance;
import dev.neuralworkbench.text.Words;
import java.util.List;

/** What inputs are worth, as JSON for scripts or as lines for people. */
public final class ImportanceText {

  private ImportanceText() {}

  /** One object; a number that does not exist is left out, and null among drops. */
  public static JsonObject json(PermutationImportance found) {
    var json = new JsonObject();
    json.addProperty("rows", found.rows());
    json.addProperty("metric", found.metric().id());
    EvaluationText.add(json, "score", found.score());
    var inputs = new JsonArray();
    for (var input : found.inputs()) {
      var object = new JsonObject();
      var columns = new JsonArray();
      input.columns().forEach(columns::add);
      object.add("columns", columns);
      EvaluationText.add(object, "importance", input.mean());
      EvaluationText.add(object, "deviation", input.spread());
      var drops = new JsonArray();
      input.drops().forEach(it -> drops.add(Double.isFinite(it) ? it : null));
      object.add("drops", drops);
      inputs.add(object);
    }
    json.add("inputs", inputs);
    return json;
  }

  public static String lines(PermutationImportance found, Words words) {
    var heading =
        words.text(
            "cli.importance.heading",
            words.text(found.metric().nameKey()),
            found.rows(),
            EvaluationText.share(found.score()),
            found.inputs().getFirst().drops().size());
    var lines =
        found.inputs().stream()
            .map(
                it ->
                    List.of(
                        it.name(),
                        EvaluationText.share(it.mean()),
                        "± " + EvaluationText.share(it.spread())))
            .toList();
    return heading + System.lineSeparator() + TextGrid.of(lines);
  }
}
