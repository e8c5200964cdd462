package dev.neuralworkbench.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.file.TemporaryFile.StaleFiles;
import dev.neuralworkbench.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleFilesTest {

  /** As another program names its temporary files. */
  private static final String FOREIGN =
      ".neural-workbench-%s-%s.saving".formatted("0".repeat(32), "f".repeat(32));

  @TempDir private Path folder;

  /** Another program that sweeps a folder all the time, until it is killed. */
  static final class Sweeper {

    private Sweeper() {}

    public static void main(String[] arguments) throws IOException {
      System.out.println("begins");
      while (Files.exists(Path.of(arguments[0]))) {
        StaleFiles.sweep(Path.of(arguments[0]));
      }
    }
  }

  @Test
  void fileThatAKilledProgramLeftIsSweptAtTheNextSave() throws IOException {
    Files.writeString(folder.resolve(FOREIGN), "half");
    AtomicFile.write(folder.resolve("m.nnw"), text -> text.write("new"));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("m.nnw")), files.toList());
    }
  }

  @Test
  void whatOnlyBearsSuchANameStays() throws IOException {
    var mine = Files.writeString(folder.resolve("mine"), "mine");
    var link = Files.createSymbolicLink(folder.resolve(FOREIGN), mine);
    var inside = Files.createDirectory(folder.resolve(FOREIGN.replace('0', '1')));
    var longer = Files.writeString(folder.resolve(FOREIGN + "x"), "mine");
    var capital = Files.writeString(folder.resolve(FOREIGN.replace('f', 'F')), "mine");
    AtomicFile.write(folder.resolve("m.nnw"), text -> text.write("new"));
    for (var file : List.of(mine, longer, capital)) {
      assertEquals("mine", Files.readString(file));
    }
    assertTrue(Files.isSymbolicLink(link) && Files.isDirectory(inside));
  }

  @Test
  void fileOfAWriterIsNeverSweptByAnotherProgram() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var path = System.getProperty("java.class.path");
    var sweeper =
        new ProcessBuilder(java, "-cp", path, Sweeper.class.getName(), folder.toString()).start();
    try {
      assertEquals("begins", sweeper.inputReader().readLine());
      var file = Files.writeString(folder.resolve("m.nnw"), "old");
      for (var number = 0; number < 200; number++) {
        var content = Integer.toString(number);
        AtomicFile.writeUnflushed(file, text -> text.write(content));
        assertEquals(content, Files.readString(file));
      }
      assertTrue(sweeper.isAlive());
      // What is not locked goes.
      var left = Files.writeString(folder.resolve(FOREIGN), "half");
      Patience.until("it did look", () -> !Files.exists(left));
    } finally {
      sweeper.destroyForcibly().waitFor();
    }
  }
}
