package dev.neuralworkbench.cli.terminal;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.train.TrainingHistory;

/**
 * The progress of a training on one line of the terminal, drawn anew ten times a second by a thread
 * of its own that reads the history. Draws nothing where nobody watches.
 */
public final class ProgressLine implements AutoCloseable {

  private static final int CELLS = 30;
  private static final int MILLIS = 100;

  private final Terminal terminal;
  private final TrainingHistory history;
  private final int epochs;
  private final Thread drawing;
  private volatile boolean closed;

  private ProgressLine(Terminal terminal, TrainingHistory history, int epochs) {
    this.terminal = terminal;
    this.history = history;
    this.epochs = epochs;
    drawing = Thread.ofPlatform().daemon().name("progress").unstarted(this::draw);
  }

  public static ProgressLine start(Terminal terminal, TrainingHistory history, int epochs) {
    var line = new ProgressLine(terminal, history, epochs);
    if (terminal.interactive()) {
      line.drawing.start();
    }
    return line;
  }

  private void draw() {
    while (!closed) {
      terminal.redraw(line());
      try {
        Thread.sleep(MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  String line() {
    var done = history.epochs();
    var bar = bar(done, epochs);
    var words = terminal.words();
    if (done == 0) {
      return bar + " " + words.text("cli.progress.start");
    }
    var loss = Numbers.rounded(history.trainingLoss(done - 1), 4);
    var validation = history.validationLoss(done - 1);
    return bar
        + " "
        + (Double.isNaN(validation)
            ? words.text("cli.progress", done, epochs, loss)
            : words.text(
                "cli.progress.validation", done, epochs, loss, Numbers.rounded(validation, 4)));
  }

  static String bar(long done, long all) {
    var full = (int) Math.min(CELLS, CELLS * done / Math.max(1, all));
    return "█".repeat(full) + "░".repeat(CELLS - full);
  }

  @Override
  public void close() {
    closed = true;
    drawing.interrupt();
    if (terminal.interactive()) {
      try {
        drawing.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      terminal.redraw(line() + System.lineSeparator());
    }
  }
}
