package dev.neuralworkbench.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks run from source, by hand and seldom: what they call must still be there. */
class BenchSourcesTest {

  @TempDir private Path classes;

  @Test
  void everyBenchmarkOfOursCompiles() throws IOException {
    var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    var said = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null);
        var folder = Files.list(Path.of("src/bench"))) {
      // The peer's library is only in the profile that runs it.
      var sources =
          folder
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("EncogPeer.java"))
              .toList();
      assertTrue(sources.size() >= 5, sources + "");
      var options = List.of("-proc:none", "-d", classes.toString());
      compiler
          .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    assertEquals("", said.toString());
  }
}
