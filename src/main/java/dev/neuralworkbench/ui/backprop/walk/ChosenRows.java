package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Which rows go through the step, worked out while somebody looks, anew with the document. */
public final class ChosenRows {

  public enum BackpropState {
    NO_DATA,
    PROBLEM,
    WORKING,
    TOO_LARGE,
    NO_TARGET,
    UNREADABLE,
    FAILED,
    READY;

    public String key() {
      return "backprop.state." + Ids.of(this);
    }
  }

  public enum RowSource {
    ROW,
    HAND,
    /** The mini-batch that training would take next. */
    BATCH;

    public String aboutKey() {
      return "backprop.about." + Ids.of(this);
    }
  }

  static final String JOB = "job.backprop";

  private final Workspace workspace;
  private final LatestTask wish;
  private final Supplier<Products> products;
  private final StepWalker walker;
  public final ReadOnlyObjectWrapper<BackpropState> state =
      new ReadOnlyObjectWrapper<>(BackpropState.WORKING);
  public final ReadOnlyObjectWrapper<@Nullable StepSubject> subject = new ReadOnlyObjectWrapper<>();
  public final ObjectProperty<RowSource> source = new SimpleObjectProperty<>(RowSource.ROW);

  /** The row of the table that goes through, or begins one by hand, from 1 on; 0 before. */
  public final ObjectProperty<Integer> row = new SimpleObjectProperty<>(0);

  public final RowEntry entry = new RowEntry(this::choose);
  private @Nullable StepBasis basis;
  private @Nullable StepBasis walked; // the last that was gone through
  private @Nullable Document followed;
  private @Nullable Bookmark wanted; // until it is gone to
  private boolean seen;

  public ChosenRows(
      Workspace workspace, BackgroundTasks tasks, Supplier<Products> products, StepWalker walker) {
    this.workspace = workspace;
    wish = LatestTask.seen(tasks, JOB).whenCancelled(this::failed);
    this.products = products;
    this.walker = walker;
    OnAnyChange.all(this::follow, workspace.document(), workspace.model, workspace.problems());
    source.addListener((_, _, _) -> choose());
    row.addListener((_, _, _) -> choose());
  }

  public void seen(boolean now) {
    seen = now;
    follow();
  }

  /** Goes to where a walk was as soon as there is one; null to go nowhere any more. */
  public void goTo(@Nullable Bookmark bookmark) {
    wanted = bookmark;
    if (bookmark != null) {
      tryAgain();
    }
  }

  public void tryAgain() {
    followed = null;
    follow();
  }

  public void failed() {
    without(BackpropState.FAILED);
  }

  /** Whether the step is still the next one of what is looked at. */
  public boolean isPresent(StepSubject of) {
    return StepBasis.sameStand(of.basis().document(), shown());
  }

  private Document shown() {
    return workspace.document().get().withTrained(workspace.model.getValue());
  }

  private void follow() {
    if (!seen) {
      return;
    }
    var document = shown();
    if (document.data().table() == null) {
      without(BackpropState.NO_DATA);
    } else if (!workspace.problems().get().isEmpty()) {
      without(BackpropState.PROBLEM);
    } else if (!StepBasis.sameStand(document, followed)) {
      followed = document;
      prepare(document);
    }
  }

  private void without(BackpropState now) {
    followed = null;
    basis = null;
    show(null, now);
  }

  private void prepare(Document document) {
    var computing = products.get();
    if (subject.get() == null) {
      state.set(BackpropState.WORKING);
    }
    wish.ask(_ -> StepBasis.of(document, computing), this::stand, _ -> failed());
  }

  private void stand(StepBasis made) {
    var other = basis == null || !Same.is(basis.table(), made.table());
    basis = made;
    var place = wanted;
    if (place != null) {
      // Its rows may be others by now.
      source.set(place.rows() == Bookmark.Rows.BATCH ? RowSource.BATCH : RowSource.ROW);
      row.set(0);
      row.set(
          place.rows() == Bookmark.Rows.ROW && place.row() <= made.table().rows()
              ? place.row()
              : made.firstRow() + 1);
    } else if (other || row.get() < 1 || row.get() > made.table().rows()) {
      row.set(0);
      row.set(made.firstRow() + 1);
    } else {
      choose();
    }
  }

  private void choose() {
    var from = basis;
    if (from == null || row.get() < 1) {
      return;
    }
    var ofTable = row.get() - 1;
    if (from.isTooLarge()) {
      show(null, BackpropState.TOO_LARGE);
      return;
    }
    switch (source.get()) {
      case ROW -> {
        if (from.hasTarget(ofTable)) {
          takeApart(() -> StepSubject.row(from, ofTable));
        } else {
          show(null, BackpropState.NO_TARGET);
        }
      }
      case HAND -> {
        var form = entry.of(from.data().preprocessor(), from.table(), row.get());
        if (form.isReadable()) {
          var entered = form.row();
          takeApart(() -> StepSubject.byHand(from, entered));
        } else {
          show(null, BackpropState.UNREADABLE);
        }
      }
      case BATCH -> takeApart(() -> StepSubject.batch(from));
    }
  }

  private void takeApart(Supplier<StepSubject> work) {
    wish.ask(_ -> work.get(), made -> show(made, BackpropState.READY), _ -> failed());
  }

  private void show(@Nullable StepSubject made, BackpropState now) {
    wish.forget();
    walker.leave(made == null ? 0 : made.prepared().size());
    subject.set(made);
    if (made != null) {
      if (walked == null || !Same.is(walked.table(), made.basis().table())) {
        walker.beginAnew();
      }
      walked = made.basis();
      walker.follow(made);
      if (wanted != null) {
        walker.goTo(wanted);
        wanted = null;
      }
    }
    state.set(now);
  }
}
