package dev.neuralworkbench.ui.workspace.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.dialog.Dialogs.Unsaved;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.common.work.Job;
import dev.neuralworkbench.ui.workspace.HeldTasks;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked about, when, and what has the next turn. */
class RequestsTest {

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
  private final Saving saving = new Saving(workspace, trainer, services, listener, "test");
  private final Requests requests = new Requests(saving, Runnable::run);
  private final FileCommands files =
      new FileCommands(workspace, requests, new ReadTables(), services, listener);
  private final List<String> asked = new ArrayList<>();
  private final Deque<Unsaved> answers = new ArrayDeque<>();
  private int closed;
  private Optional<TypedText> typed = Optional.empty();

  RequestsTest() {
    dialogs.whenAsked =
        () -> {
          asked.add(dialogs.question + " " + dialogs.loss.replace("\n", " "));
          dialogs.unsaved = Objects.requireNonNullElse(answers.poll(), Unsaved.CANCEL);
        };
  }

  @Test
  void eachQuestionIsAboutWhatIsOpenInItsTurn() throws Exception {
    openAndTrain();
    var kept = folder.resolve("kept.nnw");
    dialogs.saved = Optional.of(kept);
    answers.addAll(List.of(Unsaved.SAVE, Unsaved.CANCEL, Unsaved.DISCARD));
    files.open(List.of(table("a")));
    files.open(List.of(table("b")));
    files.open(List.of(table("c")));
    tasks.doNext(); // Written.
    assertEquals("first.csv", ModelFile.read(kept).data().name());
    var read = tasks.startNext();
    read.run();
    assertEquals("a.csv", open());
    assertEquals(1, asked.size(), "a is open, and has nothing to be saved");
    train();
    tasks.doNext();
    assertEquals("a.csv", open(), "b arrived after something was done");
    assertEquals(
        "Save the model trained on a.csv? Unsaved changes will be lost. To be opened next: b.csv",
        asked.get(1));
    assertEquals(
        "Save the model trained on a.csv? Unsaved changes will be lost. To be opened next: c.csv",
        asked.get(2));
    tasks.doNext();
    assertEquals("c.csv", open());
  }

  @Test
  void aClosingGivesWayToWhatCameDuringItsQuestion() throws IOException {
    openAndTrain();
    var table = table("a");
    answers.add(Unsaved.DISCARD);
    var ask = dialogs.whenAsked;
    dialogs.whenAsked =
        () -> {
          dialogs.whenAsked = ask;
          files.open(List.of(table));
          ask.run();
        };
    requests.close(() -> closed++);
    tasks.doNext();
    assertEquals("a.csv", open());
    assertEquals(List.of(0, 1), List.of(closed, asked.size()));
    requests.close(() -> closed++);
    assertEquals(1, closed);
  }

  @Test
  void whatWasLetGoForAFileThatCannotBeReadIsAskedAboutAgain() throws IOException {
    openAndTrain();
    answers.addAll(List.of(Unsaved.DISCARD, Unsaved.CANCEL));
    var ask = dialogs.whenAsked;
    dialogs.whenAsked =
        () -> {
          dialogs.whenAsked = ask;
          files.open(List.of(folder.resolve("gone.csv")));
          ask.run();
        };
    requests.close(() -> closed++);
    tasks.doNext();
    assertNotNull(notices.error.get());
    requests.close(() -> closed++);
    assertEquals(List.of(0, 2), List.of(closed, asked.size()));
  }

  @Test
  void whoChoosesOrClosesDoesNotWaitForWhatIsReadAndAFileFromElsewhereDoes() throws IOException {
    files.choose(table("a"));
    files.open(List.of(table("b")));
    var late = tasks.startNext();
    files.openSample(BundledSample.IRIS);
    late.run();
    tasks.doNext();
    assertEquals("b.csv", open());
    tasks.doNext();
    assertTrue(open().startsWith("iris"), open());
    files.open(List.of(table("c")));
    requests.close(() -> closed++);
    assertEquals(1, closed);
  }

  @Test
  void aReadingThatHangsAndWasCancelledKeepsNothingWaiting() throws IOException {
    var hanging = new Job("job.readData");
    requests.add(turn -> turn.reads(hanging));
    files.open(List.of(table("a")));
    hanging.cancel();
    files.open(List.of(table("b")));
    tasks.doNext();
    assertEquals("a.csv", open());
    tasks.doNext();
    assertEquals("b.csv", open());
  }

  @Test
  void whatIsBeingWrittenIsNotAskedAbout() throws IOException {
    openAndTrain();
    dialogs.saved = Optional.of(folder.resolve("kept.nnw"));
    saving.save();
    files.open(List.of(table("a")));
    assertEquals(List.of(), asked);
    tasks.doNext();
    tasks.doNext();
    assertEquals("a.csv", open());
    assertEquals(List.of(), asked);
  }

  @Test
  void ofSeveralFilesTheWorkIsAskedAboutOnceThoughTheFirstIsMissing() throws IOException {
    openAndTrain();
    answers.add(Unsaved.DISCARD);
    files.open(List.of(table("a"), folder.resolve("gone.csv")));
    tasks.doNext();
    assertEquals("a.csv", open());
    assertEquals(
        List.of(
            "Save the model trained on first.csv? Unsaved changes will be lost. To be opened next:"
                + " a.csv"),
        asked);
  }

  @Test
  void whatCouldNotBeSavedIsSavedElsewhereAndTheFileBehindTheQuestionIsOpened() throws Exception {
    openAndTrain();
    answers.addAll(List.of(Unsaved.SAVE, Unsaved.CANCEL));
    dialogs.saved = Optional.of(folder.resolve("gone").resolve("m.nnw"));
    files.open(List.of(table("a")));
    files.open(List.of(table("b")));
    tasks.doNext(); // It cannot be written.
    assertEquals(2, asked.size(), "b does not wait");
    assertEquals("first.csv", open());
    var remedy = Objects.requireNonNull(notices.remedy.get());
    dialogs.saved = Optional.empty();
    remedy.action().run();
    assertEquals("first.csv", open(), "as after Cancel");
    var kept = folder.resolve("kept.nnw");
    dialogs.saved = Optional.of(kept);
    remedy.action().run();
    tasks.doNext(); // Written.
    tasks.doNext(); // Read.
    assertEquals("a.csv", open());
    assertEquals("first.csv", ModelFile.read(kept).data().name());
    assertEquals(2, asked.size());
  }

  @Test
  void aClosingWhoseSavingFailedGoesOnOnceTheWorkIsSavedElsewhere() throws Exception {
    openAndTrain();
    answers.add(Unsaved.SAVE);
    dialogs.saved = Optional.of(folder.resolve("gone").resolve("m.nnw"));
    requests.close(() -> closed++);
    tasks.doNext();
    dialogs.saved = Optional.of(folder.resolve("kept.nnw"));
    Objects.requireNonNull(notices.remedy.get()).action().run();
    assertEquals(0, closed);
    tasks.doNext();
    assertEquals(1, closed);
    assertEquals(1, asked.size());
  }

  @Test
  void aClosingNamesTheRunsThatOnlyExistInThisWindow() {
    for (var i = 0; i < 3; i++) {
      run();
    }
    requests.close(() -> closed++);
    assertEquals(List.of("Save the model trained on " + open() + "? 3 runs will be lost."), asked);
    assertEquals(0, closed);
  }

  @Test
  void aTableThatIsTypedWhileAFileIsReadIsAskedAbout() throws IOException {
    files.open(List.of(table("a")));
    var late = tasks.startNext();
    typed = Optional.of(new TypedText("Typed table", "x,y\n"));
    late.run();
    assertEquals("circles", open());
    assertEquals(
        List.of(
            "Save the table “Typed table”? It has not been used yet. Unsaved changes will be lost."
                + " To be opened next: a.csv"),
        asked);
  }

  @Test
  void aTypedTableThatCouldNotBeSavedIsSavedElsewhereAndNotAskedAboutAgain() throws Exception {
    typed = Optional.of(new TypedText("Typed table", "x,y\n"));
    answers.add(Unsaved.SAVE);
    dialogs.saved = Optional.of(folder.resolve("gone").resolve("t.csv"));
    files.open(List.of(table("a")));
    tasks.doNext();
    assertEquals("circles", open());
    var kept = folder.resolve("kept.csv");
    dialogs.saved = Optional.of(kept);
    Objects.requireNonNull(notices.remedy.get()).action().run();
    tasks.doNext(); // Written.
    tasks.doNext(); // Read.
    assertEquals("a.csv", open());
    assertEquals("x,y\n", Files.readString(kept));
    assertEquals(1, asked.size());
    requests.close(() -> closed++);
    assertEquals(1, closed, "a file has it");
  }

  @Test
  void whatIsTypedOnWhileItIsSavedIsAskedAboutAgain() {
    typed = Optional.of(new TypedText("Typed table", "x,y\n"));
    answers.addAll(List.of(Unsaved.SAVE, Unsaved.DISCARD));
    dialogs.saved = Optional.of(folder.resolve("t.csv"));
    requests.close(() -> closed++);
    var late = tasks.startNext();
    typed = Optional.of(new TypedText("Typed table", "x,y\n1,2\n"));
    late.run();
    assertEquals(List.of(2, 1), List.of(asked.size(), closed));
  }

  @Test
  void runsOfASampleAreAskedAboutToo() {
    files.openSample(BundledSample.IRIS);
    tasks.doNext();
    assertEquals(List.of(), asked, "nothing was done");
    run();
    files.openSample(BundledSample.XOR);
    assertEquals(
        List.of("Save the model trained on " + open() + "? Unsaved changes will be lost."), asked);
    for (var i = 0; i < 3; i++) {
      run();
    }
    answers.add(Unsaved.DISCARD);
    files.openSample(BundledSample.XOR);
    assertEquals("Save the model trained on " + open() + "? 4 runs will be lost.", asked.getLast());
    tasks.doNext();
    files.openSample(BundledSample.IRIS);
    tasks.doNext();
    assertEquals(2, asked.size());
  }

  @Test
  void aFinishedRunOfASampleIsAskedAboutBeforeAFileReplacesIt() throws IOException {
    trainer.speed().set(Speed.FULL);
    trainer.train();
    tasks.doNext(); // The rows are prepared.
    tasks.doNext(); // The run goes to its end.
    assertEquals(RunState.FINISHED, trainer.state().get());
    files.open(List.of(table("a")));
    assertEquals(
        List.of(
            "Save the model trained on circles? Unsaved changes will be lost. To be opened next:"
                + " a.csv"),
        asked);
    assertEquals("circles", open());
  }

  @Test
  void aTypedTableThatIsUsedIsNotAskedAboutItself() {
    var mine = new TypedText("Typed table", "x,y\n1,2\n2,1\n3,5\n");
    typed = Optional.of(mine);
    train();
    files.openTyped(mine);
    assertEquals(
        List.of("Save the model trained on circles? Unsaved changes will be lost."), asked);
    requests.close(() -> closed++);
    assertEquals(
        "Save the model trained on circles? Unsaved changes will be lost. The table “Typed table”"
            + " has not been used yet and will be lost too.",
        asked.getLast(),
        "it was not taken, so it is lost by closing");
    answers.add(Unsaved.DISCARD);
    files.openTyped(mine);
    tasks.doNext();
    assertEquals("Typed table", open());
    assertEquals(List.of(3, 0), List.of(asked.size(), closed));
  }

  @Test
  void aTypedTableThatIsLeftIsAskedAboutAndCanBeSaved() throws IOException {
    var left = new ArrayList<String>();
    saving.whenTypedMayGo(() -> left.add("empty"));
    typed = Optional.of(new TypedText("Typed table", "x,y\n"));
    saving.whenTypedMayGo(() -> left.add("cancelled"));
    answers.add(Unsaved.DISCARD);
    saving.whenTypedMayGo(() -> left.add("let go"));
    assertEquals(List.of("empty", "let go"), left);
    assertEquals(
        "Save the table “Typed table”? It has not been used yet. Unsaved changes will be lost.",
        asked.getFirst());
    var file = folder.resolve("t.csv");
    dialogs.saved = Optional.of(file);
    answers.add(Unsaved.SAVE);
    saving.whenTypedMayGo(() -> left.add("saved"));
    assertEquals(2, left.size(), "not before it is written");
    tasks.doNext();
    assertEquals("x,y\n", Files.readString(file));
    assertEquals(List.of("saved", 3), List.of(left.getLast(), asked.size()));
  }

  /** A training, and its run in the list. */
  private void run() {
    train();
    var document = workspace.document().get();
    var model = Objects.requireNonNull(document.trained());
    workspace.logged(
        List.of(
            new LoggedRun(
                new RunRecord(
                    1,
                    document.data().hash(),
                    document.draft(),
                    true,
                    null,
                    RunResult.of(model),
                    RunCurve.of(model.history()),
                    List.of(),
                    null,
                    null),
                model)));
  }

  private void openAndTrain() throws IOException {
    files.open(List.of(table("first")));
    tasks.doNext();
    train();
  }

  private void train() {
    workspace.edit("command.train", it -> it.withTrained(TestModels.untrained(it)));
  }

  private String open() {
    return workspace.document().get().data().name();
  }

  private Path table(String name) throws IOException {
    var text = new StringBuilder("x,y,kind\n");
    for (var i = 0; i < 40; i++) {
      text.append(i).append(',').append(7 * i % 11).append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    return Files.writeString(folder.resolve(name + ".csv"), text);
  }

  private final class Silent implements FileListener {

    @Override
    public void opened(FileKind kind) {}

    @Override
    public void openedLesson() {}

    @Override
    public @Nullable Bookmark bookmark() {
      return null;
    }

    @Override
    public Optional<TypedText> typed() {
      return typed;
    }

    @Override
    public void preview(Path file, ReadingChoices choices) {}

    @Override
    public void answer(Path file) {}

    @Override
    public List<Path> recent() {
      return List.of();
    }

    @Override
    public void used(Path file) {}
  }
}
