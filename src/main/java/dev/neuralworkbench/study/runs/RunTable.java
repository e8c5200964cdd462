package dev.neuralworkbench.study.runs;

import dev.neuralworkbench.model.ExperimentDifference;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.study.Luck;
import dev.neuralworkbench.train.StopReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs side by side: only the choices in which they differ, and runs that differ in seeds alone
 * together.
 *
 * @param columns the choices, in the order of the forms
 * @param groups in the order of their first runs
 */
public record RunTable(List<RunColumn> columns, List<RunGroup> groups) {

  public static final RunTable EMPTY = new RunTable(List.of(), List.of());

  /** The column of the hidden layers, whose values are lists of {@code LayerDesign}. */
  public static final String HIDDEN = "network.hidden";

  public RunTable {
    columns = List.copyOf(columns);
    groups = List.copyOf(groups);
  }

  private record Choice(String component, @Nullable Object subject) {}

  public static RunTable of(List<LoggedRun> runs) {
    return runs.isEmpty() ? EMPTY : new RunTable(columns(runs), groups(runs));
  }

  public Stream<LoggedRun> runs() {
    return groups.stream().flatMap(group -> group.runs().stream());
  }

  /** Places of the runs' groups, from 0, by the runs' numbers. */
  public Map<Integer, Integer> groupOf() {
    var places = new HashMap<Integer, Integer>();
    for (var i = 0; i < groups.size(); i++) {
      for (var run : groups.get(i).runs()) {
        places.put(run.number(), i);
      }
    }
    return places;
  }

  /** What all runs answer; null where some answer classes and others numbers. */
  public @Nullable ProblemType problemType() {
    var kinds =
        groups.stream()
            .map(group -> group.first().record().experiment().preparation().problemType())
            .distinct()
            .toList();
    return kinds.size() == 1 ? kinds.getFirst() : null;
  }

  /**
   * How much of the best group's lead may be luck, by the groups of which all runs have a score.
   */
  public Luck luck() {
    return Luck.of(
        ranked().stream()
            .map(it -> it.scores().stream().mapToDouble(Double::doubleValue).toArray())
            .toList(),
        0);
  }

  /**
   * The groups of which all runs that have ended have a score: {@link Luck} counts them. Where two
   * or more have seeds enough for a verdict, those that have not are left out.
   */
  public List<RunGroup> ranked() {
    var scored =
        groups.stream()
            .filter(it -> !it.scores().isEmpty() && it.scores().size() == it.counted().size())
            .toList();
    var enough = scored.stream().filter(it -> it.scores().size() >= Luck.LEAST_SEEDS).toList();
    return enough.size() > 1 ? enough : scored;
  }

  /** Of runs with the same seeds the first that was not stopped is a sample of its group. */
  private static List<RunGroup> groups(List<LoggedRun> runs) {
    Map<Object, List<LoggedRun>> groups = new LinkedHashMap<>();
    var samples = new HashSet<>();
    for (var run : runs) {
      var key = RunGroup.Key.of(run.record());
      var end = run.record().result().stopReason();
      var isWhole = end != null && end != StopReason.STOPPED;
      var isSample = isWhole && samples.add(Map.entry(key, run.record().experiment()));
      groups.computeIfAbsent(isSample ? key : run.number(), _ -> new ArrayList<>()).add(run);
    }
    return groups.values().stream().map(RunGroup::new).toList();
  }

  private static List<RunColumn> columns(List<LoggedRun> runs) {
    var first = runs.getFirst().record();
    Map<Choice, Object> before = new LinkedHashMap<>();
    Map<Choice, Map<Integer, Object>> others = new HashMap<>();
    for (var run : runs) {
      for (var change : changes(first, run.record())) {
        var choice = new Choice(change.component(), change.subject());
        before.putIfAbsent(choice, change.before());
        others.computeIfAbsent(choice, _ -> new HashMap<>()).put(run.number(), change.after());
      }
    }
    return before.entrySet().stream()
        .map(
            entry ->
                new RunColumn(
                    entry.getKey().component,
                    entry.getKey().subject,
                    entry.getValue(),
                    others.getOrDefault(entry.getKey(), Map.of())))
        .toList();
  }

  /** What was changed; hidden layers as a whole, since a column cannot say which was added. */
  private static List<ExperimentDifference.Change> changes(RunRecord one, RunRecord other) {
    var changes = new ArrayList<ExperimentDifference.Change>();
    for (var change : one.differenceTo(other).changes()) {
      if (!change.component().startsWith(HIDDEN)) {
        changes.add(change);
      } else if (changes.stream().noneMatch(it -> it.component().equals(HIDDEN))) {
        changes.add(
            new ExperimentDifference.Change(
                HIDDEN,
                null,
                one.experiment().network().hidden(),
                other.experiment().network().hidden()));
      }
    }
    return changes;
  }
}
