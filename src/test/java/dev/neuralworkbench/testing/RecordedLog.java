package dev.neuralworkbench.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the program logs as a fault while it is open; kept from the console. */
public final class RecordedLog implements AutoCloseable {

  private final Logger logger = Logger.getLogger("dev.neuralworkbench");
  private final List<@Nullable Throwable> faults = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord entry) {
          if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            faults.add(entry.getThrown());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  public RecordedLog() {
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
  }

  /** What was thrown by that which was logged, the oldest first; null where nothing was. */
  public List<@Nullable Throwable> faults() {
    return new ArrayList<>(faults);
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }
}
