package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.train.CheckpointTrail;
import dev.neuralworkbench.train.Rewind;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One training of a frozen experiment. The session belongs to the run's own thread; any thread
 * reads the history and speaks to the control.
 */
public final class Run {

  /** Value, gradient, the optimizer's two, those of the epoch's start and of the best epoch. */
  private static final int NUMBERS_A_PARAMETER = 6;

  private final TrainingPlan plan;
  public final DataReference data;
  public final PreparedData prepared;
  private final TrainingSession session;
  final Engine engine;
  public final CheckpointTrail trail;
  public final RunControl control = new RunControl();
  private double learningRate;

  /** Carries out the preparation and readies the session; takes time, so off the FX thread. */
  Run(TrainingPlan plan, DataReference data, Engine engine, CheckpointTrail trail) {
    this.plan = plan;
    this.data = data;
    this.engine = engine;
    this.trail = trail;
    var table = Objects.requireNonNull(data.table(), "a run needs its rows");
    prepared = PreparedData.of(plan.experiment().preparation(), table);
    session = plan.session(prepared, engine.products());
    session.leave(trail);
    learningRate = plan.learningRate();
  }

  /** The experiment that is run, with the epochs of the whole run. */
  public Experiment experiment() {
    return plan.experiment();
  }

  /** As it begins, and as it would be left: one that goes on has the history up to there. */
  LoggedRun logged(RunLog log, @Nullable Model before) {
    var start = plan.start();
    var isAnew = start instanceof TrainingStart.Anew;
    var source = isAnew || before == null ? null : log.source(before).orElse(null);
    var from = source == null ? null : source.record();
    var isLast = source == null || before == null || source.hasCome(before.history());
    var goesOn = start instanceof TrainingStart.Continued && from != null && from.anew();
    return new LoggedRun(
            new RunRecord(
                log.next(),
                data.hash(),
                experiment(),
                isAnew || goesOn,
                from == null ? null : from.number(),
                RunResult.NONE,
                RunCurve.NONE,
                List.of(),
                null,
                before == null || isLast ? null : before.history().epochs()),
            null)
        .left(history());
  }

  public boolean foldsBeganAnew() {
    return plan.foldsBeginAnew();
  }

  public TrainingHistory history() {
    return session.history();
  }

  /** Products as it uses them itself; each call may give new ones. */
  public Products products() {
    return engine.products();
  }

  /** Memory of its rows, network and checkpoints, in bytes, about. */
  long bytes() {
    var inputs = prepared.preprocessor().inputCount();
    var rows = prepared.training().rows() + prepared.validation().rows() + prepared.test().rows();
    var parameters = experiment().network().parameterCount(inputs, 1);
    return trail.bytes() + Float.BYTES * ((long) rows * inputs + NUMBERS_A_PARAMETER * parameters);
  }

  /** The model after so many epochs; see {@link Rewind#to}. Any thread but the run's own. */
  public Optional<Model> at(int epochs, BooleanSupplier cancelled) {
    var rewind =
        new Rewind(
            trail, history(), experiment().network(), prepared.training(), prepared.validation());
    return rewind.to(epochs, engine.products(), cancelled).map(this::model);
  }

  private Model model(Rewind.Moment past) {
    return new Model(
        experiment().withTraining(past.config()),
        prepared.preprocessor(),
        past.checkpoint().predicting(),
        past.history(),
        past.checkpoint());
  }

  /** Epochs at the end of the run, those of runs that it continues included. */
  public int epochs() {
    return plan.start().totalEpochs();
  }

  /** Takes over the rate of an optimizer like its own in all else; others wait for a start. */
  void followRate(OptimizerConfig chosen) {
    var rate = chosen.learningRate();
    var own = experiment().training().optimizer();
    if (rate != learningRate
        && OptimizerConfig.LEARNING_RATE.contains(rate)
        && chosen.equals(own.withLearningRate(rate))) {
      learningRate = rate;
      control.learningRate(rate);
    }
  }

  int newEpochs() {
    return switch (plan.start()) {
      case TrainingStart.Continued continued -> continued.moreEpochs();
      case TrainingStart.Anew _, TrainingStart.FromWeights _ -> epochs();
    };
  }

  public int trainingRows() {
    return prepared.training().rows();
  }

  /** Trains to the end; on the run's own thread. */
  Model train() {
    session.run(control);
    return model();
  }

  /** What it has come to; on the run's own thread. */
  Model model() {
    return plan.model(session, prepared);
  }
}
