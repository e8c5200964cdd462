package dev.neuralworkbench.study.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.model.RunCurve;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RunBandTest {

  private static RunCurve curve(List<Integer> epochs, Float... losses) {
    return new RunCurve(epochs, List.of(losses), List.of());
  }

  /** Worked out by hand: 1, 2, 4 and 3, 2, 8. */
  @Test
  void isMeanAndDeviationAtEachPlace() {
    var epochs = List.of(1, 2, 3);
    var band = RunBand.of(Stream.of(curve(epochs, 1f, 2f, 4f), curve(epochs, 3f, 2f, 8f)), false);
    assertEquals(epochs, band.epochs());
    assertEquals(List.of(2.0, 2.0, 6.0), band.spreads().stream().map(it -> it.mean()).toList());
    assertEquals(Math.sqrt(2), band.spreads().getFirst().deviation(), 1e-12);
    assertEquals(0, band.spreads().get(1).deviation(), 1e-12);
    assertEquals(Math.sqrt(8), band.spreads().getLast().deviation(), 1e-12);
  }

  /** The second run began to be kept later, has places between, and ended sooner. */
  @Test
  void goesAsFarAsAllAndStraightBetweenPlaces() {
    var band =
        RunBand.of(
            Stream.of(curve(List.of(1, 5, 9), 1f, 5f, 1f), curve(List.of(3, 4, 6), 10f, 20f, 30f)),
            false);
    assertEquals(List.of(3, 4, 5, 6), band.epochs());
    assertEquals(
        List.of(6.5, 12.0, 15.0, 17.0), band.spreads().stream().map(it -> it.mean()).toList());
  }

  @Test
  void runsWithoutTheLossAreLeftOut() {
    var epochs = List.of(1, 2);
    var judged = new RunCurve(epochs, List.of(1f, 1f), List.of(3f, 2f));
    var band = RunBand.of(Stream.of(judged, curve(epochs, 9f, 9f)), true);
    assertEquals(List.of(3.0, 2.0), band.spreads().stream().map(it -> it.mean()).toList());
    assertEquals(1, band.spreads().getFirst().count());
    assertEquals(RunBand.NONE, RunBand.of(Stream.of(curve(epochs, 9f, 9f)), true));
  }

  @Test
  void hasNoMorePlacesThanACurve() {
    var one = IntStream.rangeClosed(1, 200).map(i -> 5 * i).boxed().toList();
    var other = IntStream.rangeClosed(1, 200).map(i -> 5 * i + 1).boxed().toList();
    var losses = IntStream.range(0, 200).mapToObj(i -> (float) i).toArray(Float[]::new);
    var band = RunBand.of(Stream.of(curve(one, losses), curve(other, losses)), false);
    assertEquals(200, band.epochs().size());
    assertEquals(1000, band.epochs().getLast());
  }
}
