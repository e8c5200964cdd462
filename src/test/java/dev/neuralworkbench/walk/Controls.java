package dev.neuralworkbench.walk;

import dev.neuralworkbench.app.OpenWindow;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.common.form.NumberField;
import dev.neuralworkbench.ui.workspace.RunState;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

/** Where each action has its control. What does not show or is disabled is left alone. */
record Controls(Hand hand, OpenWindow window) {

  private static final List<KeyCode> SCREENS =
      List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5);
  private static final List<KeyCode> KEYS =
      List.of(
          KeyCode.TAB,
          KeyCode.DOWN,
          KeyCode.UP,
          KeyCode.LEFT,
          KeyCode.RIGHT,
          KeyCode.HOME,
          KeyCode.END,
          KeyCode.ESCAPE,
          KeyCode.PAGE_DOWN);
  private static final List<int[]> SIZES =
      List.of(new int[] {1024, 700}, new int[] {1366, 768}, new int[] {1600, 1000});

  /** Buttons that ask for a file, or end the program. */
  private static final List<String> NOT_PRESSED =
      List.of(
          "save",
          "open",
          "recovery",
          "rows-file",
          "quit",
          "about",
          "glossary",
          "help",
          "command",
          "report",
          "log");

  void play(Action action) {
    switch (action.kind()) {
      case TRAIN -> train(action);
      case PAUSE -> hand.press(KeyCode.F5);
      case STOP -> hand.press(KeyCode.SHIFT, KeyCode.F5);
      case STEP_EPOCH -> hand.press(KeyCode.F6);
      case STEP_BATCH -> hand.press(KeyCode.F7);
      case RESET -> hand.click("#reset");
      case SCRUB -> scrub(action);
      case BACK -> hand.click("#scrubber-end");
      case BRANCH -> hand.click("#scrubber-branch");
      case WEIGHT -> weight(action);
      case TARGET -> choose("#preparation-target", action);
      case ROLE -> role(action);
      case UNITS -> hand.enter("#network-hidden-0-units", String.valueOf(action.of(9)));
      case EPOCHS -> hand.enter("#training-stopping-epochs", String.valueOf(action.of(30)));
      case RATE -> rate(action);
      case SEED -> hand.enter("#training-seed", String.valueOf(action.of(4)));
      case UNREADABLE -> hand.enter("#training-seed", action.of(9) + "x");
      case SCREEN -> hand.shortcut(SCREENS.get(action.of(SCREENS.size())));
      case LANGUAGE -> language(action);
      case LOOK -> hand.click("#theme");
      case SIZE -> size(action);
      case PRESENTER -> hand.press(KeyCode.F11);
      case FIELD -> field(action);
      case CHOICE -> choice(action);
      case BUTTON -> button(action);
      case KEYS -> keys(action);
      case PART -> part(action);
      default -> throw new AssertionError("a control for " + action);
    }
  }

  void sample(Action action) {
    var kind = Corpus.sample(action.choice()).id();
    if (hand.click("#menu-file")) {
      hand.clickText(window.workbench.messages.now("menu.samples"));
      hand.clickText(window.workbench.messages.now("sample." + kind));
    }
  }

  /** Opens a menu and chooses an entry. */
  void menu(String menu, String entryKey) {
    if (hand.click("#menu-" + menu)) {
      hand.clickText(window.workbench.messages.now(entryKey));
    }
  }

  private void train(Action action) {
    var active =
        FxThread.<Boolean>call(() -> window.workbench.trainer().state().get() == RunState.RUNNING);
    if (action.of(2) == 0 && !active) {
      hand.click("#train");
    } else {
      hand.press(KeyCode.F5);
    }
  }

  private void scrub(Action action) {
    hand.shortcut(KeyCode.DIGIT2);
    hand.frames(2);
    switch (action.of(3)) {
      case 0 -> hand.click("#scrubber-before");
      case 1 -> hand.click("#scrubber-best");
      default -> {
        if (hand.click("#scrubber-slider")) {
          hand.press(action.of(2) == 0 ? KeyCode.LEFT : KeyCode.HOME);
        }
      }
    }
  }

  /** By the keys of the drawing, from its first unit along. */
  private void weight(Action action) {
    hand.shortcut(KeyCode.DIGIT2);
    hand.frames(2);
    if (!focus("network-drawing")) {
      return;
    }
    hand.press(KeyCode.DOWN);
    hand.press(KeyCode.RIGHT);
    for (var steps = action.of(3); steps > 0; steps--) {
      hand.press(KeyCode.DOWN);
    }
    hand.press(KeyCode.ENTER);
    hand.frames(2);
    if (hand.enter("#weight-field", String.valueOf(action.choice() / 500f - 1))) {
      hand.press(KeyCode.ENTER);
    }
  }

  private static boolean focus(String id) {
    var node = Hand.shown("#" + id);
    if (node != null) {
      FxThread.run(node::requestFocus);
    }
    return node != null;
  }

  private void role(Action action) {
    hand.shortcut(KeyCode.DIGIT1);
    hand.frames(2);
    var heads = hand.ready(it -> it.getId().matches("column-\\d+-(role|kind)"));
    if (heads.isEmpty()) {
      return;
    }
    var head = heads.get(action.of(heads.size()));
    if (hand.click(head) && head.endsWith("role")) {
      var roles = List.of("input", "target", "ignored");
      hand.clickText(window.workbench.messages.now("columnrole." + roles.get(action.of(3))));
    }
  }

  private void rate(Action action) {
    if (hand.enter(
            "#training-optimizer-learningRate",
            List.of("0.01", "0.02", "0.5", "0", "0.03").get(action.of(5)))
        && action.of(2) == 0) {
      hand.press(KeyCode.ENTER);
    }
  }

  private void language(Action action) {
    var messages = window.workbench.messages;
    var languages = Language.values();
    if (hand.click("#menu-view")) {
      hand.clickText(messages.now("menu.language"));
      hand.clickText(messages.now(languages[action.of(languages.length)].nameKey()));
    }
  }

  private void size(Action action) {
    var size = SIZES.get(action.of(SIZES.size()));
    FxThread.run(
        () -> {
          window.stage.setWidth(size[0]);
          window.stage.setHeight(size[1]);
        });
    hand.frames(3);
  }

  private void field(Action action) {
    var fields = hand.ready(it -> it instanceof NumberField && isDraft(it));
    if (!fields.isEmpty()) {
      var typed = List.of("0", "1", "0.5", "3", "", "7", "0.1", "12").get(action.of(8));
      var id = fields.get(action.of(fields.size()));
      // Runs of a walk are short.
      hand.enter(id, id.equals("#training-stopping-epochs") ? "9" : typed.isEmpty() ? " " : typed);
    }
  }

  private static boolean isDraft(Node node) {
    return node.getId().matches("(training|network|preparation)-.*");
  }

  private void choice(Action action) {
    var choices = hand.ready(it -> it instanceof ComboBox || it instanceof CheckBox);
    if (!choices.isEmpty()) {
      var id = choices.get(action.of(choices.size()));
      if (id.equals("#speed")) {
        return;
      }
      choose(id, action);
    }
  }

  /** By the keys, from the first entry on. */
  private void choose(String id, Action action) {
    if (hand.click(id) && Hand.shown(id) instanceof ComboBox<?>) {
      hand.press(KeyCode.HOME);
      for (var steps = action.of(7) % 5; steps > 0; steps--) {
        hand.press(KeyCode.DOWN);
      }
      hand.press(KeyCode.ENTER);
    }
  }

  private void button(Action action) {
    Predicate<Node> pressed =
        it ->
            (it instanceof Button || it instanceof ToggleButton)
                && NOT_PRESSED.stream().noneMatch(it.getId().toLowerCase(Locale.ROOT)::contains);
    var buttons = hand.ready(it -> it instanceof Labeled && pressed.test(it));
    if (!buttons.isEmpty()) {
      hand.click(buttons.get(action.of(buttons.size())));
    }
  }

  private void keys(Action action) {
    for (var index = 0; index <= action.of(3); index++) {
      hand.press(KEYS.get((action.choice() / 3 + index) % KEYS.size()));
    }
  }

  /** Another screen's fields that are not the document's. */
  private void part(Action action) {
    var fields = hand.ready(it -> it instanceof TextField && !isDraft(it));
    if (!fields.isEmpty()) {
      hand.enter(fields.get(action.of(fields.size())), String.valueOf(action.of(30)));
    }
  }
}
