package dev.neuralworkbench.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private final Messages messages = new Messages(Sentences::of, Language.ENGLISH);

  @Test
  void textFollowsValuesThatItReadsElsewhere() {
    FxThread.run(
        () -> {
          var count = new SimpleObjectProperty<>(1);
          var label = new Label();
          // As a getter does that maps anew at each call: what is followed is never read.
          label
              .textProperty()
              .bind(messages.text(_ -> "of " + count.get(), count.map(number -> 10 * number)));
          assertEquals("of 1", label.getText());
          count.set(2);
          assertEquals("of 2", label.getText());
          count.set(3);
          assertEquals("of 3", label.getText());
        });
  }
}
