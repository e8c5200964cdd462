package dev.neuralworkbench.study.runs;

import dev.neuralworkbench.data.cell.SpreadsheetText;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunLog.RunMark;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.MessageKey;
import dev.neuralworkbench.train.Intervention.RateChange;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs as a CSV file, one line a run: {@code run} its number; {@code group}, alike for runs that
 * differ in seeds alone, see {@link RunGroup}; a column for each choice in which runs differ, by
 * its name in an {@link dev.neuralworkbench.model.Experiment}; {@code seed}; what weights it began
 * with, where not all began with new ones; scores, losses, epochs, seconds and {@code end} as in
 * the file of a study on the command line; {@code pinned} and {@code note}; and {@code data}, the
 * hash of the rows, where not all runs are on the same.
 *
 * <p>Where folds judge in place of validation rows, the validation's numbers are theirs. Numbers
 * are in full, names are the same in every language, and a cell is empty where there is nothing.
 *
 * @param runs in the order of the lines
 * @param marks what is said of them, by number
 */
public record RunListFile(List<LoggedRun> runs, Map<Integer, RunMark> marks) {

  public RunListFile {
    runs = List.copyOf(runs);
    marks = Map.copyOf(marks);
  }

  private record Field(String head, Function<LoggedRun, String> cell) {

    static Field of(String head, Function<RunRecord, @Nullable Object> value) {
      return new Field(head, run -> text(value.apply(run.record())));
    }

    static Field result(String head, Function<RunResult, @Nullable Object> value) {
      return of(head, run -> value.apply(run.result()));
    }
  }

  /**
   * Writes all lines.
   *
   * @param to flushed, and not closed
   */
  public void write(Writer to) throws IOException {
    var fields = fields();
    TableWriter.lines(
        fields.stream().map(Field::head).toList(),
        runs.stream().map(run -> fields.stream().map(field -> field.cell.apply(run)).toList()),
        to);
  }

  private List<Field> fields() {
    var table = RunTable.of(runs);
    var score = score(table);
    var fields = new ArrayList<Field>();
    fields.add(Field.of("run", RunRecord::number));
    var groups = table.groupOf();
    fields.add(Field.of("group", run -> groups.getOrDefault(run.number(), 0) + 1));
    table.columns().stream()
        .filter(column -> !column.component().equals("training.seed"))
        .forEach(column -> fields.add(choice(column)));
    fields.add(Field.of("seed", run -> run.experiment().training().seed()));
    if (runs.stream().anyMatch(run -> !run.record().anew() || run.record().from() != null)) {
      fields.add(Field.of("start", RunListFile::start));
      fields.add(Field.of("from", RunRecord::from));
    }
    fields.add(Field.result("validation_" + score, RunResult::validationScore));
    fields.add(Field.of("test_" + score, RunRecord::testScore));
    fields.add(Field.result("validation_loss", RunResult::validationLoss));
    fields.add(Field.result("training_" + score, RunResult::trainingScore));
    fields.add(Field.result("training_loss", RunResult::trainingLoss));
    fields.add(Field.result("best_epoch", RunResult::used));
    fields.add(Field.result("epochs", RunResult::epochs));
    fields.add(Field.result("seconds", RunResult::seconds));
    fields.add(Field.result("end", it -> it.stopReason() == null ? "" : Ids.of(it.stopReason())));
    fields.add(new Field("pinned", run -> String.valueOf(mark(run).pinned())));
    fields.add(new Field("note", run -> SpreadsheetText.guarded(mark(run).note())));
    if (runs.stream().map(run -> run.record().data()).distinct().count() > 1) {
      fields.add(Field.of("data", RunRecord::data));
    }
    return fields;
  }

  private RunMark mark(LoggedRun run) {
    return marks.getOrDefault(run.number(), RunMark.NONE);
  }

  private static Field choice(RunColumn column) {
    var subject = column.subject();
    return Field.of(
        subject == null ? column.component() : column.component() + "[" + subject + "]",
        run -> column.of(run.number()));
  }

  /** Accuracy or R², where all runs have the one or the other. */
  private static String score(RunTable table) {
    return switch (table.problemType()) {
      case CLASSIFICATION -> "accuracy";
      case REGRESSION -> "r2";
      case null -> "score";
    };
  }

  /** What weights a run began with: its own, those of {@code from}, or others. */
  private static String start(RunRecord run) {
    if (run.from() == null) {
      return run.anew() ? "new" : "other";
    }
    return run.anew() ? "goes_on" : "weights";
  }

  /**
   * A value as a cell, the same in every language: numbers in full, a {@link MessageKey} by the
   * last part of its key ({@code adam} of {@code optimizer.adam}), hidden layers one after another
   * with units, activation and first weights, likewise rates with the epochs in which they were
   * changed; empty for nothing.
   */
  static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case MessageKey word -> word.key().substring(word.key().lastIndexOf('.') + 1);
      case List<?> layers when layers.isEmpty() -> "none";
      case List<?> several ->
          several.stream().map(RunListFile::text).collect(Collectors.joining(", "));
      case LayerDesign layer -> layer(layer);
      case RateChange change -> change.after() + " from epoch " + (change.epoch() + 1);
      case Number number -> number.toString();
      default -> SpreadsheetText.guarded(value.toString());
    };
  }

  private static String layer(LayerDesign layer) {
    return switch (layer) {
      case DenseDesign dense ->
          "%d %s %s"
              .formatted(dense.units(), Ids.of(dense.activation()), Ids.of(dense.initializer()));
      case DropoutDesign dropout -> "dropout " + dropout.rate();
    };
  }
}
