package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.OnnxModel.Node;
import dev.neuralworkbench.exchange.onnx.OnnxModel.Port;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Writes a model as ONNX lays it out; the numbers are those of the fields of its messages. */
final class OnnxWriter {

  /** What the first dimension of inputs and outputs is called. */
  private static final String ROWS = "rows";

  // Kinds of attributes, by their numbers in ONNX.
  static final int REAL = 1;
  static final int WHOLE = 2;
  static final int TEXT = 3;
  static final int TENSOR = 4;
  static final int REALS = 6;
  static final int WHOLES = 7;
  static final int TEXTS = 8;

  private OnnxWriter() {}

  static void write(OnnxModel model, OutputStream out) throws IOException {
    var message = new ProtoWriter().number(1, model.irVersion()).text(2, model.producer());
    message.message(7, graph(model));
    sorted(model.opsets())
        .forEach(
            (domain, version) ->
                message.message(8, new ProtoWriter().text(1, domain).number(2, version)));
    model
        .metadata()
        .forEach(
            (key, value) -> message.message(14, new ProtoWriter().text(1, key).text(2, value)));
    message.writeTo(out);
  }

  /** The same model is always the same bytes; maps have no order that they keep. */
  private static <T> Map<String, T> sorted(Map<String, T> of) {
    return new TreeMap<>(of);
  }

  private static ProtoWriter graph(OnnxModel model) {
    var message = new ProtoWriter();
    model.nodes().forEach(node -> message.message(1, node(node)));
    message.text(2, "network");
    model.constants().forEach((name, it) -> message.message(5, tensor(it).text(8, name)));
    model.inputs().forEach(it -> message.message(11, port(it)));
    model.outputs().forEach(it -> message.message(12, port(it)));
    return message;
  }

  private static ProtoWriter node(Node node) {
    var message = new ProtoWriter();
    node.inputs().forEach(it -> message.text(1, it));
    node.outputs().forEach(it -> message.text(2, it));
    message.text(3, node.name()).text(4, node.operator());
    sorted(node.attributes()).forEach((name, it) -> message.message(5, attribute(name, it)));
    return message.text(7, node.domain());
  }

  private static ProtoWriter attribute(String name, Object value) {
    var message = new ProtoWriter().text(1, name);
    return switch (value) {
      case Double number -> message.single(2, number.floatValue()).number(20, REAL);
      case Long number -> message.number(3, number).number(20, WHOLE);
      case String text -> message.text(4, text).number(20, TEXT);
      case List<?> texts -> {
        texts.forEach(it -> message.text(9, (String) it));
        yield message.number(20, TEXTS);
      }
      default -> throw new IllegalArgumentException("expected no attribute " + value);
    };
  }

  private static ProtoWriter tensor(Tensor tensor) {
    var message = new ProtoWriter();
    for (var length : tensor.shape()) {
      message.number(1, length);
    }
    return message.number(2, tensor.type().code).bytes(9, bytes(tensor));
  }

  private static byte[] bytes(Tensor tensor) {
    var bytes =
        ByteBuffer.allocate(tensor.type().bytes * tensor.size()).order(ByteOrder.LITTLE_ENDIAN);
    for (var number : tensor.numbers()) {
      switch (tensor.type()) {
        case FLOAT -> bytes.putFloat((float) number);
        case DOUBLE -> bytes.putDouble(number);
        case INT64 -> bytes.putLong((long) number);
        case BOOL, INT32, STRING ->
            throw new IllegalArgumentException("expected no " + tensor.type());
      }
    }
    return bytes.array();
  }

  private static ProtoWriter port(Port port) {
    var shape =
        new ProtoWriter()
            .message(1, new ProtoWriter().text(2, ROWS))
            .message(1, new ProtoWriter().number(1, port.columns()));
    var type =
        new ProtoWriter()
            .number(1, Objects.requireNonNull(port.type(), port.name()).code)
            .message(2, shape);
    return new ProtoWriter().text(1, port.name()).message(2, new ProtoWriter().message(1, type));
  }
}
