package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.data.cell.NumberParser;
import dev.neuralworkbench.exchange.onnx.GraphValue.Classes;
import dev.neuralworkbench.exchange.onnx.GraphValue.Row;
import dev.neuralworkbench.exchange.onnx.NetworkFinder.Found;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the outputs of a graph tell: probabilities the most, then a class, then numbers. Several
 * numbers without a softmax are logits, since a network here predicts a single number.
 *
 * @param last the output layer
 * @param loss the usual one of such an output, which owns its function
 * @param classes in rising order, as the layer has them; none for a number
 * @param areTold whether the graph names the classes
 * @param remarks what the graph does not say
 */
record ImportedOutput(
    Found last, Loss loss, List<String> classes, boolean areTold, List<Problem> remarks) {

  static ImportedOutput of(NetworkFinder finder) throws OnnxException {
    var values = new ArrayList<GraphValue>();
    for (var port : finder.model.outputs()) {
      values.add(finder.value(port.name(), port.name()));
    }
    var names =
        values.stream()
            .map(it -> it instanceof Classes of ? of.names() : List.<String>of())
            .max(Comparator.comparingInt(List::size))
            .orElse(List.of());
    var value =
        values.stream()
            .min(
                Comparator.comparingInt(
                    it -> it instanceof Classes of ? of.areShares() ? 0 : 1 : 2))
            .orElseThrow(ImportedOutput::unlike);
    var output =
        switch (value) {
          case Classes of -> classes(of.logits(), names);
          case Row row when row.isFlat() -> row(finder, row);
          default -> throw unlike();
        };
    if (output.last.sums().layer() != finder.layers.size()) {
      throw unlike();
    }
    return output;
  }

  private static OnnxException unlike() {
    return new OnnxException("exchange.import.output", LearnedOperator.MOST_CLASSES, null);
  }

  private static ImportedOutput row(NetworkFinder finder, Row row) throws OnnxException {
    var columns = row.z().outputs();
    var curve = Curve.of(row.curve()).orElseThrow(() -> new OnnxException(row.unlike()));
    if (columns > 1 && curve.f() == Activation.IDENTITY) {
      var classes = classes(finder.sums(row, unlike()), List.of());
      classes.remarks.addFirst(Problem.of("exchange.import.logits", "", null, columns));
      return classes;
    } else if (columns > 1) {
      throw unlike();
    } else if (curve.equals(new Curve(Activation.SIGMOID, 1, 0))) {
      return classes(row.z(), List.of());
    }
    var isOwn = curve.factor() == 1 && curve.shift() == 0;
    var last =
        isOwn
            ? new Found(row.z(), curve.f())
            : new Found(finder.sums(row, unlike()), Activation.IDENTITY);
    return new ImportedOutput(last, Loss.MEAN_SQUARED_ERROR, List.of(), false, List.of());
  }

  private static ImportedOutput classes(Affine logits, List<String> told) throws OnnxException {
    var isPair = logits.outputs() == 1;
    var count = isPair ? 2 : logits.outputs();
    if (count > LearnedOperator.MOST_CLASSES) {
      throw unlike();
    }
    var areTold = new HashSet<>(told).size() == count && told.size() == count && !told.contains("");
    var names = areTold ? told : IntStream.range(0, count).mapToObj(Integer::toString).toList();
    var order = order(names);
    var isTurned = isPair && order[0] == 1; // The other class of two.
    var sums = isTurned ? logits.scaled(-1, 0) : isPair ? logits : logits.columns(order);
    return new ImportedOutput(
        new Found(sums, Activation.IDENTITY),
        isPair ? Loss.BINARY_CROSS_ENTROPY : Loss.CATEGORICAL_CROSS_ENTROPY,
        IntStream.of(order).mapToObj(names::get).toList(),
        areTold,
        new ArrayList<>());
  }

  static boolean isNumber(String name) {
    return !Double.isNaN(NumberParser.parse(name));
  }

  /** Classes stand in rising order: texts by their characters, numbers by value. */
  private static int[] order(List<String> names) {
    Comparator<Integer> byName =
        names.stream().allMatch(ImportedOutput::isNumber)
            ? Comparator.comparingDouble(i -> NumberParser.parse(names.get(i)))
            : Comparator.comparing(names::get);
    return IntStream.range(0, names.size()).boxed().sorted(byName).mapToInt(i -> i).toArray();
  }
}
