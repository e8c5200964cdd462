package dev.neuralworkbench.app;

import dev.neuralworkbench.app.screen.AppScreen;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.WrittenField;
import dev.neuralworkbench.ui.workspace.Trainer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** Keys that work everywhere in the window, apart from those in the menu. */
record WindowKeys(Trainer trainer, MainWindow window, Theme theme) {

  void install(Scene scene) {
    new UndoKeys(trainer).install(scene);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, key -> space(scene, key));
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::screen);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::zoom);
  }

  /** The space bar trains, unless it means something where the focus is. */
  private void space(Scene scene, KeyEvent key) {
    var focused = scene.getFocusOwner();
    var isControl = focused instanceof Control && !(focused instanceof TabPane);
    if (key.getCode() == KeyCode.SPACE && !isControl) {
      trainer.toggle();
      key.consume();
    }
  }

  /** Shortcut and a digit show a screen. */
  private void screen(KeyEvent key) {
    if (key.isShortcutDown() && key.getCode().isDigitKey()) {
      var index = key.getCode().getChar().charAt(0) - '1';
      if (index >= 0 && index < AppScreen.ALL.size()) {
        window.select(AppScreen.ALL.get(index));
        key.consume();
      }
    }
  }

  /** The signs of keyboards that have them elsewhere than the menu's keys. */
  private void zoom(KeyEvent key) {
    var by =
        switch (key.getCode()) {
          case PLUS, ADD -> 1;
          case EQUALS -> key.isShiftDown() ? 1 : 0; // there the plus is above it
          case SUBTRACT -> -1;
          default -> 0;
        };
    if (key.isShortcutDown() && by != 0) {
      theme.text.set(theme.text.get().step(by));
      key.consume();
    }
  }

  /**
   * The keys of undo and redo. In a field of the document they take back steps of the document, in
   * any other field what was typed there and, where that is nothing, nothing: who takes back a
   * number of a row that is only tried out must not lose the model that answers it.
   */
  record UndoKeys(Trainer trainer) {

    void install(Scene scene) {
      scene.addEventFilter(KeyEvent.KEY_PRESSED, key -> inField(scene.getFocusOwner(), key));
      scene.addEventHandler(KeyEvent.KEY_PRESSED, this::elsewhere);
    }

    private void inField(@Nullable Node focused, KeyEvent key) {
      var redo = isRedo(key);
      if (!redo && !isUndo(key)) {
        return;
      }
      Runnable document = redo ? trainer::redo : trainer::undo;
      Runnable done =
          switch (focused) {
            case ChoiceField<?> field when field.isStep() -> document;
            case WrittenField<?> field when field.isStep() -> document;
            case ChoiceField<?> _ -> () -> {};
            case TextInputControl text -> redo ? text::redo : text::undo;
            case null, default -> null;
          };
      if (done != null) {
        done.run();
        key.consume();
      }
    }

    /** The menu knows one pair of keys for redo; many hands know the other. */
    private void elsewhere(KeyEvent key) {
      if (key.getCode() == KeyCode.Y && isRedo(key)) {
        trainer.redo();
        key.consume();
      }
    }

    private static boolean isUndo(KeyEvent key) {
      return key.isShortcutDown()
          && !key.isAltDown()
          && !key.isShiftDown()
          && key.getCode() == KeyCode.Z;
    }

    private static boolean isRedo(KeyEvent key) {
      return key.isShortcutDown()
          && !key.isAltDown()
          && (key.isShiftDown() ? key.getCode() == KeyCode.Z : key.getCode() == KeyCode.Y);
    }
  }
}
