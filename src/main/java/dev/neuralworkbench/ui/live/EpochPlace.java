package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

/** Which epoch of the run the screen shows, and why that one. */
final class EpochPlace {

  enum Kind {
    NONE,
    /** Its weights are in use, and no other epoch is kept: the run was not trained here. */
    KEPT,
    /** It is the last one so far. */
    LAST,
    IN_USE,
    /** The network was changed after it. */
    CHANGED,
    /** The run is held after some batches of the next one. */
    WITHIN,
    PAST,
    WANTED;

    String id() {
      return Ids.of(this).replace("_", "");
    }
  }

  private final TimeTravel travel;
  private final ReadOnlyObjectProperty<LiveRun> run;
  private final ObservableValue<Boolean> changed;
  private final ObservableValue<Boolean> within;

  EpochPlace(LiveViewModel model) {
    travel = model.travel;
    run = model.present;
    changed = model.changed;
    within = model.within;
  }

  ObservableValue<?>[] sources() {
    return new ObservableValue<?>[] {
      travel.reachable, travel.moment, travel.wanted, changed, within, run
    };
  }

  Kind kind() {
    var reachable = travel.reachable.get();
    if (travel.wanted.get() != null) {
      return Kind.WANTED;
    } else if (travel.moment.get() != null) {
      return Kind.PAST;
    } else if (!reachable.isAny() && (travel.presentRun() != null || done() == 0)) {
      return Kind.NONE;
    } else if (changed.getValue()) {
      return Kind.CHANGED;
    } else if (within.getValue()) {
      return Kind.WITHIN;
    } else if (!reachable.isAny()) {
      return Kind.KEPT;
    }
    return reachable.present() == reachable.last() ? Kind.LAST : Kind.IN_USE;
  }

  /** Epochs done so far. */
  int done() {
    var now = run.get();
    return now == null ? 0 : now.history().epochs();
  }

  boolean isAnywhere() {
    return kind() != Kind.NONE && travel.reachable.get().isAny();
  }

  /** Epochs done at the moment that is shown or on its way. */
  int shown() {
    var now = run.get();
    if (now != null && !travel.reachable.get().isAny()) {
      return now.used();
    }
    var wanted = travel.wanted.get();
    var moment = travel.moment.get();
    return wanted != null
        ? wanted
        : moment != null ? moment.epochs() : travel.reachable.get().present();
  }

  /** Epochs of the run: those that are asked for while it goes on, or those that were done. */
  int of() {
    var now = run.get();
    var last = travel.reachable.get().isAny() ? travel.reachable.get().last() : done();
    return now != null && now.history().stopReason() == null ? Math.max(now.epochs(), last) : last;
  }

  boolean canShow(int epochs) {
    var reachable = travel.reachable.get();
    return reachable.isAny() && epochs >= reachable.first() && epochs <= reachable.last();
  }

  void show(int epochs) {
    var reachable = travel.reachable.get();
    if (reachable.isAny()) {
      travel.show(Math.clamp(epochs, reachable.first(), reachable.last()));
    }
  }

  /** The best epoch, as epochs done; 0 where there is none. */
  int best() {
    var reachable = travel.reachable.get();
    return reachable.best() >= Math.max(1, reachable.first()) ? reachable.best() : 0;
  }
}
