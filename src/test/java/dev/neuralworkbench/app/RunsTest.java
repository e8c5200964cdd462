package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.train.Stopping;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The runs of a student who changes one thing and trains again, by mouse and keyboard. */
@Tag("thorough")
class RunsTest extends WindowCase {

  @BeforeEach
  void begin() {
    window.robot.choose("#speed", "Full speed");
  }

  private void trains() {
    window.robot.press(KeyCode.F5);
    window.robot.waitForText("#run-state", "Finished");
  }

  /** One thing is changed before. */
  private void trainsOtherwise() {
    FxThread.run(
        () ->
            window
                .workspace()
                .editDraft("x", it -> it.withTraining(it.training().withLearningRate(0.002))));
    trains();
  }

  private TableView<?> list() {
    return (TableView<?>) window.scene().lookup("#runs-list");
  }

  private RunLog log() {
    return window.workspace().document().get().runs();
  }

  private void waitFor(String what, Supplier<Boolean> holds) {
    window.robot.waitUntil(what, holds::get);
  }

  @Test
  void runsStandSideBySideAndAreOpenedAgain() {
    window.robot.shortcut(KeyCode.DIGIT6);
    window.robot.waitForText("#runs-none", "No runs with this data yet");
    trains();
    var first = FxThread.call(() -> window.workspace().document().get().trained());
    trainsOtherwise();
    window.robot.shortcut(KeyCode.DIGIT6);
    waitFor("two rows", () -> list().getItems().size() == 2);
    assertTrue(
        FxThread.call(
            () ->
                list().getColumns().stream().anyMatch(it -> it.getText().equals("Learning rate"))));
    FxThread.run(() -> list().getSelectionModel().selectAll());
    window.robot.waitForText("#runs-sentence", "From run 1 to run 2: learning rate");
    FxThread.run(() -> list().getSelectionModel().clearAndSelect(0));
    window.robot.click("#runs-open");
    waitFor("the first model", () -> first.equals(window.workspace().document().get().trained()));
    window.robot.waitForText("#runs-sentence", "Run 1 is the model in use");
  }

  @Test
  void runsArePinnedAndDeletedByTheKeyboardAndBroughtBack() {
    trains();
    window.robot.shortcut(KeyCode.DIGIT6);
    waitFor("a row", () -> list().getItems().size() == 1);
    FxThread.run(
        () -> {
          list().requestFocus();
          list().getSelectionModel().clearAndSelect(0);
        });
    window.robot.click("#runs-pin");
    waitFor("pinned", () -> log().mark(1).pinned());
    FxThread.run(list()::requestFocus);
    window.robot.press(KeyCode.DELETE);
    waitFor("deleted", () -> log().present().isEmpty());
    window.robot.shortcut(KeyCode.Z);
    waitFor("back", () -> log().present().size() == 1);
    assertEquals(1, FxThread.call(() -> list().getItems().size()));
    assertTrue(log().mark(1).pinned());
  }

  /** New columns take the place of the old ones while a row is chosen and the list is sorted. */
  @Test
  void whatIsChosenStaysWhenRunsOfAnotherKindCome() {
    trains();
    trainsOtherwise();
    window.robot.shortcut(KeyCode.DIGIT6);
    waitFor("two rows", () -> list().getItems().size() == 2);
    FxThread.run(
        () -> {
          var rate =
              list().getColumns().stream()
                  .filter(it -> it.getText().equals("Learning rate"))
                  .findFirst()
                  .orElseThrow();
          sort(list(), rate);
          list().getSelectionModel().clearAndSelect(1);
        });
    var chosen = window.robot.text("#runs-sentence");
    FxThread.run(
        () ->
            window
                .workspace()
                .editDraft("x", it -> it.withTraining(it.training().withBatchSize(8))));
    trains();
    waitFor("three rows", () -> list().getItems().size() == 3);
    assertEquals(1, FxThread.call(() -> list().getSelectionModel().getSelectedItems().size()));
    assertEquals(chosen, window.robot.text("#runs-sentence"));
    FxThread.run(() -> list().getSelectionModel().clearAndSelect(2));
    assertEquals(
        List.of(2),
        FxThread.call(() -> List.copyOf(list().getSelectionModel().getSelectedIndices())));
  }

  private static <S> void sort(TableView<S> list, TableColumn<?, ?> by) {
    list.getSortOrder().setAll(list.getColumns().stream().filter(it -> it.equals(by)).toList());
  }

  @Test
  void theFilterLeavesTheLinesInWhichATextOccurs() {
    trains();
    trainsOtherwise();
    window.robot.shortcut(KeyCode.DIGIT6);
    waitFor("two rows", () -> list().getItems().size() == 2);
    FxThread.run(() -> ((TextField) window.scene().lookup("#runs-filter")).setText("0.002"));
    waitFor("one row", () -> list().getItems().size() == 1);
    FxThread.run(() -> ((TextField) window.scene().lookup("#runs-filter")).setText("nothing"));
    waitFor("no row", () -> list().getItems().isEmpty());
    FxThread.run(() -> ((TextField) window.scene().lookup("#runs-filter")).clear());
    waitFor("both again", () -> list().getItems().size() == 2);
  }

  /** What is being trained is neither opened nor deleted, and no other takes its place unasked. */
  @Test
  void aRunUnderWayIsLeftAlone() {
    trains();
    var endless = new Stopping(1_000_000, null, null, null);
    FxThread.run(
        () ->
            window
                .workspace()
                .editDraft(
                    "x",
                    it ->
                        it.withTraining(
                            it.training().withLearningRate(0.002).withStopping(endless))));
    window.robot.press(KeyCode.F5);
    window.robot.waitForText("#run-state", "Training");
    window.robot.shortcut(KeyCode.DIGIT6);
    waitFor("two rows", () -> list().getItems().size() == 2);
    FxThread.run(() -> list().getSelectionModel().clearAndSelect(1));
    window.robot.waitForText("#runs-sentence", "Run 2 is training");
    for (var button : List.of("#runs-open", "#runs-delete")) {
      assertTrue(window.scene().lookup(button).isDisabled(), button);
    }
    FxThread.run(list()::requestFocus);
    window.robot.press(KeyCode.DELETE);
    FxThread.run(() -> list().getSelectionModel().clearAndSelect(0));
    window.robot.waitForText("#runs-sentence", "Run 1 can be opened when");
    assertTrue(window.scene().lookup("#runs-open").isDisabled());
    assertEquals(2, log().present().size());
    window.robot.click("#stop");
    window.robot.waitForText("#run-state", "Finished");
    window.robot.waitForText("#runs-sentence", "those of run 1.");
  }

  /** A run that ends while somebody types moves rows: the note is that of its own run. */
  @Test
  void aNoteIsThatOfTheRunItWasTypedBeside() {
    trains();
    window.robot.shortcut(KeyCode.DIGIT6);
    waitFor("a row", () -> list().getItems().size() == 1);
    FxThread.run(
        () -> {
          var field = (TextField) shown(".run-note");
          field.requestFocus();
          field.setText("slow");
        });
    FxThread.run(
        () -> {
          var other = window.workspace().document().get().draft();
          var faster = other.training().withLearningRate(0.002).withEpochs(3);
          window.workspace().editDraft("x", it -> it.withTraining(faster));
        });
    FxThread.run(() -> ((ButtonBase) window.scene().lookup("#train")).fire());
    waitFor("two rows", () -> list().getItems().size() == 2);
    window.robot.waitForText("#run-state", "Finished");
    FxThread.run(list()::requestFocus);
    waitFor("the note", () -> log().mark(1).note().equals("slow"));
    assertEquals("", log().mark(2).note());
  }

  @Test
  void runsOfAnUnfoldedGroupStayBelowItHoweverTheListIsSorted() {
    for (var seed : new long[] {1, 2}) {
      FxThread.run(
          () ->
              window
                  .workspace()
                  .editDraft(
                      "x", it -> it.withTraining(it.training().withSeed(seed).withEpochs(5))));
      trains();
    }
    FxThread.run(
        () ->
            window
                .workspace()
                .editDraft("x", it -> it.withTraining(it.training().withLearningRate(0.5))));
    trains();
    window.robot.shortcut(KeyCode.DIGIT6);
    waitFor("two rows", () -> list().getItems().size() == 2);
    FxThread.run(() -> ((ButtonBase) shown(".run-fold")).fire());
    waitFor("four rows", () -> list().getItems().size() == 4);
    FxThread.run(
        () -> {
          for (var column : list().getColumns()) {
            if (!column.isSortable()) {
              continue;
            }
            for (var type : SortType.values()) {
              column.setSortType(type);
              sortBy(column);
              var kinds =
                  list().getItems().stream().map(it -> it.getClass().getSimpleName()).toList();
              var group = kinds.indexOf("Several");
              assertTrue(group == 0 || group == 1, column.getText() + kinds);
              var inner = list().getItems().subList(group + 1, group + 3).toString();
              assertTrue(inner.contains("inGroup=true") && !inner.contains("inGroup=false"), inner);
            }
          }
        });
  }

  /** What the list shows, in its order, and a group as its runs; the curves beside it. */
  @Test
  void theRunsThatShowAreSavedAsATable() throws IOException {
    trains();
    trainsOtherwise();
    window.robot.shortcut(KeyCode.DIGIT6);
    waitFor("two rows", () -> list().getItems().size() == 2);
    FxThread.run(
        () -> {
          var first = list().getColumns().getFirst();
          first.setSortType(SortType.DESCENDING);
          sortBy(first);
        });
    assertEquals(List.of("2", "1"), savedRuns("all.csv", "#runs-save"));
    window.robot.click("#runs-curves-save");
    assertEquals(
        List.of("1", "2"),
        savedRuns("curves.csv", "#runs-curves-saveNumbers").stream().distinct().toList());
    window.dialogs.saved = Optional.of(folder.resolve("no/such/folder.csv"));
    window.robot.click("#runs-save");
    window.robot.waitForText("#error-sentence", "folder.csv");
    FxThread.run(() -> ((TextField) window.scene().lookup("#runs-filter")).setText("0.002"));
    waitFor("one row", () -> list().getItems().size() == 1);
    assertEquals(List.of("2"), savedRuns("filtered.csv", "#runs-save"));
    FxThread.run(() -> ((TextField) window.scene().lookup("#runs-filter")).setText("nothing"));
    waitFor("no row", () -> list().getItems().isEmpty());
    assertTrue(window.scene().lookup("#runs-save").isDisabled());
  }

  /** The numbers at the beginnings of the lines of a file that is saved. */
  private List<String> savedRuns(String name, String button) throws IOException {
    var file = folder.resolve(name);
    window.dialogs.saved = Optional.of(file);
    window.robot.click(button);
    waitFor(name, () -> Files.exists(file));
    var lines = Files.readAllLines(file);
    assertTrue(lines.getFirst().startsWith("run,"), lines.getFirst());
    return lines.stream().skip(1).map(line -> line.substring(0, line.indexOf(','))).toList();
  }

  /** Cells are made before they are needed: the one that shows. */
  private Node shown(String selector) {
    return Showing.tree(list())
        .filter(node -> node.getStyleClass().contains(selector.substring(1)))
        .findFirst()
        .orElseThrow();
  }

  private <S> void sortBy(TableColumn<S, ?> column) {
    @SuppressWarnings("unchecked") // a column of this very list
    var list = (TableView<S>) list();
    list.getSortOrder().setAll(List.of(column));
  }
}
