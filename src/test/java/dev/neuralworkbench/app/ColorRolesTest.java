package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.Contrast;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The colours of the style sheet: each has one meaning, is told from the others, and is seen. */
class ColorRolesTest {

  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
  private static final Pattern COLOR = Pattern.compile("(-nw-[a-z0-9-]+):\\s*(#[0-9a-f]{6});");
  private static final Pattern USE = Pattern.compile("(-nw-[a-z0-9-]+)(?![a-z0-9-]*:)");

  /** What a colour is used for, by the start of its name: what the selectors there must say. */
  private static final Map<String, Pattern> MEANINGS =
      Map.of(
          "-nw-class-", Pattern.compile("\\.class-\\d|\\.chart\\b|thumbnail"),
          "-nw-low", Pattern.compile("\\.chart\\b"),
          "-nw-middle", Pattern.compile("\\.chart\\b"),
          "-nw-high", Pattern.compile("\\.chart\\b"),
          "-nw-negative", Pattern.compile("\\.chart\\b|\\.network-drawing|\\.why-|\\.correlation"),
          "-nw-positive", Pattern.compile("\\.chart\\b|\\.network-drawing|\\.why-|\\.correlation"),
          "-nw-upstream", Pattern.compile("upstream"),
          "-nw-error",
              Pattern.compile(
                  "problem|error|wrong|beaten|outside|diagnosis|column-name|plan|reading-line"
                      + "|traps-line"),
          "-nw-right-", Pattern.compile("confusion-cell\\.right"),
          "-nw-wrong-", Pattern.compile("confusion-cell\\.wrong"));

  /** The backgrounds of AtlantaFX Primer that marks and text stand on. */
  private enum Look {
    LIGHT(".root", "#ffffff"),
    DARK(".root:dark", "#0d1117");

    private final String selector;
    private final String background;

    Look(String selector, String background) {
      this.selector = selector;
      this.background = background;
    }
  }

  private static String css;

  @BeforeAll
  static void read() throws IOException {
    try (var in =
        WorkbenchApp.class.getResourceAsStream("/dev/neuralworkbench/css/workbench.css")) {
      assertNotNull(in);
      css = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?s)/\\*.*?\\*/", "");
    }
  }

  @Test
  void everyUseOfAColorIsWhatItMeans() {
    var other = new ArrayList<String>();
    for (var rule : RULE.matcher(css).results().toList()) {
      var selector = rule.group(1).strip();
      if (selector.startsWith(".root") && !selector.contains(" ")) {
        continue;
      }
      for (var use : USE.matcher(rule.group(2)).results().toList()) {
        for (var meaning : MEANINGS.entrySet()) {
          if (use.group(1).startsWith(meaning.getKey())
              && !meaning.getValue().matcher(selector).find()) {
            other.add(use.group(1) + " for " + selector);
          }
        }
      }
    }
    assertEquals(List.of(), other);
  }

  @Test
  void colorsAreGivenInOnePlace() {
    var elsewhere = new ArrayList<String>();
    for (var rule : RULE.matcher(css).results().toList()) {
      var selector = rule.group(1).strip();
      if (!selector.equals(".root") && !selector.equals(".root:dark")) {
        if (rule.group(2).contains("#")) {
          elsewhere.add(selector);
        }
      }
    }
    assertEquals(List.of(), elsewhere);
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void marksAreSeenOnTheBackground(Look look) {
    var colors = colors(look);
    for (var name : marks(colors)) {
      var contrast = Contrast.of(color(colors, name), Color.web(look.background));
      assertTrue(contrast >= 3, name + " " + contrast);
    }
    for (var name : List.of("-nw-error", "-nw-upstream")) {
      var contrast = Contrast.of(color(colors, name), Color.web(look.background));
      assertTrue(contrast >= 4.5, name + " is text: " + contrast);
    }
  }

  @ParameterizedTest
  @EnumSource(Look.class)
  void numbersAreReadOnTheCellsOfTheMatrix(Look look) {
    var colors = colors(look);
    for (var kind : List.of("right", "wrong")) {
      for (var step = 1; step <= 5; step++) {
        var contrast =
            Contrast.of(
                color(colors, "-nw-" + kind + "-" + step),
                color(colors, "-nw-on-" + kind + "-" + step));
        assertTrue(contrast >= 4.5, kind + " " + step + " " + contrast);
      }
    }
  }

  /**
   * Two colours that mean different things are at least 0.07 apart in Oklab (0.02 is just seen).
   */
  @ParameterizedTest
  @EnumSource(Look.class)
  void colorsAreToldFromEachOther(Look look) {
    var colors = colors(look);
    var names = marks(colors);
    for (var i = 0; i < names.size(); i++) {
      for (var j = i + 1; j < names.size(); j++) {
        var apart = apart(color(colors, names.get(i)), color(colors, names.get(j)));
        assertTrue(apart >= 0.07, names.get(i) + " and " + names.get(j) + " " + apart);
      }
    }
  }

  @Test
  void measuresAreThoseOfTheirDefinitions() {
    assertEquals(21, Contrast.of(Color.BLACK, Color.WHITE), 1e-9);
    assertEquals(1, apart(Color.BLACK, Color.WHITE), 1e-3);
  }

  private static List<String> marks(Map<String, Color> colors) {
    return colors.keySet().stream()
        .filter(name -> name.matches("-nw-(class-\\d+|negative|positive|error|upstream)"))
        .toList();
  }

  private static Map<String, Color> colors(Look look) {
    var colors = new LinkedHashMap<String, Color>();
    for (var rule : RULE.matcher(css).results().toList()) {
      if (rule.group(1).strip().equals(look.selector)) {
        COLOR
            .matcher(rule.group(2))
            .results()
            .forEach(it -> colors.put(it.group(1), Color.web(it.group(2))));
      }
    }
    return colors;
  }

  private static Color color(Map<String, Color> colors, String name) {
    var color = colors.get(name);
    assertNotNull(color, name);
    return color;
  }

  /** Distance in Oklab (Ottosson 2020). */
  private static double apart(Color one, Color other) {
    var a = oklab(one);
    var b = oklab(other);
    return Math.sqrt(IntStream.range(0, 3).mapToDouble(i -> Math.pow(a[i] - b[i], 2)).sum());
  }

  private static double[] oklab(Color color) {
    var c = Contrast.linear(color);
    var l = Math.cbrt(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
    var m = Math.cbrt(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
    var s = Math.cbrt(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }
}
