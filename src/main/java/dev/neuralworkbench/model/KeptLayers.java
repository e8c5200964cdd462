package dev.neuralworkbench.model;

import static java.util.Collections.nCopies;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.train.FoldState;
import dev.neuralworkbench.train.TrainingConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which dense layers keep their trained weights when a network is redesigned: from the inputs on,
 * and back from the outputs, as long as shapes are the same. A layer whose units were changed, and
 * the one after it, start anew.
 */
public record KeptLayers(NetworkDesign design, Model trained, List<Optional<LayerWeights>> kept) {

  static KeptLayers of(NetworkDesign design, Model trained) {
    return new KeptLayers(
        design, trained, of(design, trained.inputs(), trained.outputs(), trained.weights()));
  }

  /**
   * The layers that a design keeps of trained weights, one entry a dense layer; empty for one that
   * starts anew.
   *
   * @param inputs number of the network's inputs
   * @param outputs number of its outputs
   */
  public static List<Optional<LayerWeights>> of(
      NetworkDesign design, int inputs, int outputs, NetworkWeights trained) {
    var before = trained.layers();
    var units = design.dense(outputs).stream().map(DenseDesign::units).toList();
    var kept = new ArrayList<Optional<LayerWeights>>(nCopies(units.size(), Optional.empty()));
    var common = Math.min(units.size(), before.size());
    var front = 0;
    while (front < common && sameShape(before, front, inputs, units, front)) {
      kept.set(front, Optional.of(before.get(front)));
      front++;
    }
    for (var back = 1; back <= common - front; back++) {
      var from = before.size() - back;
      var to = units.size() - back;
      if (!sameShape(before, from, inputs, units, to)) {
        break;
      }
      kept.set(to, Optional.of(before.get(from)));
    }
    return List.copyOf(kept);
  }

  private static boolean sameShape(
      List<LayerWeights> before, int index, int inputs, List<Integer> units, int layer) {
    var width = layer == 0 ? inputs : units.get(layer - 1);
    return before.get(index).inputs() == width && before.get(index).units() == units.get(layer);
  }

  public int count() {
    return (int) kept.stream().filter(Optional::isPresent).count();
  }

  public int layers() {
    return kept.size();
  }

  NetworkWeights weights(long seed, Products products) {
    return weights(kept, seed, products);
  }

  /**
   * The same of the networks of folds; none where the training had no such folds, or left none: the
   * next one's begin with drawn weights, for these know all rows.
   */
  List<NetworkWeights> ofFolds(TrainingConfig config, Products products) {
    return folds(config).stream()
        .map(fold -> of(design, trained.inputs(), trained.outputs(), fold.predicting()))
        .map(layers -> weights(layers, config.seed(), products))
        .toList();
  }

  /** Where the networks of as many folds are that the training left; none if it left others. */
  List<FoldState> folds(TrainingConfig config) {
    var checkpoint = trained.checkpoint();
    var left = checkpoint == null ? null : checkpoint.folds();
    return left == null || left.size() != config.foldCount() ? List.of() : left;
  }

  private NetworkWeights weights(List<Optional<LayerWeights>> kept, long seed, Products products) {
    var network = new Network(trained.inputs(), trained.outputs(), design, products);
    network.initialize(seed);
    var layers = new ArrayList<>(network.weights().layers());
    for (var i = 0; i < kept.size(); i++) {
      layers.set(i, kept.get(i).orElse(layers.get(i)));
    }
    return new NetworkWeights(layers);
  }
}
