package dev.neuralworkbench.app.menu;

import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.workspace.Speed;
import javafx.scene.control.ListCell;

/** A speed by its name. */
final class SpeedCell extends ListCell<Speed> {

  private final Messages messages;

  SpeedCell(Messages messages) {
    this.messages = messages;
  }

  /** Also while no list tells the cell of its place. */
  void show(Speed speed) {
    updateItem(speed, false);
  }

  @Override
  protected void updateItem(Speed speed, boolean empty) {
    super.updateItem(speed, empty);
    textProperty().unbind();
    if (empty || speed == null) {
      setText(null);
    } else {
      textProperty().bind(messages.text(speed.nameKey()));
    }
  }
}
