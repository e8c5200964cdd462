package dev.neuralworkbench.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.neuralworkbench.app.Main;
import dev.neuralworkbench.cli.Calls;
import dev.neuralworkbench.cli.CommandLineProgram;
import dev.neuralworkbench.text.Sentences;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result that does not reach its reader is never a success. */
class UnwrittenResultTest {

  @TempDir private Path folder;

  private static int callOnFullDisk(String... arguments) {
    var full =
        new Writer() {
          @Override
          public void write(char[] characters, int from, int length) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    var words = Sentences.of(Locale.ENGLISH);
    var err = new PrintWriter(new StringWriter());
    return new CommandLineProgram(new PrintWriter(full), err, words, false, List.of("1"), List.of())
        .run(arguments);
  }

  @Test
  void everyCommandThatPrintsFails() {
    var calls = new Calls(Locale.ENGLISH);
    var model = folder.resolve("m.nnw").toString();
    assertEquals(0, calls.call("train", "xor", "--epochs", "2", "-o", model), calls.err());
    for (var call :
        List.of(
            "evaluate MODEL xor",
            "evaluate MODEL xor --json",
            "evaluate MODEL xor --rows training",
            "predict MODEL xor",
            "inspect xor",
            "inspect xor --json",
            "samples",
            "samples xor",
            "cross-validate xor --epochs 1 --folds 2 --repeats 1",
            "cross-validate xor --epochs 1 --folds 2 --repeats 1 --json",
            "search xor --epochs 1 --vary learning-rate=0.1,0.2 --seeds 1",
            "search xor --epochs 1 --vary learning-rate=0.1,0.2 --seeds 1 --json",
            "self-test file",
            "--version",
            "--help",
            "evaluate --help")) {
      var words = call.replace("MODEL", model).split(" ");
      assertEquals(0, calls.call(words), call + ": " + calls.err());
      assertNotEquals(0, callOnFullDisk(words), call);
    }
  }

  @Test
  void fullDiskIsSaidAndClosedPipeIsNot() throws Exception {
    var full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "a device that takes nothing");
    var onFull = start(ProcessBuilder.Redirect.to(full.toFile()));
    var unread = start(ProcessBuilder.Redirect.PIPE);
    unread.getInputStream().close();
    assertEquals(
        "The result was not written completely. The disk may be full, or the reader exited.",
        said(onFull));
    assertEquals(1, onFull.waitFor());
    assertEquals("", said(unread));
    assertEquals(141, unread.waitFor(), "as of any program whose reader has gone");
  }

  private static Process start(ProcessBuilder.Redirect out) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Duser.language=en",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "samples",
            "iris")
        .redirectOutput(out)
        .start();
  }

  private static String said(Process process) throws IOException {
    return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
