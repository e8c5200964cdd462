package dev.neuralworkbench.testing;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What reaches the last handler of a thread, where listeners of the toolkit end too that throw.
 * Made on that thread, which gets its own handler back on closing: one that HeadlessScreen put
 * there for all tests.
 */
public final class Uncaught implements AutoCloseable {

  private final Thread thread = Thread.currentThread();
  private final UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
  private final List<Throwable> thrown = new CopyOnWriteArrayList<>();

  /** Starts to collect. */
  public Uncaught() {
    thread.setUncaughtExceptionHandler((_, e) -> thrown.add(e));
  }

  /** Each in words, with where it comes from. */
  public List<String> told() {
    return thrown.stream().map(it -> "uncaught: " + told(it)).toList();
  }

  private static String told(Throwable thrown) {
    return thrown + " " + List.of(thrown.getStackTrace()).stream().limit(6).toList();
  }

  @Override
  public void close() {
    thread.setUncaughtExceptionHandler(before);
  }
}
