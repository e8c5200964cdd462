package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.model.file.ModelFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A model as an ONNX file that takes the columns of a table: onnxruntime, its build for browsers
 * and Netron read it. One input a column, by its name, (rows × 1): doubles, NaN where a number is
 * missing, or texts, empty where a category is missing. Rows that the program refuses, with numbers
 * that are too large or a missing value where such rows are dropped, are predicted all the same.
 */
public final class OnnxExport {

  /** Of ONNX 1.8, from 2020, as is opset 13: nothing later is needed. */
  private static final long IR_VERSION = 7;

  private static final Map<String, Long> OPSETS =
      Map.of(OnnxModel.STANDARD, 13L, OnnxModel.LEARNED, 1L);

  private OnnxExport() {}

  /** Writes a model none of whose columns is one of dates. */
  public static void write(Model model, OutputStream out) throws IOException {
    OnnxWriter.write(of(model), out);
  }

  static OnnxModel of(Model model) {
    var graph = new GraphBuilder();
    new OutputGraph(graph, model).add(InputGraph.add(graph, model.preprocessor()));
    return new OnnxModel(
        IR_VERSION,
        OPSETS,
        Version.program(),
        graph.nodes,
        graph.constants,
        graph.inputs,
        graph.outputs,
        metadata(model));
  }

  /** What the graph does not say, as JSON; {@code src/docs/exchange.md} lists it. */
  private static Map<String, String> metadata(Model model) {
    var metadata = new LinkedHashMap<String, String>();
    metadata.put("target", model.preprocessor().target().name());
    if (!model.classNames().isEmpty()) {
      metadata.put("classes", ModelFile.json(model.classNames()));
    }
    metadata.put("schema", ModelFile.json(model.preprocessor()));
    metadata.put("settings", ModelFile.json(model.experiment()));
    if (model.decision() != null) {
      metadata.put("decision", ModelFile.json(model.decision()));
    }
    return metadata;
  }
}
