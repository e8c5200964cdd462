package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.data.cell.NumberParser;
import dev.neuralworkbench.exchange.onnx.GraphValue.Activated;
import dev.neuralworkbench.exchange.onnx.GraphValue.Best;
import dev.neuralworkbench.exchange.onnx.GraphValue.Shares;
import dev.neuralworkbench.exchange.onnx.GraphValue.Sums;
import dev.neuralworkbench.exchange.onnx.NetworkFinder.Found;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A network as it was found in a graph.
 *
 * @param inputs names of the columns
 * @param target name of what is predicted
 * @param layers from the inputs on, the output layer last
 * @param loss the usual one of such outputs, which owns their function
 * @param classes in rising order; none for a number
 * @param areTold whether the graph names the classes
 * @param scaling how the first layer gets the inputs, each scaled and shifted; null as they are
 * @param remarks what the graph does not say
 */
record ImportedNetwork(
    List<String> inputs,
    String target,
    List<Found> layers,
    Loss loss,
    List<String> classes,
    boolean areTold,
    @Nullable Affine scaling,
    List<Problem> remarks) {

  /** Most classes of a model file. */
  static final int MOST_CLASSES = 1_000;

  /** The network of a graph. */
  static ImportedNetwork of(OnnxModel model) throws OnnxException {
    var finder = NetworkFinder.find(model);
    var outputs = new ArrayList<GraphValue>();
    var named = new ArrayList<String>();
    for (var port : model.outputs()) {
      var value = finder.output(port.name());
      outputs.add(value);
      if (value instanceof Best best && named.isEmpty()) {
        named.addAll(best.names());
      }
    }
    var inputs = inputs(finder);
    var name = model.outputs().isEmpty() ? "" : model.outputs().getFirst().name();
    var target = name.isBlank() || inputs.contains(name) ? free("y", inputs) : name;
    var value = outputs.stream().min(Comparator.comparingInt(ImportedNetwork::rank));
    var output = output(finder, value.orElseThrow(() -> unlike(0)));
    if (output.sums.layer() != finder.layers.size()) {
      throw unlike(output.sums.outputs());
    }
    return network(finder, inputs, target, output, named);
  }

  /** Probabilities say the most, then the class, then numbers. */
  private static int rank(GraphValue value) {
    return switch (value) {
      case Shares _ -> 0;
      case Best _ -> 1;
      case Activated _ -> 2;
      default -> 3;
    };
  }

  private static OnnxException unlike(int columns) {
    return new OnnxException("exchange.import.output", MOST_CLASSES, columns);
  }

  /** Names of one column each are the graph's own, otherwise they are counted. */
  private static List<String> inputs(NetworkFinder finder) {
    var ports = finder.ports();
    var names = ports.stream().map(OnnxModel.Port::name).filter(it -> !it.isBlank()).toList();
    var count = ports.stream().mapToInt(OnnxModel.Port::columns).sum();
    return names.size() == count && new HashSet<>(names).size() == count && count > 1
        ? names
        : IntStream.rangeClosed(1, count).mapToObj(i -> "x" + i).toList();
  }

  private static String free(String name, List<String> taken) {
    return taken.contains(name) ? free("_" + name, taken) : name;
  }

  /** The output layer, and how many classes it tells of; 0 for a number. */
  private record Output(
      Affine sums, Activation activation, Loss loss, int classes, boolean isTold) {}

  private static Output output(NetworkFinder finder, GraphValue value) throws OnnxException {
    return switch (value) {
      case Shares(var of, var isPair) -> classes(of, isPair, true);
      case Best(var of, var isPair, _) -> classes(of, isPair, true);
      case Activated(var f, var z, var factor, var shift) when z.outputs() == 1 -> {
        var isPlain = factor == 1 && shift == 0;
        if (isPlain && f == Activation.SIGMOID) {
          yield classes(z, true, true);
        }
        yield isPlain
            ? new Output(z, f, Loss.MEAN_SQUARED_ERROR, 0, true)
            : number(
                finder.closed(new Found(z, f)).scaled(new double[] {factor}, new double[] {shift}));
      }
      case Sums(var of, var isFlat) when isFlat ->
          of.outputs() == 1 ? number(of) : classes(of, false, false);
      case Activated it -> throw unlike(it.z().outputs());
      default -> throw unlike(0);
    };
  }

  private static Output number(Affine sums) {
    return new Output(sums, Activation.IDENTITY, Loss.MEAN_SQUARED_ERROR, 0, true);
  }

  private static Output classes(Affine sums, boolean isPair, boolean isTold) throws OnnxException {
    if (isPair ? sums.outputs() != 1 : sums.outputs() < 2 || sums.outputs() > MOST_CLASSES) {
      throw unlike(sums.outputs());
    }
    return isPair
        ? new Output(sums, Activation.IDENTITY, Loss.BINARY_CROSS_ENTROPY, 2, isTold)
        : new Output(
            sums, Activation.IDENTITY, Loss.CATEGORICAL_CROSS_ENTROPY, sums.outputs(), isTold);
  }

  private static ImportedNetwork network(
      NetworkFinder finder, List<String> inputs, String target, Output output, List<String> named) {
    var count = output.classes;
    var areTold =
        named.size() == count && new HashSet<>(named).size() == count && !named.contains("");
    var names = areTold ? named : IntStream.range(0, count).mapToObj(Integer::toString).toList();
    var order = order(names);
    var sums = output.sums;
    if (output.loss == Loss.CATEGORICAL_CROSS_ENTROPY) {
      sums = sums.columns(order);
    } else if (count == 2 && order[0] == 1) {
      sums = sums.scaled(new double[] {-1}, new double[1]); // Of the other class.
    }
    var layers = new ArrayList<>(finder.layers);
    layers.add(new Found(sums, output.activation));
    var remarks = new ArrayList<Problem>();
    if (!output.isTold) {
      remarks.add(Problem.of("exchange.import.logits", "", null, count));
    }
    if (count > 0 && !areTold) {
      remarks.add(Problem.of(OnnxImport.UNNAMED, "", null, count - 1));
    }
    return new ImportedNetwork(
        inputs,
        target,
        layers,
        output.loss,
        IntStream.of(order).mapToObj(names::get).toList(),
        areTold,
        finder.scaling,
        remarks);
  }

  /** Classes stand in rising order: texts by their characters, numbers by value. */
  private static int[] order(List<String> names) {
    Comparator<Integer> byName =
        areNumbers(names)
            ? Comparator.comparingDouble(i -> NumberParser.parse(names.get(i)))
            : Comparator.comparing(names::get);
    return IntStream.range(0, names.size()).boxed().sorted(byName).mapToInt(i -> i).toArray();
  }

  static boolean areNumbers(List<String> names) {
    return names.stream().noneMatch(it -> Double.isNaN(NumberParser.parse(it)));
  }
}
