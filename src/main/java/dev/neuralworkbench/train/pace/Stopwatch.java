package dev.neuralworkbench.train.pace;

/** Time that a run has trained, pauses left out. */
public final class Stopwatch {

  private long elapsed;
  private long since;
  private boolean running;

  /** Goes on; nothing happens if it runs. */
  public void start() {
    if (!running) {
      running = true;
      since = System.nanoTime();
    }
  }

  /** Halts; nothing happens if it does not run. */
  public void stop() {
    elapsed = nanos();
    running = false;
  }

  public long nanos() {
    return running ? elapsed + System.nanoTime() - since : elapsed;
  }

  /** Starts from an earlier reading. */
  public void restore(long nanos) {
    elapsed = nanos;
    running = false;
  }
}
