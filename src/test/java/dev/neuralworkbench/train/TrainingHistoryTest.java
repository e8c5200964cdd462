package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingHistoryTest {

  @Test
  void readerNeverSeesAnEpochBeforeItsNumbers() throws InterruptedException {
    var history = new TrainingHistory();
    var epochs = 100_000;
    var writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (var e = 1; e <= epochs; e++) {
                    history.append(new EpochResult(e, 2.0 * e, 3.0 * e, 4.0 * e, 5.0 * e, 6.0 * e));
                  }
                });
    for (var seen = 0; seen < epochs; ) {
      seen = history.epochs();
      if (seen > 0) {
        var e = seen - 1;
        assertEquals(
            new EpochResult(seen, 2.0 * seen, 3.0 * seen, 4.0 * seen, 5.0 * seen, 6.0 * seen),
            history.result(e));
      }
    }
    writer.join();
  }

  /**
   * A run that is left while it goes: no file could be read whose run was stopped after its end.
   */
  @Test
  void aCopyIsOfOneMomentOfTheRun() throws InterruptedException {
    var going = new AtomicReference<>(new TrainingHistory());
    var writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (var run = 0; run < 30_000; run++) {
                    var history = new TrainingHistory();
                    going.set(history);
                    for (var e = 1; e <= 20; e++) {
                      history.append(new EpochResult(e, 1, 2, 3, 4, 5));
                      history.record(new Intervention.RateChange(e, 0, 0.1, 0.2));
                    }
                  }
                });
    // More readers than processors: they are held in the midst of a copy, too.
    var wrong = new ConcurrentLinkedQueue<TrainingHistory>();
    var readers =
        IntStream.range(0, 6)
            .mapToObj(
                _ ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              while (writer.isAlive()) {
                                var copy = going.get().copy();
                                if (copy.interventions().stream()
                                    .anyMatch(it -> it.epoch() > copy.epochs())) {
                                  wrong.add(copy);
                                }
                              }
                            }))
            .toList();
    for (var reader : readers) {
      reader.join();
    }
    assertEquals(0, wrong.size());
  }

  @Test
  void historyMadeOfItsPartsIsTheSame() {
    var results =
        List.of(
            new EpochResult(1, 2, 0.3, 0.4, 0.1, 5),
            new EpochResult(0.5, Double.NaN, 0.6, Double.NaN, 0.1, 6));
    List<Intervention> interventions =
        List.of(
            new Intervention.RateChange(0, 1, 0.1, 0.2),
            new Intervention.Stop(1, 0, StopReason.STOPPED));
    var history = TrainingHistory.of(results.stream(), interventions, StopReason.STOPPED).copy();
    assertEquals(results, history.results());
    assertEquals(interventions, history.interventions());
    assertEquals(StopReason.STOPPED, history.stopReason());
    assertEquals(0.6, history.trainingScore(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1_000, 1_024, 1_025, 5_000})
  void copyAndBeginningStayAsTheyAreWhenTheRunGoesOn(int epochs) {
    var history = new TrainingHistory();
    for (var e = 0; e < epochs; e++) {
      history.append(new EpochResult(e, 1, 2, 3, 4, 5));
    }
    var copy = history.copy();
    var beginning = history.prefix(epochs, 0);
    history.append(new EpochResult(-1, -1, -1, -1, -1, -1));
    beginning.append(new EpochResult(-2, -2, -2, -2, -2, -2));
    copy.append(new EpochResult(-3, -3, -3, -3, -3, -3));
    assertEquals(epochs - 1, history.trainingLoss(epochs - 1));
    assertEquals(-1, history.trainingLoss(epochs));
    assertEquals(-2, beginning.trainingLoss(epochs));
    assertEquals(-3, copy.trainingLoss(epochs));
    assertEquals(0, copy.trainingLoss(0));
  }

  @Test
  void epochNotYetThereIsRefused() {
    var history = new TrainingHistory();
    assertThrows(IndexOutOfBoundsException.class, () -> history.trainingLoss(0));
  }
}
