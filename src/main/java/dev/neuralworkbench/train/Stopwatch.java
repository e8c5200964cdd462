package dev.neuralworkbench.train;

/** Time that a run has trained, pauses left out. */
final class Stopwatch {

  private long elapsed;
  private long since;
  private boolean running;

  /** Goes on; nothing happens if it runs. */
  void start() {
    if (!running) {
      running = true;
      since = System.nanoTime();
    }
  }

  /** Halts; nothing happens if it does not run. */
  void stop() {
    elapsed = nanos();
    running = false;
  }

  /** Nanoseconds so far. */
  long nanos() {
    return running ? elapsed + System.nanoTime() - since : elapsed;
  }

  /** Starts from an earlier reading. */
  void restore(long nanos) {
    elapsed = nanos;
    running = false;
  }
}
