package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.model.Bookmark.Panel;
import dev.neuralworkbench.ui.backprop.BackpropViewModel.StepTab;
import dev.neuralworkbench.ui.backprop.walk.StepWalker.Reveal;
import dev.neuralworkbench.ui.drawing.network.NetworkDrawing;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The keys of the steps, a presenter's remote's too, which step wherever the mouse was last. */
record StepKeys(BackpropViewModel model, Node home, ScrollPane scroll, QuizPane quiz) {

  private static final double SCROLL = 0.34;
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
  private static final Set<KeyCode> PRESSES = Set.of(KeyCode.SPACE, KeyCode.ENTER);
  private static final Set<KeyCode> CHOICES =
      Set.of(KeyCode.SPACE, KeyCode.ENTER, KeyCode.UP, KeyCode.DOWN);

  void install(Node view) {
    view.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    view.addEventFilter(KeyEvent.KEY_TYPED, this::type);
    view.addEventHandler(KeyEvent.KEY_PRESSED, StepKeys::keep);
    view.addEventHandler(ActionEvent.ACTION, this::acted);
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::clicked);
  }

  void take() {
    home.requestFocus();
  }

  private boolean steps() {
    return model.aspect.get() == StepTab.STEPS;
  }

  private void press(KeyEvent key) {
    if (!steps() || key.isShortcutDown() || key.isAltDown() || keeps(key)) {
      return;
    }
    var command = command(key.getCode());
    if (command != null) {
      command.run();
      key.consume();
    }
  }

  private @Nullable Runnable command(KeyCode code) {
    return switch (code) {
      case RIGHT, PAGE_DOWN, SPACE, ENTER -> model.walker::next;
      case LEFT, PAGE_UP -> model.walker::back;
      case HOME -> model.walker::first;
      case END -> model.walker::last;
      case UP -> () -> scroll(-SCROLL);
      case DOWN -> () -> scroll(SCROLL);
      // What a presenter's remote sends to make the screen dark.
      case B, PERIOD -> this::blank;
      case A -> model::apply;
      case C -> () -> explain(Panel.CURVE);
      case L -> () -> explain(Panel.LOSS);
      case M -> () -> explain(Panel.MATRIX);
      case S -> () -> explain(Panel.SYMBOLS);
      case W -> () -> explain(Panel.WEIGHTS);
      default -> null;
    };
  }

  private void explain(Panel aid) {
    model.aid.set(model.aid.get() == aid ? null : aid);
  }

  /** Blanks the numbers until a key shows them, or no more. */
  private void blank() {
    var reveal = model.walker.reveal;
    reveal.set(reveal.get() == Reveal.BLANKS ? Reveal.BOX_BY_BOX : Reveal.BLANKS);
  }

  private void scroll(double share) {
    scroll.setVvalue(Math.clamp(scroll.getVvalue() + share, 0, 1));
  }

  private static boolean keeps(KeyEvent key) {
    return switch (key.getTarget()) {
      case TextInputControl _ -> true;
      case ComboBoxBase<?> box ->
          box.isShowing() || (box.isFocusVisible() && CHOICES.contains(key.getCode()));
      case MenuButton menu when menu.isShowing() -> true;
      case ButtonBase button -> button.isFocusVisible() && PRESSES.contains(key.getCode());
      case NetworkDrawing drawing -> drawing.isFocusVisible();
      default -> false;
    };
  }

  /** A number that is typed answers the quiz, without a click on its field. */
  private void type(KeyEvent key) {
    if (steps()
        && !(key.getTarget() instanceof TextInputControl)
        && !key.isShortcutDown()
        && quiz.begin(key.getCharacter())) {
      key.consume();
    }
  }

  /** Tabs around the screen would go to the next screen. */
  private static void keep(KeyEvent key) {
    switch (key.getCode()) {
      case LEFT, RIGHT, UP, DOWN, HOME, END -> key.consume();
      default -> {}
    }
  }

  /** After a button, and after Enter in a field whose text can be used, the keys step again. */
  private void acted(ActionEvent event) {
    if (steps() && isDone(event.getTarget())) {
      take();
    }
  }

  private static boolean isDone(EventTarget target) {
    return switch (target) {
      case MenuButton _ -> false;
      case ButtonBase _ -> true;
      // In the table of weights one types on.
      case TextInputControl field ->
          !field.getPseudoClassStates().contains(WRONG)
              && !field.getStyleClass().contains("weight-field");
      default -> false;
    };
  }

  /** A press beside all controls; tabs around the screen would take the focus for it. */
  private void clicked(MouseEvent event) {
    if (steps()) {
      take();
      event.consume();
    }
  }
}
