package dev.neuralworkbench.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.Patience;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(Patience.SECONDS)
class TeamTest {

  private final Team team = new Team();

  @Test
  void everyPieceIsDoneOnceInEveryWork() {
    for (var threads : new int[] {1, 2, 4, 8}) {
      team.threads(threads);
      for (var round = 0; round < 2000; round++) {
        var pieces = 1 + round % 17;
        var done = new AtomicIntegerArray(pieces);
        team.run(pieces, done::incrementAndGet);
        for (var piece = 0; piece < pieces; piece++) {
          assertEquals(1, done.get(piece), "piece " + piece + " of " + pieces);
        }
        if (round % 500 == 0) {
          LockSupport.parkNanos(1_000_000); // Long enough for the helpers to park.
        }
      }
    }
  }

  @Test
  void piecesAreSharedWithOtherThreads() {
    team.threads(3);
    var together = new CountDownLatch(3);
    team.run(
        3,
        _ -> {
          together.countDown();
          try {
            together.await(); // Passes only if three threads are at it.
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void oneThreadIsTheOwner() {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    team.run(50, _ -> seen.add(Thread.currentThread()));
    assertEquals(Set.of(Thread.currentThread()), seen);
  }

  @Test
  void failureOfAnyPieceReachesTheOwnerAndTheTeamGoesOn() {
    team.threads(2);
    var failure = new IllegalArgumentException("seven");
    var thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                team.run(
                    20,
                    piece -> {
                      if (piece == 7) {
                        throw failure;
                      }
                    }));
    assertSame(failure, thrown.getCause());
    var done = new AtomicIntegerArray(2);
    team.run(2, done::incrementAndGet);
    assertEquals(1, done.get(1));
  }

  @Test
  void helpersEndWhenThereIsNoWorkAndComeBack() throws InterruptedException {
    team.threads(2);
    var helper = helper();
    assertTrue(helper.isDaemon());
    assertTrue(helper.join(Patience.LONG));
    assertFalse(helper.isAlive());
    assertTrue(helper().isAlive());
  }

  private Thread helper() {
    Set<Thread> seen = ConcurrentHashMap.newKeySet();
    var together = new CountDownLatch(2);
    team.run(
        2,
        _ -> {
          seen.add(Thread.currentThread());
          together.countDown();
          try {
            together.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    seen.remove(Thread.currentThread());
    return seen.iterator().next();
  }
}
