package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.OnnxModel.Node;
import dev.neuralworkbench.exchange.onnx.OnnxModel.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs a graph, one operator after another in the order of the file. Results are onnxruntime's but
 * for the last digits of floats: sums are double here and rounded once.
 *
 * <p>A value is forgotten after its last use, and those that are kept may be {@value #MOST_NUMBERS}
 * numbers: a small file cannot take memory by doubling what it has.
 */
final class OnnxRunner {

  static final int MOST_NUMBERS = 20_000_000;

  private final OnnxModel model;

  /** The values of which each node is the last to use them. */
  private final List<Set<String>> done = new ArrayList<>();

  OnnxRunner(OnnxModel model) {
    this.model = model;
    var later = new HashSet<>(model.constants().keySet());
    model.outputs().forEach(it -> later.add(it.name()));
    for (var node : model.nodes().reversed()) {
      var last = new HashSet<>(node.inputs());
      last.removeIf(it -> !later.add(it));
      done.addFirst(last);
    }
  }

  /**
   * The outputs by their names.
   *
   * @param inputs one for each input of the graph
   * @throws OnnxException if an operator is unknown, or cannot be applied to its values
   */
  Map<String, Tensor> run(Map<String, Tensor> inputs) throws OnnxException {
    var values = new HashMap<>(inputs);
    values.putAll(model.constants());
    var kept = 0L;
    for (var i = 0; i < model.nodes().size(); i++) {
      var node = model.nodes().get(i);
      var result = operator(node, i + 1, values, MOST_NUMBERS - kept).apply();
      kept += result.size();
      values.put(node.outputs().getFirst(), result);
      for (var name : done.get(i)) {
        var gone = values.remove(name);
        kept -= gone == null || inputs.containsKey(name) ? 0 : gone.size();
      }
    }
    values.keySet().retainAll(model.outputs().stream().map(Port::name).toList());
    return values;
  }

  private static Operator operator(Node node, int number, Map<String, Tensor> values, long room)
      throws OnnxException {
    var place = node.operator() + " (" + number + ")";
    if (node.outputs().size() != 1) {
      throw new OnnxException("exchange.onnx.operator", null, place);
    }
    var given = new ArrayList<Tensor>();
    for (var name : node.inputs()) {
      var value = values.get(name);
      if (value == null) {
        throw new OnnxException("exchange.onnx.value", name, place);
      }
      given.add(value);
    }
    return new Operator(node, given, place, room);
  }
}
