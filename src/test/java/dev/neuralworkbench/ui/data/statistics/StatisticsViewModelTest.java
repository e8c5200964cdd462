package dev.neuralworkbench.ui.data.statistics;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.statistics.TableStatistics;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsViewModelTest {

  private final Workspace workspace =
      new Workspace(Document.of(BundledSample.IRIS), new InlineTasks());
  private final StatisticsViewModel model =
      new StatisticsViewModel(workspace.document(), new InlineTasks());

  private static Document typed(Column... columns) {
    return Document.of(DataReference.ofTyped(Table.of("typed", columns)));
  }

  private static StatisticsViewModel.PairMatrix.Question question(
      Table table, Preparation preparation) {
    return StatisticsViewModel.PairMatrix.Question.of(
        table,
        TableStatistics.of(table, preparation.cases().rows(table), Progress.NONE),
        preparation);
  }

  @Test
  void nothingIsLookedForWhileTheRowsShow() {
    model.shown();
    assertNull(model.found.get());
    model.show(StatisticsViewModel.Part.COLUMNS);
    assertEquals(5, model.lines().size());
    assertNull(model.pairs.get());
    model.show(StatisticsViewModel.Part.CORRELATION);
    assertEquals(4, requireNonNull(model.pairs.get()).values().size());
    // R: cor(iris[1:4])["Petal.Length", "Petal.Width"]
    assertEquals(0.9628654, requireNonNull(model.pairs.get()).values().value(2, 3), 1e-7);
  }

  @Test
  void rowsThatAreLeftOutAreNotCountedAndRowsKeepTheirNumbers() {
    workspace.open(
        "x",
        typed(
            NumberColumn.of("x", 1000, 1, 2, 3, 3),
            NumberColumn.of("y", 1000, -1, -2, -3, -3),
            NumberColumn.of("z", 1, 2, 3, 4, 4)));
    model.show(StatisticsViewModel.Part.CORRELATION);
    model.shown();
    assertEquals(1, requireNonNull(model.pairs.get()).values().value(0, 1), 1e-4);
    workspace.prepare("form.leftOut", it -> it.withLeftOut(it.filter().and(0)));
    assertEquals(-1, requireNonNull(model.pairs.get()).values().value(0, 1), 1e-12);
    var told = requireNonNull(model.found.get());
    assertEquals(4, told.rows());
    assertEquals(3, requireNonNull(told.columns().getFirst().numbers()).maximum());
    assertEquals(4, told.duplicates().first().getFirst().row());
    assertEquals(3, told.duplicates().first().getFirst().of());
  }

  @Test
  void otherTableIsLookedThroughAnewAndAnotherRoleIsNot() {
    model.show(StatisticsViewModel.Part.CORRELATION);
    model.shown();
    var told = model.found.get();
    var pairs = model.pairs.get();
    workspace.prepare("form.kind", it -> it.withKind(0, ColumnKind.CATEGORY));
    assertSame(told, model.found.get());
    assertNotSame(pairs, model.pairs.get());
    assertEquals(3, requireNonNull(model.pairs.get()).values().size());
    assertNull(model.lines().getFirst().numbers());
    model.hidden();
    workspace.open("x", typed(NumberColumn.of("x", 1, 2), NumberColumn.of("y", 1, 3)));
    assertSame(told, model.found.get());
    model.shown();
    assertEquals(2, requireNonNull(model.found.get()).rows());
  }

  @Test
  void columnsThatVaryAreComparedAndTwoClassesOfNumbersToo() {
    var table =
        Table.of(
            "t",
            NumberColumn.of("x", 1.5, 2.5, 3.5, 9.5),
            NumberColumn.of("one", 7, 7, 7, 7),
            TextColumn.of("text", "a", "b", "a", "b"),
            NumberColumn.of("class", 0, 1, 1, 0));
    var preparation = Preparation.defaults(table);
    assertEquals(ColumnKind.CATEGORY, preparation.columns().get(3).kind());
    assertEquals(
        new StatisticsViewModel.PairMatrix.Question(List.of(0, 3), 2, false, 1),
        question(table, preparation));
  }

  @Test
  void firstSixtyAreComparedAndTheTarget() {
    var columns = new ArrayList<Column>();
    for (var i = 0; i < 80; i++) {
      columns.add(NumberColumn.of("x" + i, i, i * i + 1.5, -i));
    }
    columns.set(3, NumberColumn.of("same", 4, 4, 4));
    var table = new Table("t", columns, 3);
    var question = question(table, Preparation.defaults(table));
    assertEquals(79, question.candidates());
    assertTrue(question.targetAdded());
    assertEquals(60, question.columns().size());
    assertEquals(
        IntStream.range(0, 60).filter(i -> i != 3).boxed().toList(),
        question.columns().subList(0, 59));
    assertEquals(79, question.columns().getLast());
    var found = question.find(table, Progress.NONE);
    assertEquals("x79", found.values().names().get(59));
  }

  @Test
  void withoutAPairNothingIsCompared() {
    model.shown();
    workspace.open("x", typed(TextColumn.of("a", "b", "c"), NumberColumn.of("y", 1, 3)));
    model.show(StatisticsViewModel.Part.CORRELATION);
    assertFalse(requireNonNull(model.asked.get()).hasPair());
    assertTrue(model.asked.get().columns().size() <= 1);
  }
}
