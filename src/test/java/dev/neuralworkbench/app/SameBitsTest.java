package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.cli.CommandLineProgram;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.text.Sentences;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run in the window and the same run on the command line give the same bits. */
class SameBitsTest {

  @TempDir private Path folder;

  @Test
  void windowTrainsAsTheCommandLineDoes() throws Exception {
    var fromWindow = folder.resolve("window.nnw");
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      window.dialogs.saved = Optional.of(fromWindow);
      window.train();
      window.robot.click("#save");
      window.robot.waitForText("#status-message", "window.nnw");
    }
    var fromCommandLine = folder.resolve("command-line.nnw");
    var told = new PrintWriter(new StringWriter());
    var words = Sentences.of(Locale.ENGLISH);
    var program = new CommandLineProgram(told, told, words, false, List.of(), List.of());
    assertEquals(0, program.run("train", "circles", "-o", fromCommandLine.toString()));
    var one = model(fromWindow);
    var other = model(fromCommandLine);
    assertEquals(one.experiment(), other.experiment());
    assertEquals(one.weights(), other.weights());
    assertEquals(one.history().epochs(), other.history().epochs());
  }

  private static Model model(Path file) throws Exception {
    return Objects.requireNonNull(ModelFile.read(file).trained());
  }
}
