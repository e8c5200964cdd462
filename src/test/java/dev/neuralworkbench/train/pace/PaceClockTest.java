package dev.neuralworkbench.train.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A run that waits as it is told, by a clock that nothing but the run moves. */
class PaceClockTest {

  private static final Duration WHOLE = Duration.ofSeconds(8);
  private static final long MILLI = 1_000_000;

  private long now = 17;
  private final PaceClock clock = new PaceClock(() -> now);
  private final List<Long> starts = new ArrayList<>();
  private long oversleeps;

  @Test
  void epochsBeginEvenlyAndTheRunLastsEightSeconds() {
    clock.pace(Pace.spread(WHOLE, 200, 200));
    train(0, 200, _ -> 3 * MILLI);
    for (var epoch = 0; epoch < 200; epoch++) {
      assertEquals(17 + epoch * 40 * MILLI, starts.get(epoch));
    }
  }

  @Test
  void noEpochBeginsBeforeItsTurnAndWaitsThatLastTooLongDoNotAddUp() {
    oversleeps = 60_000;
    clock.pace(Pace.spread(WHOLE, 100_000, 100_000));
    train(0, 100_000, _ -> 2_000);
    for (var epoch = 0; epoch < 100_000; epoch++) {
      var late = starts.get(epoch) - 17 - epoch * 80_000L;
      assertTrue(late >= 0 && late <= 62_000, epoch + ": " + late);
    }
  }

  @Test
  void timeLostIsMadeUpForByAllThatIsLeftAndNotAtOnce() {
    clock.pace(Pace.spread(WHOLE, 200, 200));
    train(0, 200, epoch -> epoch == 99 ? 1_040 * MILLI : 3 * MILLI);
    // A second is lost before epoch 100: the hundred left have 3 s, 30 ms each.
    assertEquals(17 + 99 * 40 * MILLI, starts.get(99));
    for (var epoch = 100; epoch < 200; epoch++) {
      assertEquals(17 + 5_000 * MILLI + (epoch - 100) * 30 * MILLI, starts.get(epoch));
    }
  }

  @Test
  void lessThanAGlanceMovesNothing() {
    clock.pace(Pace.spread(WHOLE, 200, 200));
    train(0, 200, epoch -> epoch == 99 ? 90 * MILLI : 3 * MILLI);
    assertEquals(17 + 99 * 40 * MILLI + 90 * MILLI, starts.get(100));
    assertEquals(17 + 102 * 40 * MILLI, starts.get(102));
    assertEquals(17 + 199 * 40 * MILLI, starts.get(199));
  }

  @Test
  void moreThanAGlanceIsSpread() {
    clock.pace(Pace.spread(WHOLE, 200, 200));
    train(0, 200, epoch -> epoch == 99 ? 91 * MILLI : 3 * MILLI);
    var gap = starts.get(102) - starts.get(101);
    assertEquals(40 * MILLI - 51 * MILLI / 100, gap);
    assertTrue(Math.abs(17 + 8_000 * MILLI - gap - starts.get(199)) <= 100);
  }

  @Test
  void epochsThatTakeLongerAreNeverWaitedForAndNothingIsHeldBackAfterEightSeconds() {
    clock.pace(Pace.spread(WHOLE, 20, 20));
    train(0, 20, _ -> 500 * MILLI);
    for (var epoch = 0; epoch < 20; epoch++) {
      assertEquals(17 + epoch * 500 * MILLI, starts.get(epoch));
    }
    assertNull(clock.holdsBack());
  }

  @Test
  void pauseCountsNot() {
    clock.pace(Pace.spread(WHOLE, 200, 200));
    train(0, 50, _ -> 3 * MILLI);
    clock.hold();
    now += 60_000 * MILLI;
    var goesOn = now;
    train(50, 200, _ -> 3 * MILLI);
    for (var epoch = 50; epoch < 200; epoch++) {
      assertEquals(goesOn + (epoch - 50) * 40 * MILLI, starts.get(epoch));
    }
  }

  @Test
  void runHeldWithinAnEpochGoesOnAtItsPace() {
    clock.pace(Pace.spread(WHOLE, 200, 200));
    train(0, 50, _ -> 3 * MILLI);
    clock.hold();
    now += 60_000 * MILLI;
    assertEquals(0, clock.nanosToWait(false));
    clock.begin(50, false);
    var goesOn = now;
    train(51, 53, _ -> 3 * MILLI);
    assertEquals(List.of(goesOn + 40 * MILLI, goesOn + 80 * MILLI), starts.subList(50, 52));
  }

  @Test
  void runThatGoesOnHasEightSecondsForWhatIsNew() {
    clock.pace(Pace.spread(WHOLE, 100, 300));
    train(200, 300, epoch -> epoch == 249 ? 1_080 * MILLI : 3 * MILLI);
    assertEquals(17 + 49 * 80 * MILLI, starts.get(49));
    // A second is lost: the fifty epochs left have 3 s, 60 ms each.
    assertEquals(17 + 5_000 * MILLI + 49 * 60 * MILLI, starts.get(99));
  }

  @Test
  void sameSpeedChosenAgainChangesNothingAndAnotherBeginsAtOnce() {
    clock.pace(Pace.spread(WHOLE, 200, 200));
    train(0, 10, _ -> 3 * MILLI);
    clock.pace(Pace.spread(WHOLE, 200, 200));
    assertEquals(37 * MILLI, clock.nanosToWait(true));
    clock.pace(Pace.FULL);
    assertNull(clock.holdsBack());
    assertEquals(0, clock.nanosToWait(true));
    clock.pace(Pace.epoch(Duration.ofMillis(20)));
    assertEquals(0, clock.nanosToWait(true));
    train(10, 12, _ -> 3 * MILLI);
    assertEquals(20 * MILLI, starts.get(11) - starts.get(10));
  }

  @Test
  void epochsTooShortToBeHeldBackGoAtFullSpeed() {
    assertEquals(20_000, Pace.spread(WHOLE, 400_000, 400_000).nanos());
    assertNotEquals(Pace.FULL, Pace.spread(WHOLE, 400_000, 400_000));
    assertEquals(Pace.FULL, Pace.spread(WHOLE, 400_001, 400_001));
    assertEquals(Pace.FULL, Pace.spread(WHOLE, 1_000_000, 1_000_000));
  }

  @Test
  void onlyFirstBatchesOfEpochsAreAskedUnlessBatchesArePaced() {
    clock.pace(Pace.spread(WHOLE, 200, 200));
    assertEquals(Pace.Unit.EPOCH, clock.holdsBack());
    train(0, 1, _ -> MILLI);
    assertEquals(0, clock.nanosToWait(false));
    clock.pace(Pace.batch(Duration.ofMillis(5)));
    assertEquals(Pace.Unit.BATCH, clock.holdsBack());
    clock.begin(1, false);
    assertEquals(5 * MILLI, clock.nanosToWait(false));
  }

  /** Epochs from one up to but not another, each of which takes so long. */
  private void train(int from, int to, IntToLongFunction takes) {
    IntStream.range(from, to)
        .forEach(
            epoch -> {
              var left = clock.nanosToWait(true);
              now += left > 0 ? left + oversleeps : 0;
              clock.begin(epoch, true);
              starts.add(now);
              now += takes.applyAsLong(epoch);
            });
  }
}
