package dev.neuralworkbench.model.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.neuralworkbench.model.TrainedDocuments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two programs save to one file all the time, and both are killed in the middle of it. */
@Tag("thorough")
class KilledWritersTest {

  /** Two kills each; {@code -Dkills.rounds=100} asks for more. */
  private static final int ROUNDS = Integer.getInteger("kills.rounds", 5);

  /** Names that are only almost those of temporary files, and what is a folder. */
  private static final List<String> USERS =
      List.of(
          ".neural-workbench-0123456789abcdef0123456789abcdef-0123456789abcdef.saving",
          ".neural-workbench-notes.saving",
          "m.nnw.saving");

  @TempDir Path folder;

  @Test
  void fileIsWholeAndHoldsTheLastSaveAndNothingIsLeftBeside() throws Exception {
    var model = Files.createDirectory(folder.resolve("from")).resolve("model.nnw");
    var document = TrainedDocuments.iris();
    ModelFile.write(model, document, "test");
    var shared = Files.createDirectory(folder.resolve("to"));
    var file = shared.resolve("m.nnw");
    for (var name : USERS) {
      Files.writeString(shared.resolve(name), "mine");
    }
    var random = new Random(7);
    for (var round = 0; round < ROUNDS; round++) {
      var saves = savesUntilKilled(round, model, file, random);
      ModelFile.read(file);
      assertHoldsTheLast(saves, writer(file));
      ModelFile.write(file, document, "next");
      assertEquals(expectedNames(), names(shared));
    }
    for (var name : USERS) {
      assertEquals("mine", Files.readString(shared.resolve(name)));
    }
  }

  private static List<SavingProcess.Save> savesUntilKilled(
      int round, Path model, Path file, Random random) throws IOException, InterruptedException {
    var saves = new ArrayList<SavingProcess.Save>();
    try (var first = SavingProcess.start("first-" + round, model, file);
        var second = SavingProcess.start("second-" + round, model, file)) {
      saves.add(first.next());
      saves.add(second.next());
      Thread.sleep(random.nextInt(100));
      saves.addAll(first.kill());
      Thread.sleep(random.nextInt(50));
      saves.addAll(second.kill());
    }
    return saves;
  }

  /** Whose save a file holds: the name and the number. */
  private static String writer(Path file) throws IOException {
    try (var text = Files.newBufferedReader(file)) {
      return JsonParser.parseReader(text).getAsJsonObject().get("writtenBy").getAsString();
    }
  }

  /**
   * No save that was said to be done began after the one in the file had ended. One that is not
   * among them was the last of its program, which died before it could say so.
   */
  private static void assertHoldsTheLast(List<SavingProcess.Save> saves, String writer) {
    var name = writer.split(" ", -1)[0];
    var number = Integer.parseInt(writer.split(" ", -1)[1]);
    var ofIt = saves.stream().filter(save -> save.writer().equals(name)).toList();
    if (number == ofIt.size() + 1) {
      return;
    }
    assertTrue(number <= ofIt.size(), () -> writer + " of " + ofIt.size());
    var held = ofIt.get(number - 1);
    assertEquals(number, held.number());
    for (var save : saves) {
      assertTrue(save.begin() <= held.end(), () -> save + " was saved after " + held);
    }
  }

  private static Set<String> expectedNames() {
    var names = new TreeSet<>(USERS);
    names.add("m.nnw");
    return names;
  }

  private static Set<String> names(Path folder) throws IOException {
    var names = new TreeSet<String>();
    try (var files = Files.newDirectoryStream(folder)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    }
    return names;
  }
}
