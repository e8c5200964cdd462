package dev.neuralworkbench.testing;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads beside the window that end with their test. */
public final class Lanes {

  private Lanes() {}

  /** One thread. What is asked of it after its end, by what was still on its way, is forgotten. */
  public static ExecutorService one() {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        new ThreadPoolExecutor.DiscardPolicy());
  }
}
