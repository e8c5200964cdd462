package dev.neuralworkbench.ui.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.setting.Setting;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.AdamW;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.setting.SettingFields;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingSettingsTest {

  private final Workspace workspace =
      new Workspace(
          Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES))), new InlineTasks());
  private final SettingFields.SettingChoices choices = new SettingFields.SettingChoices(workspace);
  private final Choice<Boolean> earlyStopping =
      new TrainingForm.EarlyStoppingSwitch(workspace).choice();

  /** The first of that name that applies, or any. */
  private Setting<?> setting(List<Setting<?>> of, String name) {
    var all = of.stream().filter(it -> it.component().endsWith("." + name)).toList();
    return all.stream()
        .filter(it -> it.get().apply(workspace.draft().getValue()).isPresent())
        .findFirst()
        .orElse(all.getFirst());
  }

  private Choice<Double> early(String name) {
    return choices.number(setting(Settings.OF_EARLY_STOPPING, name));
  }

  private Choice<String> monitor() {
    return choices.name(setting(Settings.OF_EARLY_STOPPING, "monitor"));
  }

  @Test
  void newOptimizerStartsWithItsDefaults() {
    choices.name(Settings.OPTIMIZER).choose("adamw");
    assertEquals(AdamW.DEFAULT, training().optimizer());
    assertEquals("training.optimizer", workspace.undoName.get());
  }

  @Test
  void choiceOfOneOptimizerLeavesAnotherAlone() {
    var momentum = choices.number(setting(Settings.OF_OPTIMIZERS, "momentum"));
    choices.name(Settings.OPTIMIZER).choose("adamw");
    momentum.choose(0.9);
    assertEquals(AdamW.DEFAULT, training().optimizer());
    assertEquals(0.0, momentum.value().getValue());
    choices.name(Settings.OPTIMIZER).choose("sgd");
    momentum.choose(0.9);
    assertEquals(new Sgd(0.1, 0.9, false), training().optimizer());
  }

  @Test
  void scheduleTakesItsNumbers() {
    choices.name(Settings.SCHEDULE).choose("plateau");
    choices.number(setting(Settings.OF_SCHEDULES, "factor")).choose(0.25);
    assertEquals(new ReduceOnPlateau(0.25, 10, 1e-4, 1e-3), training().schedule());
  }

  @Test
  void penaltiesAreChosenOneByOne() {
    choices.number(Settings.L1).choose(0.5);
    choices.number(Settings.L2).choose(0.25);
    assertEquals(new Penalty(0.5, 0.25), training().penalty());
  }

  @Test
  void zeroStandsForNoLimitAtTheEnd() {
    choices.number(Settings.UNTIL_LOSS).choose(0.125);
    choices.number(Settings.TIME_LIMIT).choose(2.5);
    assertEquals(0.125, end().lossThreshold());
    assertEquals(Duration.ofMillis(2500), end().timeLimit());
    assertEquals(2.5, choices.number(Settings.TIME_LIMIT).value().getValue());
    choices.number(Settings.UNTIL_LOSS).choose(0.0);
    choices.number(Settings.TIME_LIMIT).choose(0.0);
    assertNull(end().lossThreshold());
    assertNull(end().timeLimit());
  }

  @Test
  void earlyStoppingIsSwitchedAndTuned() {
    var before = end().earlyStopping();
    earlyStopping.choose(false);
    assertNull(end().earlyStopping());
    early("patience").choose(7.0);
    assertNull(end().earlyStopping());
    earlyStopping.choose(true);
    assertEquals(before, end().earlyStopping(), "as it was before it was switched off");
    monitor().choose("training_score");
    early("patience").choose(7.0);
    early("minDelta").choose(0.5);
    @SuppressWarnings("unchecked")
    var restoreBest = (Setting<Boolean>) setting(Settings.OF_EARLY_STOPPING, "restoreBest");
    choices.flag(restoreBest).choose(false);
    assertEquals(new EarlyStopping(Monitor.TRAINING_SCORE, 0.5, 7, false), end().earlyStopping());
  }

  @Test
  void earlyStoppingWatchesTrainingRowsWhereNoneAreHeldOut() {
    workspace.prepare(
        "preparation.split.validation",
        it -> it.withSplit(it.split().withValidation(0).withTest(0)));
    choices.number(Settings.FOLDS).choose(0.0);
    earlyStopping.choose(false);
    earlyStopping.choose(true);
    assertEquals("training_loss", monitor().value().getValue());
    assertEquals(List.of(), workspace.problems().get());
  }

  @Test
  void foldsTakeThePlaceOfValidationRows() {
    workspace.prepare(
        "preparation.split.validation", it -> it.withSplit(it.split().withValidation(0.2)));
    choices.number(Settings.FOLDS).choose(0.0);
    choices.number(Settings.FOLDS).choose(4.0);
    assertEquals(0, workspace.draft().getValue().preparation().split().validation());
    assertEquals(List.of(), workspace.problems().get());
    earlyStopping.choose(false);
    earlyStopping.choose(true);
    assertEquals("validation_loss", monitor().value().getValue());
  }

  @Test
  void problemOfASeldomNeededChoiceIsNoticed() {
    assertFalse(hasWrongSeldom());
    choices.number(Settings.CLIP).choose(-1.0);
    assertTrue(hasWrongSeldom());
    assertEquals(1, choices.number(Settings.CLIP).problems().getValue().size());
  }

  private boolean hasWrongSeldom() {
    return workspace.problems().get().stream().anyMatch(it -> Settings.isSeldom(it.component()));
  }

  private TrainingConfig training() {
    return workspace.document().get().draft().training();
  }

  private Stopping end() {
    return training().stopping();
  }
}
