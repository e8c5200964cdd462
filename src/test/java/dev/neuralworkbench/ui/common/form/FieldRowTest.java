package dev.neuralworkbench.ui.common.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.MouseEvents;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Theme;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FieldRowTest {

  private static final Range UNITS = Range.whole(1, 100);

  private final FakeChoice<Double> units = new FakeChoice<>("units", 8.0);
  private final FakeChoice<Language> kind = new FakeChoice<>("kind", Language.ENGLISH);
  private final Messages messages = new Messages(KeyWords::new, Language.ENGLISH);
  private UserRobot robot;
  private Stage stage;

  @BeforeEach
  void show() {
    robot = new UserRobot();
    stage =
        FxThread.call(
            () -> {
              var fields = new Fields(messages);
              var rows =
                  new VBox(
                      fields.number(units, UNITS, "units"),
                      fields.choice(kind, List.of(Language.values()), Language::nameKey, "kind"));
              var window = new Stage();
              window.setScene(new Scene(rows, 400, 300));
              new Theme(Appearance.LIGHT).dress(window.getScene());
              window.show();
              return window;
            });
  }

  @AfterEach
  void hide() {
    FxThread.run(stage::hide);
  }

  @Test
  void eachKeyPressIsPassedOnAndLeavingTheFieldSettles() {
    robot.enter("#units", "12");
    assertEquals(List.of(1.0, 12.0), units.chosen);
    assertEquals(0, units.settled);
    robot.press(KeyCode.TAB);
    assertEquals(1, units.settled);
  }

  @Test
  void textThatIsNoNumberKeepsTheLastValueAndShowsItsProblem() {
    robot.enter("#units", "1x");
    assertEquals(1.0, units.value.get());
    assertEquals("en problem.number", robot.text("#units-problem"));
    assertEquals("1x", robot.text("#units"));
  }

  @Test
  void revertingForgetsWhatWasTyped() {
    robot.enter("#units", "1x");
    FxThread.run(() -> units.reverted.set(1));
    assertEquals("1", robot.text("#units"));
  }

  @Test
  void numberTooLargeForTheProgramIsNotPassedOn() {
    robot.enter("#units", "99999999999");
    assertEquals(9999999999.0 / 10, units.chosen.getLast(), 1);
    assertEquals("en problem.range", robot.text("#units-problem"));
  }

  @Test
  void problemOfTheChoiceShowsWhileItLasts() {
    assertFalse(robot.shows("#units-problem"));
    FxThread.run(() -> units.problems.set(List.of(Problem.of("problem.range", "units", UNITS, 0))));
    assertTrue(robot.shows("#units-problem"));
    robot.enter("#units", "5");
    assertFalse(robot.shows("#units-problem"));
  }

  /** Before anybody comes near there is no list; what is chosen shows all the same. */
  @Test
  void aListShowsItsValueBeforeAndAfterItIsMade() {
    FxThread.run(
        () -> {
          var row =
              new Fields(messages)
                  .choice(kind, List.of(Language.values()), Language::nameKey, "kind");
          // In no window: the mouse cannot come.
          var scene = new Scene(row, 400, 300);
          new Theme(Appearance.LIGHT).dress(scene);
          row.applyCss();
          var field = (ComboBox<?>) row.lookup("#kind");
          assertInstanceOf(ClosedListSkin.class, field.getSkin());
          assertShows(field, Language.ENGLISH);
          kind.value.set(Language.CHINESE);
          assertShows(field, Language.CHINESE);
          var width = field.prefWidth(-1);
          MouseEvents.fire(field, MouseEvent.MOUSE_MOVED, 1, 1);
          assertInstanceOf(ComboBoxListViewSkin.class, field.getSkin());
          assertShows(field, Language.CHINESE);
          assertEquals(width, field.prefWidth(-1));
        });
  }

  private static void assertShows(ComboBox<?> field, Language value) {
    field.applyCss();
    field.getScene().getRoot().resize(400, 300);
    field.getScene().getRoot().layout();
    var text =
        field.getSkin() instanceof ClosedListSkin<?> closed
            ? (Labeled) closed.getDisplayNode()
            : field.getButtonCell();
    assertEquals("en " + value.nameKey(), text.getText());
    assertTrue(text.prefWidth(-1) > 20, () -> text.prefWidth(-1) + " px for its words");
  }

  @Test
  void arrowKeysStepAWholeNumberWithinItsRange() {
    robot.click("#units");
    robot.press(KeyCode.UP);
    assertEquals(9.0, units.value.get());
    FxThread.run(() -> units.value.set(1.0));
    robot.press(KeyCode.DOWN);
    assertEquals(1.0, units.value.get());
  }

  @Test
  void valueChangedElsewhereShowsInTheField() {
    FxThread.run(() -> units.value.set(0.001));
    assertEquals("0.001", robot.text("#units"));
    assertEquals(List.of(), units.chosen);
  }

  @Test
  void listIsChosenFromWithTheMouseAndFollowsTheLanguage() {
    robot.choose("#kind", "en language.chinese");
    assertEquals(List.of(Language.CHINESE), kind.chosen);
    FxThread.run(() -> messages.language().set(Language.CHINESE));
    robot.frames(2);
    assertEquals("zh language.chinese", robot.text("#kind"));
  }

  @Test
  void fieldThatWasThrownAwayNoLongerFollowsItsChoice() {
    FxThread.run(() -> stage.getScene().setRoot(new VBox()));
    FxThread.run(() -> units.value.set(77.0));
    assertEquals(List.of(), units.chosen);
  }

  /** Words that show their key. */
  private record KeyWords(Language language) implements Words {

    @Override
    public String text(String key, @Nullable Object... arguments) {
      return language.locale().getLanguage() + " " + key;
    }

    @Override
    public Set<String> keys(String prefix) {
      return Set.of();
    }

    @Override
    public boolean has(String key) {
      return true;
    }

    @Override
    public String sentence(Problem problem) {
      return text(problem.key());
    }
  }
}
