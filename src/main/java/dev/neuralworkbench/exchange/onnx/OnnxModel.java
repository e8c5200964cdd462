package dev.neuralworkbench.exchange.onnx;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file of ONNX as far as networks of dense layers need it: a graph of operators whose values go
 * by names.
 *
 * @param irVersion version of the format
 * @param opsets version of the operators of each domain
 * @param producer name and version of the program that wrote it
 * @param nodes each after those whose outputs it takes
 * @param constants weights and other fixed values, by name
 * @param inputs what is to be given
 * @param outputs what is computed
 * @param metadata what else is said of it
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.in.proto">the messages</a>
 */
record OnnxModel(
    long irVersion,
    Map<String, Long> opsets,
    String producer,
    List<Node> nodes,
    Map<String, Tensor> constants,
    List<Port> inputs,
    List<Port> outputs,
    Map<String, String> metadata) {

  /** The operators of ONNX itself. */
  static final String STANDARD = "";

  /** The operators of learned models, of which those on texts are used. */
  static final String LEARNED = "ai.onnx.ml";

  /**
   * One operator.
   *
   * @param domain {@link #STANDARD} or {@link #LEARNED}
   * @param inputs names of the values it takes; empty for one that is left out
   * @param attributes each a Long, Double, String, Tensor, or a list of one of the first three
   */
  record Node(
      String operator,
      String domain,
      String name,
      List<String> inputs,
      List<String> outputs,
      Map<String, Object> attributes) {

    /**
     * An attribute, or what it usually is.
     *
     * @throws OnnxException the one that is given, if the attribute is of another type
     */
    <T> T attribute(String name, T usual, Supplier<OnnxException> unlike) throws OnnxException {
      var value = attributes.getOrDefault(name, usual);
      if (!usual.getClass().isInstance(value)) {
        throw unlike.get();
      }
      @SuppressWarnings("unchecked") // Just asked.
      var known = (T) value;
      return known;
    }
  }

  /**
   * A value that goes in or out.
   *
   * @param type null for one that is none of a {@link Tensor}'s
   * @param columns values a row, of any number of rows; 0 where it is not told
   * @param rank number of dimensions; 2 for rows of columns
   */
  record Port(String name, Tensor.@Nullable ValueType type, int columns, int rank) {

    /** Rows of columns. */
    Port(String name, Tensor.@Nullable ValueType type, int columns) {
      this(name, type, columns, 2);
    }
  }
}
