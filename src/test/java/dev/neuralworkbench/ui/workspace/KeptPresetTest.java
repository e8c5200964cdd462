package dev.neuralworkbench.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.OwnTable;
import dev.neuralworkbench.model.Preset;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.Penalty;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Choices that are a preset's follow other data, and no others do. */
class KeptPresetTest {

  private static final int MANY = 250_000;

  private static final Document SINE = OwnTable.of(sine(300));

  private final HeldTasks tasks = new HeldTasks();
  private Workspace workspace = new Workspace(SINE, tasks);

  @Test
  void otherRowsGetTheRecommendedChoicesForSoMany() {
    assertEquals(Optional.of(Preset.RECOMMENDED), preset());
    var before = workspace.document().get();
    put(sine(60));
    assertEquals(Optional.of(Preset.RECOMMENDED), preset());
    assertEquals(recommended(), draft());
    workspace.undo();
    assertSame(before, workspace.document().get());
  }

  @Test
  void anotherTargetGetsTheRecommendedChoicesForItsKind() {
    open(BundledSample.IRIS);
    target("petal_length_cm");
    assertEquals(Optional.of(Preset.RECOMMENDED), preset());
    assertEquals(recommended(), draft());
  }

  @Test
  void networkWithoutHiddenLayersStaysOneWithAnotherKindOfTarget() {
    open(BundledSample.IRIS);
    choose(Preset.SOFTMAX_REGRESSION);
    target("petal_length_cm");
    assertEquals(Optional.of(Preset.LINEAR_REGRESSION), preset());
    target("species");
    assertEquals(Optional.of(Preset.SOFTMAX_REGRESSION), preset());
  }

  @Test
  void plainTrainingOfASampleStaysSoWithValidationRowsWithoutThemAndWithAnotherTarget() {
    workspace = new Workspace(Document.of(BundledSample.IRIS), tasks);
    assertEquals(Optional.of(Preset.PLAIN), preset());
    assertEquals(0, draft().training().foldCount());
    validate(0);
    assertEquals(Optional.of(Preset.PLAIN), preset());
    assertEquals(5, draft().training().foldCount());
    validate(0.15);
    assertEquals(Document.of(BundledSample.IRIS).draft(), draft());
    target("petal_length_cm");
    assertEquals(Optional.of(Preset.PLAIN), preset());
    assertEquals(Penalty.NONE, draft().training().penalty());
  }

  @Test
  void choicesThatAreNoPresetsStay() {
    open(BundledSample.IRIS);
    workspace.editDraft("x", it -> it.withTraining(it.training().withEpochs(77)));
    var before = draft();
    target("petal_length_cm");
    assertEquals(before.training(), draft().training());
    assertEquals(before.network().withLoss(Loss.MEAN_SQUARED_ERROR), draft().network());
    assertEquals(Optional.empty(), preset());
  }

  @Test
  void presetOutlastsAStateThatNothingCanBeMadeOf() {
    open(BundledSample.IRIS);
    workspace.prepare("x", it -> it.withRole(4, ColumnRole.IGNORED, table()));
    assertFalse(workspace.facts().get().known());
    target("petal_length_cm");
    assertEquals(Optional.of(Preset.RECOMMENDED), preset());
  }

  @Test
  void ofManyRowsTheChoicesFollowWhenTheyAreLookedThroughAndAreNoStep() {
    put(sine(MANY));
    assertFalse(workspace.facts().get().known());
    tasks.doNext();
    assertEquals(Optional.of(Preset.RECOMMENDED), preset());
    assertEquals(recommended(), draft());
    workspace.undo();
    assertEquals(SINE.data(), workspace.document().get().data());
    assertNull(workspace.undoName.get());
  }

  @Test
  void whatIsChosenBeforeManyRowsAreLookedThroughStays() {
    put(sine(MANY));
    workspace.editDraft("x", it -> it.withTraining(it.training().withEpochs(77)));
    var chosen = draft();
    tasks.doNext();
    assertEquals(chosen, draft());
  }

  private static GeneratedSample sine(int rows) {
    return new GeneratedSample(SampleKind.SINE, rows, 0.1, 0);
  }

  private void open(BundledSample sample) {
    workspace = new Workspace(OwnTable.of(sample), tasks);
  }

  private void put(GeneratedSample sample) {
    workspace.edit("x", it -> new Document(DataReference.of(sample), it.draft(), null));
  }

  private void validate(double share) {
    workspace.prepare("x", it -> it.withSplit(it.split().withValidation(share)));
  }

  private void target(String name) {
    var index = table().indexOf(name);
    workspace.prepare("x", it -> it.withRole(index, ColumnRole.TARGET, table()));
  }

  private void choose(Preset preset) {
    workspace.editDraft("x", it -> preset.change(it, workspace.facts().get().shape()));
  }

  private Optional<Preset> preset() {
    return Preset.chosen(draft(), workspace.facts().get().shape());
  }

  private Experiment recommended() {
    return Defaults.experiment(draft().preparation(), table());
  }

  private Table table() {
    return Objects.requireNonNull(workspace.document().get().data().table());
  }

  private Experiment draft() {
    return workspace.document().get().draft();
  }
}
