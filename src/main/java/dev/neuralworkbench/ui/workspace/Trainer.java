package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Work;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * Trains the workspace's draft: starts a run, speaks to it, and brings its model into the document
 * when it is held or ends. A run whose document was undone, reset or replaced is dropped. Belongs
 * to the FX thread.
 */
public final class Trainer {

  public static final String JOB = "job.training";
  static final String SNAPSHOT = "snapshot";
  static final String KEEPING = "job.keeping";

  private final Workspace workspace;
  private final BackgroundTasks tasks;
  private final RunSettings settings;
  private final RunStarts starts;
  private final List<Waiting> waiting = new ArrayList<>();
  private @Nullable Dialogs dialogs;
  private TrainingStatus followed;

  /** What goes on with a document that is up to date, and what happens where that never comes. */
  private record Waiting(Runnable next, Runnable otherwise) {}

  public Trainer(Workspace workspace, BackgroundTasks tasks, ComputingPreferences computing) {
    this.workspace = workspace;
    this.tasks = tasks;
    starts = new RunStarts(tasks, () -> workspace.change(WorkspaceState::dropped));
    settings = new RunSettings(computing, workspace.run::get);
    followed = workspace.state.get().training();
    workspace.state.subscribe(this::follow);
  }

  public void askBeforeEditsGo(Dialogs asked) {
    dialogs = asked;
  }

  // Read-only properties.

  public ReadOnlyObjectProperty<RunState> state() {
    return workspace.runState;
  }

  /** The run under way, or the last one; null before the first. */
  public ReadOnlyObjectProperty<@Nullable Run> run() {
    return workspace.run;
  }

  public boolean isOfRun(Document document) {
    return now().isOf(document);
  }

  /** The run that the document shows as far as it has come, or is about to; null for none. */
  public @Nullable Run shownRun() {
    return switch (now().state()) {
      case RUNNING, PAUSED, FINISHED -> now().run();
      case IDLE, PREPARING -> null;
    };
  }

  public OptionalInt underWay() {
    return now().isUnderWay() ? OptionalInt.of(now().number()) : OptionalInt.empty();
  }

  @Nullable Run runOf(Model model) {
    return starts.runOf(model.history());
  }

  public ObjectProperty<Speed> speed() {
    return settings.speed;
  }

  /** What the machine may do: the threads at once, the products from the next run on. */
  public ObjectProperty<ComputingPreferences> computing() {
    return settings.computing;
  }

  /** Whether pictures of the training are being drawn: one processor is then left to them. */
  public BooleanProperty drawing() {
    return settings.drawing;
  }

  /** Products as chosen, for whatever computes beside the training. Any thread. */
  public Products products() {
    return settings.engine().products();
  }

  // Commands.

  /** Starts a run, or lets a held one go on. Does nothing while the draft has problems. */
  public void train() {
    switch (now().state()) {
      case IDLE, FINISHED -> startAsked(RunState.RUNNING, _ -> {});
      case PAUSED ->
          control(
              it -> {
                workspace.change(state -> state.running(it, RunState.RUNNING));
                it.control.resume();
              });
      case PREPARING, RUNNING -> {}
    }
  }

  /** Starts a run from the first weights of its seed, as one step; a run under way is left. */
  public void trainAnew() {
    startAfresh(document -> TrainingPlan.of(document.withTrained(null)));
  }

  /** Starts a run from the present weights as far as the draft allows; not while a run goes. */
  public void trainWithTheseWeights() {
    switch (now().state()) {
      case IDLE, FINISHED, PAUSED -> startAfresh(TrainingPlan::keeping);
      case PREPARING, RUNNING -> {}
    }
  }

  private void startAfresh(Function<Document, TrainingPlan> planned) {
    if (now().state().isActive()) {
      workspace.change(WorkspaceState::dropped);
    }
    start(planned, RunState.RUNNING, _ -> {});
  }

  public void toggle() {
    if (now().state() == RunState.RUNNING) {
      pause();
    } else {
      train();
    }
  }

  public void pause() {
    if (now().state() == RunState.RUNNING) {
      control(it -> it.control.pause());
    }
  }

  /** Ends the run at the next batch; its model stays. */
  public void stop() {
    if (now().state() == RunState.PREPARING) {
      workspace.change(WorkspaceState::dropped);
    } else {
      control(it -> it.control.stop());
    }
  }

  /** Trains to the end of the epoch, then holds; starts a run where there is none. */
  public void stepEpoch() {
    step(it -> it.control.stepEpoch());
  }

  /** Trains one batch, then holds; starts a run where there is none. */
  public void stepBatch() {
    step(it -> it.control.stepBatch());
  }

  /** As {@link WeightChanges#change}, of a held run: recorded, and a step that can be undone. */
  void changeWeight(int layer, int input, int unit, float value) {
    var held = now().run();
    if (held != null && now().state() == RunState.PAUSED) {
      held.control.weight(layer, input, unit, value);
      snapshot(
          held, model -> workspace.change(it -> it.weightChanged(held, model)), tasks::complain);
    }
  }

  public void reset() {
    workspace.edit("command.reset", document -> document.withTrained(null));
    workspace.change(WorkspaceState::dropped);
  }

  /** Takes the last step back; a run that this would end becomes a step first, and redo has it. */
  public void undo() {
    var isOver = !workspace.state.get().undone().training().state().isActive();
    if (now().state() == RunState.RUNNING && isOver) {
      upToDate(workspace::undo);
    } else {
      workspace.undo();
    }
  }

  /** Does the last step again that was taken back, unless that would end the run under way. */
  public void redo() {
    if (canRedo()) {
      workspace.redo();
    }
  }

  public boolean canRedo() {
    return !now().state().isActive()
        || workspace.state.get().redone().training().state().isActive();
  }

  /**
   * Brings the document up to the run under way, then goes on with what needs it. Where the
   * document is changed before that, it does not go on: what needed it was meant for the one
   * before.
   */
  public void upToDate(Runnable next) {
    upToDate(next, () -> {});
  }

  /** The same; {@code otherwise} is called, later, where it does not go on. */
  public void upToDate(Runnable next, Runnable otherwise) {
    var current = now().run();
    if (now().state() != RunState.RUNNING || current == null) {
      next.run();
      return;
    }
    waiting.add(new Waiting(next, otherwise));
    snapshot(
        current,
        model -> bring(current, model, now().state()),
        () -> {
          if (now().isUnderWay(current)) {
            forgetWaiting();
          }
          tasks.complain();
        });
  }

  /** Hands out the document as if the run under way ended now, unless it ends meanwhile. */
  public void presentWork(Consumer<Document> receiver, Runnable failed) {
    var current = now().run();
    if (now().state() != RunState.RUNNING || current == null) {
      receiver.accept(workspace.document().get());
      return;
    }
    snapshot(
        current,
        model -> {
          if (now().isUnderWay(current)) {
            var document = workspace.document().get();
            receiver.accept(document.withTrained(model.decidedAs(document.trained())));
          }
        },
        failed);
  }

  /** Asks the run for its model at the next batch; where there is no memory for it, it goes on. */
  private void snapshot(Run of, Consumer<Model> receiver, Runnable failed) {
    of.control.requestSnapshot(
        _ -> tasks.bring(SNAPSHOT, _ -> of.model(), receiver, _ -> failed.run()));
  }

  private void startAsked(RunState as, Consumer<Run> begun) {
    switch (aboutEdits(workspace.document().get())) {
      case TRAIN_ANEW -> start(TrainingPlan::of, as, begun);
      case CONTINUE -> start(TrainingPlan::keeping, as, begun);
      case CANCEL -> {}
    }
  }

  private Dialogs.EditedWeights aboutEdits(Document document) {
    return dialogs != null
            && workspace.problems().get().isEmpty()
            && TrainingPlan.of(document).dropsEdits(document)
        ? dialogs.editedWeights(TrainingPlan.canKeep(document))
        : Dialogs.EditedWeights.TRAIN_ANEW;
  }

  private void start(Function<Document, TrainingPlan> planned, RunState as, Consumer<Run> begun) {
    if (!workspace.problems().get().isEmpty()) {
      return;
    }
    var document = workspace.document().get();
    workspace.change(WorkspaceState::preparing);
    starts.prepare(
        planned.apply(document),
        document.data(),
        settings.engine(),
        ready -> begin(ready, as, begun),
        tasks.complainAfter(() -> workspace.change(WorkspaceState::dropped)));
  }

  private void begin(Run ready, RunState as, Consumer<Run> begun) {
    workspace.change(it -> it.begun(ready, as));
    if (!now().isUnderWay(ready)) {
      return;
    }
    settings.tell();
    ready.control.onHold(_ -> held(ready));
    begun.accept(ready);
    tasks.submit(
        JOB,
        _ -> ready.train(),
        model -> bring(ready, model, RunState.FINISHED),
        _ -> failed(ready));
  }

  private void step(Consumer<Run> step) {
    switch (now().state()) {
      case IDLE, FINISHED -> startAsked(RunState.PAUSED, step);
      case RUNNING, PAUSED -> control(step);
      case PREPARING -> {}
    }
  }

  private void held(Run held) {
    tasks.bring(
        SNAPSHOT,
        _ -> held.model(),
        model -> bring(held, model, held.control.paused() ? RunState.PAUSED : now().state()),
        _ -> {
          // Without a model it waits all the same, and can be told to go on.
          if (held.control.paused()) {
            workspace.change(it -> it.running(held, RunState.PAUSED));
          }
          tasks.complain();
        });
  }

  /**
   * Keeps what a broken run had learned: the end of its last epoch, which is trained again from the
   * checkpoint before; where memory lacks for that, the checkpoint; where there is none, what the
   * run has come to. A run that nobody asks for any more may end as it likes.
   */
  private void failed(Run broken) {
    if (now().isUnderWay(broken)) {
      tasks.complain();
      var last = broken.history().epochs();
      var atHand = broken.trail.atHand(last);
      Runnable asItIs = () -> keep(broken, _ -> broken.model(), () -> drop(broken));
      Runnable before =
          () -> keep(broken, work -> broken.at(atHand, work::cancelled).orElseThrow(), asItIs);
      keep(
          broken,
          work -> broken.at(last, work::cancelled).orElseThrow(),
          atHand >= 0 && atHand < last ? before : asItIs);
    }
  }

  private void keep(Run broken, Work<Model> learned, Runnable otherwise) {
    if (!now().isUnderWay(broken)) {
      return;
    }
    tasks
        .submit(
            KEEPING,
            learned,
            model -> bring(broken, model, RunState.FINISHED),
            _ -> otherwise.run())
        .whenCancelled(otherwise);
  }

  private void drop(Run broken) {
    if (now().isUnderWay(broken)) {
      var ready = takeWaiting();
      workspace.change(WorkspaceState::dropped);
      ready.forEach(it -> it.next().run());
    }
  }

  private void bring(Run from, Model model, RunState as) {
    if (now().isUnderWay(from)) {
      workspace.change(it -> it.trained(from, model, as));
      takeWaiting().forEach(it -> it.next().run());
    }
  }

  private void forgetWaiting() {
    takeWaiting().forEach(it -> tasks.later(it.otherwise()));
  }

  private List<Waiting> takeWaiting() {
    var taken = List.copyOf(waiting);
    waiting.clear();
    return taken;
  }

  private void follow(WorkspaceState state) {
    var before = followed;
    followed = state.training();
    if (before.state().isActive() && followed.state() == RunState.IDLE) {
      forgetWaiting();
      starts.preparing.forget();
      if (before.run() != null) {
        before.run().control.stop();
      }
    } else if (state.typing() == null) {
      // A learning rate that is chosen while a run goes is its rate from the next batch on.
      var current = followed.run();
      if (current != null && followed.isUnderWay()) {
        current.followRate(state.document().draft().training().optimizer());
      }
    }
  }

  private void control(Consumer<Run> command) {
    workspace.settle(); // A rate that is being typed counts from now on.
    var current = now().run();
    if (current != null) {
      command.accept(current);
    }
  }

  private TrainingStatus now() {
    return workspace.state.get().training();
  }
}
