package dev.neuralworkbench.app.start;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.function.Consumer;

/**
 * What nobody catches, on whichever thread: it is logged and told, and the window goes on. Faults
 * of background work do not come here, {@link dev.neuralworkbench.ui.common.work.JobOutcome}.
 *
 * @param tell tells the user; called on the thread that broke
 */
public record Uncaught(Consumer<Throwable> tell) implements UncaughtExceptionHandler {

  private static final Logger LOG = System.getLogger(Uncaught.class.getName());

  /** Catches what is thrown on the calling thread, and on every thread that has nothing else. */
  public void install() {
    Thread.currentThread().setUncaughtExceptionHandler(this);
    Thread.setDefaultUncaughtExceptionHandler(this);
  }

  @Override
  public void uncaughtException(Thread thread, Throwable fault) {
    try {
      LOG.log(Level.ERROR, "on " + thread.getName(), fault);
      tell.accept(fault);
    } catch (Throwable _) {
      // Where there is no memory for words, the next one may have it.
    }
  }
}
