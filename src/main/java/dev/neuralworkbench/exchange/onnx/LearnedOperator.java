package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.GraphValue.Classes;
import dev.neuralworkbench.exchange.onnx.GraphValue.Fixed;
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
        if (!classes(false).names().isEmpty() || (keys != null && !keys.equals(counted))) {
          throw by.detail();
        }
        yield classes(false).named(values);
      }
      case "ZipMap" -> classes(true).named(listed("classlabels_strings", "classlabels_int64s"));
      default -> throw by.unknown();
    };
  }

  /** (x − offset) · scale, of each column. */
  private GraphValue scaled() throws OnnxException {
    var x = by.sums(0);
    var scale = numbers("scale", x.outputs(), 1);
    var shift = numbers("offset", x.outputs(), 0);
    Arrays.setAll(shift, j -> -shift[j] * scale[j]);
    return by.row(x.scaled(scale, shift));
  }

  private double[] numbers(String attribute, int columns, double usual) throws OnnxException {
    if (!(by.node().attributes().get(attribute) instanceof List<?> list)) {
      return Affine.each(usual, columns);
    }
    var numbers =
        list.stream().mapToDouble(it -> it instanceof Double number ? number : Double.NaN);
    return by.each(Tensor.list(Tensor.ValueType.DOUBLE, numbers.toArray()), columns);
  }

  /** The class that is predicted by its name in a list. */
  GraphValue named() throws OnnxException {
    if (by.given().size() == 2
        && by.given().getFirst() instanceof Fixed(var list)
        && list.size() <= MOST_CLASSES) {
      return classes(false)
          .named(
              list.texts() == null
                  ? Arrays.stream(list.numbers()).mapToObj(it -> Long.toString((long) it)).toList()
                  : List.of(list.texts()));
    }
    throw by.detail();
  }

  /** The last input: probabilities, or a class. */
  private Classes classes(boolean areShares) throws OnnxException {
    if (!by.given().isEmpty()
        && by.given().getLast() instanceof Classes it
        && it.areShares() == areShares) {
      return it;
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
