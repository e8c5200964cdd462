package dev.neuralworkbench.study.runs;

import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.TrainingSession;
import java.util.EnumSet;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run trained again from its choices, with what was done while it went: the same bits. */
public final class RepeatedRun {

  private RepeatedRun() {}

  /**
   * Trains a run again, to the epoch that it came to.
   *
   * @param table the rows that it was run on
   * @param progress told of the epochs done
   * @throws IllegalArgumentException if the run began with weights of another
   * @throws CancellationException if the progress asks for it
   */
  public static Model of(RunRecord run, Table table, Products products, Progress progress) {
    var data = PreparedData.of(run.experiment().preparation(), table);
    var session = follow(run, null, data, products, progress, _ -> {});
    var end = run.result().stopReason();
    if (end == StopReason.COMPLETED || end == StopReason.STOPPED || end == StopReason.TIME) {
      session.run(new RunControl()); // Ends at once: all is done, or the recorded stop is next.
    }
    return plan(run, null).model(session, data);
  }

  /**
   * Whether a run can be followed: one that began with new weights, or with those of a model at
   * hand, not with an earlier epoch's.
   *
   * @param from the model of the run that it began with; null where it is not kept
   */
  public static boolean canFollow(RunRecord run, @Nullable Model from) {
    return run.anew() || (from != null && !(plan(run, from).start() instanceof TrainingStart.Anew));
  }

  /**
   * Trains a run again to the last of its epochs.
   *
   * @param from as in {@link #canFollow}
   * @param data its prepared rows
   * @param each told of the training before its first epoch and after each
   */
  static TrainingSession follow(
      RunRecord run,
      @Nullable Model from,
      PreparedData data,
      Products products,
      Progress progress,
      Consumer<TrainingSession> each) {
    if (!canFollow(run, from)) {
      throw new IllegalArgumentException("expected a run from known weights, received " + run);
    }
    var epochs = run.result().epochs();
    var session = plan(run, from).session(data, products);
    session.replay(TrainingHistory.of(Stream.empty(), run.interventions(), null));
    each.accept(session);
    var early = EnumSet.of(StopReason.THRESHOLD_REACHED, StopReason.DIVERGED);
    while (session.epoch() < epochs && !early.contains(session.history().stopReason())) {
      progress.goOn(session.epoch(), epochs);
      session.trainEpoch();
      each.accept(session);
    }
    return session;
  }

  private static TrainingPlan plan(RunRecord run, @Nullable Model from) {
    if (!run.anew()) {
      return TrainingPlan.keeping(run.experiment(), run.after() == null ? from : null);
    }
    var start = new TrainingStart.Anew(TrainingStart.Reason.FIRST, run.result().epochs());
    return new TrainingPlan(run.experiment(), start);
  }
}
