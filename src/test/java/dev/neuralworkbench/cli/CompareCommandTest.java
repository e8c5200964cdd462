package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

  @TempDir private Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);
  private String one = "";
  private String other = "";

  private String train(String name, String... options) {
    var file = folder.resolve(name).toString();
    var call = new ArrayList<>(List.of("train", "-o", file, "--portable"));
    call.addAll(List.of(options));
    assertEquals(0, calls.call(call.toArray(String[]::new)), calls.err());
    return file;
  }

  @BeforeEach
  void train() {
    one = train("one.nnw", "iris", "--epochs", "20");
    other = train("other.nnw", "iris", "--epochs", "3");
  }

  private JsonObject json(String... call) {
    assertEquals(0, calls.call(call), calls.err());
    return JsonParser.parseString(calls.out()).getAsJsonObject();
  }

  @Test
  void foldsAreThoseOfACrossValidation() {
    var found =
        json(
            "compare", one, other, "iris", "--folds", "4", "--with-linear", "--json", "--portable");
    var validated =
        json("cross-validate", "iris", "--folds", "4", "--epochs", "20", "--json", "--portable");
    var models = found.getAsJsonArray("models");
    assertEquals(3, models.size());
    assertEquals(
        validated.getAsJsonObject("accuracy").get("folds"),
        models.get(0).getAsJsonObject().get("folds"));
    assertEquals("accuracy", found.get("metric").getAsString());
    assertEquals(0.01, found.get("rope").getAsDouble());
    var comparisons = found.getAsJsonArray("comparisons");
    assertEquals(2, comparisons.size());
    var first = comparisons.get(0).getAsJsonObject();
    assertEquals(other, first.get("second").getAsString());
    assertEquals(3, first.get("degrees_of_freedom").getAsInt());
    var sum =
        first.get("first_better").getAsDouble()
            + first.get("no_practical_difference").getAsDouble()
            + first.get("second_better").getAsDouble();
    assertEquals(1, sum, 1e-12);
    assertTrue(first.get("first_better").getAsDouble() > 0.9, calls.out());
    var second = comparisons.get(1).getAsJsonObject();
    var least = Math.min(first.get("p").getAsDouble(), second.get("p").getAsDouble());
    var leastOfHolm =
        Math.min(first.get("p_holm").getAsDouble(), second.get("p_holm").getAsDouble());
    assertEquals(Math.min(1, 2 * least), leastOfHolm, 1e-15);
    var again =
        json(
            "compare",
            one,
            other,
            "iris",
            "--folds",
            "4",
            "--with-linear",
            "--json",
            "--portable",
            "--threads",
            "1");
    assertEquals(found, again);
  }

  @Test
  void aModelIsNoBetterThanItself() {
    assertEquals(0, calls.call("compare", one, one, "iris", "--folds", "3"), calls.err());
    assertTrue(
        calls.out().contains("probability of 0%, no practical difference 100%, “" + one + "” 0%."),
        calls.out());
    assertTrue(calls.out().contains("the mean difference is 0 (95% interval 0 to 0), p = 1."));
    assertTrue(calls.out().contains("both tests are overconfident"), calls.out());
    assertTrue(calls.out().contains("less than one percentage point of accuracy"), calls.out());
    assertTrue(!calls.out().contains("Holm"), calls.out());
  }

  @Test
  void aSingleModelIsComparedWithTheLinearOneInEitherOrder() {
    assertEquals(0, calls.call("compare", one, "iris", "--portable"), calls.err());
    var out = calls.out();
    assertTrue(out.contains("“Linear model” "), out);
    assertTrue(out.contains("Linear model: 0.95"), out);
    assertEquals(0, calls.call("compare", "iris", one, "--portable"), calls.err());
    assertEquals(out, calls.out());
    var chinese = new Calls(Locale.CHINESE);
    assertEquals(0, chinese.call("compare", one, "iris", "--portable"), chinese.err());
    assertTrue(chinese.out().contains("“线性模型”更好的概率为 "), chinese.out());
  }

  @Test
  void numbersAreComparedByR2() {
    var model = train("d.nnw", "diabetes", "--epochs", "5");
    assertEquals(0, calls.call("compare", model, "diabetes", "--folds", "3"), calls.err());
    assertTrue(calls.out().startsWith("R² of each model"), calls.out());
    assertTrue(calls.out().contains("less than 0.01 of R²"), calls.out());
    assertEquals(1, calls.call("compare", one, model, "iris"));
    assertTrue(
        calls.err().contains("predicts “progression”, the first model predicts “species”"),
        calls.err());
  }

  @Test
  void whatCannotBeComparedIsSaid() {
    assertEquals(1, calls.call("compare", one, other, "wine"));
    assertTrue(calls.err().contains("does not have the expected columns"), calls.err());
    assertEquals(2, calls.call("compare", one, "iris", "--folds", "151"));
    assertTrue(calls.err().startsWith("--folds: 151 folds need"), calls.err());
    assertEquals(2, calls.call("compare", one));
    assertEquals(2, calls.call("compare", one, other, "iris", "--repeats", "0"));
  }
}
