package dev.neuralworkbench.walk;

import dev.neuralworkbench.cli.print.InspectionText;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.trap.Trap;
import dev.neuralworkbench.data.trap.Traps;
import dev.neuralworkbench.explain.diagnosis.Diagnoses;
import dev.neuralworkbench.explain.diagnosis.Observation;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.ExperimentDifference;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.problem.MessageKey;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.runs.RunColumn;
import dev.neuralworkbench.study.runs.RunTable;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.RunWords;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.TrapWords;
import dev.neuralworkbench.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whatever a document holds can be told in each language: its problems, its table with what
 * deceives in it, what was changed, its runs side by side and in pairs, and what goes wrong in the
 * training. What was told once is not told again.
 */
final class Telling {

  /** Looking for what deceives takes long in a wide table. */
  private static final int FEW_COLUMNS = 30;

  private static final Pattern UNFILLED = Pattern.compile("\\{\\d");

  private final Set<String> wrong = new TreeSet<>();
  private @Nullable Table table;
  private @Nullable Preparation preparation;
  private @Nullable Experiment before;
  private @Nullable Model model;
  private RunLog runs = RunLog.NONE;

  /**
   * What cannot be told of a state; empty where all can. Not for the FX thread: causes are tried.
   */
  List<String> wrong(Document document, List<Problem> problems) {
    for (var problem : problems) {
      each(words -> words.sentence(problem));
    }
    tellTable(document);
    tellDifference(document.draft());
    tellRuns(document.runs());
    tellTraining(document);
    return List.copyOf(wrong);
  }

  @SuppressWarnings("ReferenceEquality") // tables are shared, not copied
  private void tellTable(Document document) {
    var shown = document.data().table();
    var choices = document.draft().preparation();
    if (shown == null || (shown == table && choices.equals(preparation))) {
      return;
    }
    table = shown;
    preparation = choices;
    var traps =
        shown.columns().size() <= FEW_COLUMNS && choices.problems(shown).isEmpty()
            ? Traps.of(choices, shown, Progress.NONE)
            : List.<Trap>of();
    each(
        words ->
            String.join("\n", new InspectionText(shown, shown, choices, traps, 2).lines(words)));
    for (var trap : traps) {
      each(words -> TrapWords.found(trap, words) + TrapWords.why(trap, words));
    }
  }

  /** What was changed since the last time, as two runs would differ. */
  private void tellDifference(Experiment draft) {
    var last = before == null ? draft : before;
    before = draft;
    for (var change : ExperimentDifference.between(last, draft).changes()) {
      each(words -> words.text(change.key(), change.subject(), change.before(), change.after()));
      if (!change.component().startsWith(RunTable.HIDDEN)) {
        var others = Map.of(2, change.after());
        var column = new RunColumn(change.component(), change.subject(), change.before(), others);
        each(words -> new RunWords(words).named(column, 2));
      }
    }
  }

  private void tellRuns(RunLog log) {
    if (log.equals(runs)) {
      return;
    }
    runs = log;
    var list = RunTable.of(log.present());
    for (var column : list.columns()) {
      each(words -> new RunWords(words).head(column));
      for (var run : log.present()) {
        each(words -> new RunWords(words).named(column, run.number()));
      }
    }
    var present = log.present().stream().map(it -> it.record()).toList();
    for (var i = 1; i < present.size(); i++) {
      var pair = List.of(present.get(i - 1), present.get(i));
      each(words -> new RunWords(words).difference(pair.getFirst(), pair.getLast()));
    }
  }

  @SuppressWarnings("ReferenceEquality") // models are shared, not copied
  private void tellTraining(Document document) {
    var trained = document.trained();
    var rows = document.data().table();
    if (trained == null || rows == null || trained == model) {
      return;
    }
    model = trained;
    var chosen = trained.experiment();
    if (!chosen.problems(rows).isEmpty()) {
      return; // It was trained on other rows.
    }
    var observation =
        new Observation(
            chosen.preparation(),
            chosen.network(),
            chosen.training(),
            trained.history(),
            PreparedData.of(chosen.preparation(), rows).training(),
            List.of(),
            new PortableProducts());
    for (var found : Diagnoses.of(observation)) {
      each(words -> words.text("diagnosis." + found.id(), found.evidence().toArray()));
      var remedy = found.remedy();
      if (remedy != null) {
        each(words -> words.text("remedy." + remedy.id(), remedy.arguments().toArray()));
      }
    }
  }

  /** Something that is told in words. */
  private interface Told {
    String in(Words words);
  }

  private void each(Told told) {
    for (var language : Language.values()) {
      var text = told.in(new Strict(Sentences.of(language)));
      if (text.isBlank() || UNFILLED.matcher(text).find()) {
        wrong.add("told in " + language + ": “" + text + "”");
      }
    }
  }

  /** Words that note each key without a text. */
  private final class Strict implements Words {

    private final Words real;

    Strict(Words real) {
      this.real = real;
    }

    @Override
    public String text(String key, @Nullable Object... arguments) {
      need(key);
      for (var argument : arguments) {
        if (argument instanceof MessageKey word) {
          need(word.key());
        }
      }
      return real.text(key, arguments);
    }

    @Override
    public String sentence(Problem problem) {
      need(problem.key());
      return real.sentence(problem);
    }

    private void need(String key) {
      if (!real.has(key)) {
        wrong.add("no text of " + key);
      }
    }

    @Override
    public boolean has(String key) {
      return real.has(key);
    }

    @Override
    public Set<String> keys(String prefix) {
      return real.keys(prefix);
    }
  }
}
