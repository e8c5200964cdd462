package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.GraphValue.Best;
import dev.neuralworkbench.exchange.onnx.GraphValue.Fixed;
import dev.neuralworkbench.exchange.onnx.GraphValue.Row;
import dev.neuralworkbench.exchange.onnx.GraphValue.Shares;
import dev.neuralworkbench.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The operators of ai.onnx.ml around a network: scaling before it, names of classes after it. */
record LearnedOperator(ImportedOperator by) {

  /** Most classes of a model file. */
  static final int MOST_CLASSES = 1_000;

  GraphValue apply() throws OnnxException {
    return switch (by.node().operator()) {
      case "Scaler" -> scaled();
      case "ArrayFeatureExtractor" -> named();
      case "LabelEncoder" -> {
        var keys = by.node().attributes().get("keys_int64s");
        var values = listed("values_strings", "values_int64s", "classes_strings");
        var counted = LongStream.range(0, values.size()).boxed().toList();
        if (!(by.given().getFirst() instanceof Best best)
            || !best.names().isEmpty()
            || (keys != null && !keys.equals(counted))) {
          throw by.detail();
        }
        yield new Best(best.of(), best.isPair(), values);
      }
      case "ZipMap" -> {
        if (by.given().getFirst() instanceof Shares(var of, var isPair)) {
          yield new Best(of, isPair, listed("classlabels_strings", "classlabels_int64s"));
        }
        throw by.detail();
      }
      default -> throw by.unknown();
    };
  }

  /** (x − offset) · scale, of each column. */
  private GraphValue scaled() throws OnnxException {
    var x = by.sums(0);
    var scale = numbers("scale", x.outputs(), 1);
    var offset = numbers("offset", x.outputs(), 0);
    var shift = new double[x.outputs()];
    Arrays.setAll(
        shift, j -> -offset[offset.length == 1 ? 0 : j] * scale[scale.length == 1 ? 0 : j]);
    var unlike = Problem.of("exchange.import.detail", "", by.number(), by.node().operator());
    return new Row(x.scaled(scale, shift), Curve.points(), true, unlike);
  }

  private double[] numbers(String attribute, int columns, double usual) throws OnnxException {
    if (!(by.node().attributes().get(attribute) instanceof List<?> list)) {
      return new double[] {usual};
    }
    var numbers =
        list.stream().mapToDouble(it -> it instanceof Double number ? number : Double.NaN);
    return by.each(Tensor.list(Tensor.ValueType.DOUBLE, numbers.toArray()), columns);
  }

  /** The class that is predicted by its name in a list. */
  GraphValue named() throws OnnxException {
    if (by.given().size() == 2
        && by.given().get(0) instanceof Fixed(var list)
        && by.given().get(1) instanceof Best best
        && list.size() <= MOST_CLASSES) {
      var names =
          list.texts() == null
              ? Arrays.stream(list.numbers()).mapToObj(it -> Long.toString((long) it)).toList()
              : List.of(list.texts());
      return new Best(best.of(), best.isPair(), names);
    }
    throw by.detail();
  }

  private List<String> listed(String... attributes) throws OnnxException {
    for (var list : Stream.of(attributes).map(by.node().attributes()::get).toList()) {
      if (list instanceof List<?> names && names.size() <= MOST_CLASSES) {
        return names.stream().map(String::valueOf).toList();
      }
    }
    throw by.detail();
  }
}
