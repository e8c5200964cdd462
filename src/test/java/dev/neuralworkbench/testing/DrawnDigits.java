package dev.neuralworkbench.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.data.encode.Drawing;
import dev.neuralworkbench.data.encode.Drawing.Point;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Fifty digits drawn by hand, kept as strokes in percent of the pad: each of ten written in five
 * ways, of other sizes, slants and places; the 4 open and closed, the 7 crossed and not, the 1 with
 * and without a serif.
 *
 * @param image the pixels that they make in the style of the file, which pages make of them too
 */
public record DrawnDigits(String digit, Drawing drawing, List<Double> image) {

  public static List<DrawnDigits> all() {
    try (var in = DrawnDigits.class.getResourceAsStream("/drawn/digits.json")) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return JsonParser.parseString(text)
          .getAsJsonObject()
          .getAsJsonArray("drawn")
          .asList()
          .stream()
          .map(it -> of(it.getAsJsonObject()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DrawnDigits of(JsonObject drawn) {
    var strokes = new ArrayList<List<Point>>();
    for (var stroke : drawn.getAsJsonArray("strokes")) {
      strokes.add(
          stroke.getAsJsonArray().asList().stream()
              .map(it -> it.getAsJsonArray())
              .map(it -> new Point(it.get(0).getAsDouble() / 100, it.get(1).getAsDouble() / 100))
              .toList());
    }
    var image = drawn.getAsJsonArray("image").asList().stream().map(JsonElement::getAsDouble);
    return new DrawnDigits(drawn.get("digit").getAsString(), new Drawing(strokes), image.toList());
  }
}
