package dev.neuralworkbench.app.menu;

import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The tools in a row. Where there is no room for all words, the buttons that can do without show
 * their icons alone; where there is none for the icons either, the last tools have a row of their
 * own.
 */
public final class ToolRow extends VBox {

  private final List<CommandButton> compactable;
  private final List<Node> last;
  private final Node line;
  private final HBox first = Styling.as(new HBox(), "tools");
  private final HBox second = Styling.as(new HBox(), "tools");
  private double fullWidth;
  private double compactWidth;
  private double factor = 1;

  ToolRow(List<CommandButton> compactable, List<Node> tools, Node line, List<Node> last) {
    this.compactable = compactable;
    this.last = last;
    this.line = line;
    first.getChildren().setAll(tools);
    first.getChildren().add(line);
    first.getChildren().addAll(last);
    Visibility.when(second, false);
    setMinWidth(0); // It fits into the window, and does not widen what is in it.
    getChildren().setAll(first, second);
    widthProperty().subscribe(_ -> fit());
  }

  /** Fits again after text has grown, which is so many times its usual size now. */
  public void enlarge(double times) {
    factor = times;
    fit();
  }

  /** Measures again, after words changed: once all of the window is styled. */
  void measure() {
    fullWidth = 0;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (fullWidth == 0) {
      fit();
    }
    super.layoutChildren();
  }

  private void fit() {
    if (getScene() == null || getWidth() == 0) {
      return;
    }
    if (fullWidth == 0) {
      divide(false);
      fullWidth = width(false);
      compactWidth = 0;
    }
    var tight = fullWidth * factor > getWidth();
    if (tight && compactWidth == 0) {
      compactWidth = width(true);
    }
    compact(tight);
    divide(tight && compactWidth * factor > getWidth());
  }

  private double width(boolean compact) {
    compact(compact);
    applyCss();
    return first.prefWidth(-1) / factor;
  }

  private void compact(boolean compact) {
    compactable.forEach(button -> button.compact(compact));
  }

  private void divide(boolean divided) {
    if (divided == second.isManaged()) {
      return;
    }
    var from = divided ? first : second;
    from.getChildren().removeAll(last);
    (divided ? second : first).getChildren().addAll(last);
    Visibility.when(second, divided);
    Visibility.when(line, !divided);
  }
}
