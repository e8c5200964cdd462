package dev.neuralworkbench.model.file;

import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.RunLog.RunMark;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.problem.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run of a document: one that is not deleted, or whose test score was looked at. One that has
 * neither its model nor says that it is left out has the document's; one whose model is left out
 * can be trained again.
 *
 * @param model the run's, where it is {@linkplain RunLog#kept kept} and not the document's
 */
record SavedRun(
    RunRecord run, @Nullable RunMark mark, @Nullable SavedModel model, @Nullable String leftOut) {

  private static final String MODEL = "model";

  /**
   * The runs; models only of the document's own data.
   *
   * @param trained the document's model, which need not be written twice; null for none
   */
  static List<SavedRun> of(RunLog log, DataReference data, @Nullable Model trained) {
    var saved = new ArrayList<SavedRun>();
    var kept = log.kept(trained);
    for (var run : log.runs()) {
      var mark = log.mark(run.number());
      if (mark.deleted() && run.record().testScore() == null) {
        continue;
      }
      var isOwn = run.record().data().equals(data.hash());
      var isOfDocument = isOwn && trained != null && run.owns(trained);
      var isKept = isOwn && !isOfDocument && kept.contains(run.number());
      var model = isKept ? run.model() : null;
      saved.add(
          new SavedRun(
              run.record(),
              mark.equals(RunMark.NONE) ? null : mark,
              model == null ? null : SavedModel.of(model),
              isOfDocument || model != null ? null : MODEL));
    }
    return saved;
  }

  /**
   * The runs of a document with these data.
   *
   * @param trained the document's model, which is that of its run too; null for none
   */
  static RunLog read(Spot at, List<SavedRun> saved, DataReference data, @Nullable Model trained)
      throws JsonException {
    var runs = new ArrayList<LoggedRun>();
    Map<Integer, RunMark> marks = new HashMap<>();
    var least = 1;
    for (var i = 0; i < saved.size(); i++) {
      var run = saved.get(i).read(at.item(i), data, trained, least);
      runs.add(run);
      least = run.number() + 1;
      var mark = saved.get(i).mark;
      if (mark != null) {
        marks.put(run.number(), mark);
      }
    }
    return new RunLog(runs, marks);
  }

  private LoggedRun read(Spot at, DataReference data, @Nullable Model trained, int least)
      throws JsonException {
    check(at.member("run"), data, least);
    var letters = mark == null ? 0 : mark.note().length();
    var most = RunMark.LONGEST_NOTE;
    at.member("mark").member("note").refuse(letters > most, "model.atMost", most, letters);
    if (leftOut != null) {
      at.member("leftOut").expect(model == null ? MODEL : "", leftOut);
    }
    if (model != null) {
      return new LoggedRun(run, model(at, model, data));
    }
    return new LoggedRun(run, trained != null && isOf(trained, run) ? trained : null);
  }

  private Model model(Spot at, SavedModel model, DataReference data) throws JsonException {
    at.member("run").member("data").expect(data.hash(), run.data());
    var experiment = at.member("run").member("experiment");
    return model.read(at.member(MODEL), experiment, run.experiment(), data.rows());
  }

  /**
   * Whether a run came to a model, as far as what is known of it tells. One without a checkpoint
   * was edited after its run: files of earlier programs do not tell these apart.
   */
  private static boolean isOf(Model model, RunRecord run) {
    return model.checkpoint() != null
        && run.experiment().equals(model.experiment())
        && run.result().equals(RunResult.of(model));
  }

  private void check(Spot at, DataReference data, int least) throws JsonException {
    at.member("number").within(Range.whole(least, Integer.MAX_VALUE - 1L), run.number());
    SavedData.checkHash(at.member("data"), run.data());
    var from = run.from();
    if (from != null) {
      at.member("from").within(Range.whole(1, run.number() - 1L), from);
    }
    SavedHistory.within(at.member("after"), RunResult.FROM_0, run.after());
    SavedHistory.within(
        at.member("testScore"), SavedHistory.score(run.experiment()), run.testScore());
    var isOwn = run.data().equals(data.hash());
    if (isOwn) {
      ExperimentCheck.trained(at.member("experiment"), run.experiment(), data);
    }
    ExperimentCheck.checkRun(
        at.member("experiment"), run.experiment(), isOwn ? data.rows() : ExperimentCheck.ANY);
    result(at.member("result"), run.result());
    curve(at.member("curve"), run.curve());
    InterventionCheck.check(
        at.member("interventions"),
        run.interventions(),
        InterventionCheck.Layers.of(run.experiment().network()),
        run.result().epochs());
  }

  private void result(Spot at, RunResult result) throws JsonException {
    var score = SavedHistory.score(run.experiment());
    at.member("epochs").within(RunResult.EPOCHS, result.epochs());
    at.member("used").within(RunResult.used(result.epochs()), result.used());
    SavedHistory.within(at.member("trainingLoss"), RunResult.FROM_0, result.trainingLoss());
    SavedHistory.within(at.member("validationLoss"), RunResult.FROM_0, result.validationLoss());
    SavedHistory.within(at.member("trainingScore"), score, result.trainingScore());
    SavedHistory.within(at.member("validationScore"), score, result.validationScore());
    SavedHistory.within(at.member("seconds"), RunResult.FROM_0, result.seconds());
  }

  private void curve(Spot at, RunCurve curve) throws JsonException {
    var before = 0;
    for (var i = 0; i < curve.epochs().size(); i++) {
      var epoch = curve.epochs().get(i);
      at.member("epochs").item(i).within(Range.whole(before + 1L, run.result().epochs()), epoch);
      before = epoch;
    }
    losses(at, "training", curve.training());
    losses(at, "validation", curve.validation());
  }

  private static void losses(Spot at, String name, List<Float> losses) throws JsonException {
    for (var i = 0; i < losses.size(); i++) {
      SavedHistory.within(at.member(name).item(i), RunResult.FROM_0, losses.get(i));
    }
  }
}
