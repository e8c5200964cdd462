package dev.neuralworkbench.walk;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What reaches the last handler of a thread, where listeners of the toolkit end too that throw.
 * Made on that thread.
 */
final class Uncaught implements AutoCloseable {

  private final Thread thread = Thread.currentThread();
  private final UncaughtExceptionHandler before = thread.getUncaughtExceptionHandler();
  private final List<Throwable> thrown = new CopyOnWriteArrayList<>();

  Uncaught() {
    thread.setUncaughtExceptionHandler((_, e) -> thrown.add(e));
  }

  /** Each in words, with where it comes from. */
  List<String> told() {
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
