package dev.neuralworkbench.study.landscape;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.MeanLoss;
import dev.neuralworkbench.train.Intervention;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The loss of the training rows over two weights of a network, all others as they are, with the
 * penalty: the ground that descent goes down. Where a run came from is projected on it: its other
 * weights were others then, so the loss of the ground is not the loss of the run there.
 *
 * @param x the weight along the horizontal axis
 * @param y the weight along the vertical axis
 * @param xs places along the horizontal axis, rising at even distances
 * @param ys places along the vertical axis, likewise
 * @param losses at all places, row by row from the least y; infinite or NaN where it is no number
 * @param present where the network is
 * @param path where the run was, from its start on; empty where that is not known
 * @param rows how many training rows the loss is the mean of
 * @param of how many training rows there are
 */
public record Landscape(
    WeightPlace x,
    WeightPlace y,
    List<Double> xs,
    List<Double> ys,
    List<Double> losses,
    Point present,
    List<Point> path,
    int rows,
    int of) {

  /** Multiplications that a landscape may cost: some ten seconds. */
  private static final double WORK = 1e11;

  private static final int FINEST = 81;
  private static final int COARSEST = 31;
  private static final int LEAST_ROWS = 500;

  /** The least reach of an axis to either side of its middle. */
  private static final double REACH = 0.5;

  /** How far an axis reaches beyond what it has to show. */
  private static final double AIR = 1.35;

  /**
   * A place, with the loss that the network has there.
   *
   * @param loss with the penalty; NaN where it was not worked out
   */
  public record Point(double x, double y, double loss) {}

  public Landscape {
    xs = List.copyOf(xs);
    ys = List.copyOf(ys);
    losses = List.copyOf(losses);
    path = List.copyOf(path);
  }

  /**
   * Works out a landscape.
   *
   * @param model whose other weights stay
   * @param way weights that its run came through, the first ones first; may be empty
   * @param beside weights of other runs of such a network, to be in sight too; may be empty
   * @param training its prepared training rows
   * @param progress told of the rows of places that are done
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static Landscape of(
      Model model,
      List<NetworkWeights> way,
      List<NetworkWeights> beside,
      Dataset training,
      WeightPlace x,
      WeightPlace y,
      Products products,
      Progress progress) {
    var weights = model.weights();
    var cost = (double) weights.parameterCount() * training.rows();
    var cells = Math.clamp((int) Math.sqrt(WORK / cost), COARSEST, FINEST);
    var most = WORK / ((double) cells * cells * weights.parameterCount());
    var rows = training.sample((int) Math.max(LEAST_ROWS, Math.min(most, training.rows())));
    var seen = Stream.concat(way.stream(), beside.stream()).toList();
    var xs = axis(x, weights, seen, cells);
    var ys = axis(y, weights, seen, cells);
    var experiment = model.experiment();
    var loss = new MeanLoss(experiment.network(), weights, rows, products);
    var penalty = experiment.training().penalty();
    var losses = new ArrayList<Double>(cells * cells);
    var present = new Point(x.of(weights), y.of(weights), loss.value() + loss.penalty(penalty));
    for (var j = 0; j < cells; j++) {
      progress.goOn(j, cells);
      set(loss, y, ys.get(j));
      for (var i = 0; i < cells; i++) {
        set(loss, x, xs.get(i));
        losses.add(loss.value() + loss.penalty(penalty));
      }
    }
    return new Landscape(
        x, y, xs, ys, losses, present, path(x, y, way), rows.rows(), training.rows());
  }

  /** Where weights of a network lie over two of them; their losses are not worked out. */
  public static List<Point> path(WeightPlace x, WeightPlace y, List<NetworkWeights> way) {
    return way.stream().map(at -> new Point(x.of(at), y.of(at), Double.NaN)).toList();
  }

  private static void set(MeanLoss loss, WeightPlace place, double value) {
    loss.set(place.layer(), place.input(), place.unit(), (float) value);
  }

  /** Places that show the network and where it came from, with some air. */
  private static List<Double> axis(
      WeightPlace place, NetworkWeights now, List<NetworkWeights> way, int cells) {
    var range =
        DoubleStream.concat(DoubleStream.of(place.of(now)), way.stream().mapToDouble(place::of))
            .filter(Double::isFinite)
            .summaryStatistics();
    var middle = (range.getMin() + range.getMax()) / 2;
    var reach = Math.max(REACH, AIR * (range.getMax() - range.getMin()) / 2);
    return IntStream.range(0, cells)
        .mapToObj(i -> middle + reach * (2.0 * i / (cells - 1) - 1))
        .toList();
  }

  /** The two weights that moved most on a way, the one that moved more the first. */
  public static List<WeightPlace> mostMoved(NetworkWeights from, NetworkWeights to) {
    var first = new WeightPlace(0, 0, 0);
    var second = new WeightPlace(0, WeightPlace.BIAS, 0);
    var most = -1.0;
    var next = -1.0;
    for (var layer = 0; layer < to.layers().size(); layer++) {
      var shape = to.layer(layer);
      for (var unit = 0; unit < shape.units(); unit++) {
        for (var input = 0; input < shape.inputs(); input++) {
          var place = new WeightPlace(layer, input, unit);
          var moved = Math.abs((double) place.of(to) - place.of(from));
          if (moved > most) {
            second = most < 0 ? second : first;
            next = most;
            first = place;
            most = moved;
          } else if (moved > next) {
            second = place;
            next = moved;
          }
        }
      }
    }
    return List.of(first, second);
  }

  /**
   * One weight or bias of a network.
   *
   * @param layer dense layer, counted from 0
   * @param input unit of the layer before, or input of the network, from 0 on; {@link #BIAS} for
   *     the bias
   * @param unit unit of the layer, from 0 on
   */
  public record WeightPlace(int layer, int input, int unit) {

    /** The input that stands for the bias. */
    public static final int BIAS = Intervention.WeightEdit.BIAS;

    public float of(NetworkWeights weights) {
      return weights.weight(layer, input, unit);
    }
  }
}
