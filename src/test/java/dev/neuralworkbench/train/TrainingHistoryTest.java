package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

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
                    history.append(e, 2.0 * e, 3.0 * e, 4.0 * e, 5.0 * e, 6.0 * e);
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
    var history = TrainingHistory.of(results, interventions, StopReason.STOPPED).copy();
    assertEquals(results, history.results());
    assertEquals(interventions, history.interventions());
    assertEquals(StopReason.STOPPED, history.stopReason());
    assertEquals(0.6, history.trainingScore(1));
  }

  @Test
  void epochNotYetThereIsRefused() {
    var history = new TrainingHistory();
    assertThrows(IndexOutOfBoundsException.class, () -> history.trainingLoss(0));
  }
}
