package dev.neuralworkbench.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.ui.workspace.HeldTasks;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import org.junit.jupiter.api.Test;

/** Where there is no picture of what was learned, a sentence says why. */
class NoPictureTest {

  private final HeldTasks tasks = new HeldTasks();
  private Workspace workspace;
  private LiveViewModel live;

  @Test
  void dataThatCannotBeUsedAsChosenHaveNoPicture() {
    open(300);
    assertNull(why());
    workspace.prepare(
        "x",
        it ->
            it.withRole(
                it.targetIndex(), ColumnRole.IGNORED, workspace.document().get().data().table()));
    assertNull(live.map.getValue());
    assertEquals("picture.problems", why());
    workspace.undo();
    assertNull(why());
  }

  @Test
  void manyRowsAreLookedThroughFirst() {
    open(250_000);
    assertEquals("picture.looking", why());
    tasks.doNext();
    assertEquals("picture.looking", why());
    tasks.doNext();
    assertNotNull(live.map.getValue());
    assertNull(why());
  }

  private void open(int rows) {
    var sine = new GeneratedSample(SampleKind.SINE, rows, 0.1, 0);
    workspace = new Workspace(Document.of(DataReference.of(sine)), tasks);
    var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    live =
        new LiveViewModel(
            workspace, trainer, new TimeTravel(workspace, trainer, tasks, Runnable::run), tasks);
  }

  private String why() {
    return live.noPicture().getValue();
  }
}
