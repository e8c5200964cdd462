package dev.neuralworkbench.cli.print;

import dev.neuralworkbench.cli.terminal.Json;
import dev.neuralworkbench.cli.terminal.TextGrid;
import dev.neuralworkbench.explain.inputs.PermutationImportance;
import dev.neuralworkbench.explain.inputs.PermutationImportance.Input;
import dev.neuralworkbench.text.Words;
import java.util.List;

/** What inputs are worth, as JSON for scripts or as lines for people. */
public final class ImportanceText {

  private ImportanceText() {}

  /** One object; a number that does not exist is left out, and null among drops. */
  public static Json json(PermutationImportance found) {
    return new Json()
        .add("rows", found.rows())
        .add("metric", found.metric().id())
        .add("score", found.score())
        .add("inputs", found.inputs().stream().map(ImportanceText::json).toList());
  }

  private static Json json(Input input) {
    return new Json()
        .add("columns", input.columns())
        .add("importance", input.mean())
        .add("deviation", input.spread())
        .add("drops", input.drops());
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
