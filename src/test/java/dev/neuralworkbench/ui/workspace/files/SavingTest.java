package dev.neuralworkbench.ui.workspace.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.model.file.ModelFormatException;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.dialog.Dialogs.ChangedElsewhere;
import dev.neuralworkbench.ui.common.dialog.Dialogs.SavedEpoch;
import dev.neuralworkbench.ui.common.dialog.Dialogs.Unsaved;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.workspace.HeldTasks;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.TestModels;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Save does to which file. */
class SavingTest {

  @TempDir Path folder;

  private final HeldTasks tasks = new HeldTasks();
  private final TestDialogs dialogs = new TestDialogs();
  private final Notices notices = new Notices();
  private final Workspace workspace =
      new Workspace(Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES))), tasks);
  private final Trainer trainer =
      new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
  private final WindowServices services =
      new WindowServices(new Messages(Sentences::of, Language.ENGLISH), dialogs, tasks, notices);
  private final FileListener listener = new Silent();
  private final TimeTravel travel = new TimeTravel(workspace, trainer, tasks, Runnable::run);
  private final Saving saving = new Saving(workspace, trainer, services, listener, "test");
  private final FileCommands files =
      new FileCommands(
          workspace, new Requests(saving, Runnable::run), new ReadTables(), services, listener);

  @Test
  void modelTrainedAfterUndoingAnOpeningAsksWhereToBeSaved() throws Exception {
    var a = modelFile("a.nnw", BundledSample.IRIS);
    var before = Files.readString(a);
    open(a);
    workspace.undo();
    train();
    saving.save();
    assertEquals("circles", dialogs.suggested, "asked, and not called after the model");
    assertEquals(before, Files.readString(a));
  }

  @Test
  void savingWhatUndoFoundAgainWritesItsOwnFile() throws Exception {
    var a = modelFile("a.nnw", BundledSample.IRIS);
    var b = modelFile("b.nnw", BundledSample.XOR);
    open(a);
    open(b);
    var before = Files.readString(b);
    workspace.undo();
    train();
    saving.save();
    tasks.doNext();
    assertEquals(before, Files.readString(b));
    assertEquals("iris", ModelFile.read(a).data().name().replace(".csv", ""));
    assertFalse(workspace.unsaved.get());
  }

  @Test
  void fileThatAnotherProgramChangedIsReplacedOnlyAfterAsking() throws Exception {
    var a = modelFile("a.nnw", BundledSample.IRIS);
    open(a);
    train();
    Files.writeString(a, "another program's");
    saving.save();
    assertEquals(1, dialogs.asked);
    assertEquals("another program's", Files.readString(a));
    dialogs.changed = ChangedElsewhere.REPLACE;
    saving.save();
    tasks.doNext();
    assertNotNull(ModelFile.read(a).trained());
    saving.save();
    tasks.doNext();
    assertEquals(2, dialogs.asked, "what this window wrote is replaced unasked");
  }

  @Test
  void ofTwoWindowsOnOneFileTheSecondToSaveIsAskedAndLosesNothing() throws Exception {
    var a = modelFile("a.nnw", BundledSample.IRIS);
    var other = new SavingTest();
    open(a);
    other.open(a);
    epochs(11);
    other.epochs(22);
    saving.save();
    tasks.doNext();
    other.saving.save();
    assertEquals(List.of(0, 1), List.of(dialogs.asked, other.dialogs.asked));
    assertEquals(11, ModelFile.read(a).draft().training().stopping().epochs());
    assertTrue(other.workspace.unsaved.get(), "not replaced, so not saved");
    other.dialogs.changed = ChangedElsewhere.REPLACE;
    other.saving.save();
    other.tasks.doNext();
    assertEquals(22, ModelFile.read(a).draft().training().stopping().epochs());
    saving.save();
    assertEquals(1, dialogs.asked, "the first window is asked in its turn");
  }

  @Test
  void fileThatIsGoneIsWrittenAgainUnasked() throws Exception {
    var a = modelFile("a.nnw", BundledSample.IRIS);
    open(a);
    Files.delete(a);
    saving.save();
    tasks.doNext();
    assertEquals(0, dialogs.asked);
    assertTrue(Files.exists(a));
  }

  @Test
  void modelWhoseFileIsGoneIsAskedAboutBeforeItIsLost() throws Exception {
    var a = modelFile("a.nnw", BundledSample.IRIS);
    open(a);
    var closed = new boolean[1];
    saving.whenSaved("", () -> closed[0] = true, () -> {});
    assertTrue(closed[0]);
    Files.delete(a);
    closed[0] = false;
    saving.whenSaved("", () -> closed[0] = true, () -> {});
    assertFalse(closed[0]);
    assertEquals(1, dialogs.asked);
  }

  @Test
  void secondSaveWaitsForTheFirstAndTheLastIsInTheFile() throws Exception {
    var a = modelFile("a.nnw", BundledSample.IRIS);
    open(a);
    saving.save();
    var first = tasks.startNext();
    epochs(17);
    saving.save();
    first.run();
    tasks.doNext();
    assertEquals(0, dialogs.asked, "the first save is no other program's");
    assertEquals(17, ModelFile.read(a).draft().training().stopping().epochs());
    assertFalse(workspace.unsaved.get());
  }

  @Test
  void saveThatEndsAfterAnotherDocumentWasOpenedDoesNotNameItsFile() throws Exception {
    var a = modelFile("a.nnw", BundledSample.IRIS);
    open(a);
    saving.save();
    var late = tasks.startNext();
    workspace.open("command.openData", Document.of(DataReference.of(BundledSample.XOR)));
    late.run();
    assertNull(workspace.file.get());
    assertEquals("xor", saving.name());
  }

  @Test
  void untrainedNetworkIsSavedWithItsStartingWeightsAndNoEpochs() throws Exception {
    var file = folder.resolve("fresh.nnw");
    dialogs.saved = Optional.of(file);
    saving.save();
    tasks.doNext(); // Its weights are drawn.
    tasks.doNext(); // They are written.
    var model = ModelFile.read(file).trained();
    assertEquals(0, model.history().epochs());
    assertEquals(200, model.experiment().training().stopping().epochs());
    assertFalse(workspace.unsaved.get());
    assertEquals(file, workspace.file.get());
    assertNull(workspace.document().get().trained(), "what is open is as it was");
  }

  @Test
  void untrainedNetworkReplacesNoSavedModelUnaskedAndTakesNothingFromRedo() throws Exception {
    var file = folder.resolve("trained.nnw");
    dialogs.saved = Optional.of(file);
    train();
    saving.save();
    tasks.doNext();
    var trained = Files.readString(file);
    workspace.undo();
    dialogs.saved = Optional.empty();
    saving.save();
    tasks.doNext(); // Its weights are drawn; where they go is asked.
    assertEquals(trained, Files.readString(file));
    assertEquals("command.train", workspace.redoName.get());
    workspace.redo();
    assertFalse(workspace.unsaved.get());
  }

  @Test
  void savingGoesOnAfterOneFailed() throws Exception {
    var a = modelFile("a.nnw", BundledSample.IRIS);
    open(a);
    dialogs.saved = Optional.of(folder.resolve("no").resolve("such.nnw"));
    saving.saveAs();
    tasks.doNext();
    assertNotNull(notices.error.get());
    dialogs.saved = Optional.of(folder.resolve("b.nnw"));
    saving.saveAs();
    tasks.doNext();
    assertTrue(Files.exists(folder.resolve("b.nnw")));
  }

  @Test
  void modelIsOfferedAPlaceBesideItsFileElseBesideItsData() throws Exception {
    train();
    saving.saveAs();
    assertNull(dialogs.suggestedFolder, "neither has a file: where the user was last");
    var data = Files.createDirectory(folder.resolve("data")).resolve("rows.csv");
    Files.writeString(data, "x,y\n1,2\n2,4\n3,6\n4,8\n");
    dialogs.unsaved = Unsaved.DISCARD;
    files.open(List.of(data));
    tasks.doNext();
    listener.used(data);
    train();
    saving.saveAs();
    assertEquals(data.getParent(), dialogs.suggestedFolder);
    dialogs.saved = Optional.of(folder.resolve("m.nnw"));
    saving.saveAs();
    tasks.doNext();
    saving.saveAs();
    assertEquals(folder, dialogs.suggestedFolder);
  }

  @Test
  void openingTheModelOfTheOpenTableKeepsTheTable() throws Exception {
    var a = modelFile("a.nnw", BundledSample.IRIS);
    workspace.open("command.openData", Document.of(DataReference.of(BundledSample.IRIS)));
    open(a);
    assertNotNull(workspace.document().get().data().table());
    assertFalse(workspace.unsaved.get());
  }

  @Test
  void savingThePastAsksWhichEpochAndWritesTheOneThatWasChosen() throws Exception {
    var file = travelled();
    var latest = workspace.document().get().trained();
    saving.save();
    assertEquals(List.of(3, 5), dialogs.epochs);
    assertFalse(Files.exists(file), "cancelled");
    dialogs.epoch = SavedEpoch.IN_USE;
    saving.save();
    tasks.doNext();
    assertEquals(latest.weights(), ModelFile.read(file).trained().weights());
    assertEquals(3, workspace.moment.get().epochs(), "the past still shows");
    dialogs.epoch = SavedEpoch.SHOWN;
    var shown = workspace.model.get();
    saving.save();
    tasks.doNext();
    assertEquals(3, dialogs.asked, "once a save");
    assertEquals(shown.weights(), ModelFile.read(file).trained().weights());
    assertEquals(3, ModelFile.read(file).trained().history().epochs());
    assertSame(shown, workspace.document().get().trained(), "what is in use is what was saved");
    assertNull(workspace.moment.get());
    assertFalse(workspace.unsaved.get());
    saving.save();
    tasks.doNext();
    assertEquals(3, dialogs.asked, "the present is saved unasked");
    workspace.undo();
    assertSame(latest, workspace.document().get().trained());
  }

  @Test
  void savingElsewhereAndClosingAskWhichEpochToo() throws Exception {
    var file = travelled();
    dialogs.epoch = SavedEpoch.SHOWN;
    dialogs.unsaved = Unsaved.SAVE;
    var closed = new boolean[1];
    saving.whenSaved("", () -> closed[0] = true, () -> {});
    tasks.doNext();
    assertTrue(closed[0]);
    assertEquals(3, ModelFile.read(file).trained().history().epochs());
    workspace.undo();
    travel.show(2);
    tasks.doNext();
    dialogs.saved = Optional.of(folder.resolve("other.nnw"));
    saving.saveAs();
    tasks.doNext();
    assertEquals(List.of(2, 5), dialogs.epochs);
    assertEquals(2, ModelFile.read(folder.resolve("other.nnw")).trained().history().epochs());
  }

  /** Five epochs are trained and the third is looked at; gives where it would be saved. */
  private Path travelled() {
    workspace.editDraft("x", it -> it.withTraining(it.training().withEpochs(5)));
    trainer.speed().set(Speed.FULL);
    trainer.train();
    tasks.doNext(); // The rows are prepared.
    tasks.doNext(); // The run goes to its end.
    travel.show(3);
    tasks.doNext(); // It is repeated up to there.
    assertEquals(3, workspace.moment.get().epochs());
    var file = folder.resolve("past.nnw");
    dialogs.saved = Optional.of(file);
    return file;
  }

  private void open(Path file) {
    files.open(List.of(file));
    tasks.doNext();
    assertEquals(file, workspace.file.get());
  }

  private void train() {
    workspace.edit("command.train", it -> it.withTrained(TestModels.untrained(it)));
  }

  private void epochs(int epochs) {
    workspace.editDraft("x", it -> it.withTraining(it.training().withEpochs(epochs)));
  }

  private Path modelFile(String name, BundledSample sample)
      throws IOException, ModelFormatException {
    var document = Document.of(DataReference.of(sample));
    var file = folder.resolve(name);
    ModelFile.write(file, document.withTrained(TestModels.untrained(document)), "test");
    return file;
  }

  private static final class Silent implements FileListener {

    @Override
    public void openedLesson() {}

    @Override
    public @Nullable Bookmark bookmark() {
      return null;
    }

    @Override
    public Optional<TypedText> typed() {
      return Optional.empty();
    }

    private final List<Path> recent = new ArrayList<>();

    @Override
    public void opened(FileKind kind) {}

    @Override
    public void preview(Path file, ReadingChoices choices) {}

    @Override
    public void answer(Path file) {}

    @Override
    public List<Path> recent() {
      return recent;
    }

    @Override
    public void used(Path file) {
      recent.addFirst(file);
    }
  }
}
