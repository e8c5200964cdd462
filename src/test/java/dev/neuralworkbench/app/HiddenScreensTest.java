package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.TextSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A change of size or colours styles what shows, and the other screens when they show next. */
@Tag("thorough")
class HiddenScreensTest extends WindowCase {

  private static final int SCREENS = 6;
  private static final int LIVE = 1;

  /** All six screens are made, and have something to show. */
  @BeforeEach
  void begin() {
    window.train();
    for (var screen = 0; screen < SCREENS; screen++) {
      show(screen);
    }
    show(LIVE);
  }

  @Test
  void sizeOfTextChangesOnlyWhatShows() {
    var hidden = changes(labels(), Labeled::fontProperty);
    var shown = changes(texts(LIVE), Labeled::fontProperty);
    zoom(TextSize.PERCENT_150);
    assertTrue(shown.get() > 20, shown + " texts that show are larger");
    assertEquals(0, hidden.get(), "texts that do not show were styled");
    show(0);
    assertTrue(hidden.get() > 20, hidden + " texts are styled when they show");
  }

  @Test
  void colorsChangeOnlyWhatShows() {
    var hidden = changes(labels(), Labeled::textFillProperty);
    var shown = changes(texts(LIVE), Labeled::textFillProperty);
    color(Appearance.DARK);
    assertTrue(shown.get() > 20, shown + " texts that show are light");
    assertEquals(0, hidden.get(), "texts that do not show were styled");
    show(0);
    assertTrue(hidden.get() > 20, hidden + " texts are styled when they show");
  }

  @Test
  void screensLookAsIfTheyHadShownAllTheTime() {
    var wanted = new ArrayList<List<String>>();
    for (var screen = 0; screen < SCREENS; screen++) {
      show(screen);
      zoom(TextSize.PERCENT_150);
      color(Appearance.DARK);
      wanted.add(look(screen));
      color(Appearance.LIGHT);
      zoom(TextSize.PERCENT_100);
    }
    show(LIVE);
    zoom(TextSize.PERCENT_125);
    color(Appearance.DARK);
    zoom(TextSize.PERCENT_150);
    for (var screen = 0; screen < SCREENS; screen++) {
      show(screen);
      assertEquals(wanted.get(screen), look(screen), "screen " + screen);
    }
  }

  /** Of AtlantaFX's rules the packaged sheets have those that something in the window may need. */
  @Test
  void nothingHasAStyleThatThePackagedSheetsLeaveOut() {
    var unused = Pattern.compile(System.getProperty("unused.styles")).asMatchPredicate();
    var needed = new TreeSet<String>();
    for (var screen = 0; screen < SCREENS; screen++) {
      show(screen);
      FxThread.run(
          () ->
              Showing.nodes()
                  .forEach(it -> it.getStyleClass().stream().filter(unused).forEach(needed::add)));
    }
    assertEquals(Set.of(), needed);
  }

  private void show(int screen) {
    window.robot.shortcut(KeyCode.valueOf("DIGIT" + (screen + 1)));
    window.robot.waitUntil("peace", () -> window.running().isEmpty());
    window.robot.frames(4);
  }

  private void zoom(TextSize size) {
    FxThread.run(() -> window.workbench.theme.text.set(size));
    window.robot.frames(4);
  }

  private void color(Appearance appearance) {
    FxThread.run(() -> window.workbench.theme.appearance.set(appearance));
    window.robot.frames(4);
  }

  /** How often a property of labels changes from now on. */
  private static AtomicInteger changes(
      List<Labeled> labels, Function<Labeled, ObservableValue<?>> property) {
    var count = new AtomicInteger();
    FxThread.run(
        () ->
            labels.forEach(
                it -> property.apply(it).addListener((_, _, _) -> count.incrementAndGet())));
    return count;
  }

  /** The texts of all screens but Live. */
  private List<Labeled> labels() {
    return Stream.of(0, 2, 3, 4, 5).flatMap(screen -> texts(screen).stream()).toList();
  }

  private List<Labeled> texts(int screen) {
    return FxThread.call(
        () -> {
          var tabs = (TabPane) window.scene().lookup("#screens");
          var place = (StackPane) tabs.getTabs().get(screen).getContent();
          return Showing.tree(place)
              .filter(Labeled.class::isInstance)
              .map(Labeled.class::cast)
              .toList();
        });
  }

  /** Size and colour of every text of a screen. */
  private List<String> look(int screen) {
    var texts = texts(screen);
    return FxThread.call(
        () ->
            texts.stream()
                .map(it -> "%s %s %s".formatted(Showing.name(it), it.getFont(), it.getTextFill()))
                .toList());
  }
}
