package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.GraphValue.Activated;
import dev.neuralworkbench.exchange.onnx.GraphValue.Fixed;
import dev.neuralworkbench.exchange.onnx.GraphValue.Sums;
import dev.neuralworkbench.exchange.onnx.OnnxModel.Node;
import dev.neuralworkbench.nn.function.Activation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the layers of a network in a graph, from the inputs on. Nothing is computed: of each value
 * it is known how it follows from the layer before, y = aW + b, whatever operators that took, and
 * an activation closes the layer. So weights that are transposed, multiplied, scaled or normalized
 * in any way of any exporter come to the same.
 *
 * <p>A layer is closed only where its output is used, since some activations are written as several
 * operators, and layers follow one another: what joins branches is refused.
 */
final class NetworkFinder {

  /** Products of all matrices that are multiplied with one another. */
  private static final long MOST_WORK = 500_000_000;

  /** Numbers that may be made of a small file. */
  private static final int LEAST_ROOM = 4_000_000;

  /** Copies that exporters let be made of each weight. */
  private static final int COPIES = 6;

  /** A layer that is closed: its sums, and the activation of these. */
  record Found(Affine sums, Activation activation) {}

  final OnnxModel model;
  final List<Found> layers = new ArrayList<>();
  private final Map<String, GraphValue> values = new HashMap<>();
  private final Map<Found, Affine> closed = new HashMap<>();

  /** How the first product takes the inputs, where each is but scaled and shifted before it. */
  @Nullable Affine scaling;

  private long room;
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
      finder.apply(model.nodes().get(i), i + 1);
    }
    return finder;
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
    var from = 0;
    for (var port : ports()) {
      var sums = Affine.of(0, (int) count, from, from + port.columns());
      values.put(port.name(), new Sums(sums, port.rank() == 2));
      from += port.columns();
    }
  }

  /** What is to be given; older files list constants too. */
  List<OnnxModel.Port> ports() {
    return model.inputs().stream().filter(it -> !model.constants().containsKey(it.name())).toList();
  }

  private void apply(Node node, int number) throws OnnxException {
    var given = new ArrayList<GraphValue>();
    for (var name : node.inputs()) {
      var value = values.get(name);
      if (value == null && !name.isEmpty()) {
        throw new OnnxException("exchange.onnx.value", name, place(node, number));
      } else if (value != null) {
        given.add(value);
      }
    }
    var result = new ImportedOperator(this, node, number, given).apply();
    spend(size(result));
    for (var name : node.outputs().stream().limit(1).toList()) {
      values.put(name, result);
    }
  }

  static String place(Node node, int number) {
    return node.operator() + " (" + number + ")";
  }

  private static long size(GraphValue value) {
    return switch (value) {
      case Fixed(var tensor) -> tensor.size();
      case Sums(var of, _) -> of.weights().length + of.outputs();
      default -> 1;
    };
  }

  long room() {
    return room;
  }

  private void spend(long numbers) throws OnnxException {
    room -= numbers;
    if (room < 0) {
      throw OnnxException.tooLarge(Affine.MOST_WEIGHTS);
    }
  }

  /** Takes note of a product of sums with weights. */
  void multiplies(Affine sums, int units) throws OnnxException {
    work(sums.work(units));
    if (scaling == null && sums.layer() == 0 && sums.isScaledOnly()) {
      scaling = sums;
    }
  }

  void work(long products) throws OnnxException {
    work += products;
    if (work > MOST_WORK) {
      throw OnnxException.tooLarge(Affine.MOST_WEIGHTS);
    }
  }

  /** A value that goes on into the next layer: an activation closes its own. */
  Affine sums(GraphValue value, ImportedOperator by) throws OnnxException {
    return switch (value) {
      case Sums(var of, _) -> of;
      case Activated it -> {
        var layer = new Found(it.z(), it.f());
        var outputs = closed.get(layer);
        if (outputs == null) {
          outputs = closed(layer, by);
          closed.put(layer, outputs);
        }
        yield outputs.scaled(new double[] {it.factor()}, new double[] {it.shift()});
      }
      default -> throw by.detail();
    };
  }

  private Affine closed(Found layer, ImportedOperator by) throws OnnxException {
    if (layer.sums().layer() != layers.size()) {
      throw by.branch();
    }
    return closed(layer);
  }

  /** Closes a layer, and gives its outputs. */
  Affine closed(Found layer) {
    layers.add(layer);
    var units = layer.sums().outputs();
    return Affine.of(layers.size(), units, 0, units);
  }

  /** What an output of the graph is. */
  GraphValue output(String name) throws OnnxException {
    var value = values.get(name);
    if (value == null) {
      throw new OnnxException("exchange.onnx.value", name, name);
    }
    return value;
  }
}
