package dev.neuralworkbench.cli.terminal;

import dev.neuralworkbench.progress.Progress;

/** The progress of a study on one line of the terminal, where someone watches. */
public final class StudyLine implements Progress, AutoCloseable {

  private static final long NANOS = 100_000_000;

  private final Terminal terminal;
  private long drawn = System.nanoTime();

  public StudyLine(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void done(long epochs, long ofEpochs) {
    var now = System.nanoTime();
    if (terminal.interactive() && now - drawn > NANOS) {
      drawn = now;
      terminal.redraw(ProgressLine.bar(epochs, ofEpochs));
    }
  }

  @Override
  public boolean cancelled() {
    return Thread.currentThread().isInterrupted();
  }

  @Override
  public void close() {
    if (terminal.interactive()) {
      terminal.redraw("");
    }
  }
}
