package dev.neuralworkbench.model;

import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.model.ExperimentDifference.Change;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.problem.MessageKey;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.Intervention.RateChange;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was changed from one experiment to another, choice by choice, in the order of the forms.
 *
 * <p>The records of an experiment are walked component by component, so a new choice is compared
 * from the day it is added; it needs a text of its own, {@link Change#key}.
 *
 * @param changes the choices that differ; empty for equal experiments
 */
public record ExperimentDifference(List<Change> changes) {

  /** Changes of columns that a sentence can name. */
  private static final int FEW_COLUMNS = 4;

  /** Choices of which none is 1. */
  private static final Set<String> ONES = Set.of("preparation.split.used", "preparation.rare");

  /** Lists that a sentence tells item by item. */
  private static final Set<String> TOLD_WHOLE =
      Set.of("preparation.features", "preparation.columns.replaced");

  private static final String RATE = "training.optimizer.learningRate";
  private static final MessageKey NONE = new MessageKey("difference.none");
  private static final MessageKey ALL_ROWS = new MessageKey("difference.allRows");

  public ExperimentDifference {
    changes = List.copyOf(changes);
  }

  /**
   * One choice that differs.
   *
   * @param component its name, such as {@code training.optimizer.learningRate}; as in problems, but
   *     without an index
   * @param subject what it belongs to where there are several: number of a hidden layer, from 1 on,
   *     or name of a column; otherwise null
   * @param before a number, a text, a {@link MessageKey}, or what {@link #rates} gives
   * @param after likewise
   */
  public record Change(String component, @Nullable Object subject, Object before, Object after) {

    /**
     * Key of its text in the message bundles: {0} is the subject, {1} what was, {2} what is now.
     */
    public String key() {
      return "difference." + component;
    }
  }

  /** What was changed from one experiment to another. */
  public static ExperimentDifference between(Experiment before, Experiment after) {
    var changes = new ArrayList<Change>();
    walkParts("", null, before, after, changes);
    return new ExperimentDifference(changes);
  }

  /** The same of two runs, each with what was done to it while it went. */
  public static ExperimentDifference between(
      Experiment before, List<Intervention> then, Experiment after, List<Intervention> since) {
    var changes = new ArrayList<>(between(before, after).changes());
    var had = rates(before, then);
    var has = rates(after, since);
    if (had instanceof List || has instanceof List) {
      changes.removeIf(it -> it.component().equals(RATE));
      if (!had.equals(has)) {
        changes.add(new Change(RATE, null, had, has));
      }
    }
    return new ExperimentDifference(changes);
  }

  /**
   * The learning rate of a run; where it was changed by hand a list: the first rate, and each
   * {@link RateChange} but those of which the next one took the place before any batch.
   */
  public static Object rates(Experiment experiment, List<Intervention> interventions) {
    var rates = new ArrayList<Object>(List.of(experiment.training().optimizer().learningRate()));
    for (var it : interventions) {
      if (it instanceof RateChange(var epoch, var batch, var before, var after)) {
        if (rates.getLast() instanceof RateChange last
            && last.epoch() == epoch
            && last.batch() == batch) {
          rates.removeLast();
          before = last.before();
        }
        if (before != after) {
          rates.add(new RateChange(epoch, batch, before, after));
        }
      }
    }
    return rates.size() == 1 ? rates.getFirst() : rates;
  }

  private static void walk(
      String path,
      @Nullable Object subject,
      @Nullable Object before,
      @Nullable Object after,
      List<Change> changes) {
    if (Objects.equals(before, after)) {
      return;
    }
    if (before instanceof List<?> list
        && after instanceof List<?> other
        && !TOLD_WHOLE.contains(path)) {
      walkList(path, list, other, changes);
    } else if (before instanceof Record one
        && after instanceof Record other
        && !(before instanceof RowFilter)
        && one.getClass() == other.getClass()) {
      walkParts(path + ".", subject, one, other, changes);
    } else {
      changes.add(new Change(path, subject, told(path, before, after), told(path, after, before)));
      if (before instanceof OptimizerConfig one && after instanceof OptimizerConfig other) {
        walk(path + ".learningRate", subject, one.learningRate(), other.learningRate(), changes);
      }
    }
  }

  /**
   * Compares two records of a kind, component by component.
   *
   * @param prefix what names of components begin with
   * @param subject what both belong to, {@link Change#subject}
   */
  private static void walkParts(
      String prefix, @Nullable Object subject, Record before, Record after, List<Change> changes) {
    for (var name : Records.components(before)) {
      walk(prefix + name, subject, Records.get(before, name), Records.get(after, name), changes);
    }
  }

  private static void walkList(String path, List<?> before, List<?> after, List<Change> changes) {
    switch (path) {
      case "network.hidden" ->
          layers(path, all(before, LayerDesign.class), all(after, LayerDesign.class), changes);
      case "preparation.columns" ->
          columns(path, all(before, ColumnPlan.class), all(after, ColumnPlan.class), changes);
      default -> throw new IllegalStateException("expected no list, found one in " + path);
    }
  }

  private static <T> List<T> all(List<?> list, Class<T> type) {
    return list.stream().map(type::cast).toList();
  }

  /** The value of a choice beside another; a switch is null where it is off. */
  private static Object told(String component, @Nullable Object value, @Nullable Object other) {
    return chosen(component, value == null && other instanceof Boolean ? false : value);
  }

  /**
   * The value of a choice as a sentence can name it: a number, a text, or a word of the bundles.
   *
   * @param component the choice; for some of them 0 has a meaning of its own
   */
  public static Object chosen(String component, @Nullable Object value) {
    return switch (value) {
      case null -> ONES.contains(component) ? (Object) 1.0 : NONE;
      case Integer batch when batch == 0 && component.equals("training.batchSize") -> ALL_ROWS;
      case Double norm when norm == 0 && component.equals("training.clipNorm") -> NONE;
      case Boolean on -> new MessageKey(on ? "difference.on" : "difference.off");
      case Enum<?> choice -> MessageKey.of(choice);
      case OptimizerConfig optimizer -> new MessageKey("optimizer." + optimizer.id());
      case LearningRateSchedule schedule -> new MessageKey("schedule." + schedule.id());
      case Duration limit -> limit.toNanos() * 1e-9;
      case SplitRule rule -> rule.column();
      case RowFilter filter -> filter.text();
      case List<?> several when several.isEmpty() -> NONE;
      case List<?> several ->
          several.stream()
              .map(it -> it instanceof Feature feature ? feature.name() : it.toString())
              .collect(Collectors.joining(", "));
      case Record _ -> new MessageKey("difference.on");
      default -> value;
    };
  }

  /** What was changed in the use of the columns: one by one, or in numbers where it is many. */
  private static void columns(
      String path, List<ColumnPlan> before, List<ColumnPlan> after, List<Change> changes) {
    var named = new ArrayList<Change>();
    if (names(before).equals(names(after))) {
      for (var i = 0; i < before.size(); i++) {
        var column = before.get(i);
        walkParts(path + ".", column.name(), column, after.get(i), named);
      }
    }
    var isCount = named.size() > FEW_COLUMNS && inputs(before) != inputs(after);
    if (named.isEmpty() || isCount) {
      changes.add(new Change(path, null, inputs(before), inputs(after)));
    } else {
      changes.addAll(named);
    }
  }

  private static List<String> names(List<ColumnPlan> columns) {
    return columns.stream().map(ColumnPlan::name).toList();
  }

  private static int inputs(List<ColumnPlan> columns) {
    return (int) columns.stream().filter(it -> it.role() == ColumnRole.INPUT).count();
  }

  /**
   * What was changed in a list of hidden layers. Layers that are equal from the inputs on, and back
   * from the outputs, are passed over; of the rest one is compared with another as long as both
   * lists have one, and then layers were added or removed.
   */
  private static void layers(
      String path, List<LayerDesign> before, List<LayerDesign> after, List<Change> changes) {
    var common = Math.min(before.size(), after.size());
    var front = 0;
    while (front < common && before.get(front).equals(after.get(front))) {
      front++;
    }
    var back = 0;
    while (back < common - front
        && before.get(before.size() - 1 - back).equals(after.get(after.size() - 1 - back))) {
      back++;
    }
    for (var i = front; i < common - back; i++) {
      var one = before.get(i);
      var other = after.get(i);
      if (one.getClass() == other.getClass()) {
        walkParts(path + ".", i + 1, (Record) one, (Record) other, changes);
      } else {
        changes.add(new Change(path + ".removed" + kind(one), i + 1, number(one), NONE));
        changes.add(new Change(path + ".added" + kind(other), i + 1, NONE, number(other)));
      }
    }
    for (var i = common - back; i < before.size() - back; i++) {
      var layer = before.get(i);
      changes.add(new Change(path + ".removed" + kind(layer), i + 1, number(layer), NONE));
    }
    for (var i = common - back; i < after.size() - back; i++) {
      var layer = after.get(i);
      changes.add(new Change(path + ".added" + kind(layer), i + 1, NONE, number(layer)));
    }
  }

  private static String kind(LayerDesign layer) {
    return layer instanceof DropoutDesign ? "Dropout" : "";
  }

  private static Object number(LayerDesign layer) {
    return switch (layer) {
      case DenseDesign dense -> (Object) dense.units();
      case DropoutDesign dropout -> dropout.rate();
    };
  }
}
