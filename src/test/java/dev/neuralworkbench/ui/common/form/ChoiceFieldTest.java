package dev.neuralworkbench.ui.common.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.neuralworkbench.testing.FxThread;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class ChoiceFieldTest {

  private final FakeChoice<String> choice = new FakeChoice<>("target", "y");
  private final SimpleObjectProperty<List<String>> offered =
      new SimpleObjectProperty<>(List.of("x", "y"));

  @Test
  void whatIsNotTakenIsNotShown() {
    FxThread.run(
        () -> {
          var field = field();
          choice.takes = false;
          field.setValue("x");
          assertEquals(List.of("x"), choice.chosen);
          assertEquals("y", field.getValue());
        });
  }

  @Test
  void listThatIsOpenGoesWithTheValuesItOffered() {
    FxThread.run(
        () -> {
          var field = field();
          field.show();
          offered.set(List.of("y", "z"));
          assertFalse(field.isShowing());
          assertEquals("y", field.getValue());
        });
  }

  @Test
  void letterChoosesTheNextEntryThatBeginsWithIt() {
    FxThread.run(
        () -> {
          offered.set(List.of("Mass", "width", "Mean", "y"));
          var field = field();
          type(field, "m");
          assertEquals("Mass", field.getValue());
          type(field, "M");
          assertEquals("Mean", field.getValue());
          type(field, "m");
          assertEquals("Mass", field.getValue());
          type(field, "q");
          type(field, " ");
          assertEquals("Mass", field.getValue());
          assertEquals(List.of("Mass", "Mean", "Mass"), choice.chosen);
        });
  }

  private static void type(ChoiceField<String> field, String letter) {
    field.fireEvent(
        new KeyEvent(
            KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false));
  }

  private ChoiceField<String> field() {
    var field = new ChoiceField<>(choice, offered, SimpleStringProperty::new);
    new Scene(field);
    return field;
  }
}
