package dev.neuralworkbench.app;

import dev.neuralworkbench.ui.common.TextSize;
import dev.neuralworkbench.ui.common.Theme;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/**
 * How large everything is, and the view for a class: the whole screen for what is shown, and text
 * as large as it allows. Every size is in units of the text, so a screen then looks as it does at
 * its smallest, enlarged, and what shows in full there shows in full here.
 */
final class Presenter {

  private static final double LARGEST = 3;

  /** Smallest size of a screen by itself at which nothing is cut off, in pixels. */
  private static final double LEAST_WIDTH = 860;

  private static final double LEAST_HEIGHT = 530;

  /** How much larger text is than usual; changes once every control has the new size. */
  final ReadOnlyDoubleWrapper factor = new ReadOnlyDoubleWrapper(1);

  /** Whether the view is on; not remembered from one start to the next. */
  final BooleanProperty on = new SimpleBooleanProperty();

  private final ReadOnlyObjectProperty<TextSize> text;
  private String present = "";

  /** A view that is off; then everything is as large as the text says. */
  Presenter(ReadOnlyObjectProperty<TextSize> text) {
    this.text = text;
  }

  void install(Stage stage, Scene scene) {
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    stage.setFullScreenExitHint("");
    on.subscribe(
        now -> {
          stage.setFullScreen(now);
          fit(scene);
        });
    text.subscribe(_ -> fit(scene));
    scene.widthProperty().subscribe(_ -> fit(scene));
    scene.heightProperty().subscribe(_ -> fit(scene));
    scene.addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
  }

  /** How much larger text is for a window of some size. */
  static double factor(double width, double height) {
    return Math.clamp(Math.min(width / LEAST_WIDTH, height / LEAST_HEIGHT), 1, LARGEST);
  }

  private void fit(Scene scene) {
    var next = on.get() ? factor(scene.getWidth(), scene.getHeight()) : text.get().factor();
    var sheet = next == 1 ? "" : Theme.enlarged(next);
    if (sheet.equals(present)) {
      return;
    }
    exchange(scene.getStylesheets(), sheet);
    afterLayout(scene, () -> factor.set(next));
  }

  /** In one change: after each, every control of the window is styled anew. */
  private void exchange(List<String> sheets, String next) {
    if (next.isEmpty()) {
      sheets.remove(present);
    } else if (present.isEmpty()) {
      sheets.add(next);
    } else {
      sheets.set(sheets.indexOf(present), next);
    }
    present = next;
  }

  private static void afterLayout(Scene scene, Runnable action) {
    var listener =
        new Runnable() {
          @Override
          public void run() {
            // A listener may not be removed while they are called.
            Platform.runLater(
                () -> {
                  scene.removePostLayoutPulseListener(this);
                  action.run();
                });
          }
        };
    scene.addPostLayoutPulseListener(listener);
  }

  /** Escape leaves it wherever the focus is, unless a list is open, which has the keys first. */
  private void leave(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      on.set(false);
    }
  }
}
