package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.ui.common.work.Job;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All that would replace or close what is open, one after another as it was asked for: the next
 * begins once the former has ended, with its question answered, its work saved and its file read.
 * So each question is about what is open when it is asked, and whatever becomes of one, no file
 * behind it is dropped: a closing that is confirmed while something waits gives way to it. Belongs
 * to the FX thread.
 */
public final class Requests {

  private final Saving saving;
  private final Consumer<Runnable> whenFree;
  private final Deque<Consumer<Turn>> waiting = new ArrayDeque<>();
  private @Nullable Turn turn;

  /** What is open was asked about just now, and may be lost to whatever has the next turn. */
  private boolean answered;

  /** Calls an action by {@code whenFree} once nothing is being asked, by other commands either. */
  public Requests(Saving saving, Consumer<Runnable> whenFree) {
    this.saving = saving;
    this.whenFree = whenFree;
  }

  /** Begins something when its turn comes; it has to end its turn, whatever becomes of it. */
  public void add(Consumer<Turn> request) {
    if (turn != null && turn.reading != null && turn.reading.cancelled()) {
      turn.end(); // Work that hangs does not notice that it was given up.
    }
    waiting.add(request);
    whenFree.accept(this::begin);
  }

  /** The same for what is chosen in this window: who chooses does not wait for what is read. */
  void choose(Consumer<Turn> request) {
    if (turn != null && turn.reading != null) {
      turn.reading.cancel();
    }
    add(request);
  }

  /** Closes the window, after asking where need be; unless something waits by then. */
  public void close(Runnable close) {
    choose(
        closing -> {
          answered = false;
          Runnable confirmed =
              () -> {
                if (waiting.isEmpty()) {
                  close.run(); // Nothing has a turn any more.
                } else {
                  answered = true;
                  closing.end();
                }
              };
          saving.whenSaved("", closing.unlessEnded(confirmed), closing::end);
        });
  }

  private void begin() {
    if (turn == null && !waiting.isEmpty()) {
      var next = new Turn(waiting.remove());
      turn = next;
      try {
        next.request.accept(next);
      } catch (RuntimeException e) {
        next.end();
        throw e;
      }
    }
  }

  /** The time in which one of them is the only one. */
  public final class Turn {

    private final Consumer<Turn> request;
    private @Nullable Job reading;

    private Turn(Consumer<Turn> request) {
      this.request = request;
    }

    /**
     * Goes on if nothing is lost by replacing what is open, after asking where need be; otherwise
     * ends. Where the work could not be saved and is saved elsewhere later, the request comes
     * again.
     */
    public void whenNothingIsLost(String name, Runnable next) {
      reading = null;
      if (answered) {
        answered = false;
        next.run();
      } else {
        saving.whenSaved(name, unlessEnded(next), this::end);
      }
    }

    void takes(@Nullable TypedText typed) {
      saving.takes(typed);
    }

    /** Lasts as long as something is read, which may be given up. */
    public void reads(Job job) {
      reading = job.whenCancelled(this::end);
    }

    public void last(Runnable action) {
      try {
        action.run();
      } finally {
        end();
      }
    }

    private Runnable unlessEnded(Runnable next) {
      return () -> (equals(turn) ? next : (Runnable) () -> add(request)).run();
    }

    private void end() {
      if (equals(turn)) {
        turn = null;
        saving.takes(null);
        whenFree.accept(Requests.this::begin);
      }
    }
  }
}
