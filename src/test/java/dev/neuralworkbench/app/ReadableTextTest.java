package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.testing.Contrast;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The texts of all screens: of the sizes of one scale, none too small to read, and each standing
 * out from its ground.
 */
@Tag("thorough")
class ReadableTextTest {

  private static final Set<Long> SCALE = Set.of(12L, 14L, 16L, 20L, 32L);
  private static final long SMALLEST = 12;

  /** WCAG 2.2, 1.4.3; what is disabled is left out there, too. */
  private static final double LEAST_CONTRAST = 4.5;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void everyTextIsOfOneScaleAndStandsOut(Appearance appearance) {
    var settings =
        OpenWindow.with(OpenWindow.SMALL, appearance, new Preferences.WindowSize(1000, 880, false));
    try (var window = new OpenWindow(folder, settings)) {
      var found = new TreeSet<String>();
      for (var screen = 1; screen <= 5; screen++) {
        collect(window, screen, found);
      }
      window.train();
      for (var screen = 1; screen <= 5; screen++) {
        collect(window, screen, found);
      }
      window.robot.shortcut(KeyCode.DIGIT4);
      for (var phase : List.of("forward", "loss", "backward", "update")) {
        window.robot.click("#backprop-phase-" + phase);
        window.robot.press(KeyCode.RIGHT);
        window.robot.frames(3);
        collect(window, found);
      }
      window.robot.shortcut(KeyCode.DIGIT5);
      window.robot.click("#predict-rows-data");
      window.robot.waitForText("#predict-rows-facts", "300");
      window.robot.frames(3);
      collect(window, found);
      assertEquals(List.of(), List.copyOf(found));
    }
  }

  private static void collect(OpenWindow window, int screen, Set<String> found) {
    window.robot.shortcut(KeyCode.getKeyCode(String.valueOf(screen)));
    // The mouse is still on a tab, whose colour would fade.
    window.robot.frames(20);
    collect(window, found);
  }

  private static void collect(OpenWindow window, Set<String> found) {
    FxThread.run(
        () ->
            Showing.tree(window.scene().getRoot())
                .filter(node -> node instanceof Text text && !text.getText().isBlank())
                .map(Text.class::cast)
                .filter(text -> text.getParent() != null && !text.isDisabled())
                .filter(text -> !fits(text) || contrast(text) < LEAST_CONTRAST)
                .forEach(text -> found.add(words(text))));
  }

  /** Letters of formulas stand above and below each other, in sizes of their own. */
  private static boolean fits(Text text) {
    var size = size(text);
    return isOfAFormula(text)
        ? size > SMALLEST - 0.1
        : Math.abs(size - Math.rint(size)) < 0.1 && SCALE.contains(Math.round(size));
  }

  /** As it is seen. */
  private static double size(Text text) {
    return text.getFont().getSize() * text.getLocalToSceneTransform().getMyy();
  }

  private static boolean isOfAFormula(Node node) {
    return ancestors(node)
        .anyMatch(
            it -> it.getStyleClass().contains("maths") || it.getStyleClass().contains("equation"));
  }

  private static double contrast(Text text) {
    var ground = ground(text);
    return text.getFill() instanceof Color color
        ? Contrast.of(over(color, ground), ground)
        : Double.POSITIVE_INFINITY;
  }

  /** What lies below a text, the nearest grounds over those further away. */
  private static Color ground(Node node) {
    var ground = Color.WHITE;
    for (var parent : ancestors(node).toList().reversed()) {
      if (parent instanceof Region region && region.getBackground() != null) {
        for (var fill : region.getBackground().getFills()) {
          var covers = fill.getInsets().getTop() >= 0 && fill.getInsets().getTop() < 4;
          if (covers && fill.getFill() instanceof Color color) {
            ground = over(color, ground);
          }
        }
      }
    }
    return ground;
  }

  private static Color over(Color color, Color ground) {
    return ground.interpolate(
        Color.color(color.getRed(), color.getGreen(), color.getBlue()), color.getOpacity());
  }

  private static String words(Text text) {
    var place =
        ancestors(text)
            .map(Node::getId)
            .filter(id -> id != null && !id.isEmpty())
            .findFirst()
            .orElse("?");
    return "%.1f px, %.1f:1 #%s %s".formatted(size(text), contrast(text), place, text.getText());
  }

  private static Stream<Parent> ancestors(Node node) {
    return Stream.iterate(node.getParent(), it -> it != null, Parent::getParent);
  }
}
