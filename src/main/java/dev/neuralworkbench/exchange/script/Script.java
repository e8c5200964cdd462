package dev.neuralworkbench.exchange.script;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.NetworkWeights;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A model as a program in Python, which needs nothing of this one. */
public final class Script {

  /** Bytes of a line, which base64 writes as a hundred characters. */
  private static final int LINE = 75;

  private static final List<String> TO_PREDICT =
      List.of("preprocessor", "network", "decision", "missingMarks");

  private Script() {}

  /** Writes a program that predicts with NumPy alone. */
  public static void numpy(Document document, Model model, OutputStream out) throws IOException {
    var json = ModelJson.of(document, model);
    write("numpy_model.py", json, json.only(TO_PREDICT), model.weights(), out);
  }

  /** Writes a program that predicts and trains with PyTorch. */
  public static void pytorch(Document document, Model model, OutputStream out) throws IOException {
    var json = ModelJson.of(document, model);
    write("pytorch_model.py", json, json, model.weights(), out);
  }

  private static void write(
      String template, ModelJson all, ModelJson held, NetworkWeights weights, OutputStream out)
      throws IOException {
    var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Template.of(template)
        .with(all.parts())
        .write(Map.of("json", held::writeTo, "weights", to -> writeWeights(weights, to)), text);
    text.flush();
  }

  /** Weights (inputs × units) and biases layer by layer: floats, little-endian, in base64. */
  private static void writeWeights(NetworkWeights weights, Writer text) throws IOException {
    var bytes = ByteBuffer.allocate(Float.BYTES * (int) weights.parameterCount());
    var floats = bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    weights.layers().forEach(it -> floats.put(it.weights()).put(it.bias()));
    for (var from = 0; from < bytes.capacity(); from += LINE) {
      var line = new byte[Math.min(LINE, bytes.capacity() - from)];
      bytes.get(from, line);
      text.write(from == 0 ? "" : "\n");
      text.write(Base64.getEncoder().encodeToString(line));
    }
  }
}
