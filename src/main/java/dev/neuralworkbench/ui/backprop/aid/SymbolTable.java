package dev.neuralworkbench.ui.backprop.aid;

import dev.neuralworkbench.explain.step.StepLetters;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styled;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The symbols of the present step, each with what it means. */
final class SymbolTable extends GridPane {

  private final Messages messages;

  SymbolTable(Messages messages) {
    this.messages = messages;
    Styled.as(this, "#backprop-symbols", "symbol-table");
  }

  void show(AidMoment moment) {
    getChildren().clear();
    var symbols = StepLetters.of(moment.step(), moment.trace().rows().count());
    for (var entry : symbols.entrySet()) {
      var letter = Styled.as(new Label(entry.getKey()), "symbol-letter", "data");
      letter.setMinWidth(Region.USE_PREF_SIZE);
      var meaning = new Label(messages.now(entry.getValue()));
      meaning.setWrapText(true);
      meaning.setMinHeight(Region.USE_PREF_SIZE);
      GridPane.setHgrow(meaning, Priority.ALWAYS);
      addRow(getRowCount(), letter, meaning);
    }
  }
}
