package dev.neuralworkbench.ui.workspace.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.ContentHash;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.file.FileStamp;
import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Patience;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.FxBackgroundTasks;
import dev.neuralworkbench.ui.workspace.HeldTasks;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.TestModels;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AutosaveTest {

  private static final long SECOND = 1_000_000_000L;

  @TempDir private Path temporary;
  private Path folder;
  private OwnFolder own;
  private Workspace workspace;
  private Autosave autosave;
  private final InlineTasks tasks = new InlineTasks();
  private int told;

  @BeforeEach
  void start() {
    folder = temporary.resolve("unsaved 未保存");
    own = new OwnFolder(folder);
    open();
  }

  @Test
  void unsavedWorkIsWrittenAFewSecondsAfterAChangeAndRemovedOnceSaved() throws Exception {
    autosave.look(0);
    assertFalse(Files.exists(folder), "nothing is trained, so there is nothing to lose");
    train();
    autosave.look(10 * SECOND);
    assertEquals(List.of(), models());
    autosave.look(14 * SECOND);
    var written = ModelFile.read(models().getFirst());
    assertEquals(workspace.document().get().draft(), written.draft());
    change(0.002);
    autosave.look(15 * SECOND);
    autosave.look(19 * SECOND);
    var rate = ModelFile.read(models().getFirst()).draft().training().optimizer().learningRate();
    assertEquals(0.002, rate);
    workspace.saved(workspace.entry(), temporary.resolve("iris.nnw"), FileStamp.NONE);
    autosave.look(20 * SECOND);
    assertEquals(List.of(), files());
  }

  @Test
  void whatWasWrittenIsNotWrittenAgain() throws Exception {
    train();
    autosave.look(0);
    autosave.look(4 * SECOND);
    Files.delete(models().getFirst());
    autosave.look(60 * SECOND);
    autosave.look(120 * SECOND);
    assertEquals(List.of(), models());
  }

  @Test
  void workLeftByACrashIsOfferedWithItsNameOnce() throws Exception {
    train();
    autosave.look(0);
    autosave.look(4 * SECOND);
    var crashed = autosave;
    open();
    assertEquals(
        List.of(), new UnsavedFolder(new OwnFolder(folder)).left(), "its program still runs");
    crashed.abandon();
    var left = new UnsavedFolder(new OwnFolder(folder)).left();
    assertEquals(1, left.size());
    assertEquals("iris", left.getFirst().kept().name());
    assertEquals(
        List.of(), new UnsavedFolder(new OwnFolder(folder)).left(), "another start has taken it");
    left.getFirst().leave();
    new UnsavedFolder(new OwnFolder(folder)).left().getFirst().discard();
    assertEquals(List.of(), files());
  }

  @Test
  void restoredWorkIsKeptUntilThisProgramHasWrittenItItself() throws Exception {
    train();
    autosave.look(0);
    autosave.look(4 * SECOND);
    autosave.abandon();
    open();
    var work = new UnsavedFolder(new OwnFolder(folder)).left().getFirst();
    workspace.restore(ModelFile.read(work.model()), null, null);
    autosave.adopt(work);
    assertTrue(workspace.unsaved.get());
    autosave.look(0);
    assertTrue(Files.exists(work.model()));
    autosave.look(4 * SECOND);
    assertFalse(Files.exists(work.model()));
    assertEquals(1, models().size());
    autosave.close();
    assertEquals(List.of(), files());
  }

  @Test
  void typedRowsAreWrittenThoughNothingIsTrainedAndReadAgain() throws Exception {
    var rows = DataReference.ofTyped(typed());
    open(rows);
    change(0.002);
    autosave.look(0);
    autosave.look(4 * SECOND);
    var expected = workspace.document().get();
    autosave.abandon();
    open();
    var work = new UnsavedFolder(new OwnFolder(folder)).left().getFirst();
    assertEquals("mine", work.kept().name());
    var read = work.read(Progress.NONE);
    assertEquals(rows.hash(), read.data().hash());
    assertEquals(rows.hash(), ContentHash.of(Objects.requireNonNull(read.data().table())));
    assertEquals(expected.draft(), read.draft());
    workspace.restore(read, null, null);
    assertTrue(workspace.unsaved.get());
    train();
    autosave.adopt(work);
    autosave.look(10 * SECOND);
    autosave.look(14 * SECOND);
    assertEquals(1, models().size());
    assertEquals(3, files().size(), "a model, its name and its lock");
  }

  @Test
  void modelTakesThePlaceOfWhatWasTypedAndTheOtherWayRound() throws Exception {
    open(DataReference.ofTyped(typed()));
    autosave.look(0);
    autosave.look(4 * SECOND);
    assertEquals(List.of(), models());
    train();
    autosave.look(10 * SECOND);
    autosave.look(14 * SECOND);
    assertEquals(1, models().size());
    workspace.undo();
    autosave.look(20 * SECOND);
    autosave.look(24 * SECOND);
    assertEquals(List.of(), models());
    assertEquals(3, files().size());
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void faultIsLoggedAndTheNextAttemptComes(Throwable thrown) throws Exception {
    try (var log = new RecordedLog()) {
      train();
      tasks.fail("autosave", thrown);
      autosave.look(0);
      autosave.look(4 * SECOND);
      assertEquals(List.of(thrown), log.faults());
      assertEquals(1, tasks.complaints());
      assertEquals(0, told, "the folder is not to blame");
      assertEquals(List.of(), models());
      autosave.look(30 * SECOND);
      autosave.look(35 * SECOND);
      assertEquals(1, models().size());
    }
  }

  @Test
  void folderThatCannotBeWrittenIsToldOnceUntilItCan() throws Exception {
    Files.writeString(folder, "in the way");
    train();
    for (var second = 0; second < 60; second++) {
      autosave.look(second * SECOND);
    }
    assertEquals(1, told);
    Files.delete(folder);
    for (var second = 60; second < 100; second++) {
      autosave.look(second * SECOND);
    }
    assertEquals(1, models().size());
    assertEquals(1, told);
  }

  @Test
  @Tag("thorough")
  void runIsAskedForItsWeightsAFewSecondsAfterItsStart() throws Exception {
    var held = new HeldTasks();
    var trainer = open(DataReference.of(BundledSample.IRIS), held);
    trainer.train();
    held.doNext(); // It is prepared; its first batch waits.
    assertEquals(RunState.RUNNING, trainer.state().get());
    autosave.look(0);
    autosave.look(3 * SECOND);
    held.doNext(); // It answers after its first batch, and goes on to its end.
    held.doNext(); // The answer is written.
    var kept = ModelFile.read(models().getFirst()).trained();
    assertEquals(0, Objects.requireNonNull(kept).history().epochs());
    assertTrue(Objects.requireNonNull(workspace.document().get().trained()).history().epochs() > 0);
  }

  @Test
  void runThatCannotHandOutItsWeightsIsAskedAgainLater() throws Exception {
    try (var log = new RecordedLog()) {
      var held = new HeldTasks();
      var trainer = open(DataReference.of(BundledSample.IRIS), held);
      trainer.speed().set(Speed.FULL);
      trainer.train();
      held.doNext();
      held.fail("snapshot", new OutOfMemoryError("expected by a test"));
      autosave.look(0);
      autosave.look(3 * SECOND);
      held.doNext();
      assertEquals(1, log.faults().size());
      assertEquals(1, held.complaints());
      autosave.look(40 * SECOND);
      autosave.look(44 * SECOND);
      held.doNext();
      assertEquals(1, models().size());
    }
  }

  /** Eight seconds between two askings, one between two looks: with the answer no more than ten. */
  @Test
  void runIsWrittenOftenEnoughThatTenSecondsAreLostAtMost() throws Exception {
    var fx = new FxBackgroundTasks();
    var trainer =
        FxThread.call(
            () -> {
              var run = open(DataReference.of(BundledSample.IRIS), fx);
              workspace.editDraft("x", it -> it.withTraining(it.training().withEpochs(100_000)));
              run.speed().set(Speed.BATCH_A_FRAME);
              run.train();
              return run;
            });
    await(() -> trainer.state().get() == RunState.RUNNING);
    var last = 0;
    var epochs = -1;
    for (var second = 0; second < 40; second++) {
      var nanos = second * SECOND;
      FxThread.run(() -> autosave.look(nanos));
      await(() -> autosave.isAtRest());
      var kept = models().isEmpty() ? -1 : batches(models().getFirst());
      assertTrue(second - last <= 9, second + " s, last written at " + last + " s");
      last = kept > epochs ? second : last;
      epochs = kept;
    }
    FxThread.run(trainer::stop);
    FxThread.run(autosave::close);
  }

  private static int batches(Path model) throws Exception {
    var checkpoint =
        Objects.requireNonNull(
            Objects.requireNonNull(ModelFile.read(model).trained()).checkpoint());
    return 1000 * checkpoint.epoch() + checkpoint.batch();
  }

  private static void await(BooleanSupplier condition) {
    Patience.until("what was to come", () -> FxThread.call(condition::getAsBoolean));
  }

  @Test
  void folderThatIsGoneIsMadeAgainAndItsWorkIsFound() throws Exception {
    train();
    autosave.look(0);
    autosave.look(4 * SECOND);
    for (var file : files()) {
      Files.delete(file);
    }
    Files.delete(folder);
    change(0.002);
    autosave.look(60 * SECOND);
    autosave.look(64 * SECOND);
    assertEquals(0, told);
    autosave.abandon();
    assertEquals(1, new UnsavedFolder(new OwnFolder(folder)).left().size());
  }

  @Test
  void orderlyEndLeavesNothing() throws Exception {
    train();
    autosave.look(0);
    autosave.look(4 * SECOND);
    assertEquals(1, models().size());
    autosave.close();
    assertEquals(List.of(), files());
    change(0.5);
    autosave.look(60 * SECOND);
    assertEquals(List.of(), files());
  }

  @Test
  void whereNothingIsToBeKeptNothingIsWrittenOrComplainedAbout() throws Exception {
    own = new OwnFolder(folder, true, null);
    open();
    train();
    autosave.look(0);
    autosave.look(4 * SECOND);
    autosave.look(60 * SECOND);
    assertEquals(List.of(), files());
    assertEquals(0, told);
    autosave.close();
  }

  @Test
  void aFolderThatIsNotTheUsersAloneIsToldOfOnce() throws Exception {
    Files.createSymbolicLink(folder, Files.createDirectory(temporary.resolve("elsewhere")));
    open();
    train();
    autosave.look(0);
    autosave.look(4 * SECOND);
    autosave.look(600 * SECOND);
    autosave.look(700 * SECOND);
    assertEquals(List.of(), files());
    assertEquals(1, told);
  }

  private void open() {
    open(DataReference.of(BundledSample.IRIS));
  }

  private void open(DataReference data) {
    open(data, tasks);
  }

  private Trainer open(DataReference data, BackgroundTasks tasks) {
    workspace = new Workspace(Document.of(data), tasks);
    var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    autosave =
        new Autosave(
            workspace,
            trainer,
            tasks,
            new UnsavedFolder(own),
            Runnable::run,
            () -> workspace.document().get().data().name(),
            "test",
            () -> told++);
    return trainer;
  }

  private static Table typed() {
    return Table.of(
        "mine", NumberColumn.of("a", 1, 2, 3, 4), TextColumn.of("b", "x", "y", "x", "y"));
  }

  private void train() {
    workspace.edit("command.train", it -> it.withTrained(TestModels.untrained(it)));
  }

  private void change(double rate) {
    workspace.editDraft("x", it -> it.withTraining(it.training().withLearningRate(rate)));
  }

  private List<Path> models() throws IOException {
    return files().stream().filter(file -> file.toString().endsWith(".nnw")).toList();
  }

  private List<Path> files() throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
