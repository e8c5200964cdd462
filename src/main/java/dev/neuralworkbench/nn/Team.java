package dev.neuralworkbench.nn;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share the work of one owner thread. Work comes in pieces, which do not depend on the
 * number of threads; whoever is free takes the next one, so a thread that the system holds up holds
 * up one piece at most, and a team that never wakes costs nothing but its help.
 *
 * <p>Between two works the helpers spin for {@value #SPIN_NANOS} ns, then park; after a second
 * without work they end. The owner calls {@link #run}, from one thread at a time.
 */
public final class Team {

  /** Something cut into pieces that do not get in each other's way. */
  @FunctionalInterface
  public interface Work {

    /** Does one piece. Called from any thread of the team. */
    void piece(int index);
  }

  private static final long SPIN_NANOS = 20_000;
  private static final long IDLE_NANOS = 1_000_000_000;

  private static final int COUNT_BITS = 20;
  private static final long COUNT_MASK = (1L << COUNT_BITS) - 1;

  /** Number of works so far, pieces of the last one, and the next of them: one atomic whole. */
  private final AtomicLong ticket = new AtomicLong();

  private final AtomicInteger unfinished = new AtomicInteger();
  private long works;
  private @Nullable Work work; // published by the ticket
  private Helper[] helpers = new Helper[0];
  private int threads = 1;
  private volatile @Nullable Thread waitingOwner;
  private volatile @Nullable Throwable failure;

  /** A team of its owner alone. */
  public Team() {}

  /**
   * Sets how many threads may work, the owner included.
   *
   * @param threads at least 1
   */
  public void threads(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("expected at least 1 thread, received " + threads);
    }
    this.threads = threads;
  }

  /** How many threads may work, the owner included. */
  public int threads() {
    return threads;
  }

  /** Does all pieces, and returns when they are done. */
  public void run(int pieces, Work work) {
    if (threads == 1 || pieces <= 1) {
      for (var piece = 0; piece < pieces; piece++) {
        work.piece(piece);
      }
      return;
    }
    this.work = work;
    unfinished.set(pieces);
    works++;
    ticket.set(works << (2 * COUNT_BITS) | (long) pieces << COUNT_BITS);
    wakeHelpers(Math.min(threads, pieces) - 1);
    while (takePiece()) {}
    awaitHelpers();
    var failed = failure;
    if (failed != null) {
      failure = null;
      throw new IllegalStateException("a piece of work failed", failed);
    }
  }

  private void wakeHelpers(int count) {
    if (helpers.length < count) {
      helpers = java.util.Arrays.copyOf(helpers, count);
    }
    for (var i = 0; i < count; i++) {
      var helper = helpers[i];
      if (helper == null || !helper.wake()) {
        helpers[i] = new Helper();
        helpers[i].start();
      }
    }
  }

  private boolean hasPiece() {
    var t = ticket.get();
    return (t & COUNT_MASK) < (t >>> COUNT_BITS & COUNT_MASK);
  }

  /** Takes the next piece and does it; false if there was none. */
  private boolean takePiece() {
    while (true) {
      var t = ticket.get();
      var next = t & COUNT_MASK;
      if (next >= (t >>> COUNT_BITS & COUNT_MASK)) {
        return false;
      }
      // Succeeds only while this work is not finished, so the field below is still its own.
      if (ticket.compareAndSet(t, t + 1)) {
        doPiece((int) next);
        return true;
      }
    }
  }

  @SuppressWarnings("NullAway") // There is a work where there is a ticket.
  private void doPiece(int piece) {
    try {
      work.piece(piece);
    } catch (Throwable e) { // Whatever it is, the owner must not wait for ever.
      failure = e;
    } finally {
      if (unfinished.decrementAndGet() == 0) {
        LockSupport.unpark(waitingOwner);
      }
    }
  }

  private void awaitHelpers() {
    if (unfinished.get() == 0) {
      return;
    }
    var start = System.nanoTime();
    while (unfinished.get() > 0) {
      if (System.nanoTime() - start < SPIN_NANOS) {
        Thread.onSpinWait();
      } else {
        waitingOwner = Thread.currentThread();
        if (unfinished.get() > 0) {
          LockSupport.park(this);
        }
        waitingOwner = null;
      }
    }
  }

  /** One thread more. */
  private final class Helper implements Runnable {

    private static final int AWAKE = 0;
    private static final int PARKED = 1;
    private static final int ENDED = 2;

    private final AtomicInteger state = new AtomicInteger();
    private final Thread thread =
        Thread.ofPlatform().daemon().name("training-helper").unstarted(this);

    void start() {
      thread.start();
    }

    /** Wakes the thread if it sleeps; false if it has ended. */
    boolean wake() {
      var now = state.get();
      if (now == PARKED && state.compareAndSet(PARKED, AWAKE)) {
        LockSupport.unpark(thread);
        return true;
      }
      return state.get() != ENDED;
    }

    @Override
    public void run() {
      while (true) {
        while (takePiece()) {}
        if (!spin() && !sleep()) {
          return;
        }
      }
    }

    /** Whether work came while spinning. */
    private boolean spin() {
      var start = System.nanoTime();
      while (!hasPiece()) {
        if (System.nanoTime() - start > SPIN_NANOS) {
          return false;
        }
        Thread.onSpinWait();
      }
      return true;
    }

    /** Parks until there is work; false if there was none for long, and the thread has ended. */
    private boolean sleep() {
      state.set(PARKED);
      var start = System.nanoTime();
      while (!hasPiece() && state.get() == PARKED) {
        var left = IDLE_NANOS - (System.nanoTime() - start);
        if (left <= 0) {
          return !state.compareAndSet(PARKED, ENDED);
        }
        LockSupport.parkNanos(Team.this, left);
      }
      state.set(AWAKE);
      return true;
    }
  }
}
