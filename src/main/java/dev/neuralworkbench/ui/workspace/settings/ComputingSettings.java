package dev.neuralworkbench.ui.workspace.settings;

/**
 * What the machine may do for the program, as the user chose. No bit of a result depends on the
 * number of threads.
 *
 * @param engine what computes the products
 * @param threads most threads that a training may use; {@link #AUTOMATIC} leaves it to the program
 */
public record ComputingSettings(Engine engine, int threads) {

  /** All processors, but one for the window while it draws pictures of the training. */
  public static final int AUTOMATIC = 0;

  /** The fastest products on as many threads as make sense. */
  public static final ComputingSettings DEFAULT = new ComputingSettings(Engine.FASTEST, AUTOMATIC);

  /** Checks the number. */
  public ComputingSettings {
    if (threads < 0) {
      throw new IllegalArgumentException("expected 0 or more threads, received " + threads);
    }
  }

  public ComputingSettings withEngine(Engine engine) {
    return new ComputingSettings(engine, threads);
  }

  public ComputingSettings withThreads(int threads) {
    return new ComputingSettings(engine, threads);
  }

  /**
   * Threads for a training.
   *
   * @param processors of the machine
   * @param drawing whether the window draws pictures of it meanwhile
   * @return at least 1, at most one for each processor
   */
  public int trainingThreads(int processors, boolean drawing) {
    var free = drawing ? Math.max(1, processors - 1) : processors;
    return threads == AUTOMATIC ? free : Math.min(threads, processors);
  }
}
