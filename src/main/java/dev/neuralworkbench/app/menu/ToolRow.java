package dev.neuralworkbench.app.menu;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/**
 * The tools in a row. Where there is no room for all words, the buttons that can do without show
 * their icons alone.
 */
public final class ToolRow extends HBox {

  private final List<CommandButton> compactable;
  private double fullWidth;
  private double factor = 1;

  ToolRow(List<CommandButton> compactable, Node... tools) {
    super(tools);
    this.compactable = compactable;
    getStyleClass().add("tools");
    widthProperty().subscribe(_ -> fit());
  }

  /** Fits again after text has grown, which is so many times its usual size now. */
  public void enlarge(double times) {
    factor = times;
    fit();
  }

  /** Measures again, after words changed. */
  void measure() {
    fullWidth = 0;
    fit();
  }

  private void fit() {
    if (getScene() == null || getWidth() == 0) {
      return;
    }
    if (fullWidth == 0) {
      compact(false);
      applyCss();
      fullWidth = prefWidth(-1) / factor;
    }
    compact(fullWidth * factor > getWidth());
  }

  private void compact(boolean compact) {
    compactable.forEach(button -> button.compact(compact));
  }
}
