package dev.neuralworkbench.ui.common.form;

import javafx.event.EventHandler;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.skin.ComboBoxBaseSkin;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.MouseEvent;

/**
 * A list of choices that nobody has come near yet: its value and its arrow. The toolkit's own skin,
 * which takes its place when the mouse or the focus comes, makes the list with it, twenty nodes
 * that a form of many fields would wait for at the start.
 *
 * <p>A cell without a list is 0 wide to the toolkit, so its text is shown by a label.
 */
public final class ClosedListSkin<T> extends ComboBoxBaseSkin<T> {

  private final ComboBox<T> box;
  private final Label shown = new Label();
  private final EventHandler<MouseEvent> mouseCame = _ -> open();

  /** Of a list that is not typed into, with a button cell that shows the value without a list. */
  public ClosedListSkin(ComboBox<T> box) {
    super(box);
    this.box = box;
    shown.getStyleClass().setAll("list-cell");
    shown.setMaxWidth(Double.MAX_VALUE);
    shown.setMouseTransparent(true);
    shown.textProperty().bind(box.getButtonCell().textProperty());
    box.addEventFilter(MouseEvent.ANY, mouseCame);
    registerChangeListener(box.focusedProperty(), _ -> open());
  }

  @Override
  public Node getDisplayNode() {
    return shown;
  }

  @Override
  public void show() {
    open();
  }

  @Override
  public void hide() {}

  @Override
  public void dispose() {
    box.removeEventFilter(MouseEvent.ANY, mouseCame);
    shown.textProperty().unbind();
    super.dispose();
  }

  @Override
  protected Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? shown.getText()
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  private void open() {
    if (equals(box.getSkin())) {
      getChildren().clear();
      box.setSkin(new ComboBoxListViewSkin<>(box));
    }
  }
}
