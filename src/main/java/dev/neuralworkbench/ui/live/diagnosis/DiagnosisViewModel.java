package dev.neuralworkbench.ui.live.diagnosis;

import dev.neuralworkbench.explain.diagnosis.Diagnoses;
import dev.neuralworkbench.explain.diagnosis.Diagnosis;
import dev.neuralworkbench.explain.diagnosis.Observation;
import dev.neuralworkbench.explain.diagnosis.Remedy;
import dev.neuralworkbench.explain.diagnosis.Vitals;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.workspace.Run;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What keeps the run from learning well, looked for in the background while the screen is seen.
 * Calm: of a run under way only what was found twice in a row is shown, two at most.
 */
public final class DiagnosisViewModel {

  private static final int MOST_SHOWN = 2;

  /** Rest after a look, and how many times as long as it took besides. */
  private static final long REST_NANOS = 700_000_000;

  private static final int REST = 9;

  final Workspace workspace;
  private final TimeTravel travel;
  private final VitalsRecorder recorder;
  private final BackgroundTasks tasks;
  private final LatestTask wish;
  final ReadOnlyObjectWrapper<List<Diagnosis>> shown = new ReadOnlyObjectWrapper<>(List.of());
  private final Set<String> dismissed = new HashSet<>();
  private @Nullable Run run;
  private @Nullable State looked;
  private List<Diagnosis> found = List.of();
  private boolean gaveUp;
  private long restsUntil = System.nanoTime();

  public DiagnosisViewModel(
      Workspace workspace, TimeTravel travel, VitalsRecorder recorder, BackgroundTasks tasks) {
    this.workspace = workspace;
    this.travel = travel;
    this.recorder = recorder;
    this.tasks = tasks;
    wish = LatestTask.unseen(tasks, tasks.lane("diagnosis"), "diagnosis");
  }

  boolean isApplied(Remedy remedy, Experiment draft) {
    var of = run;
    return changed(remedy, draft).equals(draft)
        || (of != null && isAsFromRun(remedy, choices(of), draft));
  }

  /** What to do once a remedy is applied; weights that Train would go on with may be spoilt. */
  static String appliedKey(Diagnosis diagnosis, Document document) {
    var startsAnew = TrainingPlan.of(document).start() instanceof TrainingStart.Anew;
    return diagnosis.weightsAreSpoilt() && !startsAnew
        ? "remedy.applied.scratch"
        : "remedy.applied";
  }

  void apply(Diagnosis diagnosis) {
    var remedy = diagnosis.remedy();
    if (remedy != null) {
      workspace.editDraft("command.remedy", draft -> changed(remedy, draft));
    }
  }

  void dismiss(Diagnosis diagnosis) {
    dismissed.add(diagnosis.id());
    show();
  }

  /** Looks again if there is something new; called once a frame while the screen is seen. */
  public void pull() {
    follow(travel.presentRun());
    var of = run;
    if (of == null || gaveUp || wish.busy().get() || System.nanoTime() - restsUntil < 0) {
      return;
    }
    var state = new State(of.history().epochs(), isAtRest(of), recorder.vitals.get());
    if (!state.equals(looked)) {
      looked = state;
      var choices = choices(of);
      var observation =
          new Observation(
              choices.preparation(),
              choices.network(),
              choices.training(),
              of.history(),
              of.prepared.training(),
              state.vitals,
              of.products());
      var asked = System.nanoTime();
      wish.ask(
          _ -> Diagnoses.of(observation),
          result -> arrive(of, asked, result),
          tasks.complainAfter(() -> gaveUp = true));
    }
  }

  private void follow(@Nullable Run present) {
    if (present == null ? run != null : !present.equals(run)) {
      run = present;
      gaveUp = false;
      wish.forget();
      looked = null;
      found = List.of();
      dismissed.clear();
      shown.set(List.of());
    }
  }

  private void arrive(Run of, long asked, List<Diagnosis> result) {
    var now = System.nanoTime();
    restsUntil = now + REST_NANOS + REST * (now - asked);
    var twice = ids(result).equals(ids(found));
    found = result;
    if (twice || isAtRest(of)) {
      show();
    }
  }

  private void show() {
    shown.set(found.stream().filter(it -> !dismissed.contains(it.id())).limit(MOST_SHOWN).toList());
  }

  private static Experiment choices(Run of) {
    return Model.lastChoices(of.experiment(), of.history());
  }

  /** A run that is held changes no more than one that is over. */
  private static boolean isAtRest(Run of) {
    return of.history().stopReason() != null || of.control.paused();
  }

  private static List<String> ids(List<Diagnosis> diagnoses) {
    return diagnoses.stream().map(Diagnosis::id).toList();
  }

  private static Experiment changed(Remedy remedy, Experiment experiment) {
    return new Experiment(
        remedy.change(experiment.preparation()),
        remedy.change(experiment.network()),
        remedy.change(experiment.training()));
  }

  /** Whether every part that the remedy changes in the run is in the draft as changed. */
  private static boolean isAsFromRun(Remedy remedy, Experiment ofRun, Experiment draft) {
    var target = changed(remedy, ofRun);
    return (target.preparation().equals(ofRun.preparation())
            || target.preparation().equals(draft.preparation()))
        && (target.network().equals(ofRun.network()) || target.network().equals(draft.network()))
        && (target.training().equals(ofRun.training())
            || target.training().equals(draft.training()));
  }

  private record State(int epochs, boolean atRest, List<Vitals> vitals) {}
}
