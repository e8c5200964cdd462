package dev.neuralworkbench.ui.common.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.ui.common.dialog.SystemDialogs.SaveQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaveQuestionTest {

  @TempDir private Path folder;

  private final Deque<String> typed = new ArrayDeque<>();
  private final List<String> offered = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private boolean replace;

  @BeforeEach
  void makeFile() throws IOException {
    Files.writeString(folder.resolve("wine.nnw"), "old");
  }

  private Optional<String> ask(String... names) {
    typed.addAll(List.of(names));
    var question =
        new SaveQuestion(
            ".nnw",
            name -> {
              offered.add(name);
              return typed.isEmpty() ? null : folder.resolve(typed.poll());
            },
            file -> {
              asked.add(file.getFileName().toString());
              return replace;
            });
    return question.ask("iris").map(file -> file.getFileName().toString());
  }

  @Test
  void fileThatTheEndingLeadsToIsAskedAbout() {
    replace = true;
    assertEquals(Optional.of("wine.nnw"), ask("wine"));
    assertEquals(List.of("wine.nnw"), asked);
  }

  @Test
  void whoDoesNotReplaceIsAskedForAnotherName() {
    assertEquals(Optional.of("other.nnw"), ask("wine", "wine", "other"));
    assertEquals(List.of("wine.nnw", "wine.nnw"), asked);
    assertEquals(List.of("iris.nnw", "wine.nnw", "wine.nnw"), offered);
  }

  @Test
  void whoDoesNotReplaceMayLeaveTheQuestion() {
    assertEquals(Optional.empty(), ask("wine"));
    assertEquals(List.of("wine.nnw"), asked);
  }

  /** The system's chooser has asked already. */
  @ParameterizedTest
  @ValueSource(strings = {"wine.nnw", "WINE.NNW", "new.nnw"})
  void nameWithItsEndingIsNotAskedAboutAgain(String name) {
    assertEquals(Optional.of(name), ask(name));
    assertEquals(List.of(), asked);
  }

  /** The chooser asked about the link. */
  @Test
  void fileThatALinkLeadsToIsAskedAboutByItsOwnName() throws IOException {
    Files.writeString(folder.resolve("table.csv"), "a,b");
    Files.createSymbolicLink(folder.resolve("link.nnw"), Path.of("table.csv"));
    assertEquals(Optional.empty(), ask("link.nnw"));
    assertEquals(List.of("table.csv"), asked);
    Files.createSymbolicLink(folder.resolve("new link.nnw"), Path.of("new.nnw"));
    assertEquals(Optional.of("new link.nnw"), ask("new link.nnw"));
    assertEquals(List.of("table.csv"), asked, "a link to nothing replaces nothing");
  }

  /** The chooser asked about the table, which stays: the model's own name is shown before it is. */
  @Test
  void nameOfAFileOfAnotherKindIsShownWithItsEndingBeforeItIsTaken() throws IOException {
    Files.writeString(folder.resolve("win.csv"), "a,b");
    assertEquals(Optional.of("win.csv.nnw"), ask("win.csv", "win.csv.nnw"));
    assertEquals(List.of("iris.nnw", "win.csv.nnw"), offered);
    assertEquals(List.of(), asked);
  }

  @Test
  void newNameGetsItsEndingUnasked() {
    assertEquals(Optional.of("wine.2.nnw"), ask("wine.2"));
    assertEquals(List.of(), asked);
  }
}
