package dev.neuralworkbench.app.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.app.OpenWindow;
import dev.neuralworkbench.app.WindowCase;
import dev.neuralworkbench.app.screen.AppScreen;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.common.TextSize;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Speed;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Someone who does not know what to do next presses F1. */
class HelpTest extends WindowCase {

  /** Labels that name something: a choice, a score, a column, a part of a screen. */
  private static final Set<String> NAMES =
      Set.of(
          "field-name",
          "score-name",
          "score-head",
          "headline-name",
          "chart-heading",
          "form-heading",
          "phase",
          "left-pill",
          "center-pill",
          "right-pill");

  /** Words that everybody knows, and what speaks for itself, in both languages. */
  private static final Set<String> PLAIN =
      Set.of(
          "Model output",
          "模型输出",
          "Around this row",
          "该行附近",
          "After",
          "之后",
          "petal_length_cm",
          "petal_width_cm",
          "sepal_length_cm",
          "sepal_width_cm",
          "Steps",
          "步骤",
          "Scatter plot",
          "散点图",
          "No prediction is wrong.");

  @Override
  protected OpenWindow open() {
    var open = OpenWindow.with(OpenWindow.SMALL, Set.of("data", "network", "training"));
    return new OpenWindow(folder, open);
  }

  @Test
  void pageIsThatOfTheScreen() {
    var robot = window.robot;
    var titles = List.of("Data", "Live", "Evaluate", "Backprop", "Predict", "Runs");
    for (var screen = 1; screen <= titles.size(); screen++) {
      robot.shortcut(KeyCode.getKeyCode(String.valueOf(screen)));
      robot.press(KeyCode.F1);
      robot.find("#help");
      assertTrue(page().startsWith(titles.get(screen - 1) + "\n"), page());
      assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(help())));
      robot.press(KeyCode.ESCAPE);
      robot.waitUntilGone("#help");
    }
    robot.press(KeyCode.F1);
    robot.find("#help");
    FxThread.run(() -> window.workbench.messages.language().set(Language.CHINESE));
    robot.frames(3);
    assertTrue(page().startsWith("训练记录\n"), page());
    assertTrue(page().contains("置顶的训练"), page());
  }

  @Test
  void fieldWithTheFocusLeadsToItsTermAndSoDoWordsUnderTheMouse() {
    var robot = window.robot;
    robot.click("#training-optimizer-learningRate");
    robot.press(KeyCode.F1);
    robot.waitUntil("learning rate", () -> chosenTerm().equals("rate"));
    robot.press(KeyCode.ESCAPE);
    robot.waitUntilGone("#help");
    robot.hover("#live-validation-loss-name");
    robot.press(KeyCode.F1);
    robot.waitUntil("loss", () -> chosenTerm().equals("loss"));
    robot.press(KeyCode.ESCAPE);
    robot.waitUntilGone("#help");
  }

  @Test
  void termOfThePageIsOneClickAway() {
    var robot = window.robot;
    robot.press(KeyCode.F1);
    robot.click("#help-term-overfitting");
    robot.waitUntil("overfitting", () -> chosenTerm().equals("overfitting"));
  }

  /** A list that has not been shown yet does not know how high its terms are. */
  @Test
  void firstTermThatIsAskedForIsInSight() {
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT5);
    robot.press(KeyCode.F1);
    robot.click("#help-term-shapley");
    robot.frames(10);
    assertEquals("shapley", chosenTerm());
    var list = FxThread.call(() -> terms().localToScene(terms().getBoundsInLocal()));
    var chosen =
        FxThread.call(
            () ->
                terms().lookupAll(".list-cell:selected").stream()
                    .filter(Node::isVisible)
                    .map(it -> it.localToScene(it.getBoundsInLocal()))
                    .toList());
    assertEquals(1, chosen.size());
    assertTrue(list.contains(chosen.getFirst()), list + " " + chosen);
  }

  /** What a part of a screen is stands beside it in two sentences, with the way to its page. */
  @Test
  void partOfAScreenHasAPageOfItsOwn() {
    var robot = window.robot;
    FxThread.run(() -> window.workbench.trainer().speed().set(Speed.FULL));
    FxThread.run(() -> entry("#sample-iris"));
    robot.frames(20);
    robot.press(KeyCode.F5);
    robot.waitUntil("trained", () -> window.workbench.trainer().state().get() == RunState.FINISHED);
    robot.shortcut(KeyCode.DIGIT3);
    robot.waitUntil("scores", () -> shows("#evaluate-roc"));
    // What comes later moves the parts down.
    robot.waitForText("#evaluate-verdict-line", "Linear model");
    robot.waitForText("#evaluate-interval-accuracy", "–");
    robot.frames(3);
    robot.click("#evaluate-roc-what");
    robot.click("#evaluate-roc-more");
    robot.frames(5);
    assertTrue(page().startsWith("Evaluate\nRead the curves\n"), page());
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(help())));
    robot.click("#help-whole");
    robot.frames(5);
    assertTrue(page().startsWith("Evaluate\nHow good the predictions are"), page());
    robot.press(KeyCode.ESCAPE);
    robot.waitUntilGone("#help");
    robot.shortcut(KeyCode.DIGIT5);
    robot.waitUntil("form", () -> shows("#predict-sure"));
    robot.click("#predict-sure-what");
    robot.click("#predict-sure-more");
    robot.frames(5);
    assertTrue(page().startsWith("Predict\nSee how sure it is\n"), page());
    robot.press(KeyCode.F1);
    robot.frames(5);
    assertTrue(page().startsWith("Predict\nPredictions for rows"), page());
    robot.press(KeyCode.ESCAPE);
  }

  @Test
  void termIsFoundByItsNameFirstAndThenByItsMeaning() {
    var robot = window.robot;
    robot.clickText("Help");
    robot.clickText("Glossary");
    robot.type("tanh");
    robot.frames(3);
    assertEquals("tanh", FxThread.call(() -> terms().getItems().getFirst().term().id()));
    assertTrue(FxThread.call(() -> terms().getItems().size()) > 1, "others mention it");
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(help())));
  }

  @Test
  void enterInTheGlossaryDoesNothingElse() {
    var robot = window.robot;
    robot.clickText("Help");
    robot.clickText("Glossary");
    robot.type("dark");
    robot.press(KeyCode.ENTER);
    robot.frames(5);
    assertTrue(robot.shows("#help"));
    assertFalse(FxThread.call(() -> window.workbench.theme.dark.get()));
  }

  @Test
  void commandIsFoundAndDone() {
    var robot = window.robot;
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    robot.type("dark");
    robot.frames(3);
    assertEquals(1, FxThread.call(() -> commands().getItems().size()));
    assertFalse(FxThread.call(() -> window.workbench.theme.dark.get()));
    robot.press(KeyCode.ENTER);
    robot.waitUntilGone("#command-palette");
    robot.waitUntil("dark", () -> window.workbench.theme.dark.get());
  }

  /** 640 × 420 in the middle of the window, and nothing is left of it once it is not used. */
  @Test
  void commandsLieOverTheMiddleOfTheWindowWhileTheyAreUsed() {
    var robot = window.robot;
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    robot.find("#command-palette");
    var palette = FxThread.call(() -> commands().getScene().getWindow());
    assertEquals(640, palette.getWidth());
    assertEquals(420, palette.getHeight());
    assertEquals(
        window.stage.getX() + window.stage.getWidth() / 2, palette.getX() + 320, 1, "across");
    assertEquals(
        window.stage.getY() + window.stage.getHeight() / 2, palette.getY() + 210, 1, "down");
    robot.press(KeyCode.ESCAPE);
    robot.waitUntilGone("#command-palette");
  }

  @Test
  void whatWasDoneLastComesFirst() {
    var robot = window.robot;
    for (var typed : List.of("evaluate", "predict")) {
      robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
      robot.type(typed);
      robot.press(KeyCode.ENTER);
      robot.waitUntilGone("#command-palette");
    }
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    robot.find("#command-palette");
    assertEquals(
        List.of("View ▸ Screen ▸ Predict", "View ▸ Screen ▸ Evaluate"),
        FxThread.call(
            () -> commands().getItems().stream().limit(2).map(CommandEntry::name).toList()));
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.ENTER);
    robot.waitUntil("evaluate", () -> shows("#evaluate"));
  }

  @Test
  void commandIsFoundByOtherWordsAndWhereNoneIsThatIsSaid() {
    var robot = window.robot;
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    robot.type("chinese");
    robot.frames(3);
    assertTrue(FxThread.call(() -> commands().getItems().size()) > 1, "the languages");
    robot.type("x");
    robot.frames(3);
    assertEquals(0, FxThread.call(() -> commands().getItems().size()));
    var said = FxThread.call(() -> (Labeled) commands().getPlaceholder());
    assertTrue(said.getText().startsWith("No matches"), said.getText());
    robot.press(KeyCode.ESCAPE);
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    robot.type("runs");
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.UP);
    robot.frames(3);
    assertEquals(
        1, FxThread.call(() -> commands().getSelectionModel().getSelectedIndex()), "the second");
  }

  @Test
  void screenIsACommandToo() {
    var robot = window.robot;
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    robot.type("evaluate");
    robot.press(KeyCode.ENTER);
    robot.waitUntil("evaluate", () -> shows("#evaluate"));
  }

  @Test
  void helpIsAsLargeAsTheWindow() {
    var robot = window.robot;
    robot.press(KeyCode.F1);
    robot.find("#help");
    var usual = FxThread.call(HelpTest::textSize);
    FxThread.run(() -> window.workbench.theme.text.set(TextSize.PERCENT_150));
    robot.waitUntil("larger", () -> textSize() == 1.5 * usual);
    robot.press(KeyCode.ESCAPE);
  }

  private static double textSize() {
    return ((Labeled) help().lookup("#help-page .term-name")).getFont().getSize();
  }

  private boolean shows(String id) {
    return Showing.nodes().stream().anyMatch(Showing.withId(id));
  }

  @Test
  void everyEntryOfTheMenuIsACommandAndOneThatCannotBeDoneSaysWhy() {
    var robot = window.robot;
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    robot.find("#help-commands");
    var listed = FxThread.call(() -> List.copyOf(commands().getItems()));
    assertTrue(listed.size() > 60, "commands: " + listed.size());
    var undo = listed.stream().filter(it -> it.name().equals("Edit ▸ Undo")).findFirst();
    assertEquals("Ctrl+Z", undo.orElseThrow().keys());
    assertEquals("There is nothing to undo.", undo.orElseThrow().tip());
    assertFalse(undo.orElseThrow().canRun());
  }

  @Test
  void reportOfAProblemGoesToTheClipboard() {
    window.robot.clickText("Help");
    window.robot.clickText("Copy problem report");
    window.robot.waitForText("#status-message", "clipboard");
    var copied = FxThread.call(() -> Clipboard.getSystemClipboard().getString());
    assertTrue(copied.contains("Java " + Runtime.version()), copied);
    assertTrue(copied.contains("ENGLISH, light, zoom 100%"), copied);
  }

  @Test
  @Tag("thorough")
  void everyNameOnEveryScreenLeadsToATerm() {
    var robot = window.robot;
    FxThread.run(() -> window.workbench.trainer().speed().set(Speed.FULL));
    var lost = new TreeSet<String>();
    var seen = new TreeSet<String>();
    var languages = List.of(Language.CHINESE, Language.ENGLISH);
    for (var sample : List.of("#sample-sine", "#sample-iris")) {
      FxThread.run(() -> entry(sample));
      robot.frames(20);
      robot.press(KeyCode.F5);
      robot.waitUntil(
          "trained", () -> window.workbench.trainer().state().get() == RunState.FINISHED);
      for (var screen = 1; screen <= AppScreen.ALL.size(); screen++) {
        robot.shortcut(KeyCode.getKeyCode(String.valueOf(screen)));
        robot.frames(20);
        // Begins with the present one: a window of another language is laid out anew.
        languages = languages.reversed();
        for (var language : languages) {
          FxThread.run(() -> window.workbench.messages.language().set(language));
          robot.frames(3);
          FxThread.run(() -> look(seen, lost));
        }
      }
    }
    assertEquals(Set.of(), lost);
    assertTrue(seen.size() > 120, seen.size() + " names");
  }

  private void look(Set<String> seen, Set<String> lost) {
    var glossary = new Glossary(window.workbench.messages.words());
    for (var name : names()) {
      seen.add(name);
      if (!PLAIN.contains(name) && glossary.find(name).isEmpty()) {
        lost.add(name);
      }
    }
  }

  private List<String> names() {
    var names = new TreeSet<String>();
    for (var node : Showing.tree(window.scene().getRoot()).toList()) {
      if (node instanceof TableView<?> table) {
        table.getColumns().stream()
            .filter(column -> !column.getStyleClass().contains("data"))
            .forEach(column -> names.add(column.getText()));
      }
      if (node instanceof Labeled labeled
          && !labeled.getStyleClass().contains("data")
          && labeled.getStyleClass().stream().anyMatch(NAMES::contains)) {
        names.add(labeled.getText());
      }
    }
    names.remove("");
    return List.copyOf(names);
  }

  private void entry(String id) {
    var bar = (MenuBar) window.scene().lookup("#menu");
    CommandEntry.all(bar.getMenus(), window.workbench.messages).stream()
        .filter(it -> it.item() != null && id.equals("#" + it.item().getId()))
        .findFirst()
        .orElseThrow()
        .run();
  }

  private static Scene help() {
    return scene("#help");
  }

  private static Scene scene(String id) {
    return Showing.nodes().stream().filter(Showing.withId(id)).findFirst().orElseThrow().getScene();
  }

  private static String page() {
    return FxThread.call(
        () -> {
          var all = new StringBuilder();
          Showing.tree(help().lookup("#help-page"))
              .filter(Labeled.class::isInstance)
              .forEach(label -> all.append(((Labeled) label).getText()).append('\n'));
          return all.toString();
        });
  }

  private static ListView<GlossaryPane.Row> terms() {
    return (GlossaryPane) help().lookup("#help-terms");
  }

  @SuppressWarnings("unchecked") // No other list is called so.
  private static ListView<CommandEntry> commands() {
    return (ListView<CommandEntry>) scene("#command-palette").lookup("#help-commands");
  }

  private static String chosenTerm() {
    if (Window.getWindows().stream().allMatch(it -> it.getScene().lookup("#help") == null)) {
      return "";
    }
    var row = terms().getSelectionModel().getSelectedItem();
    return row == null || row.term() == null ? "" : row.term().id();
  }
}
