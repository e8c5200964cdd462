package dev.neuralworkbench.study.runs;

import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.study.Spread;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Loss curves of several runs as one: mean and standard deviation at each place, as far as all of
 * them went. Between two places a curve is a straight line.
 *
 * @param epochs the places, from 1 on
 * @param spreads of the losses there; without deviation where there is one run
 */
public record RunBand(List<Integer> epochs, List<Spread> spreads) {

  public static final RunBand NONE = new RunBand(List.of(), List.of());

  public RunBand {
    epochs = List.copyOf(epochs);
    spreads = List.copyOf(spreads);
  }

  /**
   * The band of some curves; those without the loss that is asked for are left out.
   *
   * @param validation whether of the validation loss; otherwise of the training loss
   */
  public static RunBand of(Stream<RunCurve> curves, boolean validation) {
    var present = curves.filter(it -> !losses(it, validation).isEmpty()).toList();
    if (present.isEmpty()) {
      return NONE;
    }
    int first = present.stream().map(it -> it.epochs().getFirst()).max(Integer::compare).orElse(1);
    int last = present.stream().map(it -> it.epochs().getLast()).min(Integer::compare).orElse(0);
    var places =
        present.stream()
            .flatMap(it -> it.epochs().stream())
            .filter(epoch -> epoch >= first && epoch <= last)
            .distinct()
            .sorted()
            .toList();
    var kept = thinned(places);
    return new RunBand(
        kept,
        kept.stream()
            .map(epoch -> Spread.of(present.stream().mapToDouble(it -> at(it, validation, epoch))))
            .toList());
  }

  /** No more places than a curve has. */
  private static List<Integer> thinned(List<Integer> places) {
    if (places.size() <= RunCurve.MOST) {
      return places;
    }
    return IntStream.rangeClosed(1, RunCurve.MOST)
        .mapToObj(i -> places.get((int) ((long) i * places.size() / RunCurve.MOST) - 1))
        .toList();
  }

  private static List<Float> losses(RunCurve curve, boolean validation) {
    return validation ? curve.validation() : curve.training();
  }

  private static double at(RunCurve curve, boolean validation, int epoch) {
    var epochs = curve.epochs();
    var losses = losses(curve, validation);
    var place = Collections.binarySearch(epochs, epoch);
    if (place >= 0) {
      return losses.get(place);
    }
    var next = -place - 1;
    double loss = losses.get(next);
    double before = losses.get(next - 1);
    int from = epochs.get(next - 1);
    return before + (loss - before) * (epoch - from) / (epochs.get(next) - from);
  }
}
