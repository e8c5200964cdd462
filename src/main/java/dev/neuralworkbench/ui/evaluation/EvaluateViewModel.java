package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.ClassProbabilities;
import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.model.answer.ScoreDetails;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Same;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.evaluation.Listed.SomeRows;
import dev.neuralworkbench.ui.evaluation.ModelScores.Linear;
import dev.neuralworkbench.ui.evaluation.ScoresPane.Kind;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** How good the trained model is on the rows that were chosen. */
public final class EvaluateViewModel {

  /** What the screen can show. */
  public enum State {
    UNTRAINED,
    NO_DATA,
    NO_ROWS,
    WORKING,
    READY,
    FAILED;

    String key() {
      return "evaluate.state." + Ids.of(this);
    }
  }

  static final String JOB = "job.evaluating";
  static final String LINEAR_JOB = "job.linear";
  static final String DETAILS_JOB = "job.intervals";

  private final Workspace workspace;
  private final Trainer trainer;
  private final BackgroundTasks tasks;
  private final Inquiry<Question, Optional<JudgedPart>> judging;
  final ObservableValue<List<Problem>> problems;
  final TestLooks looks;

  /** The best linear model; null while it is fitted. */
  final Inquiry<Question, Linear> linear;

  /** Intervals, probabilities and the gap; null while they are computed. */
  public final Inquiry<Details, ScoreDetails> details;

  /** Index of the class that curves, calibration and threshold look at; see ClassProbabilities. */
  public final PropertyChoice<Integer> positive =
      new PropertyChoice<>("evaluate.positive", new SimpleObjectProperty<>(ClassProbabilities.ALL));

  private List<String> classes = List.of(); // for which that was chosen

  public final ReadOnlyObjectWrapper<EvaluatedRows> part =
      new ReadOnlyObjectWrapper<>(EvaluatedRows.TEST);
  public final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNTRAINED);
  public final ReadOnlyObjectWrapper<@Nullable JudgedPart> judged = new ReadOnlyObjectWrapper<>();

  /** The rows that are listed; null for those that are wrong. */
  public final ReadOnlyObjectWrapper<@Nullable Listed> listed = new ReadOnlyObjectWrapper<>();

  public final ReadOnlyObjectWrapper<EvaluateTab> tab =
      new ReadOnlyObjectWrapper<>(EvaluateTab.CURVES);
  private @Nullable EvaluateTab wantedTab;
  final ReadOnlyObjectWrapper<Kind> kind = new ReadOnlyObjectWrapper<>(Kind.FEW_CLASSES);
  private @Nullable ModelScores scores;
  private RowsAnswer.@Nullable Given file;
  private boolean chosen;
  private String data = ""; // the hash of the rows for which that was chosen
  private boolean seen;

  public EvaluateViewModel(Workspace workspace, Trainer trainer, BackgroundTasks tasks) {
    this.workspace = workspace;
    this.trainer = trainer;
    this.tasks = tasks;
    problems = workspace.problems();
    looks = new TestLooks(workspace);
    var judge = LatestTask.seen(tasks, JOB).whenCancelled(() -> show(State.FAILED));
    judging =
        new Inquiry<Question, Optional<JudgedPart>>(tasks, judge)
            .telling(this::tell)
            .failing(_ -> show(State.FAILED));
    var fit = LatestTask.seen(tasks, LINEAR_JOB).whenCancelled(this::notFitted);
    linear =
        new Inquiry<Question, Linear>(tasks, fit).failing(tasks.complainAfter(this::notFitted));
    var detail = LatestTask.seen(tasks, DETAILS_JOB);
    details = new Inquiry<>(tasks, detail);
    detail.whenCancelled(details::forget);
    OnAnyChange.all(this::follow, workspace.document(), workspace.model, part);
    positive.value().subscribe(this::askDetails);
  }

  /** Whether no epoch led to the weights: which rows they were trained on is not known then. */
  ObservableValue<Boolean> isUnknown() {
    return workspace.model.map(it -> it.history().epochs() == 0).orElse(false);
  }

  ObservableValue<Boolean> training() {
    return trainer.state().map(RunState::isActive);
  }

  public ObservableValue<Boolean> differs() {
    return workspace.document().map(Document::draftDiffers);
  }

  /** The folds that judged the model in place of validation rows; 0 for none. */
  int folds() {
    var model = workspace.model.getValue();
    return model == null ? 0 : model.experiment().training().foldCount();
  }

  /** The rows to look at where the chosen part has none: held-out ones where there are any. */
  EvaluatedRows instead() {
    var model = workspace.model.getValue();
    var split = model == null ? Split.NONE : model.experiment().preparation().split();
    return part.get().instead(split);
  }

  /** Chooses the rows for these data; until then validation rows, or else test rows, are judged. */
  public void choose(EvaluatedRows wanted) {
    chosen = true;
    part.set(wanted);
  }

  boolean hasData() {
    return workspace.document().get().data().table() != null;
  }

  /** The other file; null before one is chosen. */
  RowsAnswer.@Nullable Given file() {
    return file;
  }

  /** Evaluates the rows of another file. */
  public void bring(RowsAnswer.Given rows) {
    file = rows;
    if (scores != null) {
      scores.forgetFile();
    }
    choose(EvaluatedRows.FILE);
    follow();
  }

  /** Tells whether the screen is seen; nothing is computed while it is not. */
  public void seen(boolean now) {
    seen = now;
    follow();
  }

  /** Lists these rows, or no longer where it did. */
  public void select(Listed chosen) {
    if (EvaluateTab.first(kind.get()) == EvaluateTab.ERRORS) {
      tab.set(EvaluateTab.ERRORS); // A large matrix leaves no room below it.
    }
    listed.set(chosen.equals(listed.get()) ? null : chosen);
  }

  /** Lists one row of the part, by its position; none for −1. */
  void selectRow(int row) {
    var shown = judged.get();
    if (shown != null && row >= 0) {
      var number = Numbers.count(shown.data().sourceRows()[row] + 1L);
      select(new SomeRows((words, _) -> words.text("evaluate.rows.one", number), List.of(row)));
    }
  }

  public void choose(EvaluateTab wanted) {
    wantedTab = wanted;
    tab.set(wanted);
  }

  /** What is predicted has changed: a tab that says nothing of it makes room for another. */
  void kind(Kind now) {
    kind.set(now);
    var wanted = wantedTab;
    tab.set(wanted != null && wanted.isOf(now) ? wanted : EvaluateTab.first(now));
  }

  /** Judges what is looked at, unless it is judged; after a failure once more. */
  public void follow() {
    var document = workspace.document().get();
    var model = workspace.model.getValue();
    if (!document.data().hash().equals(data)) {
      data = document.data().hash();
      chosen = false;
      file = null;
    }
    if (model != null && !chosen) {
      part.set(EvaluatedRows.usual(model.experiment()));
    }
    if (model == null) {
      scores = null;
      show(State.UNTRAINED);
    } else if (document.data().table() == null
        && (file == null || part.get() != EvaluatedRows.FILE)) {
      scores = null;
      show(State.NO_DATA);
    } else if (seen) {
      judge(document, model);
    }
  }

  private void judge(Document document, Model model) {
    var known = scores;
    var table = document.data().table();
    if (known == null || !Same.is(known.model, model) || !Same.is(known.table, table)) {
      known = scores(document, model);
      scores = known;
    }
    var of = part.get() == EvaluatedRows.FILE ? file : null;
    var question = new Question(known, part.get(), of);
    if (!question.equals(judging.question())) {
      var isKept = known.isJudged(question.part);
      if (!isKept && !known.isAnswered(question.part)) {
        show(State.WORKING);
      }
      judging.ask(question, isKept, progress -> question.scores.judge(question.part, of, progress));
    }
  }

  private ModelScores scores(Document document, Model model) {
    var moment = workspace.moment.get();
    var present = trainer.isOfRun(document) ? trainer.run().get() : null;
    var run = moment == null ? present : moment.run();
    var prepared = run == null ? null : run.prepared;
    return new ModelScores(model, document.data().table(), prepared, trainer::products, scores);
  }

  private void tell(Optional<JudgedPart> result) {
    var asked = judging.question();
    if (asked == null || result.isEmpty()) {
      show(State.NO_ROWS);
      return;
    }
    if (!result.get().equals(judged.get())) {
      listed.set(null);
      settle(result.get().answers().classes());
      judged.set(result.get());
      looks.count(asked.scores.model, result.get(), tasks);
    }
    state.set(State.READY);
    var of = asked.scores;
    linear.ask(asked, of.linear(asked.part) != null, _ -> of.fit(result.get()));
    askDetails();
  }

  /** Other classes have a positive class of their own. */
  private void settle(List<String> now) {
    if (!now.equals(classes)) {
      classes = now;
      positive.value().set(ClassProbabilities.usual(now));
    }
  }

  private void askDetails() {
    var asked = judging.question();
    var shown = judged.get();
    if (asked != null && shown != null) {
      var index = positive.value().get();
      details.ask(
          new Details(shown, index), progress -> asked.scores.details(shown, index, progress));
    }
  }

  private void notFitted() {
    var asked = linear.question();
    if (asked != null) {
      asked.scores.giveUp(asked.part);
      linear.forget();
      linear.ask(asked, true, _ -> Linear.NONE);
    }
  }

  /** The scores go, so that nobody takes them for those of another part. */
  private void show(State without) {
    judging.forget();
    linear.forget();
    details.forget();
    listed.set(null);
    judged.set(null);
    state.set(without);
  }

  record Question(ModelScores scores, EvaluatedRows part, RowsAnswer.@Nullable Given file) {}

  record Details(JudgedPart of, int positive) {}
}
