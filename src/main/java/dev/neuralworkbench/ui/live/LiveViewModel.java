package dev.neuralworkbench.ui.live;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the live screen shows of the present run and the one before. */
public final class LiveViewModel {

  private final ObservableValue<Boolean> paused;
  private final ReadOnlyObjectWrapper<@Nullable LiveRun> present =
      new ReadOnlyObjectWrapper<>(this, "present");
  private final ReadOnlyObjectWrapper<@Nullable LiveRun> previous =
      new ReadOnlyObjectWrapper<>(this, "previous");
  private final ReadOnlyObjectWrapper<Phrase> state =
      new ReadOnlyObjectWrapper<>(this, "state", RunInWords.state(null, false));
  private final ReadOnlyObjectWrapper<List<Phrase>> values =
      new ReadOnlyObjectWrapper<>(this, "values", List.of());

  /**
   * Follows the runs of a workspace.
   *
   * @param run the present run; null before the first
   * @param paused whether it is paused
   */
  public LiveViewModel(ObservableValue<@Nullable LiveRun> run, ObservableValue<Boolean> paused) {
    this.paused = paused;
    run.subscribe(this::changeRun);
    paused.subscribe(_ -> pull());
  }

  // Read-only properties.

  /** The run that is shown; null before the first. */
  public ReadOnlyObjectProperty<@Nullable LiveRun> present() {
    return present.getReadOnlyProperty();
  }

  /** The run before it, shown as a ghost; null where there is none with the same kind of loss. */
  public ReadOnlyObjectProperty<@Nullable LiveRun> previous() {
    return previous.getReadOnlyProperty();
  }

  /** Where the run is, or how it ended. */
  ReadOnlyObjectProperty<Phrase> state() {
    return state.getReadOnlyProperty();
  }

  /** The numbers of its last epoch. */
  ReadOnlyObjectProperty<List<Phrase>> values() {
    return values.getReadOnlyProperty();
  }

  // Commands.

  /** Looks at what the run has done since; called once a frame while the screen is seen. */
  public void pull() {
    state.set(RunInWords.state(present.get(), paused.getValue()));
    values.set(RunInWords.values(present.get()));
  }

  private void changeRun(@Nullable LiveRun next) {
    var last = present.get();
    var goesOn = next != null && last != null && next.history().equals(last.history());
    if (!goesOn) {
      previous.set(next != null && last != null && comparable(last, next) ? last : null);
    }
    present.set(next);
    pull();
  }

  private static boolean comparable(LiveRun last, LiveRun next) {
    return last.history().epochs() > 0
        && last.problem() == next.problem()
        && last.loss() == next.loss();
  }
}
