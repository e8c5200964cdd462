package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.OptimizerConfig;
import dev.neuralworkbench.ui.common.BackgroundTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Trains the workspace's draft: starts a run, speaks to it, and brings its model into the document
 * when it is held or ends. A run whose document was undone, reset or replaced is dropped. Belongs
 * to the FX thread.
 */
public final class Trainer {

  /** Key of the job that trains. */
  public static final String JOB = "job.training";

  private final Workspace workspace;
  private final BackgroundTasks tasks;
  private final ReadOnlyObjectWrapper<RunState> state =
      new ReadOnlyObjectWrapper<>(this, "state", RunState.IDLE);
  private final ReadOnlyObjectWrapper<@Nullable Run> run = new ReadOnlyObjectWrapper<>(this, "run");
  private final Drive drive;
  private final RunStarts starts;
  private final List<Runnable> waiting = new ArrayList<>();
  private Brought brought;

  /** A trainer of a workspace, which computes as the user last chose. */
  public Trainer(Workspace workspace, BackgroundTasks tasks, Computing computing) {
    this.workspace = workspace;
    this.tasks = tasks;
    starts = new RunStarts(tasks);
    drive = new Drive(computing, run::get);
    brought = Brought.before(workspace.document().get());
    workspace.document().subscribe(this::follow);
  }

  // Read-only properties.

  /** Where training is. */
  public ReadOnlyObjectProperty<RunState> state() {
    return state.getReadOnlyProperty();
  }

  /** The run under way, or the last one; null before the first. */
  public ReadOnlyObjectProperty<@Nullable Run> run() {
    return run.getReadOnlyProperty();
  }

  /** Whether the document's model is what the last run has come to. */
  public boolean isOfRun(Document document) {
    return run.get() != null && brought.model() != null && brought.isStillIn(document);
  }

  /** The run that a model came from; null if it is not remembered. */
  @Nullable Run runOf(Model model) {
    return starts.runOf(model);
  }

  /** How fast a run goes; may be changed while it does. */
  public ObjectProperty<Speed> speed() {
    return drive.speed();
  }

  /** What the machine may do: the threads at once, the products from the next run on. */
  public ObjectProperty<Computing> computing() {
    return drive.computing();
  }

  /** Whether pictures of the training are being drawn: one processor is then left to them. */
  public BooleanProperty drawing() {
    return drive.drawing();
  }

  /** Products as chosen, for whatever computes beside the training. Any thread. */
  public Products products() {
    return drive.engine().products();
  }

  // Commands.

  /** Starts a run, or lets a held one go on. Does nothing while the draft has problems. */
  public void train() {
    switch (state.get()) {
      case IDLE, FINISHED -> start(_ -> state.set(RunState.RUNNING));
      case PAUSED -> resume();
      case PREPARING, RUNNING -> {}
    }
  }

  /** One key for everything: starts, holds and lets go on. */
  public void toggle() {
    if (state.get() == RunState.RUNNING) {
      pause();
    } else {
      train();
    }
  }

  /** Holds the run at the next batch. */
  public void pause() {
    if (state.get() == RunState.RUNNING) {
      control(it -> it.control().pause());
    }
  }

  /** Ends the run at the next batch; its model stays. */
  public void stop() {
    if (state.get() == RunState.PREPARING) {
      drop();
    } else {
      control(it -> it.control().stop());
    }
  }

  /** Trains to the end of the epoch, then holds; starts a run where there is none. */
  public void stepEpoch() {
    step(it -> it.control().stepEpoch());
  }

  /** Trains one batch, then holds; starts a run where there is none. */
  public void stepBatch() {
    step(it -> it.control().stepBatch());
  }

  /** Changes the learning rate of the run under way; recorded with it. */
  public void learningRate(double rate) {
    if (OptimizerConfig.LEARNING_RATE.contains(rate)) {
      control(it -> it.changeLearningRate(rate));
    }
  }

  /**
   * Changes a weight or bias of a held run; recorded with it, and a step that can be undone.
   *
   * @param layer dense layer, counted from 0
   * @param input input of the weight; {@link Intervention.WeightEdit#BIAS} for the bias
   * @param value a finite number
   */
  public void changeWeight(int layer, int input, int unit, float value) {
    var held = run.get();
    if (held != null && state.get() == RunState.PAUSED) {
      held.control().weight(layer, input, unit, value);
      snapshot(held, model -> changed(held, model));
    }
  }

  /** What is trained after the change is a step of its own. */
  private void changed(Run held, Model model) {
    if (isUnderWay(held)) {
      brought = new Brought(held.data(), model, null);
      workspace.edit("command.changeWeight", it -> it.withTrained(model));
    }
  }

  /** Forgets what was trained: the next run starts anew. */
  public void reset() {
    workspace.edit("command.reset", document -> document.withTrained(null));
    drop();
  }

  /** Brings the document up to the run under way, then goes on with what needs it. */
  public void upToDate(Runnable next) {
    var current = run.get();
    if (state.get() != RunState.RUNNING || current == null) {
      next.run();
      return;
    }
    waiting.add(next);
    snapshot(current, model -> bring(current, model));
  }

  /**
   * Hands out the document as it would be if the run under way ended now; nothing is changed by it.
   * A run that ends meanwhile, or is dropped, does not answer.
   */
  public void presentWork(Consumer<Document> receiver) {
    var current = run.get();
    if (state.get() != RunState.RUNNING || current == null) {
      receiver.accept(workspace.document().get());
      return;
    }
    snapshot(
        current,
        model -> {
          if (current.equals(run.get()) && state.get().isActive()) {
            receiver.accept(workspace.document().get().withTrained(model));
          }
        });
  }

  /** Asks the run for its model at the next batch. */
  private void snapshot(Run of, Consumer<Model> receiver) {
    of.control()
        .requestSnapshot(
            _ -> {
              var model = of.model();
              tasks.later(() -> receiver.accept(model));
            });
  }

  private void start(Consumer<Run> begun) {
    if (!workspace.problems().get().isEmpty()) {
      return;
    }
    workspace.settle();
    var document = workspace.document().get();
    brought = Brought.before(document);
    state.set(RunState.PREPARING);
    starts.prepare(
        document, drive.engine(), ready -> begin(ready, begun), this::failed, this::drop);
  }

  private void begin(Run ready, Consumer<Run> begun) {
    run.set(ready);
    drive.tell();
    ready.control().onHold(_ -> held(ready));
    begun.accept(ready);
    tasks.submit(JOB, _ -> ready.train(), model -> finished(ready, model), this::failed);
  }

  private void step(Consumer<Run> step) {
    switch (state.get()) {
      case IDLE, FINISHED ->
          start(
              ready -> {
                state.set(RunState.PAUSED);
                step.accept(ready);
              });
      case RUNNING, PAUSED -> control(step);
      case PREPARING -> {}
    }
  }

  private void resume() {
    state.set(RunState.RUNNING);
    control(it -> it.control().resume());
  }

  /** On the run's thread. */
  private void held(Run held) {
    var model = held.model();
    tasks.later(
        () -> {
          if (isUnderWay(held) && held.control().paused()) {
            state.set(RunState.PAUSED);
          }
          bring(held, model);
        });
  }

  private void finished(Run ended, Model model) {
    if (isUnderWay(ended)) {
      state.set(RunState.FINISHED);
      bring(ended, model);
    }
  }

  private void failed(Exception e) {
    drop();
    throw new IllegalStateException("training failed", e);
  }

  /** Puts the run's model into the document: one step, however often the run is held. */
  private void bring(Run from, Model model) {
    if (isUnderWay(from) || (from.equals(run.get()) && state.get() == RunState.FINISHED)) {
      var before = brought.document();
      brought = new Brought(from.data(), model, null);
      workspace.trained(before, model);
      brought = new Brought(from.data(), model, workspace.document().get());
    }
    var ready = List.copyOf(waiting);
    waiting.clear();
    ready.forEach(Runnable::run);
  }

  /** While the next run is being prepared, the one before is still the last, but dropped. */
  private boolean isUnderWay(Run it) {
    return it.equals(run.get())
        && switch (state.get()) {
          case RUNNING, PAUSED -> true;
          case IDLE, PREPARING, FINISHED -> false;
        };
  }

  /** Drops a run whose document is no longer the one it was started for. */
  private void follow(Document document) {
    if (state.get().isActive()) {
      if (!brought.isStillIn(document)) {
        drop();
      }
    } else {
      state.set(isOfRun(document) ? RunState.FINISHED : RunState.IDLE);
    }
  }

  private void drop() {
    starts.forget();
    control(it -> it.control().stop());
    brought = new Brought(brought.data(), null, null);
    state.set(RunState.IDLE);
    waiting.clear();
  }

  private void control(Consumer<Run> command) {
    var current = run.get();
    if (current != null) {
      command.accept(current);
    }
  }
}
