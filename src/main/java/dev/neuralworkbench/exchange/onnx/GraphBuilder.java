package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.OnnxModel.Node;
import dev.neuralworkbench.exchange.onnx.OnnxModel.Port;
import dev.neuralworkbench.exchange.onnx.Tensor.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

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
  void input(String name, ValueType type) {
    taken.add(name);
    inputs.add(new Port(name, type, 1));
  }

  String constant(String name, Tensor value) {
    var free = free(name);
    constants.put(free, value);
    return free;
  }

  /** Numbers that go with every row, (1 × numbers). */
  String row(String name, ValueType type, double... numbers) {
    return constant(name, Tensor.row(type, numbers));
  }

  /** Indices of columns, or categories by their index. */
  String indices(String name, int... indices) {
    var numbers = IntStream.of(indices).asDoubleStream().toArray();
    return constant(name, Tensor.list(ValueType.INT64, numbers));
  }

  String cast(String name, ValueType to, String value) {
    return add(name, "Cast", Map.of("to", (long) to.code), value);
  }

  /** A node of ONNX's own operators; gives the name of its output. */
  String add(String name, String operator, String... inputs) {
    return add(name, operator, Map.of(), inputs);
  }

  /** The same along the columns. */
  String addAlong(String name, String operator, String... inputs) {
    return add(name, operator, Map.of("axis", 1L), inputs);
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
  void output(String name, ValueType type, int columns) {
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
