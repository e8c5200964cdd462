package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.train.EpochResult;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.drawing.map.DecisionMap;
import dev.neuralworkbench.ui.drawing.map.DecisionMapFinder;
import dev.neuralworkbench.ui.live.diagnosis.DiagnosisViewModel;
import dev.neuralworkbench.ui.live.diagnosis.VitalsRecorder;
import dev.neuralworkbench.ui.workspace.DataFacts;
import dev.neuralworkbench.ui.workspace.Run;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the live screen shows of the present run, the one before, and what was learned. */
public final class LiveViewModel {

  private final Workspace workspace;
  private final Trainer trainer;
  final TimeTravel travel;
  final BackgroundTasks tasks;
  private final DecisionMapFinder maps;
  public final ObservableValue<@Nullable DecisionMap> map;
  private final PresentScores presentScores;
  final VitalsRecorder recorder;
  final DiagnosisViewModel diagnosis;
  public final ReadOnlyObjectWrapper<@Nullable LiveRun> present = new ReadOnlyObjectWrapper<>();

  /** The run before it, shown as a ghost; null where there is none with the same kind of loss. */
  public final ReadOnlyObjectWrapper<@Nullable LiveRun> previous = new ReadOnlyObjectWrapper<>();

  final ReadOnlyObjectWrapper<LiveWords.Phrase> state =
      new ReadOnlyObjectWrapper<>(LiveWords.state(null, RunState.IDLE, false));
  final ReadOnlyObjectWrapper<LiveNumbers> reading = new ReadOnlyObjectWrapper<>(LiveNumbers.NONE);

  final ObservableValue<ProblemType> problem;

  final ObservableValue<Integer> folds;

  /** Whether folds or rows may judge the run: otherwise training alone has numbers. */
  final ObservableValue<Boolean> judged;

  /** Whether the network in use was changed since the last epoch, so that none is its own. */
  final BooleanBinding changed;

  /** Whether the run is held within an epoch, so that the network is that of none. */
  final BooleanBinding within;

  private int jumps;
  private @Nullable Run asked;
  private @Nullable Model shown;

  public LiveViewModel(
      Workspace workspace, Trainer trainer, TimeTravel travel, BackgroundTasks tasks) {
    this.workspace = workspace;
    this.trainer = trainer;
    this.travel = travel;
    this.tasks = tasks;
    maps = new DecisionMapFinder(tasks);
    map = maps.map();
    map.subscribe(_ -> shown = null);
    presentScores = new PresentScores(tasks, trainer::products);
    recorder = new VitalsRecorder(travel, tasks);
    diagnosis = new DiagnosisViewModel(workspace, travel, recorder, tasks);
    var document = workspace.document();
    changed =
        Bindings.createBooleanBinding(
            () -> isChanged(document.get().trained()), document, trainer.state());
    within =
        Bindings.createBooleanBinding(
            () -> isWithin(document.get().trained()), document, trainer.state());
    problem = chosen(it -> it.preparation().problemType());
    folds = chosen(it -> it.training().foldCount());
    judged = chosen(it -> it.training().foldCount() > 0 || it.preparation().split().mayValidate());
    OnAnyChange.all(this::follow, document, workspace.facts(), trainer.run(), trainer.state());
  }

  /** Key of the sentence that says why there is no picture; null where there is one. */
  ObservableValue<@Nullable String> noPicture() {
    var document = workspace.document();
    var facts = workspace.facts();
    return Bindings.createObjectBinding(
        () -> noPicture(map.getValue(), document.get(), facts.get()), map, document, facts);
  }

  private static @Nullable String noPicture(
      @Nullable DecisionMap shown, Document document, DataFacts facts) {
    if (shown != null) {
      return shown.axes().isEmpty() ? "picture.noNumbers" : null;
    } else if (document.data().table() == null) {
      return "picture.noTable";
    }
    return facts.problems().isEmpty() ? "picture.looking" : "picture.problems";
  }

  private boolean isChanged(@Nullable Model model) {
    var now = trainer.state().get();
    return model != null && now != RunState.RUNNING && model.isChanged(now == RunState.PAUSED);
  }

  private boolean isWithin(@Nullable Model model) {
    var checkpoint = model == null ? null : model.checkpoint();
    return checkpoint != null && checkpoint.batch() > 0 && trainer.state().get() == RunState.PAUSED;
  }

  boolean isPast() {
    return workspace.moment.get() != null;
  }

  /** The weights of the moment that is shown; a run under way is followed now and then. */
  VitalsRecorder.@Nullable WeightsNow weightsNow() {
    if (!isPast() && trainer.underWay().isPresent()) {
      return recorder.newest.get();
    }
    var trained = workspace.model.getValue();
    return trained == null
        ? null
        : new VitalsRecorder.WeightsNow(trained.history().epochs(), trained.weights());
  }

  /** Looks at what the run has done since; called once a frame while the screen is seen. */
  public void pull() {
    recorder.pull();
    diagnosis.pull();
    state.set(LiveWords.state(present.get(), trainer.state().get(), changed.get()));
    reading.set(readingNow(present.get()));
  }

  /** Means of the last epoch while a run goes on; otherwise what the network itself scores. */
  private LiveNumbers readingNow(@Nullable LiveRun run) {
    var moment = workspace.moment.get();
    if (run == null) {
      return LiveNumbers.NONE;
    } else if (moment == null && trainer.state().get() == RunState.RUNNING) {
      return LiveNumbers.of(run, run.history().epochs());
    }
    var table = workspace.document().get().data().table();
    var model = workspace.model.getValue();
    var scores = map.getValue() == null || model == null ? null : presentScores.of(table, model);
    if (moment == null && changed.get()) {
      return LiveNumbers.changed(scores, remark(scores));
    }
    return (moment == null ? LiveNumbers.inUse(run) : LiveNumbers.of(run, moment.epochs()))
        .judged(scores);
  }

  private String remark(@Nullable EpochResult scores) {
    return scores != null
        ? "live.values.edited"
        : map.getValue() == null ? "live.values.edited.unknown" : "live.values.edited.working";
  }

  /** Gives newer weights for a picture; those of a run under way come after its next batch. */
  public void askWeights(BiConsumer<NetworkDesign, NetworkWeights> receiver) {
    var run = trainer.shownRun();
    if (run != null && trainer.state().get() == RunState.RUNNING && !isPast()) {
      askRun(run, receiver);
    } else if (asked == null || isPast()) {
      asked = null;
      giveModel(receiver);
    }
  }

  private void askRun(Run run, BiConsumer<NetworkDesign, NetworkWeights> receiver) {
    if (run.equals(asked)) {
      return;
    }
    asked = run;
    shown = null;
    run.control.requestSnapshot(
        snapshot ->
            tasks.later(
                () -> {
                  if (run.equals(asked)) {
                    asked = null;
                    receiver.accept(run.experiment().network(), snapshot.weights());
                  }
                }));
  }

  private void giveModel(BiConsumer<NetworkDesign, NetworkWeights> receiver) {
    var model = workspace.model.getValue();
    if (model != null && !Same.is(model, shown) && trainer.state().get() != RunState.PREPARING) {
      shown = model;
      receiver.accept(model.experiment().network(), model.weights());
    }
  }

  private <T> ObservableValue<T> chosen(Function<Experiment, T> of) {
    var document = workspace.document();
    return Bindings.createObjectBinding(
        () -> {
          var run = present.get();
          return of.apply(run == null ? document.get().draft() : run.experiment());
        },
        present,
        document);
  }

  private void follow() {
    var document = workspace.document().get();
    var run = trainer.shownRun();
    var model = document.trained();
    if (trainer.state().get() != RunState.PREPARING) {
      var seeded = isSeeded(document.runs(), model);
      change(
          document,
          run != null
              ? LiveRun.of(run, seeded)
              : model != null ? LiveRun.of(document.data(), model, seeded, end(document)) : null);
    }
    if (trainer.state().get() != RunState.RUNNING) {
      asked = null;
    }
    maps.find(subject(document, workspace.facts().get(), run, model));
    pull();
  }

  private boolean isSeeded(RunLog log, @Nullable Model model) {
    var number = trainer.underWay();
    return (number.isPresent()
            ? log.run(number.getAsInt())
            : Optional.ofNullable(model).flatMap(log::source))
        .map(run -> run.record().anew())
        .orElse(false);
  }

  /** Epochs that the model's run will have if Train goes on with it; 0 if not. */
  private int end(Document document) {
    return workspace.problems().get().isEmpty()
            && TrainingPlan.of(document).start() instanceof TrainingStart.Continued continued
        ? continued.totalEpochs()
        : 0;
  }

  private DecisionMapFinder.@Nullable Subject subject(
      Document document, DataFacts facts, @Nullable Run run, @Nullable Model model) {
    var table = run != null ? run.data.table() : document.data().table();
    if (table == null) {
      return null;
    } else if (run != null) {
      return new DecisionMapFinder.Subject(
          table, run.experiment().preparation(), run.prepared.preprocessor());
    } else if (model != null) {
      return new DecisionMapFinder.Subject(
          table, model.experiment().preparation(), model.preprocessor());
    }
    return facts.known() && facts.problems().isEmpty()
        ? new DecisionMapFinder.Subject(table, document.draft().preparation(), null)
        : null;
  }

  /**
   * The run that was shown becomes the ghost of the next, and stays behind after a reset. One that
   * goes on from an earlier epoch has the whole of that run behind it, and one that goes on from
   * its end, or whose weights were edited since, is still that run: no ghost of itself. Undo leads
   * back to the ghost, which then has none.
   */
  private void change(Document document, @Nullable LiveRun next) {
    var last = present.get();
    var isJump = jumps != workspace.jumps.get();
    jumps = workspace.jumps.get();
    if (last == null || next == null || !next.history().equals(last.history())) {
      var ghost = isJump && isUndone(next) ? null : ghost(last, next);
      previous.set(ghost != null && isBeside(ghost, document, next) ? ghost : null);
    }
    present.set(next);
  }

  private boolean isUndone(@Nullable LiveRun next) {
    var behind = previous.get();
    return next == null || (behind != null && next.isSameRun(behind));
  }

  private @Nullable LiveRun ghost(@Nullable LiveRun last, @Nullable LiveRun next) {
    var behind = previous.get();
    if (last == null || last.history().epochs() == 0) {
      return behind;
    }
    return next == null || !next.isSameRun(last) ? last : behind;
  }

  private static boolean isBeside(LiveRun ghost, Document document, @Nullable LiveRun next) {
    return next == null
        ? ghost.dataHash().equals(document.data().hash())
        : ghost.comparesWith(next);
  }

  /** Losses and scores of an edited or stepped network, in no history. Belongs to the FX thread. */
  static final class PresentScores {

    private final Supplier<Products> products;
    private final Inquiry<Model, EpochResult> found;

    PresentScores(BackgroundTasks tasks, Supplier<Products> products) {
      this.products = products;
      var task = LatestTask.seen(tasks, "live.job.scores");
      found = new Inquiry<Model, EpochResult>(tasks, task).failing(_ -> {});
    }

    /** The numbers of a model on the rows of its document; null until they are known. */
    @Nullable EpochResult of(@Nullable Table table, Model model) {
      if (table != null) {
        found.ask(
            model,
            _ -> {
              // As the curves: of the most probable class.
              var plain = model.withDecision(null);
              return scores(new ModelPredictor(plain, products.get()), model.prepared(table));
            });
      }
      return model.equals(found.question()) ? found.get() : null;
    }

    private static EpochResult scores(ModelPredictor predictor, PreparedData rows) {
      return new EpochResult(
          predictor.loss(rows.training()),
          predictor.loss(rows.validation()),
          score(predictor, rows.training()),
          score(predictor, rows.validation()),
          Double.NaN,
          Double.NaN);
    }

    private static double score(ModelPredictor predictor, Dataset rows) {
      if (rows.rows() == 0) {
        return Double.NaN;
      }
      return switch (Scores.of(predictor, rows)) {
        case Scores.OfClasses classes -> classes.confusion().accuracy();
        case Scores.OfNumbers numbers -> numbers.report().r2();
      };
    }
  }
}
