package dev.neuralworkbench.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.neuralworkbench.testing.FxThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One sheet with both looks against the two sheets of AtlantaFX. */
class PrimerTest {

  private static final Pattern RULE = Pattern.compile("([^{};]+)\\{([^{}]*)\\}");
  private static final Pattern VARIABLE = Pattern.compile("-primer-[a-z-]+");

  /** Values by selector and property, as {@code .tooltip -fx-effect}. */
  private final Map<String, String> both = read(Theme.class, "/dev/neuralworkbench/css/primer.css");

  private final Map<String, String> light = read(PrimerLight.class, "primer-light.css");
  private final Map<String, String> dark = read(PrimerDark.class, "primer-dark.css");

  @Test
  void eachValueInWhichTheTwoLooksDifferIsGivenForBoth() {
    assertEquals(light.keySet(), dark.keySet());
    var differing = new ArrayList<String>();
    light.forEach(
        (place, value) -> {
          if (!value.equals(dark.get(place))) {
            differing.add(place);
          }
        });
    assertFalse(differing.isEmpty());
    for (var place : differing) {
      var inDark = both.get(place.startsWith(".root ") ? dark(place) : ".root:dark " + place);
      if (inDark == null) {
        assertEquals(light.get(place), shown(both.getOrDefault(place, ""), ".root "), place);
        inDark = shown(both.getOrDefault(place, ""), ".root:dark ");
      }
      assertEquals(dark.get(place), inDark, place);
    }
  }

  @Test
  void nothingElseIsChanged() {
    both.forEach(
        (place, value) -> {
          if (!place.contains(":dark ") && !place.startsWith(".root -primer-")) {
            assertEquals(light.get(place), shown(value, ".root "), place);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void controlsInAllStatesLookAsTheyDoByTheSheetOfOneLook(boolean isDark) {
    var own = (isDark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet();
    var sheet =
        Objects.requireNonNull(Theme.class.getResource("/dev/neuralworkbench/css/primer.css"));
    // The edges of round shapes come out a little otherwise in the very first picture.
    FxThread.call(() -> picture(own, false));
    var expected = FxThread.call(() -> picture(own, false));
    var actual = FxThread.call(() -> picture(sheet.toExternalForm(), isDark));
    assertEquals(List.of(), differences(expected, actual));
  }

  private static Image picture(String sheet, boolean isDark) {
    var scene = new Scene(new Controls(), 1000, 1000);
    scene.setUserAgentStylesheet(sheet);
    scene.getRoot().pseudoClassStateChanged(PseudoClass.getPseudoClass("dark"), isDark);
    return scene.snapshot(null);
  }

  private static List<String> differences(Image expected, Image actual) {
    var width = (int) expected.getWidth();
    var height = (int) expected.getHeight();
    return IntStream.range(0, width * height)
        .filter(
            i ->
                expected.getPixelReader().getArgb(i % width, i / width)
                    != actual.getPixelReader().getArgb(i % width, i / width))
        .limit(5)
        .mapToObj(i -> i % width + ", " + i / width)
        .toList();
  }

  private static String dark(String place) {
    return place.replaceFirst("^\\.root ", ".root:dark ");
  }

  /** A value with the sheet's own variables replaced by what they are in one look. */
  private String shown(String value, String root) {
    return VARIABLE.matcher(value).replaceAll(it -> both.getOrDefault(root + it.group(), "?"));
  }

  private static Map<String, String> read(Class<?> beside, String name) {
    var values = new LinkedHashMap<String, String>();
    try (var stream = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      var rules =
          RULE.matcher(text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("@import.*?;", ""));
      while (rules.find()) {
        for (var selector : rules.group(1).split(",", -1)) {
          for (var declaration : rules.group(2).split(";", -1)) {
            var parts = declaration.split(":", 2);
            if (parts.length == 2) {
              values.put(plain(selector) + " " + plain(parts[0]), plain(parts[1]));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return values;
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
