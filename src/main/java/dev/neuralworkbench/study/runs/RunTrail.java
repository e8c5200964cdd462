package dev.neuralworkbench.study.runs;

import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weights that a run came through, found by training it again: the same bits.
 *
 * @param moments in the order of their epochs: before the first, then at even distances, and after
 *     the last; at most {@link #MOST} after the first, fewer where weights are many
 */
public record RunTrail(List<Moment> moments) {

  /** Most moments after the first: as many as a curve has points. */
  public static final int MOST = RunCurve.MOST;

  private static final long MOST_WEIGHTS = 16_000_000;

  /**
   * Weights on the way.
   *
   * @param epochs epochs done by then
   * @param loss training loss of the last of them; NaN before the first
   * @param weights those that would predict then
   */
  public record Moment(int epochs, double loss, NetworkWeights weights) {}

  public RunTrail {
    moments = List.copyOf(moments);
  }

  /**
   * Follows a run.
   *
   * @param from the model that it began with, where these were no new weights
   * @param data its prepared rows
   * @param progress told of the epochs done
   * @throws IllegalArgumentException if it {@linkplain RepeatedRun#canFollow cannot be followed}
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static RunTrail of(
      RunRecord run,
      @Nullable Model from,
      PreparedData data,
      Products products,
      Progress progress) {
    var total = run.result().epochs();
    var moments = new ArrayList<Moment>();
    RepeatedRun.follow(
        run,
        from,
        data,
        products,
        progress,
        session -> {
          var epoch = session.epoch();
          var every = every(total, moments);
          if (epoch % every == 0 || epoch == total) {
            var loss = epoch == 0 ? Double.NaN : session.history().trainingLoss(epoch - 1);
            moments.add(new Moment(epoch, loss, session.snapshot().weights()));
          }
        });
    return new RunTrail(moments);
  }

  private static int every(int total, List<Moment> moments) {
    var size = moments.isEmpty() ? 1 : moments.getFirst().weights.parameterCount();
    var most = Math.clamp(MOST_WEIGHTS / size, 2, MOST);
    return Math.max(1, Math.ceilDiv(total, most));
  }

  /** Whether it leads to where a run came, as far as what is kept of its losses tells. */
  public boolean leadsTo(RunRecord run) {
    var curve = run.curve();
    var last = moments.getLast();
    return last.epochs == run.result().epochs()
        && (curve.epochs().isEmpty()
            || curve.epochs().getLast() != last.epochs
            || curve.training().getLast() == (float) last.loss);
  }

  /** The last moment that is not after so many epochs. */
  public Moment at(int epochs) {
    var found = moments.getFirst();
    for (var moment : moments) {
      found = moment.epochs <= epochs ? moment : found;
    }
    return found;
  }

  public int epochs() {
    return moments.getLast().epochs;
  }
}
