package dev.neuralworkbench.app.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Where details of errors go that a user is told in a sentence. */
public final class LogFile {

  private static final int BYTES = 1 << 20;

  /** Kept, because the log manager forgets loggers, and their handlers, that nobody holds. */
  private static final Logger PROGRAM = Logger.getLogger("dev.neuralworkbench");

  private final Path file;

  public LogFile(Path folder) {
    file = folder.resolve("neural-workbench.log");
  }

  /** Starts to write; without a log the program works as well. */
  public void start() {
    try {
      Files.createDirectories(file.getParent());
      var handler = new FileHandler(pattern(file), BYTES, 1, true);
      handler.setFormatter(new SimpleFormatter());
      handler.setLevel(Level.FINE);
      var written = new Repeats();
      handler.setFilter(
          entry ->
              entry.getThrown() == null
                  || entry.getLevel().intValue() < Level.WARNING.intValue()
                  || written.isNew(entry.getThrown(), System.nanoTime()));
      PROGRAM.addHandler(handler);
      PROGRAM.setLevel(Level.FINE);
    } catch (IOException e) {
      PROGRAM.log(Level.INFO, "no log is written", e);
    }
  }

  /** The file; it may not exist yet. */
  public Path file() {
    return file;
  }

  /** A file handler reads % as the start of a field. */
  private static String pattern(Path file) {
    return file.toString().replace("%", "%%");
  }
}
