package dev.neuralworkbench.data.read;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** Reads every file of a folder, and writes down what came of each and after how long. */
final class BombReader {

  private BombReader() {}

  /** Reads the files of a folder; the report lies beside it. */
  public static void main(String[] arguments) throws IOException {
    var lines = new ArrayList<String>();
    var folder = Path.of(arguments[0]);
    var threads = ManagementFactory.getThreadMXBean();
    try (var files = Files.list(folder)) {
      for (var file : files.sorted().toList()) {
        var start = threads.getCurrentThreadCpuTime();
        String end;
        try {
          new TableReader().read(file, Progress.NONE);
          end = "opened";
        } catch (TableFormatException e) {
          end = e.problem().key();
        }
        var millis = (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
        lines.add(file.getFileName() + " " + end + " " + millis);
      }
    }
    Files.write(Path.of(arguments[1]), lines);
  }
}
