package dev.neuralworkbench.app.start;

import dev.neuralworkbench.file.NotSavedException;
import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.file.OwnPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

public record LogFile(OwnFolder folder) {

  private static final int BYTES = 1 << 20;

  /** Kept, because the log manager forgets loggers, and their handlers, that nobody holds. */
  private static final Logger PROGRAM = Logger.getLogger("dev.neuralworkbench");

  /** Starts to write; without a log the program works as well. */
  public void start() {
    try {
      folder.ready();
      // It reads % as the start of a field.
      var handler = new FileHandler(file().toString().replace("%", "%%"), BYTES, 1, true);
      closeFiles();
      handler.setFormatter(new SimpleFormatter());
      handler.setLevel(Level.FINE);
      var written = new FaultFilter();
      handler.setFilter(
          entry ->
              entry.getThrown() == null
                  || entry.getLevel().intValue() < Level.WARNING.intValue()
                  || written.isNew(entry.getThrown(), System.nanoTime()));
      PROGRAM.addHandler(handler);
      PROGRAM.setLevel(Level.FINE);
    } catch (NotSavedException e) {
      if (!folder.off()) {
        PROGRAM.log(
            Level.WARNING,
            "settings, log and unsaved work are not kept, and each start has a window of its own:"
                + " {0} is a link, belongs to somebody else, stays open to others, or holds a pipe"
                + " or what somebody else has put there",
            folder.path());
      }
    } catch (IOException e) {
      PROGRAM.log(Level.INFO, "no log is written: {0}", e.toString());
    }
  }

  /** Made by the system's habit, with the handler's own lock and further ones beside it. */
  private void closeFiles() throws IOException {
    try (var files = Files.newDirectoryStream(folder.path(), OwnPlace.LOG.names)) {
      for (var file : files) {
        OwnFolder.close(file);
      }
    }
  }

  /** The file; it may not exist yet. */
  public Path file() {
    return OwnPlace.LOG.in(folder);
  }
}
