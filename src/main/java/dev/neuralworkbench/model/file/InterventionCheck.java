package dev.neuralworkbench.model.file;

import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.Intervention.RateChange;
import dev.neuralworkbench.train.Intervention.RowStep;
import dev.neuralworkbench.train.Intervention.Stop;
import dev.neuralworkbench.train.Intervention.WeightEdit;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was done to a run from outside: at places that the run came to, to parts that there are. */
final class InterventionCheck {

  private InterventionCheck() {}

  /**
   * The dense layers that there are to be changed.
   *
   * @param widths the network's inputs, and the units of each layer
   * @param whole whether the network's inputs and outputs are known, or only the most that may be
   */
  record Layers(List<Integer> widths, boolean whole) {

    static Layers of(NetworkWeights weights) {
      var units = weights.layers().stream().map(LayerWeights::units);
      return new Layers(Stream.concat(Stream.of(weights.layer(0).inputs()), units).toList(), true);
    }

    /** Those of a network whose data are not known. */
    static Layers of(NetworkDesign design) {
      var units = design.dense(FileMapping.MOST_CLASSES).stream().map(DenseDesign::units);
      return new Layers(Stream.concat(Stream.of(FileMapping.MOST_UNITS), units).toList(), false);
    }
  }

  static void check(Spot at, List<Intervention> interventions, Layers layers, int epochs)
      throws JsonException {
    @Nullable Intervention before = null;
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
      case RateChange(var _, var _, var before, var after) -> {
        at.member("before").within(OptimizerConfig.LEARNING_RATE, before);
        at.member("after").within(OptimizerConfig.LEARNING_RATE, after);
      }
      case WeightEdit edit -> {
        at.member("layer").within(Range.whole(0, layers.widths.size() - 2L), edit.layer());
        var inputs = layers.widths.get(edit.layer());
        at.member("input").within(Range.whole(WeightEdit.BIAS, inputs - 1L), edit.input());
        var units = layers.widths.get(edit.layer() + 1);
        at.member("unit").within(Range.whole(0, units - 1L), edit.unit());
      }
      case RowStep row -> {
        if (layers.whole) {
          at.expectCount("model.count", layers.widths.getFirst(), row.inputs().size());
          at.expectCount("model.count", layers.widths.getLast(), row.targets().size());
        }
      }
      case Stop stop -> {
        var byHand = List.of(StopReason.STOPPED, StopReason.TIME);
        var isOther = !byHand.contains(stop.reason());
        var ids = byHand.stream().map(Ids::of).toList();
        at.member("reason").refuse(isOther, "model.choice", ids, Ids.of(stop.reason()));
      }
    }
  }
}
