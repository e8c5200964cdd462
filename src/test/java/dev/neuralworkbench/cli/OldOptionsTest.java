package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that were written for names from before still run, and nothing shows these names. */
class OldOptionsTest {

  private static final Map<String, String> OLD =
      Map.of(
          "--cv-folds", "--judging-folds",
          "--average-epochs", "--average",
          "--weight-initializer", "--initializer",
          "--min-category-rows", "--rare",
          "average-epochs=", "average=",
          "weight-initializer=", "initializer=",
          "search", "study");

  private static final Pattern TIMES =
      Pattern.compile("about \\S+ s, \\S+ MB|[\\d.,e-]+ s\\b|(\"\\w*[sS]econds\": )[\\d.Ee-]+");

  @TempDir Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);

  private record Said(int status, String out, String err, String file) {}

  private Said said(String script) throws IOException {
    var file = folder.resolve("written");
    Files.deleteIfExists(file);
    var status = calls.call(script.replace("FILE", file.toString()).split(" ", -1));
    var written = Files.exists(file) ? Files.readString(file) : "";
    return new Said(status, timeless(calls.out()), timeless(calls.err()), untimed(written));
  }

  private static String timeless(String text) {
    return TIMES.matcher(text).replaceAll("T");
  }

  /** A model file or the runs of a search, without what a clock says. */
  private static String untimed(String written) {
    return written
        .replaceAll("\"(elapsedNanos|created|seconds)\": (\\[[^]]*\\]|[^,\\n]*)", "")
        .replaceAll("[\\d.Ee-]+,completed", "");
  }

  private static String old(String script) {
    var words = script.split(" ", -1);
    for (var i = 0; i < words.length; i++) {
      var word = words[i];
      for (var name : OLD.entrySet()) {
        if (word.equals(name.getKey())
            || (name.getKey().endsWith("=") && word.startsWith(name.getKey()))) {
          words[i] = word.replace(name.getKey(), name.getValue());
        }
      }
    }
    return String.join(" ", words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "train iris -o FILE --epochs 3 --cv-folds 3",
        "train iris -o FILE --epochs 3 --average-epochs 2",
        "train iris -o FILE --epochs 3 --weight-initializer he_normal",
        "train iris -o FILE --epochs 3 --min-category-rows 4",
        "train iris -o FILE --epochs 3 --cv-folds 1000",
        "train iris -o FILE --epochs 3 --average-epochs -1",
        "train iris -o FILE --epochs 3 --weight-initializer nonsense",
        "train iris -o FILE --epochs 3 --min-category-rows 0",
        "train iris -o FILE --epochs 3 --min-category-rows",
        "cross-validate iris --epochs 3 --folds 2 --average-epochs 2 --json",
        "search iris --epochs 3 --seeds 1 --vary average-epochs=0,2 -o FILE",
        "search iris --epochs 3 --seeds 1 --vary weight-initializer=normal,zeros --json",
        "search iris --epochs 3 --seeds 1 --cv-folds 2 --vary learning-rate=0.1,0.2",
        "search iris --vary learning-rate=0",
        "search --help",
      })
  void oldSpellingsSayTheSame(String script) throws IOException {
    var now = said(script);
    var before = old(script);
    assertFalse(before.equals(script), script);
    assertEquals(now, said(before), before);
  }

  @Test
  void theyAreTheSettingsThatTheyWere() throws IOException {
    assertEquals(
        0, said("train iris -o FILE --epochs 2 --judging-folds 2 --average 3 --rare 4").status());
    var written = Files.readString(folder.resolve("written"));
    for (var member : List.of("\"judgingFolds\": 2", "\"averageEpochs\": 3", "\"rare\": 4")) {
      assertTrue(written.contains(member), member);
    }
    var runs = said("search iris --epochs 1 --seeds 1 --vary average-epochs=0,2 -o FILE").file();
    assertTrue(runs.startsWith("study,average,seed,validation_accuracy,"), runs);
  }

  @Test
  void helpAndSentencesNameTheNewOnesAlone() {
    for (var command : List.of("", "train ", "search ", "cross-validate ", "study ")) {
      assertEquals(0, calls.call((command + "--help").split(" ")));
      for (var name :
          List.of("--judging-folds", "--average=", "--initializer", "--rare", "study")) {
        assertFalse(calls.out().contains(name), () -> command + name);
      }
    }
    calls.call("train", "--help");
    for (var name :
        List.of("--cv-folds=", "--average-epochs=", "--weight-initializer=", "--min-category-")) {
      assertTrue(calls.out().contains(name), calls.out());
    }
    calls.call("search", "iris", "--vary", "nonsense=1");
    assertTrue(calls.err().contains("average-epochs"), calls.err());
    assertFalse(calls.err().contains(" average,"), calls.err());
  }

  @Test
  void callsOfTheCommandFromBeforeAreCallsAndNoFiles() {
    assertTrue(CommandLineProgram.isCall(List.of("study", "iris")));
    assertTrue(CommandLineProgram.isCall(List.of("search", "iris")));
  }
}
