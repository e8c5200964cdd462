package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each field for a choice shows what is chosen, however it came to be chosen. */
@Tag("thorough")
class ShownChoicesTest extends WindowCase {

  @Override
  protected OpenWindow open() {
    var open =
        OpenWindow.with(OpenWindow.SMALL, Set.of("data-form", "data", "network", "training"));
    return new OpenWindow(folder, open);
  }

  @Test
  void eachShowsItsValueAfterOpeningUndoingAndSwitchingTheLanguage() throws IOException {
    assertShown("class");
    open(table("wide.csv", 20));
    assertShown("class");
    open(table("narrow.csv", 3));
    assertShown("class");
    window.robot.shortcut(KeyCode.Z);
    window.robot.waitForText("#status-facts", "wide.csv");
    assertShown("class");
    window.robot.choose("#preparation-target", "c7");
    assertShown("c7");
    window.robot.shortcut(KeyCode.Z);
    assertShown("class");
    window.robot.shortcut(KeyCode.SHIFT, KeyCode.Z);
    assertShown("c7");
    window.robot.clickText("View");
    window.robot.clickText("Language");
    window.robot.clickText("简体中文");
    assertShown("c7");
    window.robot.shortcut(KeyCode.Z);
    window.robot.shortcut(KeyCode.Z);
    window.robot.waitForText("#status-facts", "circles");
    assertShown("class");
  }

  @Test
  void listThatIsOpenWhileAnotherTableComesGoesWithTheTableBefore() throws Exception {
    var table = new TableReader().read(table("narrow.csv", 2), Progress.NONE);
    window.robot.click("#preparation-target");
    window.robot.frames(2);
    FxThread.run(
        () ->
            window
                .workspace()
                .open(
                    "command.openData",
                    Document.of(DataReference.ofFile(table, ReadingChoices.NONE))));
    window.robot.frames(2);
    window.robot.press(KeyCode.HOME);
    window.robot.press(KeyCode.ENTER);
    assertShown("class");
  }

  private void assertShown(String target) {
    window.robot.frames(2);
    assertEquals(target, window.robot.text("#preparation-target"));
    var wrong = new TreeMap<String, String>();
    FxThread.run(
        () -> {
          var boxes = boxes(window.scene().getRoot()).toList();
          assertTrue(boxes.size() > 8, boxes.toString());
          boxes.forEach(box -> compare(box, wrong));
        });
    assertEquals(new TreeMap<>(), wrong);
  }

  private static <T> void compare(ComboBox<T> box, Map<String, String> wrong) {
    var shown = box.getButtonCell() == null ? null : box.getButtonCell().getText();
    if (box.getSkin() != null && shown != null && !name(box).equals(shown)) {
      wrong.put(box.getId(), shown + " for " + box.getValue());
    }
    for (var item : box.getItems()) {
      // ELU and GELU are called so in the window, too.
      if (item instanceof Enum<?> constant && !constant.name().endsWith("ELU")) {
        // Where a value is not found in its list, the toolkit asks the converter for its name.
        var byToolkit = box instanceof ChoiceField ? box.getConverter().toString(item) : "";
        if (List.of(name(box, item), byToolkit).contains(constant.name())) {
          wrong.put(box.getId() + " " + item, "shown by its name in the program");
        }
      }
    }
    if (box.getSelectionModel().getSelectedIndex() != box.getItems().indexOf(box.getValue())) {
      wrong.put(box.getId() + " selected", "" + box.getSelectionModel().getSelectedIndex());
    }
  }

  /** The name of the value as the open list would write it. */
  private static <T> String name(ComboBox<T> box) {
    return box.getValue() == null ? "" : name(box, box.getValue());
  }

  private static <T> String name(ComboBox<T> box, T value) {
    if (box.getCellFactory() == null) {
      return box.getConverter().toString(value);
    }
    var list = new ListView<T>();
    list.getItems().add(value);
    ListCell<T> cell = box.getCellFactory().call(list);
    cell.updateListView(list);
    cell.updateIndex(0);
    return cell.getText();
  }

  private static Stream<ComboBox<?>> boxes(Node node) {
    return switch (node) {
      case ComboBox<?> box -> Stream.of(box);
      case Parent parent ->
          parent.getChildrenUnmodifiable().stream().flatMap(ShownChoicesTest::boxes);
      default -> Stream.of();
    };
  }

  private void open(Path file) {
    window.dialogs.data = Optional.of(file);
    window.robot.shortcut(KeyCode.O);
    window.robot.waitForText("#status-facts", file.getFileName().toString());
    window.robot.waitForText("#plan", "Train starts");
  }

  /** A table whose last column is the class. */
  private Path table(String name, int columns) throws IOException {
    var lines = new ArrayList<String>();
    lines.add(names(columns) + ",class");
    for (var row = 0; row < 40; row++) {
      var line = row;
      lines.add(
          IntStream.range(0, columns)
                  .mapToObj(column -> (line * 7 + column * 3) % 11 + ".5")
                  .collect(Collectors.joining(","))
              + (row % 2 == 0 ? ",yes" : ",no"));
    }
    return Files.write(folder.resolve(name), lines);
  }

  private static String names(int columns) {
    return IntStream.range(0, columns)
        .mapToObj(column -> "c" + column)
        .collect(Collectors.joining(","));
  }
}
