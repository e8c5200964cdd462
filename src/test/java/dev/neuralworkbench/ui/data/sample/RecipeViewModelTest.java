package dev.neuralworkbench.ui.data.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Preset;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecipeViewModelTest {

  private static final Document CIRCLES =
      Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));

  private final InlineTasks tasks = new InlineTasks();
  private final Workspace workspace = new Workspace(CIRCLES, tasks);
  private final RecipeViewModel model = new RecipeViewModel(workspace, tasks);

  @Test
  void noiseMakesTheTableAnewWithTheSameChoices() {
    model.noise().choose(0.5);
    var document = workspace.document().get();
    var expected = new GeneratedSample(SampleKind.CIRCLES, 300, 0.5, 0);
    assertEquals(DataReference.of(expected).hash(), document.data().hash());
    assertEquals(CIRCLES.draft(), document.draft());
  }

  @Test
  void digitsTypedInAKnobAreOneStepOfUndo() {
    var rows = model.rows();
    rows.choose(40.0);
    rows.choose(400.0);
    assertEquals(400, workspace.document().get().data().rows());
    assertEquals("recipe.rows", workspace.undoName.get());
    workspace.undo();
    assertSame(CIRCLES, workspace.document().get());
  }

  @Test
  void valueOutOfRangeKeepsTheTableAndSaysWhatIsWrong() {
    model.rows().choose(2.0);
    assertSame(CIRCLES, workspace.document().get());
    assertEquals("recipe.rows", workspace.problems().get().getFirst().component());
    assertEquals(1, model.rows().problems().getValue().size());
    model.rows().choose(200.0);
    assertEquals(List.of(), workspace.problems().get());
  }

  @Test
  void manyRowsAreMadeInTheBackground() {
    model.rows().choose(50_000.0);
    assertEquals(50_000, workspace.document().get().data().rows());
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void tableThatCannotBeMadeLeavesTheOpenOneAndTheNextIsMade(Throwable thrown) {
    try (var log = new RecordedLog()) {
      tasks.fail("job.recipe", thrown);
      model.rows().choose(50_000.0);
      assertEquals(List.of(thrown), log.faults());
      assertEquals(1, tasks.complaints());
      assertEquals(300, model.present().rows());
      model.rows().choose(60_000.0);
      assertEquals(60_000, workspace.document().get().data().rows());
    }
  }

  @Test
  void drawingAgainTakesTheNextSeed() {
    model.drawAgain();
    model.drawAgain();
    assertEquals(2.0, model.seed().value().getValue());
    workspace.undo();
    assertEquals(1.0, model.seed().value().getValue());
  }

  @Test
  void kindsOfferedHaveTheSameColumns() {
    assertEquals(
        List.of(SampleKind.CIRCLES, SampleKind.MOONS, SampleKind.GAUSSIANS, SampleKind.SPIRAL),
        model.kinds().getValue());
    model.kind().choose(SampleKind.SPIRAL);
    var document = workspace.document().get();
    assertEquals("spiral", document.data().name());
    assertEquals(500, document.data().rows());
    var shape = DataShape.of(document.draft().preparation(), document.data().table());
    assertEquals(Preset.PLAIN.change(document.draft(), shape), document.draft());
  }

  @Test
  void otherTablesHaveNoRecipe() {
    workspace.open("command.openData", Document.of(DataReference.of(BundledSample.IRIS)));
    assertNull(model.recipe().getValue());
    model.noise().choose(0.5);
    assertEquals("iris", workspace.document().get().data().name());
    assertFalse(workspace.unsaved.get());
  }
}
