package dev.neuralworkbench.model;

import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.train.Checkpoint;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.TrainingSession;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a training does: the experiment to be run and what it begins with. Two ways lead on from a
 * trained model. *Train* ({@link #of}) goes on where nothing but the end was changed; otherwise it
 * starts from the first weights of the seed, so that two runs differ in what was changed and in
 * nothing else. *Continue with these weights* ({@link #keeping}) keeps what the choices allow:
 * after a change of the preparation, the loss or the seed nothing, of layers those that are as they
 * were, of anything else all.
 *
 * @param experiment the draft, with the epochs of the whole run
 * @param start what it begins with
 */
public record TrainingPlan(Experiment experiment, TrainingStart start) {

  /** What pressing Train does with a document whose draft has no problems. */
  public static TrainingPlan of(Document document) {
    var draft = document.draft();
    var trained = document.trained();
    var keeping = keeping(draft, trained);
    if (trained == null
        || keeping.start instanceof TrainingStart.Anew
        || isSameRun(draft, trained)
        || trained.isSetByHand()) {
      return keeping;
    }
    var epochs = draft.training().stopping().epochs();
    return new TrainingPlan(draft, new TrainingStart.Anew(TrainingStart.Reason.CHANGED, epochs));
  }

  /** What continuing with the weights of a document does. */
  public static TrainingPlan keeping(Document document) {
    return keeping(document.draft(), document.trained());
  }

  /**
   * What continuing with the weights of a model does, for choices without problems.
   *
   * @param trained the model that there is; null for none
   */
  public static TrainingPlan keeping(Experiment draft, @Nullable Model trained) {
    var start = start(draft, trained);
    var training = draft.training().withEpochs(start.totalEpochs());
    if (trained != null && start instanceof TrainingStart.Continued) {
      // A rate that was changed by hand is in the history: the run began with the one before it.
      var begunWith = trained.experiment().training().optimizer().learningRate();
      training = training.withLearningRate(begunWith);
    }
    return new TrainingPlan(draft.withTraining(training), start);
  }

  /**
   * A document that has gone back to an epoch of its run. A rate that was changed since is again
   * that of then, where nothing else was chosen anew: Train goes on from that epoch.
   */
  public static Document goneBack(Document document, Model past) {
    var rate = past.lastChoices().training().optimizer().learningRate();
    var draft = document.draft();
    var then = draft.withTraining(draft.training().withLearningRate(rate));
    return document
        .withTrained(past.decidedAs(document.trained()))
        .withDraft(isSameRun(then, past) ? then : draft);
  }

  /** The same for a single step of a document, which does not ask for as many epochs again. */
  public TrainingPlan ofStep(Document document) {
    var trained = document.trained();
    var asked = document.draft().training().stopping().epochs();
    var promised = trained == null ? 0 : trained.experiment().training().stopping().epochs();
    var epochs = Math.min(start.totalEpochs(), Math.max(asked, promised));
    var training = experiment.training().withEpochs(epochs);
    return new TrainingPlan(experiment.withTraining(training), start);
  }

  /** Whether Train would start anew where weights of a document could be kept. */
  public static boolean canKeep(Document document) {
    return of(document).start instanceof TrainingStart.Anew anew
        && anew.reason() == TrainingStart.Reason.CHANGED;
  }

  /** Whether it drops weights that were changed by hand, which no training leads to again. */
  public boolean dropsEdits(Document document) {
    var trained = document.trained();
    return start instanceof TrainingStart.Anew && trained != null && trained.isEdited();
  }

  /**
   * Whether networks of folds judge present weights from a beginning of their own: the training
   * that left the weights left none that have not learned the rows they are to judge.
   */
  public boolean foldsBeginAnew() {
    return experiment.training().foldCount() > 0
        && start instanceof TrainingStart.FromWeights from
        && from.kept().folds(experiment.training()).isEmpty();
  }

  /** The learning rate of the first batch, before any factor. */
  public double learningRate() {
    return start instanceof TrainingStart.Continued continued
        ? continued.checkpoint().learningRate()
        : experiment.training().optimizer().learningRate();
  }

  private static TrainingStart start(Experiment draft, @Nullable Model trained) {
    var epochs = draft.training().stopping().epochs();
    if (trained == null) {
      return new TrainingStart.Anew(TrainingStart.Reason.FIRST, epochs);
    }
    var before = trained.experiment();
    if (!draft.preparation().equals(before.preparation())) {
      return new TrainingStart.Anew(TrainingStart.Reason.PREPARATION, epochs);
    } else if (draft.network().loss() != before.network().loss()) {
      return new TrainingStart.Anew(TrainingStart.Reason.LOSS, epochs);
    } else if (draft.training().seed() != before.training().seed()) {
      return new TrainingStart.Anew(TrainingStart.Reason.SEED, epochs);
    }
    var checkpoint = trained.checkpoint();
    var sameRun = isSameRun(draft, trained);
    var reason = trained.history().stopReason();
    // It would end at once again, for the reason for which it had ended.
    var isAtEnd = reason == StopReason.THRESHOLD_REACHED || reason == StopReason.TIME;
    if (sameRun && reason == StopReason.DIVERGED) {
      return new TrainingStart.Anew(TrainingStart.Reason.DIVERGED, epochs);
    } else if (checkpoint == null || !sameRun || isAtEnd) {
      return keeping(draft, trained, epochs);
    }
    return TrainingStart.Continued.of(
        trained,
        checkpoint,
        draft.training().stopping(),
        total(checkpoint.epoch(), before, epochs));
  }

  /** Whether nothing but the end was changed since a model was trained. */
  private static boolean isSameRun(Experiment draft, Model trained) {
    var last = trained.lastChoices();
    return draft.preparation().equals(last.preparation())
        && draft.network().equals(last.network())
        && draft.training().continues(last.training());
  }

  /**
   * Where a run ends that goes on: after the epochs asked for; where these are done, at the end
   * that it was broken off before, unless fewer are asked for now; else after as many again.
   */
  private static int total(int done, Experiment begun, int asked) {
    var promised = begun.training().stopping().epochs();
    if (done < asked) {
      return asked;
    }
    return done < promised && promised <= done + asked ? promised : done + asked;
  }

  private static TrainingStart keeping(Experiment draft, Model trained, int epochs) {
    var kept = KeptLayers.of(draft.network(), trained);
    return kept.count() == 0
        ? new TrainingStart.Anew(TrainingStart.Reason.LAYERS, epochs)
        : new TrainingStart.FromWeights(kept, epochs);
  }

  /**
   * What keeps a run from going on: a checkpoint, which comes from a file, at a batch that an epoch
   * of these rows does not have.
   *
   * @param trainingRows rows to be trained on, at least 1
   */
  public List<Problem> problems(int trainingRows) {
    if (start instanceof TrainingStart.Continued continued) {
      var size = experiment.training().batchSize();
      var batches = size == 0 ? 1 : Math.ceilDiv(trainingRows, size);
      var batch = continued.checkpoint().batch();
      if (batch >= batches) {
        return List.of(
            Problem.of("training.problem.checkpointBatch", "training", batches, batch + 1L));
      }
    }
    return List.of();
  }

  /**
   * The training, ready for its first batch.
   *
   * @param data the experiment's preparation carried out
   */
  public TrainingSession session(PreparedData data, Products products) {
    var design = experiment.network();
    var config = experiment.training();
    var training = data.training();
    var validation = data.validation();
    return switch (start) {
      case TrainingStart.Anew anew ->
          TrainingSession.start(design, config, training, validation, products);
      case TrainingStart.FromWeights from ->
          TrainingSession.startFrom(
              from.kept().weights(config.seed(), products),
              from.kept().ofFolds(config, products),
              design,
              config,
              training,
              validation,
              products);
      case TrainingStart.Continued continued ->
          TrainingSession.resume(
              continued.checkpoint(),
              continued.past(),
              design,
              config,
              training,
              validation,
              products);
    };
  }

  /**
   * The model before its first batch: the weights that the training would begin with.
   *
   * @param document what the plan is of; its rows are at hand
   */
  public Model untrained(Document document, Products products) {
    var table = Objects.requireNonNull(document.data().table(), "a model needs its rows");
    var prepared = PreparedData.of(experiment.preparation(), table);
    return model(session(prepared, products), prepared);
  }

  /**
   * The model that a session has come to. Called on the session's thread, or after its end.
   *
   * @param data what the session was made from
   */
  public Model model(TrainingSession session, PreparedData data) {
    return new Model(
        experiment,
        data.preprocessor(),
        session.weights(),
        session.history().copy(),
        session.checkpoint());
  }

  /** What a training begins with, and why; told before it is started. */
  public sealed interface TrainingStart {

    enum Reason {
      /** Nothing is trained yet. */
      FIRST,
      /** Columns, scaling, missing values or split were changed. */
      PREPARATION,
      LOSS,
      SEED,
      /** No layer is as it was: no weights can be kept. */
      LAYERS,
      /**
       * Something else was changed; the weights could be kept, but the comparison would be unfair.
       */
      CHANGED,
      DIVERGED
    }

    /** The epochs that the training has in the end, those done before included. */
    int totalEpochs();

    /** Weights drawn from the seed. */
    record Anew(Reason reason, int totalEpochs) implements TrainingStart {}

    /**
     * The trained weights, with a fresh optimizer: asked for after something was changed, or the
     * run would end at once, or the weights were set by hand.
     */
    record FromWeights(KeptLayers kept, int totalEpochs) implements TrainingStart {}

    /** The run goes on where it ended, optimizer and all. */
    record Continued(Checkpoint checkpoint, TrainingHistory past, int totalEpochs)
        implements TrainingStart {

      /**
       * A trained model's run, which may end otherwise now.
       *
       * @param now when the run ends
       */
      public static Continued of(
          Model trained, Checkpoint checkpoint, Stopping now, int totalEpochs) {
        var before = trained.experiment().training().stopping();
        return new Continued(checkpoint.goingOn(before, now), trained.history(), totalEpochs);
      }

      /** Epochs still to be done. */
      public int moreEpochs() {
        return totalEpochs - checkpoint.epoch();
      }
    }
  }
}
