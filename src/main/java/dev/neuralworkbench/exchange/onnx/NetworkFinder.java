package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.GraphValue.Fixed;
import dev.neuralworkbench.exchange.onnx.GraphValue.Row;
import dev.neuralworkbench.exchange.onnx.OnnxModel.Port;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the layers of a network in a graph, from the inputs on. Nothing is computed: of each value
 * it is known how it follows from the layer before, f(aW + b). So weights that are transposed,
 * multiplied, scaled or normalized in any way of any exporter come to the same. A layer is closed
 * where its output is used, since some activations are several operators; layers follow one
 * another.
 */
final class NetworkFinder {

  /** Products of all matrices that are multiplied with one another. */
  private static final long MOST_WORK = 500_000_000;

  /** Numbers that may be made of a small file, and copies of each weight of a large one. */
  private static final int LEAST_ROOM = 4_000_000;

  private static final int COPIES = 6;

  /** A layer that is closed: its sums, and the activation of these. */
  record Found(Affine sums, Activation activation) {}

  final OnnxModel model;
  final List<Found> layers = new ArrayList<>();
  private final Map<String, GraphValue> values = new HashMap<>();
  private final Map<Found, Affine> closed = new HashMap<>();

  /** How the first product takes the inputs, where each is but scaled and shifted before it. */
  @Nullable Affine scaling;

  /** Numbers that may still be made. */
  long room;

  private long work;

  private NetworkFinder(OnnxModel model) {
    this.model = model;
    var held = model.constants().values().stream().mapToLong(Tensor::size).sum();
    room = LEAST_ROOM + COPIES * held;
    model.constants().forEach((name, it) -> values.put(name, new Fixed(it)));
  }

  /** What a graph's outputs are, with the layers on the way. */
  static NetworkFinder find(OnnxModel model) throws OnnxException {
    var finder = new NetworkFinder(model);
    finder.inputs();
    for (var i = 0; i < model.nodes().size(); i++) {
      var node = model.nodes().get(i);
      var given = new ArrayList<GraphValue>();
      for (var name : node.inputs()) {
        if (!name.isEmpty()) {
          given.add(finder.value(name, OnnxRunner.place(node, i + 1)));
        }
      }
      var result = new ImportedOperator(finder, node, i + 1, given).apply();
      finder.spend(result, given);
      node.outputs().stream().limit(1).forEach(name -> finder.values.put(name, result));
    }
    return finder;
  }

  GraphValue value(String name, String place) throws OnnxException {
    var value = values.get(name);
    if (value == null) {
      throw new OnnxException("exchange.onnx.value", name, place);
    }
    return value;
  }

  /** What is to be given; older files list constants too. */
  List<Port> ports() {
    return model.inputs().stream().filter(it -> !model.constants().containsKey(it.name())).toList();
  }

  /** The inputs of the network, those of the graph side by side. */
  private void inputs() throws OnnxException {
    var count = 0L;
    for (var port : ports()) {
      count += port.columns();
      if (port.rank() < 2
          || port.columns() < 1
          || count > Affine.MOST_UNITS
          || port.type() == null
          || port.type() == Tensor.ValueType.STRING) {
        throw new OnnxException("exchange.import.input", Affine.MOST_UNITS, port.name());
      }
    }
    var all = Affine.of(0, (int) count);
    var from = 0;
    for (var port : ports()) {
      var to = from + port.columns();
      var own = all.columns(IntStream.range(from, to).toArray());
      var unlike = Problem.of("exchange.import.input", "", Affine.MOST_UNITS, port.name());
      values.put(port.name(), new Row(own, Curve.points(), port.rank() == 2, unlike));
      from = to;
    }
  }

  private void spend(GraphValue value, List<GraphValue> given) throws OnnxException {
    if (value instanceof Fixed(var tensor)) {
      room -= tensor.size();
    } else if (value instanceof Row row
        && given.stream().noneMatch(it -> it instanceof Row of && of.z().equals(row.z()))) {
      room -= row.z().weights().length + row.z().outputs();
    }
    work(1);
  }

  /** Takes note of a product of sums with weights. */
  void multiplies(Affine sums, int units) throws OnnxException {
    work(sums.work(units));
    if (scaling == null && sums.layer() == 0 && sums.isScaling()) {
      scaling = sums;
    }
  }

  void work(long products) throws OnnxException {
    work += products;
    if (work > MOST_WORK || room < 0) {
      throw OnnxException.tooLarge(Affine.MOST_WEIGHTS);
    }
  }

  /** A row that goes on into a layer: its activation closes the one before. */
  Affine sums(Row row, OnnxException branch) throws OnnxException {
    var curve = Curve.of(row.curve()).orElseThrow(() -> new OnnxException(row.unlike()));
    var z = row.z();
    if (curve.f() != Activation.IDENTITY) {
      var layer = new Found(z, curve.f());
      if (!closed.containsKey(layer)) {
        if (z.layer() != layers.size()) {
          throw branch;
        }
        layers.add(layer);
        closed.put(layer, Affine.of(layers.size(), z.outputs()));
      }
      z = closed.get(layer);
    }
    return curve.factor() == 1 && curve.shift() == 0 ? z : z.scaled(curve.factor(), curve.shift());
  }
}
