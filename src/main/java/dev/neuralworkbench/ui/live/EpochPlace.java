package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.problem.Ids;
import javafx.beans.value.ObservableValue;

/** Which epoch of the run the screen shows, and why that one. */
record EpochPlace(LiveViewModel model) {

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

  ObservableValue<?>[] sources() {
    return new ObservableValue<?>[] {
      model.travel.reachable,
      model.travel.moment,
      model.travel.wanted,
      model.changed,
      model.within,
      model.present
    };
  }

  Kind kind() {
    var reachable = model.travel.reachable.get();
    if (model.travel.wanted.get() != null) {
      return Kind.WANTED;
    } else if (model.travel.moment.get() != null) {
      return Kind.PAST;
    } else if (!reachable.isAny() && (model.travel.presentRun() != null || done() == 0)) {
      return Kind.NONE;
    } else if (model.changed.getValue()) {
      return Kind.CHANGED;
    } else if (model.within.getValue()) {
      return Kind.WITHIN;
    } else if (!reachable.isAny()) {
      return Kind.KEPT;
    }
    return reachable.present() == reachable.last() ? Kind.LAST : Kind.IN_USE;
  }

  /** Epochs done so far. */
  int done() {
    var now = model.present.get();
    return now == null ? 0 : now.history().epochs();
  }

  boolean isAnywhere() {
    return kind() != Kind.NONE && model.travel.reachable.get().isAny();
  }

  /** Epochs done at the moment that is shown or on its way. */
  int shown() {
    var now = model.present.get();
    if (now != null && !model.travel.reachable.get().isAny()) {
      return now.used();
    }
    var wanted = model.travel.wanted.get();
    var moment = model.travel.moment.get();
    return wanted != null
        ? wanted
        : moment != null ? moment.epochs() : model.travel.reachable.get().present();
  }

  /** Epochs of the run: those that are asked for while it goes on, or those that were done. */
  int of() {
    var now = model.present.get();
    var last = model.travel.reachable.get().isAny() ? model.travel.reachable.get().last() : done();
    return now != null && now.history().stopReason() == null ? Math.max(now.epochs(), last) : last;
  }

  boolean canShow(int epochs) {
    var reachable = model.travel.reachable.get();
    return reachable.isAny() && epochs >= reachable.first() && epochs <= reachable.last();
  }

  void show(int epochs) {
    var reachable = model.travel.reachable.get();
    if (reachable.isAny()) {
      model.travel.show(Math.clamp(epochs, reachable.first(), reachable.last()));
    }
  }

  /** The best epoch, as epochs done; 0 where there is none. */
  int best() {
    var reachable = model.travel.reachable.get();
    return reachable.best() >= Math.max(1, reachable.first()) ? reachable.best() : 0;
  }
}
