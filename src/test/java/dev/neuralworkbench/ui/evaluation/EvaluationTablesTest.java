package dev.neuralworkbench.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.ReferenceCase;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is saved of the screen, against scikit-learn's numbers. */
class EvaluationTablesTest {

  private static final Words WORDS = Sentences.of(Locale.ENGLISH);

  private static EvaluateViewModel shown(ReferenceCase of) {
    var tasks = new InlineTasks();
    var workspace = new Workspace(of.document(), tasks);
    var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    var model = new EvaluateViewModel(workspace, trainer, tasks);
    model.choose(EvaluatedRows.TEST);
    model.seen(true);
    return model;
  }

  private static JudgedPart judged(EvaluateViewModel model) {
    return Objects.requireNonNull(model.judged.get());
  }

  private static double value(Table scores, String table, String row, String column) {
    return IntStream.range(0, scores.rows())
        .filter(i -> scores.column(0).text(i).equals(table))
        .filter(i -> scores.column(1).text(i).equals(row))
        .filter(i -> scores.column(2).text(i).equals(column))
        .mapToDouble(scores.column(3)::value)
        .reduce((_, _) -> Double.NaN)
        .orElseThrow();
  }

  @Test
  void scoresOfClassesAreWhatScikitLearnSays() {
    var of = ReferenceCase.KIND;
    var model = shown(of);
    var scores = new EvaluationTables(judged(model)).scores(null, model.details.get(), WORDS);
    var expected = of.expected(RowPart.TEST);
    assertEquals(
        expected.get("accuracy").getAsDouble(),
        value(scores, "scores", "accuracy", "network"),
        1e-9);
    assertEquals(expected.get("f1").getAsDouble(), value(scores, "averages", "macro", "f1"), 1e-9);
    var matrix = expected.getAsJsonArray("confusion");
    var names = judged(model).answers().classes();
    for (var i = 0; i < names.size(); i++) {
      var row = matrix.get(i).getAsJsonArray();
      var sum = row.asList().stream().mapToDouble(it -> it.getAsDouble()).sum();
      for (var j = 0; j < names.size(); j++) {
        var count = row.get(j).getAsDouble();
        assertEquals(count, value(scores, "matrix_counts", names.get(i), names.get(j)));
        assertEquals(
            count / sum, value(scores, "matrix_by_row", names.get(i), names.get(j)), 1e-12);
      }
    }
  }

  /** The wrong rows, each with its number in the table and probabilities that sum to 1. */
  @Test
  void wrongRowsAreThoseOfTheTable() {
    var model = shown(ReferenceCase.KIND);
    var judged = judged(model);
    var rows = new EvaluationTables(judged).rows(judged.wrongRows());
    assertEquals(6, rows.rows());
    var table = ReferenceCase.table();
    for (var i = 0; i < rows.rows(); i++) {
      var at = (int) rows.named("row").value(i) - 1;
      assertEquals(table.named("kind").text(at), rows.named("actual").text(i));
      assertNotEquals(rows.named("actual").text(i), rows.named("predicted").text(i));
      var line = i;
      var sum =
          judged.answers().classes().stream()
              .mapToDouble(name -> rows.named("probability " + name).value(line))
              .sum();
      assertEquals(1, sum, 1e-9);
    }
  }

  @Test
  void numbersAreInTheUnitsOfTheTable() {
    var of = ReferenceCase.HEIGHT;
    var judged = judged(shown(of));
    var all = new EvaluationTables(judged).rows(IntStream.range(0, judged.data().rows()).toArray());
    var predicted = of.expected().getAsJsonArray("predicted");
    for (var i = 0; i < all.rows(); i++) {
      var at = (int) all.named("row").value(i) - 1;
      assertEquals(predicted.get(at).getAsDouble(), all.named("predicted").value(i), 1e-6);
      assertEquals(
          ReferenceCase.table().named("height").value(at), all.named("actual").value(i), 1e-4);
    }
  }
}
