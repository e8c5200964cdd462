package dev.neuralworkbench.exchange.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.problem.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is no network of this program, and the ways that are known to attack readers of ONNX. */
class OnnxRefusalTest {

  @TempDir Path folder;

  private static ProtoWriter node(String operator, List<String> inputs, String output) {
    var node = new ProtoWriter();
    inputs.forEach(it -> node.text(1, it));
    return node.text(2, output).text(3, "my_" + output).text(4, operator);
  }

  private static ProtoWriter port(String name, long... lengths) {
    var shape = new ProtoWriter();
    for (var it : lengths) {
      shape.message(1, new ProtoWriter().number(1, it));
    }
    var type = new ProtoWriter().number(1, 1).message(2, shape);
    return new ProtoWriter().text(1, name).message(2, new ProtoWriter().message(1, type));
  }

  private static ProtoWriter floats(String name, int[] shape, int bytes) {
    var tensor = new ProtoWriter();
    for (var it : shape) {
      tensor.number(1, it);
    }
    return tensor.number(2, 1).text(8, name).bytes(9, new byte[bytes]);
  }

  private static ProtoWriter external(String location, long offset, long length) {
    var tensor = new ProtoWriter().number(1, 3).number(1, 1).number(2, 1).text(8, "w");
    Map.of("location", location, "offset", offset + "", "length", length + "")
        .forEach((key, value) -> tensor.message(13, new ProtoWriter().text(1, key).text(2, value)));
    return tensor.number(14, 1);
  }

  /** From x, three columns, to y. */
  private static ProtoWriter graph(ProtoWriter... nodes) {
    var graph = new ProtoWriter().message(11, port("x", 0, 3)).message(12, port("y", 0, 1));
    for (var it : nodes) {
      graph.message(1, it);
    }
    return graph;
  }

  private static byte[] file(ProtoWriter graph) throws IOException {
    var out = new ByteArrayOutputStream();
    new ProtoWriter().number(1, 8).message(7, graph).writeTo(out);
    return out.toByteArray();
  }

  /** Files that are no networks of this program, by what is wrong with them. */
  static Map<String, byte[]> files() throws IOException {
    var files = new TreeMap<String, byte[]>();
    for (var operator : List.of("LSTM", "Conv", "Where", "Loop", "If", "MaxPool", "ReduceSum")) {
      files.put("operator " + operator, file(graph(node(operator, List.of("x"), "y"))));
    }
    var weights = node("MatMul", List.of("x", "w"), "y");
    for (var path : List.of("../w.data", "/etc/passwd", "a/../../w", "C:\\w", "..", "w\0")) {
      files.put(
          "path " + path.replace('\0', '0'),
          file(graph(weights).message(5, external(path, 0, 12))));
    }
    files.put("absent", file(graph(weights).message(5, external("none.data", 0, 12))));
    files.put("absent link", file(graph(weights).message(5, external("link.data", 0, 12))));
    files.put("lies", file(graph(weights).message(5, external("w.data", 8, 12))));
    files.put(
        "lies far", file(graph(weights).message(5, external("w.data", Long.MAX_VALUE / 2, 12))));
    files.put("tensor", file(graph(weights).message(5, external("w.data", 0, 8))));
    var huge = new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE};
    files.put("tensor huge", file(graph(weights).message(5, floats("w", huge, 4))));
    files.put("input huge", file(new ProtoWriter().message(11, port("x", 0, 1L << 40))));
    files.put("input", file(new ProtoWriter().message(11, port("x", 5))));
    files.put(
        "value cycle",
        file(graph(node("Relu", List.of("z"), "y"), node("Relu", List.of("y"), "z"))));
    var unfed = node("LabelEncoder", List.of(), "y").text(7, "ai.onnx.ml");
    var names = new ProtoWriter().text(1, "values_strings").text(9, "a").number(20, 8);
    files.put("detail unfed", file(graph(unfed.message(5, names))));
    var texts = new ProtoWriter().number(1, 1).number(2, 8).text(6, "a").text(8, "w");
    files.put(
        "shapes of texts", file(graph(node("Concat", List.of("w", "w"), "y")).message(5, texts)));
    files.put("value", file(graph(node("Relu", List.of("w"), "y"))));
    files.put("branch", file(graph(branches()).message(5, floats("w", new int[] {3, 3}, 36))));
    files.put("output", file(graph(node("Relu", List.of("x"), "y"))));
    files.put("output none", file(new ProtoWriter().message(11, port("x", 0, 3))));
    files.put(
        "activation",
        file(
            graph(node("Exp", List.of("x"), "e"), node("MatMul", List.of("e", "w"), "y"))
                .message(5, floats("w", new int[] {3, 1}, 12))));
    var deep = graph();
    for (var i = 0; i < 100_000; i++) {
      deep.message(1, node("Identity", List.of(i == 0 ? "x" : "d" + i), "d" + (i + 1)));
    }
    files.put("value deep", file(deep));
    var doubled = graph();
    for (var i = 0; i < 40; i++) {
      var from = i == 0 ? "x" : "d" + i;
      var axis = new ProtoWriter().text(1, "axis").number(3, 1).number(20, 2);
      doubled.message(1, node("Concat", List.of(from, from), "d" + (i + 1)).message(5, axis));
    }
    files.put("tooLarge doubled", file(doubled));
    var bomb = new ProtoWriter();
    for (var i = 0; i < 600_000; i++) {
      bomb.message(5, new ProtoWriter().text(1, "a" + i).number(3, i).number(20, 2));
    }
    files.put("tooLarge attributes", file(graph(bomb.text(4, "Relu").text(1, "x").text(2, "y"))));
    var list = new ProtoWriter().text(1, "scale").bytes(7, new byte[12_000_000]).number(20, 6);
    files.put(
        "tooLarge numbers",
        file(graph(node("Scaler", List.of("x"), "y").text(7, "ai.onnx.ml").message(5, list))));
    return files;
  }

  private static ProtoWriter[] branches() {
    return new ProtoWriter[] {
      node("Relu", List.of("x"), "r"),
      node("Tanh", List.of("x"), "t"),
      node("MatMul", List.of("r", "w"), "a"),
      node("MatMul", List.of("t", "w"), "y")
    };
  }

  private Problem refused(byte[] bytes) throws IOException {
    var file = Files.write(folder.resolve("model.onnx"), bytes);
    return assertThrows(OnnxException.class, () -> OnnxImport.read(file)).problem();
  }

  @Test
  void whatIsRefusedIsNamed() throws Exception {
    Files.write(folder.resolve("w.data"), new byte[16]);
    Files.createSymbolicLink(folder.resolve("link.data"), folder.resolve("w.data"));
    for (var it : files().entrySet()) {
      var problem = refused(it.getValue());
      var key = problem.key().substring(problem.key().lastIndexOf('.') + 1);
      assertEquals(it.getKey().replaceFirst(" .*", ""), key, it.getKey());
    }
    var lstm = refused(file(graph(node("LSTM", List.of("x"), "y"))));
    assertEquals("LSTM (my_y)", lstm.found());
    assertEquals(1, lstm.expected());
  }

  @Test
  void ownGraphsAreToBeOpenedAsModels() throws Exception {
    var out = new ByteArrayOutputStream();
    OnnxExport.write(
        OnnxImportTest.model(TrainedDocuments.trained(TrainedDocuments.iris(), 1)), out);
    assertEquals("exchange.import.own", refused(out.toByteArray()).key());
  }
}
