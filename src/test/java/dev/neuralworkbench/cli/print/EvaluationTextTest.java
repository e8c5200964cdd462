package dev.neuralworkbench.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.model.ReferenceCase;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is printed of the reference case, against scikit-learn. */
class EvaluationTextTest {

  private static final Words WORDS = Sentences.of(Locale.ENGLISH);

  @ParameterizedTest
  @EnumSource
  void everyNumberOfTheJsonIsThatOfScikitLearn(RowPart part) {
    for (var of : ReferenceCase.values()) {
      var found =
          JsonParser.parseString(EvaluationText.json(of.judged(part), null, WORDS).toString());
      var expected = of.expected(part);
      expected.remove("areas");
      expected.remove("more");
      assertSame(of + " " + part, expected, found);
    }
  }

  /** Whatever is expected is found under the same name. */
  private static void assertSame(String at, JsonElement expected, JsonElement found) {
    if (expected.isJsonObject()) {
      expected
          .getAsJsonObject()
          .entrySet()
          .forEach(
              it -> {
                var there = found.getAsJsonObject().get(it.getKey());
                assertSame(at + "." + it.getKey(), it.getValue(), there);
              });
    } else if (expected.isJsonArray()) {
      var all = expected.getAsJsonArray();
      assertEquals(all.size(), found.getAsJsonArray().size(), at);
      for (var i = 0; i < all.size(); i++) {
        assertSame(at + "[" + i + "]", all.get(i), found.getAsJsonArray().get(i));
      }
    } else if (expected.getAsJsonPrimitive().isString()) {
      assertEquals(expected.getAsString(), found.getAsString(), at);
    } else {
      assertEquals(expected.getAsDouble(), found.getAsDouble(), 1e-5, at);
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyLineOfClassesIsThatOfScikitLearn(RowPart part) {
    var said = ReferenceCase.KIND.expected(part);
    var lines = new ArrayList<List<String>>();
    lines.add(
        words("evaluate.network", "evaluate.constant.classes", "cli.evaluate.linear.classes"));
    for (var id : List.of("accuracy", "log_loss", "auc", "mcc")) {
      lines.add(
          List.of(
              WORDS.text("study.metric." + id),
              share(said, id),
              share(said.getAsJsonObject("constant"), id),
              share(said.getAsJsonObject("linear"), id)));
    }
    lines.add(
        words(
            "evaluate.of.class",
            "evaluate.of.precision",
            "evaluate.of.recall",
            "evaluate.of.specificity",
            "evaluate.of.f1",
            "evaluate.of.rows"));
    for (var each : said.getAsJsonArray("classes")) {
      lines.add(scores(each.getAsJsonObject().get("name").getAsString(), each.getAsJsonObject()));
    }
    said.addProperty("specificity", specificity(said));
    lines.add(scores(WORDS.text("evaluate.of.macro"), said));
    lines.add(List.of(WORDS.text("cli.evaluate.confusion")));
    lines.add(List.of("elm", "oak", "yew"));
    for (var c = 0; c < 3; c++) {
      var line = new ArrayList<>(List.of(List.of("elm", "oak", "yew").get(c)));
      said.getAsJsonArray("confusion")
          .get(c)
          .getAsJsonArray()
          .forEach(it -> line.add(it.getAsString()));
      lines.add(line);
    }
    assertInOrder(lines, EvaluationText.lines(ReferenceCase.KIND.judged(part), null, part, WORDS));
  }

  @ParameterizedTest
  @EnumSource
  void everyLineOfNumbersIsThatOfScikitLearn(RowPart part) {
    var said = ReferenceCase.HEIGHT.expected(part);
    var lines = new ArrayList<List<String>>();
    lines.add(
        words("evaluate.network", "evaluate.constant.numbers", "cli.evaluate.linear.numbers"));
    for (var id : List.of("r2", "rmse", "mae", "mape")) {
      var line = new ArrayList<>(List.of(WORDS.text("study.metric." + id)));
      for (var of :
          List.of(said, said.getAsJsonObject("constant"), said.getAsJsonObject("linear"))) {
        line.add(
            List.of("r2", "mape").contains(id)
                ? share(of, id)
                : Numbers.rounded(of.get(id).getAsDouble(), 4));
      }
      lines.add(line);
    }
    assertInOrder(
        lines, EvaluationText.lines(ReferenceCase.HEIGHT.judged(part), null, part, WORDS));
  }

  private static double specificity(JsonObject said) {
    return said.getAsJsonArray("classes").asList().stream()
        .mapToDouble(it -> it.getAsJsonObject().get("specificity").getAsDouble())
        .average()
        .orElseThrow();
  }

  private static List<String> words(String... keys) {
    return Stream.of(keys).map(WORDS::text).toList();
  }

  private static List<String> scores(String name, JsonObject of) {
    return List.of(
        name,
        share(of, "precision"),
        share(of, "recall"),
        share(of, "specificity"),
        share(of, "f1"),
        of.get("rows").getAsString());
  }

  private static String share(JsonObject of, String name) {
    return "%.4f".formatted(Math.rint(of.get(name).getAsDouble() * 1e10) / 1e10);
  }

  private static void assertInOrder(List<List<String>> expected, String text) {
    var found = text.lines().map(line -> List.of(line.strip().split(" {2,}", -1))).toList();
    var from = 0;
    for (var line : expected) {
      var at = found.subList(from, found.size()).indexOf(line);
      assertTrue(at >= 0, () -> line + " in\n" + text);
      from += at + 1;
    }
  }
}
