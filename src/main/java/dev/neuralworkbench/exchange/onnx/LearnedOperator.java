package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.exchange.onnx.GraphValue.Best;
import dev.neuralworkbench.exchange.onnx.GraphValue.Fixed;
import dev.neuralworkbench.exchange.onnx.GraphValue.Shares;
import dev.neuralworkbench.exchange.onnx.GraphValue.Sums;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The operators of ai.onnx.ml around a network: scaling before it, names of classes after it. */
record LearnedOperator(ImportedOperator operator) {

  GraphValue apply() throws OnnxException {
    return switch (operator.node().operator()) {
      case "Scaler" -> scaled();
      case "ArrayFeatureExtractor" ->
          operator.given(1) instanceof Best best ? named(best, operator.given(0)) : refused();
      case "LabelEncoder" -> operator.given(0) instanceof Best best ? encoded(best) : refused();
      case "ZipMap" ->
          switch (operator.given(0)) {
            case Shares(var of, var isPair) ->
                new Best(of, isPair, listed("classlabels_strings", "classlabels_int64s"));
            default -> refused();
          };
      default -> throw operator.unknown();
    };
  }

  private GraphValue refused() throws OnnxException {
    throw operator.detail();
  }

  /** (x − offset) · scale, of each column. */
  private GraphValue scaled() throws OnnxException {
    var x = operator.sums(0);
    var scale = numbers("scale", x.outputs(), 1);
    var offset = numbers("offset", x.outputs(), 0);
    var shift = new double[x.outputs()];
    Arrays.setAll(
        shift, j -> -offset[offset.length == 1 ? 0 : j] * scale[scale.length == 1 ? 0 : j]);
    return new Sums(x.scaled(scale, shift), true);
  }

  private double[] numbers(String attribute, int columns, double usual) throws OnnxException {
    if (!(operator.node().attributes().get(attribute) instanceof List<?> list)) {
      return new double[] {usual};
    }
    var numbers =
        list.stream().filter(Double.class::isInstance).mapToDouble(it -> (Double) it).toArray();
    return operator.each(Tensor.list(Tensor.ValueType.DOUBLE, numbers), columns);
  }

  /** The names by a list of them. */
  GraphValue named(Best best, GraphValue names) throws OnnxException {
    if (!(names instanceof Fixed(var tensor)) || tensor.size() > ImportedNetwork.MOST_CLASSES) {
      throw operator.detail();
    }
    var texts = tensor.texts();
    var listed =
        texts == null
            ? Arrays.stream(tensor.numbers()).mapToObj(LearnedOperator::name).toList()
            : List.of(texts);
    return new Best(best.of(), best.isPair(), listed);
  }

  private static String name(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /** The names by what each index, or each name so far, becomes. */
  private GraphValue encoded(Best best) throws OnnxException {
    var values = listed("values_strings", "values_int64s", "classes_strings");
    var keys =
        operator.node().attributes().containsKey("classes_strings")
            ? IntStream.range(0, values.size()).mapToObj(Integer::toString).toList()
            : listed("keys_int64s", "keys_strings");
    var before =
        best.names().isEmpty()
            ? IntStream.range(0, values.size()).mapToObj(Integer::toString).toList()
            : best.names();
    var names = new ArrayList<String>();
    for (var name : before) {
      var at = keys.indexOf(name);
      if (at < 0 || at >= values.size()) {
        throw operator.detail();
      }
      names.add(values.get(at));
    }
    return new Best(best.of(), best.isPair(), names);
  }

  private List<String> listed(String... attributes) throws OnnxException {
    var list =
        Stream.of(attributes)
            .map(operator.node().attributes()::get)
            .filter(List.class::isInstance)
            .map(it -> (List<?>) it)
            .filter(it -> it.size() <= ImportedNetwork.MOST_CLASSES)
            .findFirst()
            .orElseThrow(operator::detail);
    return list.stream().map(String::valueOf).toList();
  }
}
