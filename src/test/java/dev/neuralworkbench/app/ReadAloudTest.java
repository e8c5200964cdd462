package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.testing.Spoken;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.chart.ThemedChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever takes the focus, and whatever is drawn, has a role and a name in the language of the
 * window; what has a value has it beside its name.
 */
@Tag("thorough")
class ReadAloudTest {

  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
  private static final Pattern WORD = Pattern.compile("\\p{IsLatin}{4,}");

  /** Names that are the same in every language. */
  private static final Set<String> PROPER =
      Set.of(
          "Neural Workbench",
          "Adam",
          "ReLU",
          "Dropout",
          "Epsilon",
          "Beta 1",
          "Beta 2",
          "moons",
          "class",
          "kind",
          "size",
          "colour");

  private static final Set<AccessibleRole> OF_ANYTHING =
      Set.of(AccessibleRole.NODE, AccessibleRole.PARENT);

  @TempDir private Path folder;
  private final Map<String, String> mute = new TreeMap<>();
  private final Set<String> heard = new HashSet<>();
  private List<Language> languages = List.of(Language.CHINESE, Language.ENGLISH);

  @Test
  void everythingThatTakesTheFocusSaysWhatItIsAndHolds() throws IOException {
    var all = OpenWindow.with(OpenWindow.SMALL, Set.of("data", "network", "training"));
    try (var window = new OpenWindow(folder, all)) {
      look(window, "before");
      window.train();
      data(window);
      live(window);
      evaluate(window);
      backprop(window);
      predict(window);
      runs(window);
      help(window);
    }
    assertEquals(Map.of(), mute);
    assertTrue(heard.size() > 150, heard.size() + " of them");
  }

  private void data(OpenWindow window) throws IOException {
    var robot = window.robot;
    screen(window, 1);
    for (var part : List.of("columns", "correlation", "rows")) {
      robot.click("#table-" + part);
      look(window, part);
    }
    robot.click("#data-samples");
    robot.find("#gallery");
    look(window, "gallery");
    robot.press(KeyCode.ESCAPE);
    robot.waitUntilGone("#gallery");
    robot.shortcut(KeyCode.N);
    robot.find("#editor-grid");
    look(window, "editor");
    robot.click("#editor-cancel");
    var file = Files.writeString(folder.resolve("seen.csv"), "size;kind\n1,5;a\n2,5;b\n3,5;a\n");
    window.dialogs.data = Optional.of(file);
    FxThread.run(() -> item(window, "menu-preview-data").fire());
    robot.find("#preview-grid");
    look(window, "preview");
    robot.click("#preview-cancel");
  }

  private void live(OpenWindow window) {
    var robot = window.robot;
    screen(window, 2);
    look(window, "live");
    robot.click("#live-monitor");
    robot.click("#live-monitor-weights");
    robot.frames(5);
    look(window, "weights");
  }

  private void evaluate(OpenWindow window) {
    screen(window, 3);
    window.robot.click("#confusion-0-0");
    look(window, "evaluate");
  }

  private void backprop(OpenWindow window) {
    var robot = window.robot;
    screen(window, 4);
    for (var phase : List.of("forward", "update")) {
      robot.click("#backprop-phase-" + phase);
      robot.press(KeyCode.RIGHT);
      look(window, phase);
    }
    for (var aspect : List.of("ledger", "check", "steps")) {
      robot.click("#backprop-" + aspect);
      look(window, aspect);
    }
    for (var aid : List.of("curve", "weights")) {
      robot.click("#backprop-aid-" + aid);
      look(window, aid);
    }
    robot.click("#backprop-asks");
    look(window, "quiz");
  }

  private void predict(OpenWindow window) {
    var robot = window.robot;
    screen(window, 5);
    robot.click("#predict-rows-data");
    robot.waitForText("#predict-rows-facts", "300");
    look(window, "rows");
  }

  private void runs(OpenWindow window) {
    var robot = window.robot;
    screen(window, 6);
    for (var part : List.of("curves", "scores", "pair", "landscape", "rates", "study")) {
      robot.click("#runs-" + part + "-tab");
      FxThread.run(
          () ->
              ((TableView<?>) window.scene().lookup("#runs-list")).getSelectionModel().selectAll());
      robot.frames(20);
      look(window, "runs " + part);
    }
  }

  private void help(OpenWindow window) {
    var robot = window.robot;
    robot.press(KeyCode.F1);
    robot.find("#help");
    for (var part : List.of("page", "terms")) {
      robot.click("#help-" + part + "-tab");
      look(window, "help " + part);
    }
    robot.press(KeyCode.ESCAPE);
    robot.waitUntilGone("#help");
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    robot.find("#command-palette");
    look(window, "commands");
    robot.press(KeyCode.ESCAPE);
    robot.waitUntilGone("#command-palette");
    FxThread.run(() -> item(window, "menu-about").fire());
    robot.find("#about-close");
    look(window, "about");
    robot.click("#about-close");
  }

  private static void screen(OpenWindow window, int screen) {
    window.robot.shortcut(KeyCode.getKeyCode(String.valueOf(screen)));
    window.robot.frames(20);
  }

  private static MenuItem item(OpenWindow window, String id) {
    return ((MenuBar) window.scene().lookup("#menu"))
        .getMenus().stream()
            .flatMap(ReadAloudTest::items)
            .filter(item -> id.equals(item.getId()))
            .findFirst()
            .orElseThrow();
  }

  private static Stream<MenuItem> items(MenuItem item) {
    return item instanceof Menu menu
        ? menu.getItems().stream().flatMap(ReadAloudTest::items)
        : Stream.of(item);
  }

  private void look(OpenWindow window, String place) {
    // Begins with what is spoken: a window of another language is laid out anew.
    languages = languages.reversed();
    for (var spoken : languages) {
      FxThread.run(() -> window.workbench.messages.language().set(spoken));
      window.robot.frames(3);
      FxThread.run(() -> Showing.nodes().forEach(node -> listen(node, spoken, place)));
    }
  }

  private void listen(Node node, Language language, String place) {
    if (isDrawing(node)) {
      if (Stream.iterate(node, it -> it != null, Node::getParent)
          .noneMatch(ReadAloudTest::isNamed)) {
        mute.putIfAbsent("a drawing without a name: " + Showing.name(node), place);
      }
    }
    if (!takesFocus(node)) {
      return;
    }
    var spoken = Spoken.of(node);
    heard.add(Showing.name(node) + spoken.name());
    var says = Showing.name(node) + " says " + spoken;
    if (OF_ANYTHING.contains(spoken.role())) {
      mute.putIfAbsent("no role: " + says, place);
    }
    if (spoken.name().isBlank()) {
      mute.putIfAbsent("no name: " + says, place);
    } else if (spoken.name().equals(node.getId())) {
      mute.putIfAbsent("its id: " + says, place);
    } else if (node instanceof MenuButton && !isOneWith(spoken)) {
      mute.putIfAbsent("not what and which: " + says, place);
    } else if (!isOf(language, spoken.name())) {
      mute.putIfAbsent("another language: " + says, place);
    }
    if (spoken.role() == AccessibleRole.SLIDER && !hasEnds(node)) {
      mute.putIfAbsent("no ends: " + says, place);
    }
    if (node instanceof TextInputControl field ? hidesItsText(field, spoken) : isMute(spoken)) {
      mute.putIfAbsent("no value: " + says, place);
    }
  }

  /** An empty field may have words in the place of its value. */
  private static boolean hidesItsText(TextInputControl field, Spoken spoken) {
    return !field.getText().isEmpty() && !field.getText().equals(spoken.value());
  }

  private static boolean isMute(Spoken spoken) {
    return spoken.hasValue() && spoken.value().isBlank();
  }

  /** A button with a list has no value beside its name: the name says what was chosen as well. */
  private static boolean isOneWith(Spoken spoken) {
    return spoken.name().contains(spoken.value()) && !spoken.name().equals(spoken.value());
  }

  /** The toolkit takes what is asked of a slider for doubles, and falls over anything else. */
  private static boolean hasEnds(Node node) {
    return node.queryAccessibleAttribute(AccessibleAttribute.VALUE) instanceof Double value
        && node.queryAccessibleAttribute(AccessibleAttribute.MIN_VALUE) instanceof Double least
        && node.queryAccessibleAttribute(AccessibleAttribute.MAX_VALUE) instanceof Double most
        && least <= value
        && value <= most;
  }

  private static boolean isOf(Language language, String name) {
    var han = CHINESE.matcher(name).find();
    return language == Language.CHINESE
        ? han || PROPER.contains(name) || !WORD.matcher(name).find()
        : !han;
  }

  private static boolean isDrawing(Node node) {
    return node instanceof Canvas || node instanceof ImageView;
  }

  private static boolean isNamed(Node node) {
    return !OF_ANYTHING.contains(node.getAccessibleRole()) && !Spoken.of(node).name().isBlank();
  }

  private static boolean takesFocus(Node node) {
    return node.isFocusTraversable()
        || node instanceof ThemedChart
        || (node.getClass().getName().startsWith("dev.neuralworkbench")
            && (node.getOnMousePressed() != null
                || node.getOnMouseClicked() != null
                || node.getOnKeyPressed() != null));
  }
}
