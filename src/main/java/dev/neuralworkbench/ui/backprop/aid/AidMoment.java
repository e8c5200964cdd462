package dev.neuralworkbench.ui.backprop.aid;

import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.step.StepKind;
import dev.neuralworkbench.explain.step.WorkedOut;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Decimals;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What is to be explained, with what is known as it shows. */
public record AidMoment(Step step, WorkedOut known, Decimals decimals) {

  BackpropTrace trace() {
    return known.trace();
  }

  /** The layer that the step is about; the last one where it is about the network as a whole. */
  int layer() {
    var layer = step.place().layer();
    return layer >= 0 ? layer : layer == NetworkLocation.INPUTS ? 0 : trace().layers() - 1;
  }

  int unit() {
    return step.place().layer() >= 0 ? Math.max(0, step.place().unit()) : 0;
  }

  /** The weight that the step is about; of several the one with the largest gradient. */
  NetworkLocation weight() {
    var place = step.place();
    if (place.isWeight()) {
      return place;
    }
    var layer = layer();
    if (step.kind() == StepKind.HIDDEN_DELTA) {
      // The error comes back along the weights that lead on.
      return NetworkLocation.weight(layer + 1, unit(), 0);
    }
    var units =
        place.isUnit() && place.layer() >= 0
            ? IntStream.of(place.unit())
            : IntStream.range(0, trace().units(layer));
    return units
        .boxed()
        .flatMap(
            unit ->
                IntStream.range(0, trace().inputs(layer))
                    .mapToObj(input -> NetworkLocation.weight(layer, input, unit)))
        .max(Comparator.comparingDouble(it -> Math.abs(trace().gradient(it))))
        .orElseThrow();
  }
}
