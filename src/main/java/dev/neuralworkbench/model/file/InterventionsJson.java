package dev.neuralworkbench.model.file;

import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import java.util.ArrayList;
import java.util.List;

/** What was done to a run from outside: at places that the run came to, to parts that there are. */
final class InterventionsJson {

  private InterventionsJson() {}

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

  static List<Intervention> read(JsonView view, Layers layers, int epochs) throws JsonException {
    var interventions = new ArrayList<Intervention>();
    for (var item : view.items()) {
      var next = FileMapping.MAPPING.read(item, Intervention.class);
      var before = interventions.isEmpty() ? null : interventions.getLast();
      var first = before == null ? 0 : before.epoch();
      item.member("epoch").within(Range.whole(first, epochs), next.epoch());
      var firstBatch = before != null && before.epoch() == next.epoch() ? before.batch() : 0;
      item.member("batch")
          .within(new Range(firstBatch, true, Double.POSITIVE_INFINITY, true, true), next.batch());
      check(item, next, layers);
      interventions.add(next);
    }
    return interventions;
  }

  private static void check(JsonView view, Intervention intervention, Layers layers)
      throws JsonException {
    switch (intervention) {
      case Intervention.RateChange(var _, var _, var before, var after) -> {
        view.member("before").within(OptimizerConfig.LEARNING_RATE, before);
        view.member("after").within(OptimizerConfig.LEARNING_RATE, after);
      }
      case Intervention.WeightEdit edit -> {
        view.member("layer").within(Range.whole(0, layers.sizes.size() - 1L), edit.layer());
        var layer = layers.sizes.get(edit.layer());
        view.member("input")
            .within(Range.whole(Intervention.WeightEdit.BIAS, layer.inputs() - 1L), edit.input());
        view.member("unit").within(Range.whole(0, layer.units() - 1L), edit.unit());
      }
      case Intervention.RowStep row -> {
        if (layers.whole) {
          view.expectCount("model.count", layers.sizes.getFirst().inputs(), row.inputs().size());
          view.expectCount("model.count", layers.sizes.getLast().units(), row.targets().size());
        }
      }
      case Intervention.Stop stop -> {
        var byHand = List.of(StopReason.STOPPED, StopReason.TIME);
        if (!byHand.contains(stop.reason())) {
          throw view.member("reason")
              .problem(
                  "model.choice", byHand.stream().map(StopReason::id).toList(), stop.reason().id());
        }
      }
    }
  }
}
