package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.step.StepKind;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import java.util.LinkedHashSet;
import java.util.Set;

/** The parts of the drawing that a step is about: where numbers come from, and where they go. */
record HighlightedParts(BackpropTrace trace, Set<NetworkPart> parts) {

  /** Weights of a layer that are lit one by one; of a wider one its units are. */
  private static final long MOST_WEIGHTS = 5000;

  /** The parts of a step; none where it is about the network as a whole. */
  static Set<NetworkPart> of(Step step, BackpropTrace trace) {
    var lit = new HighlightedParts(trace, new LinkedHashSet<>());
    lit.add(step);
    return lit.parts;
  }

  static Set<NetworkPart> of(NetworkLocation place, BackpropTrace trace) {
    var lit = new HighlightedParts(trace, new LinkedHashSet<>());
    lit.weight(place.layer(), place.input(), place.unit());
    return lit.parts;
  }

  private void add(Step step) {
    var place = step.place();
    if (place.layer() == NetworkLocation.ALL) {
      return;
    }
    if (place.isWeight()) {
      weight(place.layer(), place.input(), place.unit());
    } else if (place.isUnit()) {
      unit(step, place.layer(), place.unit());
    } else {
      layer(step, place.layer());
    }
  }

  private void layer(Step step, int layer) {
    var weights =
        layer == NetworkLocation.INPUTS ? 0 : (long) trace.inputs(layer) * trace.units(layer);
    for (var unit = 0; unit < units(layer); unit++) {
      if (weights <= MOST_WEIGHTS) {
        unit(step, layer, unit);
      } else {
        parts.add(new NetworkPart.Unit(layer + 1, unit));
      }
    }
  }

  private int units(int layer) {
    return layer == NetworkLocation.INPUTS ? trace.inputs(0) : trace.units(layer);
  }

  private void unit(Step step, int layer, int unit) {
    parts.add(new NetworkPart.Unit(layer + 1, unit));
    if (layer == NetworkLocation.INPUTS) {
      return;
    }
    if (isAboutWeights(step)) {
      for (var input = NetworkLocation.BIAS; input < trace.inputs(layer); input++) {
        weight(layer, input, unit);
      }
    } else if (step.kind() == StepKind.HIDDEN_DELTA) {
      for (var next = 0; next < trace.units(layer + 1); next++) {
        weight(layer + 1, unit, next);
      }
    }
  }

  private static boolean isAboutWeights(Step step) {
    return step.kind() == StepKind.WEIGHTED_SUM
        || step.kind() == StepKind.GRADIENT
        || step.phase() == Phase.UPDATE;
  }

  private void weight(int layer, int input, int unit) {
    parts.add(new NetworkPart.Unit(layer + 1, unit));
    if (input == NetworkLocation.BIAS) {
      parts.add(new NetworkPart.Bias(layer, unit));
    } else {
      parts.add(new NetworkPart.Weight(layer, input, unit));
      parts.add(new NetworkPart.Unit(layer, input));
    }
  }
}
