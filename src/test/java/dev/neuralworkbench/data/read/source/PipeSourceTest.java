package dev.neuralworkbench.data.read.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.testing.Patience;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipeSourceTest {

  @TempDir private Path folder;

  /** A program that reads what has no end yet. */
  static final class Reader {

    private Reader() {}

    public static void main(String[] arguments) throws IOException {
      PipeSource.of(Files.newInputStream(Path.of(arguments[0])), Long.MAX_VALUE, Progress.NONE)
          .close();
    }
  }

  private List<Path> kept() throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(it -> it.getFileName().toString().startsWith("rows")).toList();
    }
  }

  @Test
  void rowsAreGoneWhenTheProgramIsToldToEndWhileItReadsThem() throws Exception {
    assumeTrue(File.separatorChar == '/', "a system with pipes that have names");
    var pipe = folder.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    var reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Reader.class.getName(),
                pipe.toString())
            .inheritIO()
            .start();
    try (var rows = Files.newOutputStream(pipe)) {
      rows.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
      rows.flush();
      Patience.until(
          "rows are kept", () -> kept().size() == 1 && Files.size(kept().getFirst()) > 0);
      reader.destroy();
      reader.waitFor();
    }
    assertEquals(List.of(), kept());
  }
}
