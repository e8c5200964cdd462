package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.data.prepare.Cases;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.statistics.Correlations;
import dev.neuralworkbench.data.statistics.TableStatistics;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.common.work.LatestTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** What the columns hold: looked for when to be seen, in a job for a large table, then kept. */
public final class StatisticsViewModel {

  public enum Part {
    ROWS,
    COLUMNS,
    CORRELATION
  }

  /** What the data screen does when a column, two columns or a row of the statistics is chosen. */
  public record Choices(IntConsumer column, BiConsumer<Integer, Integer> pair, IntConsumer row) {}

  private static final long FEW_CELLS = 50_000;

  private final ReadOnlyObjectProperty<Document> document;
  public final ReadOnlyObjectWrapper<Part> part = new ReadOnlyObjectWrapper<>(Part.ROWS);
  final Inquiry<Rows, TableStatistics> found;
  final Inquiry<PairMatrix.Question, PairMatrix> pairs;
  final ReadOnlyObjectWrapper<PairMatrix.@Nullable Question> asked = new ReadOnlyObjectWrapper<>();
  final ReadOnlyBooleanWrapper givenUp = new ReadOnlyBooleanWrapper();
  private @Nullable Rows question;
  private Subscription following = Subscription.EMPTY;
  private boolean shown;

  public StatisticsViewModel(ReadOnlyObjectProperty<Document> document, BackgroundTasks tasks) {
    this.document = document;
    found = this.<Rows, TableStatistics>inquiry(tasks, "job.statistics").telling(_ -> find());
    pairs = inquiry(tasks, "job.correlations");
  }

  private <Q, A> Inquiry<Q, A> inquiry(BackgroundTasks tasks, String nameKey) {
    var task = LatestTask.seen(tasks, nameKey).whenCancelled(() -> givenUp.set(true));
    return new Inquiry<Q, A>(tasks, task).failing(tasks.complainAfter(() -> givenUp.set(true)));
  }

  ObservableValue<Preparation> preparation() {
    return document.map(it -> it.draft().preparation());
  }

  List<LineColumn.Line> lines() {
    var told = found.get();
    if (told == null) {
      return List.of();
    }
    var plans = document.get().draft().preparation().columns();
    return IntStream.range(0, Math.min(told.columns().size(), plans.size()))
        .mapToObj(i -> new LineColumn.Line(i, told.columns().get(i), plans.get(i)))
        .toList();
  }

  public void show(Part next) {
    part.set(next);
    find();
  }

  public void shown() {
    following.unsubscribe();
    shown = true;
    following = document.subscribe(this::follow);
  }

  public void hidden() {
    shown = false;
    following.unsubscribe();
  }

  void again() {
    givenUp.set(false);
    (found.get() == null ? found : pairs).forget();
    find();
  }

  private void follow(Document now) {
    var table = now.data().table();
    var next = table == null ? null : new Rows(table, now.draft().preparation().cases());
    if (!Objects.equals(next, question)) {
      question = next;
      found.forget();
      pairs.forget();
      asked.set(null);
      givenUp.set(false);
    }
    find();
  }

  private void find() {
    var of = question;
    if (of == null || !shown || givenUp.get() || part.get() == Part.ROWS) {
      return;
    }
    var told = found.get();
    if (told == null) {
      found.ask(of, of.isSmall(), of::find);
    } else if (part.get() == Part.CORRELATION) {
      findPairs(of, told);
    }
  }

  private void findPairs(Rows of, TableStatistics told) {
    var pairsOf = PairMatrix.Question.of(of.table, told, document.get().draft().preparation());
    asked.set(pairsOf);
    if (of.isSmall() || pairsOf.hasPair()) {
      pairs.ask(pairsOf, of.isSmall(), progress -> pairsOf.find(of.cases.of(of.table), progress));
    } else {
      pairs.forget();
    }
  }

  /** What the columns of the rows hold that are data. */
  record Rows(Table table, Cases cases) {

    boolean isSmall() {
      return (long) table.rows() * table.columns().size() <= FEW_CELLS;
    }

    TableStatistics find(Progress progress) {
      return TableStatistics.of(cases.of(table), cases.rows(table), progress);
    }
  }

  /** The correlations that are shown: r of each pair, in the order of the question's columns. */
  record PairMatrix(Question question, Correlations values) {

    /** More columns can neither be read nor told apart. */
    static final int MOST = 60;

    /** Which of the candidates are compared, in rising order but for an added target, the last. */
    record Question(List<Integer> columns, int candidates, boolean targetAdded, int constant) {

      /** Numbers, and names that are two numbers: their r says how far the means are apart. */
      static Question of(Table table, TableStatistics told, Preparation preparation) {
        var columns = new ArrayList<Integer>();
        var constant = 0;
        for (var i = 0; i < told.columns().size(); i++) {
          var distinct = told.columns().get(i).distinct();
          if (table.column(i) instanceof NumberColumn
              && (preparation.columns().get(i).kind() == ColumnKind.NUMBER || distinct == 2)) {
            if (distinct > 1) {
              columns.add(i);
            } else {
              constant++;
            }
          }
        }
        var shown = new ArrayList<>(columns.subList(0, Math.min(MOST, columns.size())));
        var target = preparation.targetIndex();
        var added = columns.contains(target) && !shown.contains(target);
        if (added) {
          shown.set(MOST - 1, target);
        }
        return new Question(shown, columns.size(), added, constant);
      }

      boolean hasPair() {
        return columns.size() > 1;
      }

      PairMatrix find(Table table, Progress progress) {
        var numbers = columns.stream().map(i -> (NumberColumn) table.column(i)).toList();
        return new PairMatrix(this, Correlations.of(numbers, progress));
      }
    }
  }
}
