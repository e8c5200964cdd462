package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.ui.common.work.Job;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that would replace or close what is open, one after another in the order in which it was
 * asked for: the next begins once the former has ended, with its question answered, its work saved
 * and its file read. So each question is about what is open when it is asked. Whatever becomes of
 * one, those behind it have their turn: no file that was handed over is dropped. A closing that is
 * confirmed while something waits gives way to it. Belongs to the FX thread.
 */
public final class Requests {

  private final Saving saving;
  private final Consumer<Runnable> whenFree;
  private final Deque<Consumer<Turn>> waiting = new ArrayDeque<>();
  private @Nullable Turn turn;

  /** What is open was asked about just now, and may be lost to whatever has the next turn. */
  private boolean answered;

  /**
   * None yet.
   *
   * @param saving asks before what is open is lost
   * @param whenFree calls an action once nothing is being asked, by other commands either
   */
  public Requests(Saving saving, Consumer<Runnable> whenFree) {
    this.saving = saving;
    this.whenFree = whenFree;
  }

  /**
   * Begins something when its turn comes.
   *
   * @param request has to end its turn, whatever becomes of it
   */
  public void add(Consumer<Turn> request) {
    if (turn != null && turn.reading != null && turn.reading.cancelled()) {
      turn.end(); // Work that hangs does not notice that it was given up.
    }
    waiting.add(request);
    whenFree.accept(this::begin);
  }

  /** The same for what is chosen in this window: who chooses does not wait for what is read. */
  void choose(Consumer<Turn> request) {
    giveUpReading();
    add(request);
  }

  /**
   * Closes the window if nothing is lost by it, after asking where need be; unless something waits
   * by then.
   */
  public void close(Runnable close) {
    choose(
        closing ->
            closing.whenSaved(
                "",
                () -> {
                  if (waiting.isEmpty()) {
                    close.run(); // And nothing has a turn any more.
                  } else {
                    answered = true;
                    closing.end();
                  }
                }));
  }

  private void giveUpReading() {
    if (turn != null && turn.reading != null) {
      turn.reading.cancel();
    }
  }

  private void begin() {
    if (turn == null && !waiting.isEmpty()) {
      var next = new Turn();
      turn = next;
      try {
        waiting.remove().accept(next);
      } catch (RuntimeException e) {
        next.end();
        throw e;
      }
    }
  }

  /** The time in which one of them is the only one. */
  public final class Turn {

    private @Nullable Job reading;

    /**
     * Goes on if nothing unsaved is lost by it, after asking where need be; otherwise the turn ends.
     *
     * @param name what it goes on with, for the question; may be empty
     */
    public void whenSaved(String name, Runnable next) {
      ask(next, () -> saving.whenSaved(name, next, this::end));
    }

    /** The same for what takes the place of the open document: of what is soon had again, unasked. */
    void whenReplaceable(String name, Runnable next) {
      ask(next, () -> saving.whenReplaceable(name, next, this::end));
    }

    private void ask(Runnable next, Runnable question) {
      reading = null;
      var isAnswered = answered;
      answered = false;
      (isAnswered ? next : question).run();
    }

    /** Lasts as long as something is read, which may be given up. */
    public void reads(Job job) {
      reading = job.whenCancelled(this::end);
    }

    /** The next one has its turn. */
    @SuppressWarnings("ReferenceEquality")
    public void end() {
      if (turn == this) {
        turn = null;
        whenFree.accept(Requests.this::begin);
      }
    }
  }
}
