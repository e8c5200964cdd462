package dev.neuralworkbench.ui.workspace.preferences;

/** What the machine may do for the program, as the user chose; no bit depends on the threads. */
public record ComputingPreferences(Engine engine, int threads) {

  /** All processors, but one for the window while it draws pictures of the training. */
  public static final int AUTOMATIC = 0;

  public static final ComputingPreferences DEFAULT =
      new ComputingPreferences(Engine.FASTEST, AUTOMATIC);

  public ComputingPreferences {
    if (threads < 0) {
      throw new IllegalArgumentException("expected 0 or more threads, received " + threads);
    }
  }

  /** Threads for a training: at least 1, at most one for each of the machine's processors. */
  public int trainingThreads(int processors, boolean drawing) {
    var free = drawing ? Math.max(1, processors - 1) : processors;
    return threads == AUTOMATIC ? free : Math.min(threads, processors);
  }
}
