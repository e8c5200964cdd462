package dev.neuralworkbench.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.TrainedDocuments;
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

  /** The curves beside them, and the scores of the folds, are of the most probable class. */
  @Test
  void areOfTheMostProbableClassWhateverTheModelDecidesBy() {
    var tasks = new InlineTasks();
    var document = TrainedDocuments.circles();
    var table = document.data().table();
    var model = Objects.requireNonNull(document.trained());
    var scores = new LiveViewModel.PresentScores(tasks, PortableProducts::new);
    var plain = Objects.requireNonNull(scores.of(table, model)).trainingScore();
    var always = model.withDecision(new Decision.Threshold(1, 1e-9));
    assertEquals(plain, Objects.requireNonNull(scores.of(table, always)).trainingScore());
  }
}
