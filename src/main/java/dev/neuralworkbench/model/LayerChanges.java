package dev.neuralworkbench.model;

import dev.neuralworkbench.model.ExperimentDifference.Change;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.problem.MessageKey;
import java.util.List;

/**
 * What was changed in a list of hidden layers. Layers that are equal from the inputs on, and back
 * from the outputs, are passed over; of the rest one is compared with another as long as both lists
 * have one, and then layers were added or removed.
 */
final class LayerChanges {

  private static final MessageKey NONE = new MessageKey("difference.none");

  private LayerChanges() {}

  static void add(
      String path, List<LayerDesign> before, List<LayerDesign> after, List<Change> changes) {
    var common = Math.min(before.size(), after.size());
    var front = 0;
    while (front < common && before.get(front).equals(after.get(front))) {
      front++;
    }
    var back = 0;
    while (back < common - front
        && before.get(before.size() - 1 - back).equals(after.get(after.size() - 1 - back))) {
      back++;
    }
    for (var i = front; i < common - back; i++) {
      compare(path, i + 1, before.get(i), after.get(i), changes);
    }
    for (var i = common - back; i < before.size() - back; i++) {
      changes.add(removed(path, i + 1, before.get(i)));
    }
    for (var i = common - back; i < after.size() - back; i++) {
      changes.add(added(path, i + 1, after.get(i)));
    }
  }

  private static Change removed(String path, int number, LayerDesign layer) {
    return switch (layer) {
      case DenseDesign dense -> new Change(path + ".removed", number, dense.units(), NONE);
      case DropoutDesign dropout ->
          new Change(path + ".removedDropout", number, dropout.rate(), NONE);
    };
  }

  private static Change added(String path, int number, LayerDesign layer) {
    return switch (layer) {
      case DenseDesign dense -> new Change(path + ".added", number, NONE, dense.units());
      case DropoutDesign dropout ->
          new Change(path + ".addedDropout", number, NONE, dropout.rate());
    };
  }

  private static void compare(
      String path, int number, LayerDesign before, LayerDesign after, List<Change> changes) {
    if (before.getClass() == after.getClass()) {
      var one = (Record) before;
      ExperimentDifference.walkParts(path + ".", number, one, (Record) after, changes);
    } else {
      changes.add(removed(path, number, before));
      changes.add(added(path, number, after));
    }
  }
}
