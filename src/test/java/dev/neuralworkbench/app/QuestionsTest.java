package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.common.dialog.Dialogs.Unsaved;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of later starts and closings come one after another, each with its own question. */
@Tag("thorough")
class QuestionsTest {

  @TempDir private Path folder;
  private OpenWindow window;
  private final List<String> opened = new ArrayList<>();
  private final List<String> questions = new ArrayList<>();
  private final Deque<Unsaved> answers = new ArrayDeque<>();

  /** What comes while a question shows, one for each. */
  private final Deque<Runnable> meanwhile = new ArrayDeque<>();

  @BeforeEach
  void start() throws IOException {
    window = new OpenWindow(folder, OpenWindow.SMALL, table("first"));
    window.robot.waitForText("#status-facts", "first.csv");
    window.dialogs.whenAsked =
        () -> {
          questions.add(window.dialogs.question + " Open: " + name());
          window.dialogs.unsaved = Objects.requireNonNullElse(answers.poll(), Unsaved.CANCEL);
          if (!meanwhile.isEmpty()) {
            meanwhile.pop().run();
          }
        };
    FxThread.run(
        () ->
            window
                .workspace()
                .document()
                .map(it -> it.data().name())
                .subscribe(it -> opened.add(it)));
    trainAnEpoch();
    opened.clear();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void ofSeveralStartsEachIsOpenedInItsOrderAndTheWorkIsAskedAboutOnce() throws IOException {
    answers.add(Unsaved.DISCARD);
    startLater("a", "b", "c");
    window.robot.waitForText("#status-facts", "c.csv");
    window.robot.frames(20);
    assertEquals(List.of("a.csv", "b.csv", "c.csv"), opened);
    assertEquals(List.of("Save the model trained on first.csv? Open: first.csv"), questions);
  }

  @Test
  void saveSavesWhatIsOpenWhenItIsAskedAbout() throws Exception {
    answers.addAll(List.of(Unsaved.SAVE, Unsaved.DISCARD));
    var file = folder.resolve("kept.nnw");
    window.dialogs.saved = Optional.of(file);
    startLater("a", "b");
    window.robot.waitForText("#status-facts", "b.csv");
    var kept = ModelFile.read(file);
    assertEquals("first.csv", kept.data().name());
    assertNotNull(kept.trained());
    assertEquals(List.of("a.csv", "b.csv"), opened);
    assertEquals(1, window.dialogs.named.size());
  }

  @Test
  void whatIsCancelledOrCannotBeSavedKeepsNoOtherFileFromItsQuestion() throws IOException {
    answers.addAll(List.of(Unsaved.CANCEL, Unsaved.SAVE, Unsaved.SAVE, Unsaved.DISCARD));
    window.dialogs.saved = Optional.empty();
    meanwhile.add(() -> {});
    meanwhile.add(() -> {}); // The chooser is left.
    meanwhile.add(
        () -> window.dialogs.saved = Optional.of(folder.resolve("gone").resolve("m.nnw")));
    startLater("a", "b", "c", "d");
    window.robot.waitForText("#status-facts", "d.csv");
    assertEquals(List.of("d.csv"), opened);
    assertEquals(4, questions.size());
    assertTrue(
        questions.stream().allMatch(it -> it.endsWith("Open: first.csv")), () -> "" + questions);
  }

  @Test
  void aStartDuringTheQuestionAtClosingIsOpenedInsteadOfClosing() throws IOException {
    answers.add(Unsaved.DISCARD);
    meanwhile.add(() -> startLater("a"));
    window.robot.shortcut(KeyCode.Q);
    window.robot.waitForText("#status-facts", "a.csv");
    assertTrue(window.stage.isShowing());
    assertEquals(1, questions.size(), "what may be lost was said");
    window.robot.shortcut(KeyCode.Q);
    window.robot.waitUntil("closed", () -> !window.stage.isShowing());
  }

  @Test
  void afterAClosingThatWasCancelledTheFileOfAStartIsAskedAbout() {
    answers.addAll(List.of(Unsaved.CANCEL, Unsaved.CANCEL));
    meanwhile.add(() -> startLater("a"));
    window.robot.shortcut(KeyCode.Q);
    window.robot.waitUntil("asked about the file", () -> questions.size() == 2);
    window.robot.frames(20);
    assertTrue(window.stage.isShowing());
    assertEquals(List.of(), opened);
    answers.add(Unsaved.DISCARD);
    window.robot.shortcut(KeyCode.Q);
    window.robot.waitUntil("closed", () -> !window.stage.isShowing());
    assertFalse(FxThread.call(() -> window.workbench.come(List.of())), "a start finds no window");
  }

  @Test
  void aTableThatIsOpenedIsShownBesideATableThatIsBeingTyped() {
    answers.add(Unsaved.DISCARD);
    window.robot.shortcut(KeyCode.N);
    window.robot.find("#editor-grid");
    startLater("a");
    window.robot.waitForText("#data-facts", "40 rows");
    assertFalse(window.robot.shows("#editor-grid"));
  }

  @Test
  void aTableThatIsBeingTypedIsAskedAboutUntilItIsInAFile() throws IOException {
    answers.addAll(List.of(Unsaved.CANCEL, Unsaved.SAVE, Unsaved.CANCEL));
    window.dialogs.saved = Optional.of(folder.resolve("model.nnw"));
    window.dialogs.savedRows = Optional.of(folder.resolve("typed.csv"));
    type("u", "v");
    startLater("a");
    window.robot.waitUntil("asked", () -> questions.size() == 1);
    assertEquals(
        """
        Unsaved changes will be lost.
        The table “Typed table” has not been used yet and will be lost too.
        To be opened next: a.csv\
        """,
        window.dialogs.loss);
    assertTrue(window.robot.shows("#editor-grid"), "kept");
    startLater("b");
    window.robot.waitForText("#status-facts", "b.csv");
    assertEquals("u,v\n", Files.readString(folder.resolve("typed.csv")));
    assertTrue(Files.exists(folder.resolve("model.nnw")));
    type("w", "x");
    window.robot.shortcut(KeyCode.Q);
    window.robot.waitUntil("asked at closing", () -> questions.size() == 3);
    assertEquals(
        "Save the table “Typed table”? It has not been used yet. Open: b.csv", questions.getLast());
    assertTrue(window.stage.isShowing());
    answers.add(Unsaved.DISCARD);
    window.robot.shortcut(KeyCode.Q);
    window.robot.waitUntil("closed", () -> !window.stage.isShowing());
  }

  /** Types two names into a new table; the second is not confirmed yet. */
  private void type(String first, String second) {
    window.robot.shortcut(KeyCode.N);
    window.robot.find("#editor-grid");
    window.robot.type(first);
    window.robot.press(KeyCode.TAB);
    window.robot.type(second);
  }

  private void trainAnEpoch() {
    window.robot.press(KeyCode.F6);
    window.robot.waitForText("#live-state", "epoch 1");
  }

  /** Starts that come one right after the other. */
  private void startLater(String... names) {
    if (Platform.isFxApplicationThread()) {
      for (var name : names) {
        assertTrue(window.workbench.come(List.of(table(name))), "taken at once");
      }
    } else {
      FxThread.run(() -> startLater(names));
    }
  }

  private Path table(String name) {
    var text = new StringBuilder("x,y,kind\n");
    for (var i = 0; i < 40; i++) {
      text.append(i).append(',').append(7 * i % 11).append(i % 2 == 0 ? ",a\n" : ",b\n");
    }
    try {
      return Files.writeString(folder.resolve(name + ".csv"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name() {
    return window.workspace().document().get().data().name();
  }
}
