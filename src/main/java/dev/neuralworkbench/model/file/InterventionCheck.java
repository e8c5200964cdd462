package dev.neuralworkbench.model.file;

import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import java.util.ArrayList;
import java.util.List;

/** What was done to a run from outside: at places that the run came to, to parts that there are. */
final class InterventionCheck {

  private InterventionCheck() {}

  /** The size of a dense layer. */
  private record Size(int inputs, int units) {}

  /**
   * The dense layers that there are to be changed.
   *
   * @param whole whether the network's inputs and outputs are known, or only the most that may be
   */
  record Layers(List<Size> sizes, boolean whole) {

    static Layers of(NetworkWeights weights) {
      return new Layers(
          weights.layers().stream().map(it -> new Size(it.inputs(), it.units())).toList(), true);
    }

    /** Those of a network whose data are not known. */
    static Layers of(NetworkDesign design) {
      var sizes = new ArrayList<Size>();
      var inputs = FileMapping.MOST_UNITS;
      for (var layer : design.dense(FileMapping.MOST_CLASSES)) {
        sizes.add(new Size(inputs, layer.units()));
        inputs = layer.units();
      }
      return new Layers(sizes, false);
    }
  }

  static void check(Spot at, List<Intervention> interventions, Layers layers, int epochs)
      throws JsonException {
    Intervention before = null;
    for (var i = 0; i < interventions.size(); i++) {
      var next = interventions.get(i);
      var first = before == null ? 0 : before.epoch();
      at.item(i).member("epoch").within(Range.whole(first, epochs), next.epoch());
      var firstBatch = before != null && before.epoch() == next.epoch() ? before.batch() : 0;
      at.item(i)
          .member("batch")
          .within(new Range(firstBatch, true, Double.POSITIVE_INFINITY, true, true), next.batch());
      check(at.item(i), next, layers);
      before = next;
    }
  }

  private static void check(Spot at, Intervention intervention, Layers layers)
      throws JsonException {
    switch (intervention) {
      case Intervention.RateChange(var _, var _, var before, var after) -> {
        at.member("before").within(OptimizerConfig.LEARNING_RATE, before);
        at.member("after").within(OptimizerConfig.LEARNING_RATE, after);
      }
      case Intervention.WeightEdit edit -> {
        at.member("layer").within(Range.whole(0, layers.sizes.size() - 1L), edit.layer());
        var layer = layers.sizes.get(edit.layer());
        at.member("input")
            .within(Range.whole(Intervention.WeightEdit.BIAS, layer.inputs() - 1L), edit.input());
        at.member("unit").within(Range.whole(0, layer.units() - 1L), edit.unit());
      }
      case Intervention.RowStep row -> {
        if (layers.whole) {
          at.expectCount("model.count", layers.sizes.getFirst().inputs(), row.inputs().size());
          at.expectCount("model.count", layers.sizes.getLast().units(), row.targets().size());
        }
      }
      case Intervention.Stop stop -> {
        var byHand = List.of(StopReason.STOPPED, StopReason.TIME);
        if (!byHand.contains(stop.reason())) {
          throw at.member("reason")
              .problem(
                  "model.choice", byHand.stream().map(StopReason::id).toList(), stop.reason().id());
        }
      }
    }
  }
}
