package dev.neuralworkbench.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.RunLog.RunMark;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.model.file.ModelFormatException;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file whose runs say what cannot be: where, what was expected and what was found. */
class RunsFileTest {

  @TempDir static Path folder;

  private static String text;

  @BeforeAll
  static void save() throws Exception {
    var tasks = new InlineTasks();
    var workspace = new Workspace(Document.of(BundledSample.IRIS), tasks);
    var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    trainer.speed().set(Speed.FULL);
    for (var seed : new long[] {1, 2, 3}) {
      workspace.editDraft("x", it -> it.withTraining(it.training().withSeed(seed).withEpochs(3)));
      trainer.train();
    }
    workspace.edit(
        "x", it -> it.withRuns(it.runs().with(List.of(1), _ -> new RunMark(true, false, "first"))));
    var file = folder.resolve("runs.nnw");
    ModelFile.write(file, workspace.document().get(), "test");
    text = Files.readString(file).replaceAll("\\s+", " ");
  }

  /** The first is pinned, the last has the document's model, the one between is trained again. */
  @Test
  void saysWhoseWeightsAreLeftOut() {
    var runs = JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("runs");
    assertEquals(3, runs.size());
    for (var i = 0; i < 3; i++) {
      var run = runs.get(i).getAsJsonObject();
      assertEquals(i == 0, run.has("model"));
      assertEquals(i == 1, run.has("leftOut"));
    }
    assertEquals("model", runs.get(1).getAsJsonObject().get("leftOut").getAsString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "number": 2, | "number": 1, | runs[1].run.number
          "number": 1, | "number": 0, | runs[0].run.number
          "used": 3 | "used": 4 | runs[0].run.result.used
          "epochs": 3, "used" | "epochs": -1, "used" | runs[0].run.result.epochs
          "curve": { "epochs": [ 1, 2, 3 ] | "curve": { "epochs": [ 1, 3, 3 ] | runs[0].run.curve.epochs[2]
          "curve": { "epochs": [ 1, 2, 3 ] | "curve": { "epochs": [ 1, 2 ] | runs[0].run.curve
          "pinned": true | "pinned": 1 | runs[0].mark.pinned
          "mark": { | "mark": { "colour": 1, | colour
          "leftOut": "model" | "leftOut": "curve" | runs[1].leftOut
          "leftOut": "model" | "leftOut": 3 | runs[1].leftOut
          """)
  void whatCannotBeIsToldWithItsPlace(String right, String wrong, String place) throws Exception {
    var from = text.indexOf("\"runs\"");
    var at = text.indexOf(right, from);
    assertTrue(at > 0, () -> right + " in " + text.substring(from, from + 3000));
    var file = folder.resolve("wrong.nnw");
    Files.writeString(file, text.substring(0, at) + wrong + text.substring(at + right.length()));
    var failure = assertThrows(ModelFormatException.class, () -> ModelFile.read(file));
    var sentence = Sentences.of(Locale.ENGLISH).sentence(failure.problem());
    assertTrue(sentence.contains(place), sentence);
  }
}
