package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.step.WorkedOut;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.report.WorkedSteps;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.backprop.aid.AidMoment;
import dev.neuralworkbench.ui.backprop.walk.AppliedStep;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows;
import dev.neuralworkbench.ui.backprop.walk.GradientChecks;
import dev.neuralworkbench.ui.backprop.walk.StepSubject;
import dev.neuralworkbench.ui.backprop.walk.StepWalker;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.WeightChanges;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The next step of training, taken apart: rows, small steps, checks, and the step itself. */
public final class BackpropViewModel {

  public enum StepTab {
    STEPS,
    /** What the optimizer makes of every gradient. */
    LEDGER,
    /** Its gradients against differences. */
    CHECK;
  }

  final Workspace workspace;
  final Trainer trainer;
  private final BackgroundTasks tasks;
  private final Supplier<Products> products;
  final ObjectProperty<Decimals> decimals = new SimpleObjectProperty<>(Decimals.DEFAULT);
  final ObjectProperty<StepTab> aspect = new SimpleObjectProperty<>(StepTab.STEPS);
  final ObjectProperty<Bookmark.@Nullable Panel> aid = new SimpleObjectProperty<>();

  /** Whether the step was tried and led beyond all numbers. */
  final ReadOnlyBooleanWrapper beyond = new ReadOnlyBooleanWrapper();

  /** The step applied last, while model and choices are as they were then; null otherwise. */
  final ReadOnlyObjectWrapper<@Nullable AppliedStep> applied = new ReadOnlyObjectWrapper<>();

  final StepWalker walker = new StepWalker(decimals);
  final ChosenRows rows;
  final GradientChecks checks;

  public BackpropViewModel(
      Workspace workspace, Trainer trainer, BackgroundTasks tasks, Supplier<Products> products) {
    this.workspace = workspace;
    this.trainer = trainer;
    this.tasks = tasks;
    this.products = products;
    rows = new ChosenRows(workspace, tasks, products, walker);
    checks = new GradientChecks(tasks, rows.subject);
    rows.subject.addListener((_, _, _) -> beyond.set(false));
    rows.subject.addListener((_, _, now) -> forget(it -> it.isBefore(now)));
    walker.asks.addListener((_, _, _) -> forget(_ -> false));
    workspace.document().subscribe(document -> forget(it -> it.isOf(document)));
  }

  private void forget(Predicate<AppliedStep> keeps) {
    var last = applied.get();
    if (last != null && !keeps.test(last)) {
      applied.set(null);
    }
  }

  /** What keeps the step from being applied; empty if nothing does. */
  String whyNotApply() {
    return switch (trainer.state().get()) {
      case PREPARING, RUNNING -> "backprop.apply.running";
      case IDLE, PAUSED, FINISHED -> beyond.get() ? "backprop.apply.beyond" : "";
    };
  }

  public @Nullable WorkedSteps lastStep(Document document) {
    var of = rows.subject.get();
    var step = walker.step();
    if (of == null
        || step == null
        || !Same.is(of.basis().document().trained(), document.trained())) {
      return null;
    }
    var row = of.isBatch() || of.rows().isEmpty() ? 0 : of.rows().getFirst() + 1;
    return new WorkedSteps(of.trace(), List.of(step), row, decimals.get());
  }

  /** What goes through the step: the table, row, mini-batch and epoch. */
  String about(StepSubject of, Words words) {
    var basis = of.basis();
    var at = Math.min(walker.focus.get(), of.prepared().size() - 1);
    return words.text(
        rows.source.get().aboutKey(),
        basis.document().data().name(),
        Numbers.count(of.rows().isEmpty() ? 0 : of.rows().get(at) + 1),
        Numbers.count(basis.table().rows()),
        Numbers.count(basis.setting().epoch() + 1),
        Numbers.count(at + 1),
        Numbers.count(of.prepared().size()),
        Numbers.count(basis.setting().batch() + 1),
        Numbers.count(basis.batches()));
  }

  /** Where the walk is, to be saved; null while there is none. */
  public @Nullable Bookmark bookmark() {
    var of = rows.subject.get();
    if (of == null || walker.walk.get() == null) {
      return null;
    }
    return new Bookmark(
        of.isBatch() ? Bookmark.Rows.BATCH : Bookmark.Rows.ROW,
        of.isBatch() ? walker.focus.get() + 1 : rows.row.get(),
        Bookmark.Detail.valueOf(walker.grain.get().name()),
        walker.index.get() + 1,
        walker.isBlanked() ? true : null,
        walker.presses(),
        aid.get());
  }

  /** Goes to where a walk was, as soon as the rows are at hand; null to go nowhere any more. */
  public void goTo(@Nullable Bookmark bookmark) {
    if (bookmark != null) {
      aid.set(bookmark.panel());
    }
    rows.goTo(bookmark);
  }

  @Nullable AidMoment moment() {
    var known = known();
    var step = walker.step();
    return known == null || step == null ? null : new AidMoment(step, known, decimals.get());
  }

  /** What has been worked out when the present step shows; null while there is nothing. */
  @Nullable WorkedOut known() {
    var of = rows.subject.get();
    var walk = walker.walk.get();
    return of == null || walk == null
        ? null
        : WorkedOut.at(walk, of.trace(), walker.focus.get(), walker.index.get(), walker.hides());
  }

  boolean canChangeWeights() {
    return !trainer.state().get().isActive();
  }

  /**
   * Gives a weight or bias another number; nothing where it has it already. From the weights that
   * show: a row by itself changes others than the next mini-batch.
   */
  void changeWeight(NetworkLocation place, float value) {
    var of = rows.subject.get();
    if (of == null || !canChangeWeights()) {
      return;
    }
    var basis = of.basis();
    var weights = of.trace().setting().weights();
    var layer = place.layer();
    if (weights.weight(layer, place.input(), place.unit()) != value) {
      var trained =
          new WeightChanges.Trained(basis.experiment(), basis.data().preprocessor(), weights);
      new WeightChanges(workspace, trainer)
          .change(trained, layer, place.input(), place.unit(), value);
    }
  }

  public void seen(boolean now) {
    rows.seen(now);
  }

  /** Makes the step in the model, by the engine: one change that can be undone. */
  void apply() {
    var of = rows.subject.get();
    if (of == null || !whyNotApply().isEmpty()) {
      return;
    }
    var computing = products.get();
    tasks.submit(
        "job.backprop.apply",
        _ -> AppliedStep.of(of, computing),
        made -> {
          beyond.set(made.isEmpty());
          if (made.isPresent() && rows.isPresent(of)) {
            workspace.edit("backprop.apply", document -> document.withTrained(made.get().made()));
            applied.set(made.get());
          }
        },
        _ -> rows.failed());
  }
}
