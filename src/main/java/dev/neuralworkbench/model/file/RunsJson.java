package dev.neuralworkbench.model.file;

import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.RunMark;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.model.json.Outline;
import dev.neuralworkbench.problem.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a document: those that are not deleted, or whose test score was looked at, and the
 * models that are {@linkplain RunLog#kept kept}. A run that has neither its model nor says that it
 * is left out has the document's; one whose model is left out can be trained again.
 */
final class RunsJson {

  private static final String LEFT_OUT = "leftOut";

  /** What is left out of a run. */
  private static final String MODEL = "model";

  private RunsJson() {}

  /**
   * The runs; models only of the document's own data.
   *
   * @param trained the document's model, which need not be written twice; null for none
   */
  static Json write(RunLog log, DataReference data, @Nullable Model trained) {
    var items = new ArrayList<Json>();
    var kept = log.kept(trained);
    for (var run : log.runs()) {
      var mark = log.mark(run.number());
      if (mark.deleted() && run.record().testScore() == null) {
        continue;
      }
      var item = new Json.Members().with("run", FileMapping.MAPPING.write(run.record()));
      if (!mark.equals(RunMark.NONE)) {
        item.with("mark", FileMapping.MAPPING.write(mark));
      }
      var model = run.model();
      var isOwn = run.record().data().equals(data.hash());
      if (isOwn && trained != null && run.owns(trained)) {
        items.add(item);
        continue;
      }
      if (isOwn && model != null && kept.contains(run.number())) {
        item.with(MODEL, ModelJson.addTo(new Json.Members(), model));
      } else {
        item.with(LEFT_OUT, new Json.Text(MODEL));
      }
      items.add(item);
    }
    return new Json.Items(items);
  }

  /** What a file may hold of them. */
  static Outline outline() {
    var mapping = FileMapping.MAPPING;
    return new Outline.Items(
        RunLog.MOST,
        new Outline.Members()
            .with("run", mapping.outline(RunRecord.class))
            .with("mark", mapping.outline(RunMark.class))
            .with(MODEL, ModelJson.outline())
            .with(LEFT_OUT, Outline.VALUE));
  }

  /**
   * Reads the runs of a document with these data.
   *
   * @param trained the document's model, which is that of its run too; null for none
   */
  static RunLog read(JsonView view, DataReference data, @Nullable Model trained)
      throws JsonException {
    var runs = new ArrayList<LoggedRun>();
    Map<Integer, RunMark> marks = new HashMap<>();
    var least = 1;
    for (var item : view.items()) {
      var record = record(item.member("run"), data, least);
      least = record.number() + 1;
      var mark = item.optional("mark");
      if (mark.isPresent()) {
        marks.put(record.number(), mark(mark.get()));
      }
      var member = item.optional(MODEL);
      var without = item.optional(LEFT_OUT);
      if (without.isPresent()) {
        without.get().expect(member.isPresent() ? "" : MODEL, without.get().text());
      }
      @Nullable Model model =
          member.isPresent()
              ? model(member.get(), item.member("run"), record, data)
              : trained != null && isOf(trained, record) ? trained : null;
      item.end();
      runs.add(new LoggedRun(record, model));
    }
    return new RunLog(runs, marks);
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

  private static RunRecord record(JsonView view, DataReference data, int least)
      throws JsonException {
    var record = FileMapping.MAPPING.read(view, RunRecord.class);
    view.member("number").within(Range.whole(least, Integer.MAX_VALUE - 1L), record.number());
    DataJson.hash(view.member("data"));
    var from = record.from();
    if (from != null) {
      view.member("from").within(Range.whole(1, record.number() - 1L), from);
    }
    number(view, "after", record.after(), RunResult.FROM_0);
    number(view, "testScore", record.testScore(), HistoryJson.score(record.experiment()));
    experiment(view.member("experiment"), record, data);
    result(view.member("result"), record);
    curve(view.member("curve"), record);
    var layers = InterventionsJson.Layers.of(record.experiment().network());
    InterventionsJson.read(view.member("interventions"), layers, record.result().epochs());
    return record;
  }

  private static void experiment(JsonView view, RunRecord record, DataReference data)
      throws JsonException {
    var isOwn = record.data().equals(data.hash());
    if (isOwn) {
      ExperimentJson.trained(view, data);
    }
    ExperimentJson.checkRun(view, record.experiment(), isOwn ? data.rows() : ExperimentJson.ANY);
  }

  private static void result(JsonView view, RunRecord record) throws JsonException {
    var result = record.result();
    var score = HistoryJson.score(record.experiment());
    view.member("epochs").within(RunResult.EPOCHS, result.epochs());
    view.member("used").within(RunResult.used(result.epochs()), result.used());
    number(view, "trainingLoss", result.trainingLoss(), RunResult.FROM_0);
    number(view, "validationLoss", result.validationLoss(), RunResult.FROM_0);
    number(view, "trainingScore", result.trainingScore(), score);
    number(view, "validationScore", result.validationScore(), score);
    number(view, "seconds", result.seconds(), RunResult.FROM_0);
  }

  private static void curve(JsonView view, RunRecord record) throws JsonException {
    var curve = record.curve();
    var before = 0;
    for (var i = 0; i < curve.epochs().size(); i++) {
      var epoch = curve.epochs().get(i);
      view.member("epochs")
          .item(i)
          .within(Range.whole(before + 1L, record.result().epochs()), epoch);
      before = epoch;
    }
    losses(view, "training", curve.training());
    losses(view, "validation", curve.validation());
  }

  private static void losses(JsonView view, String name, List<Float> losses) throws JsonException {
    for (var i = 0; i < losses.size(); i++) {
      if (HistoryJson.isOutside(RunResult.FROM_0, losses.get(i))) {
        view.member(name).item(i).within(RunResult.FROM_0, losses.get(i));
      }
    }
  }

  /** Refuses a number outside of its range, if there is one. */
  private static void number(JsonView view, String name, @Nullable Number number, Range range)
      throws JsonException {
    if (number != null && HistoryJson.isOutside(range, number.doubleValue())) {
      view.member(name).within(range, number.doubleValue());
    }
  }

  private static RunMark mark(JsonView view) throws JsonException {
    var mark = FileMapping.MAPPING.read(view, RunMark.class);
    if (mark.note().length() > RunMark.LONGEST_NOTE) {
      throw view.member("note").problem("model.atMost", RunMark.LONGEST_NOTE, mark.note().length());
    }
    return mark;
  }

  private static Model model(JsonView view, JsonView run, RunRecord record, DataReference data)
      throws JsonException {
    run.member("data").expect(data.hash(), record.data());
    var experiment = ExperimentJson.trained(run.member("experiment"), data);
    var model = ModelJson.read(view, run.member("experiment"), experiment, data.rows());
    view.end();
    return model;
  }
}
