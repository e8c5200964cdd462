package dev.neuralworkbench.data.read.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.neuralworkbench.progress.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipeSourceTest {

  @TempDir private Path folder;

  private static TreeSet<String> names() throws IOException {
    var temporary = Path.of(System.getProperty("java.io.tmpdir"));
    var names = new TreeSet<String>();
    try (var files = Files.newDirectoryStream(temporary, "rows*")) {
      files.forEach(it -> names.add(it.getFileName().toString()));
    }
    return names;
  }

  @Test
  void whatWasReadCanBeReadAgainAndAtTheSameTime() throws IOException {
    var rows = IntStream.range(0, 30_000).mapToObj(i -> i + "," + 7 * i + "\n");
    var bytes = rows.collect(Collectors.joining()).getBytes(StandardCharsets.UTF_8);
    var pipe = Files.write(folder.resolve("pipe"), bytes);
    try (var source = PipeSource.of(pipe, bytes.length, Progress.NONE)) {
      var again = source.named("stdin");
      assertEquals("stdin", again.name());
      assertEquals(bytes.length, again.size());
      try (var one = again.open();
          var other = again.open()) {
        assertArrayEquals(Arrays.copyOf(bytes, 150_000), one.readNBytes(150_000));
        assertArrayEquals(bytes, other.readAllBytes());
        assertEquals(bytes[150_000] & 0xFF, one.read());
        assertEquals(-1, other.read());
      }
    }
  }

  /** A program that is interrupted or killed leaves no rows to others. */
  @Test
  void noFileOfTheRowsHasANameWhileTheyAreRead() throws IOException {
    assumeTrue(File.separatorChar == '/', "a system that takes away the name of an open file");
    var before = names();
    var pipe = Files.writeString(folder.resolve("pipe"), "a,b\n1,2\n", StandardCharsets.UTF_8);
    try (var source = PipeSource.of(pipe, 100, Progress.NONE)) {
      var now = names();
      now.removeAll(before);
      // Those of another test at the same time are gone a moment later.
      now.removeIf(it -> !Files.exists(Path.of(System.getProperty("java.io.tmpdir"), it)));
      assertEquals(new TreeSet<>(), now);
      assertEquals(8, source.named("rows").size());
    }
  }
}
