package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.OnnxModel.Node;
import dev.neuralworkbench.exchange.onnx.OnnxModel.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs a graph, one operator after another in the order of the file. Results are onnxruntime's but
 * for the last digits of floats: sums are double here and rounded once.
 *
 * <p>All values together may be {@value #MOST_NUMBERS} numbers: a small file cannot take memory by
 * doubling what it has.
 */
record OnnxRunner(OnnxModel model) {

  static final int MOST_NUMBERS = 20_000_000;

  /**
   * The outputs by their names.
   *
   * @param inputs one for each input of the graph
   * @throws OnnxException if an operator is unknown, or cannot be applied to its values
   */
  Map<String, Tensor> run(Map<String, Tensor> inputs) throws OnnxException {
    var values = new HashMap<>(inputs);
    values.putAll(model.constants());
    var made = 0L;
    for (var i = 0; i < model.nodes().size(); i++) {
      var node = model.nodes().get(i);
      var result = operator(node, i + 1, values, MOST_NUMBERS - made).apply();
      made += result.size();
      values.put(node.outputs().getFirst(), result);
    }
    values.keySet().retainAll(model.outputs().stream().map(Port::name).toList());
    return values;
  }

  /** What a sentence calls a node. */
  static String place(Node node, int number) {
    return node.operator() + " (" + number + ")";
  }

  private static Operator operator(Node node, int number, Map<String, Tensor> values, long room)
      throws OnnxException {
    var place = place(node, number);
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
