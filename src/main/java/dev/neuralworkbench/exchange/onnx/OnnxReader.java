package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.OnnxModel.Node;
import dev.neuralworkbench.exchange.onnx.OnnxModel.Port;
import dev.neuralworkbench.exchange.onnx.Tensor.ValueType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Reads a model as ONNX lays it out; see {@link OnnxWriter} for the numbers of fields. What
 * networks of dense layers have no use for, such as graphs within graphs, is passed over and not
 * looked into.
 */
record OnnxReader(ExternalNumbers external) {

  /** Room for the largest network, 20 million weights, as floats or doubles. */
  static final int MOST_BYTES = 200_000_000;

  private static final int MOST_DIMENSIONS = 8;

  /** What a tensor says of where its numbers are: in another file. */
  private static final int EXTERNAL = 1;

  /** Reads a model that is in one file; see {@link #model}. */
  static OnnxModel read(byte[] bytes) throws OnnxException {
    return new OnnxReader(ExternalNumbers.NONE).model(bytes);
  }

  /**
   * Reads a model.
   *
   * @param bytes Kept, not modified.
   * @throws OnnxException if the bytes are no model, or one with too much in it
   */
  OnnxModel model(byte[] bytes) throws OnnxException {
    var model = new ProtoMessage(bytes);
    var opsets = new LinkedHashMap<String, Long>();
    for (var it : model.messages(8)) {
      opsets.put(it.text(1), it.number(2));
    }
    var metadata = new LinkedHashMap<String, String>();
    for (var it : model.messages(14)) {
      metadata.put(it.text(1), it.text(2));
    }
    var graph = model.message(7);
    var nodes = new ArrayList<Node>();
    for (var it : graph.messages(1)) {
      nodes.add(
          new Node(it.text(4), it.text(7), it.text(3), it.texts(1), it.texts(2), attributes(it)));
    }
    var constants = new LinkedHashMap<String, Tensor>();
    for (var it : graph.messages(5)) {
      constants.put(it.text(8), tensor(it));
    }
    return new OnnxModel(
        model.number(1),
        opsets,
        model.text(2),
        nodes,
        constants,
        ports(graph.messages(11)),
        ports(graph.messages(12)),
        metadata);
  }

  private Map<String, Object> attributes(ProtoMessage node) throws OnnxException {
    var attributes = new LinkedHashMap<String, Object>();
    for (var it : node.messages(5)) {
      attributes.put(
          it.text(1),
          switch ((int) it.number(20)) {
            case OnnxWriter.REAL -> (double) it.single(2);
            case OnnxWriter.WHOLE -> it.number(3);
            case OnnxWriter.TEXT -> it.text(4);
            case OnnxWriter.TENSOR -> tensor(it.message(5));
            case OnnxWriter.REALS -> it.singles(7);
            case OnnxWriter.WHOLES -> LongStream.of(it.numbers(8)).boxed().toList();
            case OnnxWriter.TEXTS -> it.texts(9);
            default -> List.of(); // a graph, or what no operator here takes
          });
    }
    return attributes;
  }

  private static List<Port> ports(List<ProtoMessage> messages) throws OnnxException {
    var ports = new ArrayList<Port>();
    for (var it : messages) {
      var tensor = it.message(2).message(1);
      var lengths = tensor.message(2).messages(1);
      var columns =
          lengths.stream()
              .skip(1)
              .mapToDouble(length -> length.number(1))
              .reduce(1, (a, b) -> a * b);
      var isTold = columns > 0 && columns <= Integer.MAX_VALUE;
      ports.add(
          new Port(
              it.text(1),
              ValueType.of(tensor.number(1)),
              isTold ? (int) columns : 0,
              lengths.size()));
    }
    return ports;
  }

  /** A tensor: memory is taken for numbers that are there, never for a shape that is declared. */
  private Tensor tensor(ProtoMessage message) throws OnnxException {
    var name = message.text(8);
    var type = ValueType.of(message.number(2));
    if (type == null) {
      throw new OnnxException("exchange.onnx.type", name, message.number(2));
    }
    var texts = type == ValueType.STRING ? message.texts(6).toArray(String[]::new) : null;
    var numbers = numbers(message, type);
    var shape = message.numbers(1);
    var declared = LongStream.of(shape).asDoubleStream().reduce(1, (a, b) -> a * b);
    if (shape.length > MOST_DIMENSIONS
        || LongStream.of(shape).anyMatch(it -> it < 0 || it > Integer.MAX_VALUE)
        || declared != (texts == null ? numbers.length : texts.length)) {
      throw new OnnxException("exchange.onnx.tensor", null, name);
    }
    var lengths = LongStream.of(shape).mapToInt(it -> (int) it).toArray();
    return new Tensor(type, lengths, numbers, texts);
  }

  /** The numbers of a tensor, which stand in a field of their type or as plain bytes. */
  private double[] numbers(ProtoMessage message, ValueType type) throws OnnxException {
    var isElsewhere = message.number(14) == EXTERNAL;
    var raw = isElsewhere ? external.of(message) : message.raw(9);
    if (!raw.hasRemaining()) {
      switch (type) {
        case FLOAT -> raw = message.raw(4);
        case DOUBLE -> raw = message.raw(10);
        case BOOL, INT32, INT64 -> {
          return LongStream.of(message.numbers(type == ValueType.INT64 ? 7 : 5))
              .asDoubleStream()
              .toArray();
        }
        case STRING -> {}
      }
    }
    var numbers = new double[type == ValueType.STRING ? 0 : raw.remaining() / type.bytes];
    var from = raw;
    Arrays.setAll(numbers, _ -> number(from, type));
    return numbers;
  }

  private static double number(ByteBuffer from, ValueType type) {
    return switch (type) {
      case FLOAT -> from.getFloat();
      case DOUBLE -> from.getDouble();
      case INT32 -> from.getInt();
      case INT64 -> from.getLong();
      case BOOL, STRING -> from.get();
    };
  }
}
