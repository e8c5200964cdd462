package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.OnnxModel.Node;
import dev.neuralworkbench.exchange.onnx.OnnxModel.Port;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph while it is built. Columns of a table keep their names; every other value gets the one
 * that is proposed, and underscores behind it while that is taken.
 */
final class GraphBuilder {

  final List<Node> nodes = new ArrayList<>();
  final Map<String, Tensor> constants = new LinkedHashMap<>();
  final List<Port> inputs = new ArrayList<>();
  final List<Port> outputs = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  /** A column of the table, (rows × 1). To be called before all else, so that it has its name. */
  void input(String name, Tensor.ValueType type) {
    taken.add(name);
    inputs.add(new Port(name, type, 1));
  }

  String constant(String name, Tensor value) {
    var free = free(name);
    constants.put(free, value);
    return free;
  }

  /** A node of ONNX's own operators; gives the name of its output. */
  String add(String name, String operator, String... inputs) {
    return add(name, operator, Map.of(), inputs);
  }

  String add(String name, String operator, Map<String, Object> attributes, String... inputs) {
    return add(name, OnnxModel.STANDARD, operator, attributes, inputs);
  }

  /** A node on texts. */
  String addLearned(String name, String operator, Map<String, Object> attributes, String input) {
    return add(name, OnnxModel.LEARNED, operator, attributes, input);
  }

  private String add(
      String name,
      String domain,
      String operator,
      Map<String, Object> attributes,
      String... inputs) {
    var free = free(name);
    nodes.add(new Node(operator, domain, free, List.of(inputs), List.of(free), attributes));
    return free;
  }

  /** Lets a value out that a node has made. */
  void output(String name, Tensor.ValueType type, int columns) {
    outputs.add(new Port(name, type, columns));
  }

  private String free(String name) {
    var free = name;
    while (!taken.add(free)) {
      free += "_";
    }
    return free;
  }
}
