package dev.neuralworkbench.model.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Another program that saves a model to one file again and again, until it is killed. After each
 * save it says so, with its number and when the save began and ended.
 */
final class SavingProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader said;
  private final String name;

  private SavingProcess(Process process, String name) {
    this.process = process;
    this.name = name;
    said = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * A save that was said to be done.
   *
   * @param writer which process, as the file names it
   * @param number counted from 1 in each process
   * @param begin nanoseconds on a clock that all processes share
   * @param end nanoseconds on the same clock
   */
  record Save(String writer, int number, long begin, long end) {}

  /** Starts one that saves a model's document elsewhere, under a name that the file then holds. */
  static SavingProcess start(String name, Path model, Path file) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SavingProcess.class.getName(),
                name,
                model.toString(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    return new SavingProcess(process, name);
  }

  /** The program. */
  public static void main(String[] arguments) throws IOException, ModelFormatException {
    var document = ModelFile.read(Path.of(arguments[1]));
    for (var number = 1; ; number++) {
      var begin = System.nanoTime();
      ModelFile.write(Path.of(arguments[2]), document, arguments[0] + " " + number);
      System.out.println(number + " " + begin + " " + System.nanoTime());
      System.out.flush();
    }
  }

  /** Waits for its next save; fails with what it said instead. */
  Save next() throws IOException {
    var line = said.readLine();
    return line == null ? save("nothing more from " + name) : save(line);
  }

  /** Kills it at once, as {@code kill -9} does, and gives the saves that it had said until then. */
  List<Save> kill() throws IOException, InterruptedException {
    // Not the process's own method, which would close what it has said as well.
    process.toHandle().destroyForcibly();
    process.waitFor();
    var saves = new ArrayList<Save>();
    for (var line = said.readLine(); line != null; line = said.readLine()) {
      saves.add(save(line));
    }
    return saves;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private Save save(String line) throws IOException {
    var words = line.split(" ", -1);
    try {
      return new Save(
          name, Integer.parseInt(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
    } catch (NumberFormatException e) {
      throw new IOException(line, e);
    }
  }
}
