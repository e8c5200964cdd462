package dev.neuralworkbench.model;

import dev.neuralworkbench.data.prepare.Split;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every run that was started, and what is said of them; a value. Runs are only added: undoing a
 * training removes none. What is said of them, deletion too, is a choice like others and can be
 * undone.
 *
 * @param runs in the order of their numbers
 * @param marks what is said of them, by number; nothing where a number is missing
 */
public record RunLog(List<LoggedRun> runs, Map<Integer, RunMark> marks) {

  public static final RunLog NONE = new RunLog(List.of(), Map.of());

  /** Weights of runs that are not pinned, in bytes; the latest ones are kept. */
  static final long LIMIT = 256L << 20;

  /** Most runs; the oldest that are not pinned go. */
  public static final int MOST = 10_000;

  public RunLog {
    runs = List.copyOf(runs);
    marks = Map.copyOf(marks);
  }

  public int next() {
    return runs.isEmpty() ? 1 : runs.getLast().number() + 1;
  }

  public Optional<LoggedRun> run(int number) {
    return runs.stream().filter(run -> run.number() == number).findFirst();
  }

  /** The model that a run began with; null for new weights, and where it is not kept. */
  public @Nullable Model before(RunRecord run) {
    var from = run.from();
    return from == null ? null : run(from).map(LoggedRun::model).orElse(null);
  }

  public RunMark mark(int number) {
    return marks.getOrDefault(number, RunMark.NONE);
  }

  public List<LoggedRun> present() {
    return runs.stream().filter(run -> !mark(run.number()).deleted()).toList();
  }

  /**
   * How many of the runs that are not deleted a file has without their weights.
   *
   * @param trained the document's model; null for none
   */
  public int leftOut(@Nullable Model trained) {
    var kept = kept(trained);
    return (int) present().stream().filter(run -> !kept.contains(run.number())).count();
  }

  /**
   * Numbers of the runs whose weights a file has: those that are pinned, and the one that the
   * document's model is of or was made from, since the run's own could be wanted back.
   *
   * @param trained the document's model; null for none
   */
  public Set<Integer> kept(@Nullable Model trained) {
    var source = trained == null ? Optional.<LoggedRun>empty() : source(trained);
    return Stream.concat(source.stream(), runs.stream().filter(run -> mark(run.number()).pinned()))
        .filter(run -> run.model() != null)
        .map(LoggedRun::number)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * How many runs had their score on the same test rows looked at, deleted ones too.
   *
   * @param split how the rows are divided; another share of the training rows leaves the test rows
   */
  public int looks(String data, Split split) {
    return (int)
        runs.stream()
            .map(LoggedRun::record)
            .filter(it -> it.testScore() != null && it.data().equals(data))
            .map(it -> it.experiment().preparation().split().withUsed(1))
            .filter(split.withUsed(1)::equals)
            .count();
  }

  /** The same after somebody looked at test scores, by number of the run; the first look counts. */
  public RunLog looked(Map<Integer, Double> scores) {
    return new RunLog(runs.stream().map(it -> it.looked(scores.get(it.number()))).toList(), marks);
  }

  /** The run whose own weights a model has; empty for one that was changed since. */
  public Optional<LoggedRun> own(Model model) {
    return of(model).filter(run -> run.owns(model));
  }

  /** The run that a model is of, or was made from: by edits, or by going back to an epoch. */
  public Optional<LoggedRun> source(Model model) {
    return of(model)
        .or(() -> runs.reversed().stream().filter(run -> run.beginsWith(model)).findFirst());
  }

  /** The run whose end a model was trained to, edited since or not; empty where there is none. */
  public Optional<LoggedRun> of(Model model) {
    return runs.reversed().stream().filter(run -> run.hasCome(model.history())).findFirst();
  }

  /** The same with a run, in the place of one of its number. */
  public RunLog with(LoggedRun run) {
    var all = new ArrayList<>(runs);
    var at = all.stream().map(LoggedRun::number).toList().indexOf(run.number());
    if (at < 0) {
      all.add(run);
    } else {
      all.set(at, run);
    }
    return new RunLog(within(all, LIMIT), marks);
  }

  /** The same with runs that follow, of the next numbers. */
  public RunLog withNew(Collection<LoggedRun> more) {
    var all = new ArrayList<>(runs);
    for (var run : more) {
      var number = all.isEmpty() ? 1 : all.getLast().number() + 1;
      all.add(new LoggedRun(run.record().numbered(number), run.model()));
    }
    return new RunLog(within(all, LIMIT), marks);
  }

  /** The latest runs, and the models of the latest of these. */
  private List<LoggedRun> within(List<LoggedRun> all, long limit) {
    var kept = new ArrayList<LoggedRun>();
    var bytes = 0L;
    for (var run : all.reversed()) {
      var pinned = mark(run.number()).pinned();
      bytes += pinned ? 0 : run.bytes();
      if (pinned || kept.size() < MOST) {
        kept.add(pinned || bytes <= limit ? run : run.withoutModel());
      }
    }
    return kept.reversed();
  }

  public RunLog with(Collection<Integer> numbers, UnaryOperator<RunMark> change) {
    var all = new HashMap<>(marks);
    for (var number : numbers) {
      var mark = change.apply(mark(number));
      if (mark.equals(RunMark.NONE)) {
        all.remove(number);
      } else {
        all.put(number, mark);
      }
    }
    return new RunLog(runs, all);
  }

  /**
   * Whether another log has the same runs with the same things said of them. By identity of what
   * did not change: comparing all curves would take time.
   */
  @SuppressWarnings("ReferenceEquality")
  public boolean isSame(RunLog other) {
    return this == other
        || (marks.equals(other.marks)
            && runs.size() == other.runs.size()
            && IntStream.range(0, runs.size()).allMatch(i -> runs.get(i) == other.runs.get(i)));
  }

  /**
   * The same whoever looked at test scores: a look is written with the next save, and is no work
   * that could be lost.
   */
  public boolean isSameButForLooks(RunLog other) {
    return marks.equals(other.marks)
        && runs.size() == other.runs.size()
        && IntStream.range(0, runs.size()).allMatch(i -> runs.get(i).isSame(other.runs.get(i)));
  }

  /**
   * What the user says of a run.
   *
   * @param pinned whether it stays on top, and its weights are kept in the file
   * @param deleted whether it is not wanted any more
   * @param note a few words
   */
  public record RunMark(boolean pinned, boolean deleted, String note) {

    public static final RunMark NONE = new RunMark(false, false, "");

    public static final int LONGEST_NOTE = 1_000;
  }
}
