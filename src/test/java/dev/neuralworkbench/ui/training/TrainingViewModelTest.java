package dev.neuralworkbench.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.problem.Knob;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.AdamW;
import dev.neuralworkbench.train.optimizer.Sgd;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingViewModelTest {

  private final Workspace workspace =
      new Workspace(
          Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES))), new InlineTasks());
  private final TrainingViewModel model = new TrainingViewModel(workspace);
  private final StoppingChoices stopping = model.stopping();

  @SuppressWarnings("unchecked")
  private <T> void early(String name, T value) {
    EarlyStopping.KNOBS.stream()
        .filter(knob -> knob.name().equals(name))
        .forEach(knob -> stopping.ofEarlyStopping(knob, (Class<T>) value.getClass()).choose(value));
  }

  @Test
  void newOptimizerStartsWithItsDefaults() {
    model.kind().choose("adamw");
    assertEquals(AdamW.DEFAULT, training().optimizer());
    assertEquals("training.optimizer", workspace.undoName().get());
  }

  @Test
  void choiceOfOneOptimizerLeavesAnotherAlone() {
    var momentum =
        model.ofOptimizer(Sgd.DEFAULT, knob(Sgd.DEFAULT.knobs(), "momentum"), Double.class);
    model.kind().choose("adamw");
    momentum.choose(0.9);
    assertEquals(AdamW.DEFAULT, training().optimizer());
    assertEquals(0.0, momentum.value().getValue());
    model.kind().choose("sgd");
    momentum.choose(0.9);
    assertEquals(new Sgd(0.1, 0.9, false), training().optimizer());
  }

  @Test
  void scheduleTakesItsNumbers() {
    model.scheduleKind().choose("plateau");
    var plateau = ReduceOnPlateau.DEFAULT;
    model.ofSchedule(plateau, knob(plateau.knobs(), "factor"), Double.class).choose(0.25);
    assertEquals(new ReduceOnPlateau(0.25, 10, 1e-4, 1e-3), training().schedule());
  }

  private static Knob knob(List<Knob> knobs, String name) {
    return knobs.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void penaltiesAreChosenOneByOne() {
    model.ofPenalty(Penalty.KNOBS.getFirst()).choose(0.5);
    model.ofPenalty(Penalty.KNOBS.getLast()).choose(0.25);
    assertEquals(new Penalty(0.5, 0.25), training().penalty());
  }

  @Test
  void zeroStandsForNoLimitAtTheEnd() {
    stopping.lossThreshold().choose(0.125);
    stopping.timeLimit().choose(2.5);
    assertEquals(0.125, end().lossThreshold());
    assertEquals(Duration.ofMillis(2500), end().timeLimit());
    assertEquals(2.5, stopping.timeLimit().value().getValue());
    stopping.lossThreshold().choose(0.0);
    stopping.timeLimit().choose(0.0);
    assertNull(end().lossThreshold());
    assertNull(end().timeLimit());
  }

  @Test
  void earlyStoppingIsSwitchedAndTuned() {
    var before = end().earlyStopping();
    stopping.earlyStopping().choose(false);
    assertNull(end().earlyStopping());
    early("patience", 7.0);
    assertNull(end().earlyStopping());
    stopping.earlyStopping().choose(true);
    assertEquals(before, end().earlyStopping(), "as it was before it was switched off");
    stopping.monitor().choose(Monitor.TRAINING_SCORE);
    early("patience", 7.0);
    early("minDelta", 0.5);
    early("restoreBest", false);
    assertEquals(new EarlyStopping(Monitor.TRAINING_SCORE, 0.5, 7, false), end().earlyStopping());
  }

  @Test
  void earlyStoppingWatchesTrainingRowsWhereNoneAreHeldOut() {
    workspace.prepare(
        "form.validation", it -> it.withSplit(it.split().withValidation(0).withTest(0)));
    model.folds().choose(0.0);
    stopping.earlyStopping().choose(false);
    stopping.earlyStopping().choose(true);
    assertEquals(Monitor.TRAINING_LOSS, stopping.monitor().value().getValue());
    assertEquals(List.of(), workspace.problems().get());
  }

  @Test
  void foldsTakeThePlaceOfValidationRows() {
    workspace.prepare("form.validation", it -> it.withSplit(it.split().withValidation(0.2)));
    model.folds().choose(0.0);
    model.folds().choose(4.0);
    assertEquals(0, workspace.draft().getValue().preparation().split().validation());
    assertEquals(List.of(), workspace.problems().get());
    stopping.earlyStopping().choose(false);
    stopping.earlyStopping().choose(true);
    assertEquals(Monitor.VALIDATION_LOSS, stopping.monitor().value().getValue());
  }

  @Test
  void problemOfASeldomNeededChoiceIsNoticed() {
    assertFalse(model.wrongAmongSeldomNeeded().getValue());
    model.clipNorm().choose(-1.0);
    assertTrue(model.wrongAmongSeldomNeeded().getValue());
    assertEquals(1, model.clipNorm().problems().getValue().size());
  }

  private TrainingConfig training() {
    return workspace.document().get().draft().training();
  }

  private Stopping end() {
    return training().stopping();
  }
}
