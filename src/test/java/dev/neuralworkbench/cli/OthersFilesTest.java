package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other programs wrote opens and trains with the defaults, and its model answers. */
class OthersFilesTest {

  @TempDir Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "traps/breast-cancer.arff", // Weka's
        "traps/contact-lenses.arff",
        "traps/cpu.arff",
        "traps/glass.arff",
        "traps/labor.arff",
        "traps/vote.arff",
        "corpus/libreoffice-flat.xlsx",
        "corpus/plain.xlsx", // openpyxl's
        "corpus/title-rows.xlsx",
        "corpus/merged-title.xlsx",
        "corpus/chinese.xlsx",
        "corpus/booleans.xlsx",
      })
  void theyTrainWithTheDefaults(String name) throws URISyntaxException {
    var file = Path.of(Objects.requireNonNull(getClass().getResource("/" + name)).toURI());
    var model = folder.resolve("m.nnw").toString();
    assertEquals(0, calls.call("train", file.toString(), "-o", model), calls.err());
    assertEquals(
        0,
        calls.call("predict", model, file.toString(), "-o", folder + "/answers.csv"),
        calls.err());
    assertEquals(0, calls.call("evaluate", model, file.toString(), "--json"), calls.err());
    assertEquals(true, JsonParser.parseString(calls.out()).isJsonObject());
  }
}
