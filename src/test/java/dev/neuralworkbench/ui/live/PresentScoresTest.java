package dev.neuralworkbench.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.TestModels;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PresentScoresTest {

  @Test
  void areOfWhatTheModelLearnedThoughItsFileDividesTheRowsOtherwise() {
    var tasks = new InlineTasks();
    var document = TestModels.dividedOtherwise();
    var scores = new LiveViewModel.PresentScores(tasks, PortableProducts::new);
    assertNotNull(scores.of(document.data().table(), Objects.requireNonNull(document.trained())));
    assertEquals(0, tasks.complaints());
  }
}
