package dev.neuralworkbench.walk;

import com.google.gson.JsonObject;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.TargetEncoder;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.function.Loss;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * How good outputs are, by the definitions, in double and without the code that is tested.
 *
 * @param rows number of rows
 * @param numbers each score by its name in JSON, and {@code loss}
 * @param areas below the ROC curve of each class; none for numbers
 * @param confusion rows of each true class, columns of each predicted one; none for numbers
 * @param isClear whether no row is so near to two classes that rounding may decide
 */
record OwnScores(
    int rows,
    Map<String, Bounds> numbers,
    List<Bounds> areas,
    List<List<Integer>> confusion,
    boolean isClear) {

  /** scikit-learn's for doubles. */
  private static final double LEAST_PROBABILITY = 0x1p-52;

  /** A score; NaN where there is none. */
  Bounds get(String name) {
    return numbers.getOrDefault(name, Bounds.NONE);
  }

  /** The number itself. */
  double value(String name) {
    return get(name).value();
  }

  /** The scores of a model on a part of its own rows, prepared as it prepares them. */
  static OwnScores of(Model model, Table table, RowPart part) {
    var rows = PreparedData.of(model.experiment().preparation(), table).rows(part);
    var network = OwnNetwork.of(model.experiment().network(), model.weights());
    return of(
        model,
        model.preprocessor().cleaned(table),
        rows,
        row -> network.outputs(inputs(rows, row)));
  }

  /** The scores of outputs for prepared rows of a model. */
  static OwnScores of(Model model, Table table, Dataset rows, IntFunction<Bounds[]> outputs) {
    if (rows.rows() == 0) {
      return new OwnScores(0, Map.of(), List.of(), List.of(), true);
    }
    var all = IntStream.range(0, rows.rows()).mapToObj(outputs).toArray(Bounds[][]::new);
    var loss = model.experiment().network().loss();
    return of(model.preprocessor().target(), table, rows, all, loss);
  }

  /** The scores of any outputs for prepared rows. */
  static OwnScores of(TargetEncoder of, Table table, Dataset rows, Bounds[][] outputs, Loss loss) {
    return switch (of) {
      case ClassTarget target -> {
        var weights =
            IntStream.range(0, target.classes().size()).mapToDouble(target::weight).toArray();
        var actual = ((ClassTargets) rows.targets()).classes();
        var seen = target.isCorrected() ? corrected(outputs, weights, loss) : outputs;
        yield ofClasses(outputs, seen, actual, weights, loss);
      }
      case NumberTarget target -> {
        Column column = Objects.requireNonNull(table.column(target.name()));
        var actual = Arrays.stream(rows.sourceRows()).mapToDouble(column::value).toArray();
        yield ofNumbers(outputs, actual, target.offset(), target.scale(), loss);
      }
    };
  }

  /** The scores of a model file's network on rows of a table whose target is known. */
  static OwnScores of(JsonObject file, Table table, int[] wanted) {
    var preprocessor = file.getAsJsonObject("preprocessor");
    var rows = OwnRows.of(preprocessor, table, wanted);
    var network = OwnNetwork.read(file.getAsJsonObject("network"));
    var all = Arrays.stream(rows.inputs()).map(network::outputs).toArray(Bounds[][]::new);
    return of(all, rows, preprocessor.getAsJsonObject("target"), loss(file));
  }

  /** The scores of any outputs for such rows. */
  static OwnScores of(Bounds[][] outputs, OwnRows rows, JsonObject target, Loss loss) {
    if (target.get("type").getAsString().equals("number")) {
      var offset = target.get("offset").getAsDouble();
      return ofNumbers(outputs, rows.numbers(), offset, target.get("scale").getAsDouble(), loss);
    }
    var weights = new double[target.getAsJsonArray("classes").size()];
    for (var c = 0; c < weights.length; c++) {
      weights[c] =
          target.has("weights") ? target.getAsJsonArray("weights").get(c).getAsDouble() : 1;
    }
    var seen = target.has("corrected") ? corrected(outputs, weights, loss) : outputs;
    return ofClasses(outputs, seen, rows.classes(), weights, loss);
  }

  /** What the training of a file's model made small. */
  static Loss loss(JsonObject file) {
    var network = file.getAsJsonObject("experiment").getAsJsonObject("network");
    return Loss.valueOf(network.get("loss").getAsString().toUpperCase(Locale.ROOT));
  }

  /** The inputs of a prepared row. */
  static double[] inputs(Dataset rows, int row) {
    var columns = rows.inputs().numCols;
    return IntStream.range(0, columns).mapToDouble(i -> rows.inputs().get(row, i)).toArray();
  }

  /**
   * Scores of classes.
   *
   * @param outputs of each row, one for the second of two classes or one for each
   * @param seen what predictions are made of
   * @param weights how much a row of each class counts in the loss
   * @param loss what training made small; it says whether the outputs are logits
   */
  static OwnScores ofClasses(
      Bounds[][] outputs, Bounds[][] seen, int[] actual, double[] weights, Loss loss) {
    var isLogits = loss.ownsOutputFunction();
    var classes = weights.length;
    var confusion = new int[classes][classes];
    var right = Bounds.exact(0);
    var logLoss = Bounds.exact(0);
    var mean = Bounds.exact(0);
    var isClear = true;
    for (var row = 0; row < actual.length; row++) {
      var of = outputs[row];
      var best = best(seen[row], isLogits ? 0 : 0.5);
      confusion[actual[row]][best.index]++;
      var hit = best.index == actual[row] ? 1 : 0;
      right = right.plus(best.isClear ? Bounds.exact(hit) : new Bounds(hit, 0, 1));
      isClear &= best.isClear;
      logLoss =
          logLoss.plus(
              isLogits ? surprise(seen[row], actual[row]) : ofProbability(seen[row], actual[row]));
      var own = isLogits ? surprise(of, actual[row]) : squared(of, actual[row]);
      var weight = weights[actual[row]];
      mean = mean.plus(own.rising(it -> weight * it));
    }
    var n = actual.length;
    var counts = Arrays.stream(confusion).map(it -> IntStream.of(it).boxed().toList()).toList();
    var areas = IntStream.range(0, classes).mapToObj(c -> area(seen, actual, c, isLogits)).toList();
    var numbers = new HashMap<String, Bounds>();
    numbers.put("accuracy", right.rising(it -> it / n));
    numbers.put("log_loss", logLoss.rising(it -> it / n));
    numbers.put("loss", mean.rising(it -> it / n));
    numbers.put("auc", mean(areas));
    numbers.put("mcc", isClear ? Bounds.exact(matthews(confusion)) : new Bounds(0, -1, 1));
    numbers.put("precision", Bounds.exact(macro(confusion, Share.PRECISION)));
    numbers.put("recall", Bounds.exact(macro(confusion, Share.RECALL)));
    numbers.put("f1", Bounds.exact(macro(confusion, Share.F1)));
    return new OwnScores(n, numbers, areas, counts, isClear);
  }

  /**
   * What is left of outputs when the weights of the classes are taken back: p / ω, or z − log ω.
   */
  private static Bounds[][] corrected(Bounds[][] outputs, double[] weights, Loss loss) {
    return Arrays.stream(outputs)
        .map(of -> loss.ownsOutputFunction() ? ofLogits(of, weights) : ofShares(of, weights))
        .map(row -> Arrays.stream(row).map(OwnScores::asFloat).toArray(Bounds[]::new))
        .toArray(Bounds[][]::new);
  }

  private static Bounds[] ofLogits(Bounds[] of, double[] weights) {
    return of.length == 1
        ? new Bounds[] {of[0].rising(z -> z - Math.log(weights[1] / weights[0]))}
        : IntStream.range(0, of.length)
            .mapToObj(c -> of[c].rising(z -> z - Math.log(weights[c])))
            .toArray(Bounds[]::new);
  }

  private static Bounds[] ofShares(Bounds[] of, double[] weights) {
    if (of.length == 1) {
      DoubleUnaryOperator second =
          o -> share(clipped(o) / weights[1], (1 - clipped(o)) / weights[0]);
      return new Bounds[] {of[0].rising(second)};
    }
    var parts =
        IntStream.range(0, of.length)
            .mapToObj(c -> of[c].rising(o -> clipped(o) / weights[c]))
            .toArray(Bounds[]::new);
    var shares = new Bounds[of.length];
    for (var c = 0; c < of.length; c++) {
      var others = Bounds.exact(0);
      for (var other = 0; other < of.length; other++) {
        others = other == c ? others : others.plus(parts[other]);
      }
      shares[c] =
          new Bounds(
              share(parts[c].value(), others.value()),
              share(parts[c].least(), others.most()),
              share(parts[c].most(), others.least()));
    }
    return shares;
  }

  /** The same, rounded to a float and by weights that are floats. */
  private static Bounds asFloat(Bounds of) {
    return new Bounds(
        of.value(),
        of.least() - 2 * OwnNetwork.U * (1 + Math.abs(of.least())),
        of.most() + 2 * OwnNetwork.U * (1 + Math.abs(of.most())));
  }

  private record Best(int index, boolean isClear) {}

  private static Best best(Bounds[] of, double threshold) {
    if (of.length == 1) {
      var isClear = of[0].least() > threshold || of[0].most() <= threshold;
      return new Best(of[0].value() > threshold ? 1 : 0, isClear);
    }
    var best = 0;
    for (var c = 1; c < of.length; c++) {
      best = of[c].value() > of[best].value() ? c : best;
    }
    var first = best;
    var isClear =
        IntStream.range(0, of.length).allMatch(c -> c == first || of[c].most() < of[first].least());
    return new Best(best, isClear);
  }

  /** −log p from logits, by log Σ exp. */
  private static Bounds surprise(Bounds[] z, int actual) {
    if (z.length == 1) {
      var against = actual == 1 ? new Bounds(-z[0].value(), -z[0].most(), -z[0].least()) : z[0];
      return against.rising(OwnNetwork::softplus);
    }
    return new Bounds(
        surprise(IntStream.range(0, z.length).mapToDouble(c -> z[c].value()).toArray(), actual),
        surprise(
            IntStream.range(0, z.length)
                .mapToDouble(c -> c == actual ? z[c].most() : z[c].least())
                .toArray(),
            actual),
        surprise(
            IntStream.range(0, z.length)
                .mapToDouble(c -> c == actual ? z[c].least() : z[c].most())
                .toArray(),
            actual));
  }

  private static double surprise(double[] z, int actual) {
    return OwnNetwork.softplus(beside(z, actual) - z[actual]);
  }

  /** log Σ exp of all but one. */
  private static double beside(double[] z, int but) {
    var sum = Double.NEGATIVE_INFINITY;
    for (var c = 0; c < z.length; c++) {
      sum = c == but ? sum : addLogarithms(sum, z[c]);
    }
    return sum;
  }

  /** log(eᵃ + eᵇ). */
  private static double addLogarithms(double a, double b) {
    return a == Double.NEGATIVE_INFINITY ? b : b + OwnNetwork.softplus(a - b);
  }

  /** −log p of outputs that are probabilities, but for what doubles cannot tell from 0 beside 1. */
  private static Bounds ofProbability(Bounds[] outputs, int actual) {
    Bounds share;
    if (outputs.length == 1) {
      var second = outputs[0].rising(OwnScores::clipped);
      share = actual == 1 ? second : second.rest();
    } else {
      var own = outputs[actual].rising(OwnScores::clipped);
      var others = Bounds.exact(0);
      for (var c = 0; c < outputs.length; c++) {
        others = c == actual ? others : others.plus(outputs[c].rising(OwnScores::clipped));
      }
      share =
          new Bounds(
              share(own.value(), others.value()),
              share(own.least(), others.most()) * (1 - 4 * OwnNetwork.U),
              share(own.most(), others.least()) * (1 + 4 * OwnNetwork.U));
    }
    DoubleUnaryOperator minusLog = p -> -Math.log(Math.max(p, LEAST_PROBABILITY));
    return new Bounds(
        minusLog.applyAsDouble(share.value()),
        minusLog.applyAsDouble(share.most()),
        minusLog.applyAsDouble(share.least()));
  }

  private static double share(double own, double others) {
    return own == 0 ? 0 : own / (own + others);
  }

  private static double clipped(double output) {
    return Math.clamp(output, 0.0, 1.0);
  }

  /** (ŷ − y)², averaged over outputs. */
  private static Bounds squared(Bounds[] outputs, int actual) {
    var sum = Bounds.exact(0);
    for (var c = 0; c < outputs.length; c++) {
      double y = outputs.length == 1 ? actual : c == actual ? 1 : 0;
      sum = sum.plus(outputs[c].rising(it -> it - y).size().rising(it -> it * it));
    }
    return sum.rising(it -> it / outputs.length);
  }

  /** Of two classes that of the second; of more the mean, of those that have one. */
  private static Bounds mean(List<Bounds> areas) {
    if (areas.size() == 2) {
      return areas.get(1);
    }
    var there = areas.stream().filter(it -> !Double.isNaN(it.value())).toList();
    return there.isEmpty()
        ? Bounds.NONE
        : there.stream().reduce(Bounds.exact(0), Bounds::plus).rising(it -> it / there.size());
  }

  /** The area below the curve of one class, by counting pairs. */
  private static Bounds area(Bounds[][] outputs, int[] actual, int positive, boolean isLogits) {
    var ranks =
        Arrays.stream(outputs).map(it -> rank(it, positive, isLogits)).toArray(Bounds[]::new);
    var pairs = 0.0;
    var won = 0.0;
    var least = 0.0;
    var most = 0.0;
    for (var i = 0; i < actual.length; i++) {
      for (var j = 0; j < actual.length; j++) {
        if (actual[i] == positive && actual[j] != positive) {
          var share = (1 + Math.signum(ranks[i].value() - ranks[j].value())) / 2;
          pairs++;
          won += share;
          // Equal inputs are equal in floats too.
          var isTold =
              ranks[i].least() > ranks[j].most()
                  || ranks[j].least() > ranks[i].most()
                  || ranks[i].equals(ranks[j]);
          least += isTold ? share : 0;
          most += isTold ? share : 1;
        }
      }
    }
    return pairs == 0 ? Bounds.NONE : new Bounds(won / pairs, least / pairs, most / pairs);
  }

  private static Bounds rank(Bounds[] of, int c, boolean isLogits) {
    if (of.length == 1) {
      return c == 1 ? of[0] : new Bounds(-of[0].value(), -of[0].most(), -of[0].least());
    }
    if (!isLogits) {
      return of[c];
    }
    var z = Arrays.stream(of).mapToDouble(Bounds::value).toArray();
    var odds = z[c] - beside(z, c);
    var error = Arrays.stream(of).mapToDouble(it -> it.most() - it.value()).max().orElse(0);
    return Bounds.about(odds, 2 * error + 2 * OwnNetwork.U * Math.abs(odds));
  }

  /** The correlation of one-hot rows: covariances summed over the classes, row by row. */
  private static double matthews(int[][] confusion) {
    double n = Arrays.stream(confusion).flatMapToInt(Arrays::stream).sum();
    var both = 0.0;
    var ofActual = 0.0;
    var ofPredicted = 0.0;
    // Whole numbers, which doubles hold exactly.
    for (var c = 0; c < confusion.length; c++) {
      double t = support(confusion, c);
      double p = predicted(confusion, c);
      both += n * confusion[c][c] - t * p;
      ofActual += n * t - t * t;
      ofPredicted += n * p - p * p;
    }
    var below = Math.sqrt(ofActual) * Math.sqrt(ofPredicted);
    return n == 0 ? Double.NaN : below == 0 ? 0 : both / below;
  }

  private enum Share {
    PRECISION,
    RECALL,
    F1
  }

  private static double macro(int[][] confusion, Share share) {
    return IntStream.range(0, confusion.length)
        .filter(c -> support(confusion, c) + predicted(confusion, c) > 0)
        .mapToDouble(c -> share(confusion, c, share))
        .average()
        .orElse(Double.NaN);
  }

  private static double share(int[][] confusion, int c, Share share) {
    double right = confusion[c][c];
    var below =
        switch (share) {
          case PRECISION -> predicted(confusion, c);
          case RECALL -> support(confusion, c);
          case F1 -> (predicted(confusion, c) + support(confusion, c)) / 2.0;
        };
    return below == 0 ? 0 : right / below;
  }

  private static int support(int[][] confusion, int c) {
    return IntStream.of(confusion[c]).sum();
  }

  private static int predicted(int[][] confusion, int c) {
    return Arrays.stream(confusion).mapToInt(row -> row[c]).sum();
  }

  /** Scores of numbers in their own units; the targets of training are floats. */
  static OwnScores ofNumbers(
      Bounds[][] outputs, double[] actual, double offset, double scale, Loss loss) {
    var n = actual.length;
    var average = Arrays.stream(actual).average().orElse(Double.NaN);
    var squares = Bounds.exact(0);
    var sizes = Bounds.exact(0);
    var total = Bounds.exact(0);
    var mean = Bounds.exact(0);
    var parts = Bounds.exact(0);
    var nonzero = Arrays.stream(actual).filter(it -> it != 0).count();
    for (var row = 0; row < n; row++) {
      var scaled = (actual[row] - offset) / scale;
      var target = Bounds.about(scaled, OwnNetwork.U * Math.abs(scaled));
      var output = outputs[row][0];
      var error =
          new Bounds(
                  output.value() - scaled,
                  output.least() - target.most(),
                  output.most() - target.least())
              .size();
      mean = mean.plus(error.rising(it -> loss(loss, it)));
      var inUnits = error.rising(it -> it * scale);
      sizes = sizes.plus(inUnits);
      if (actual[row] != 0) {
        var whole = Math.abs(actual[row]);
        var unsure = OwnNetwork.U * Math.abs(scaled) * scale;
        parts =
            parts.plus(
                new Bounds(
                    inUnits.value() / whole,
                    inUnits.least() / (whole + unsure),
                    unsure < whole ? inUnits.most() / (whole - unsure) : Double.MAX_VALUE));
      }
      squares = squares.plus(inUnits.rising(it -> it * it));
      var spread = Bounds.about(actual[row] - average, 2 * OwnNetwork.U * Math.abs(scaled) * scale);
      total = total.plus(spread.size().rising(it -> it * it));
    }
    var numbers = new HashMap<String, Bounds>();
    numbers.put("rmse", squares.rising(it -> Math.sqrt(it / n)));
    numbers.put("mae", sizes.rising(it -> it / n));
    numbers.put("loss", mean.rising(it -> it / n));
    numbers.put("mape", parts.rising(it -> it / nonzero));
    numbers.put(
        "r2",
        total.value() == 0
            ? Bounds.NONE
            : new Bounds(
                1 - squares.value() / total.value(),
                1 - squares.most() / total.least(),
                1 - squares.least() / total.most()));
    return new OwnScores(n, numbers, List.of(), List.of(), true);
  }

  private static double loss(Loss loss, double error) {
    return switch (loss) {
      case MEAN_SQUARED_ERROR -> error * error;
      case MEAN_ABSOLUTE_ERROR -> error;
      case HUBER -> error <= 1 ? error * error / 2 : error - 0.5;
      default -> throw new IllegalArgumentException(loss.name().toLowerCase(Locale.ROOT));
    };
  }
}
