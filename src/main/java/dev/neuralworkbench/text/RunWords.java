package dev.neuralworkbench.text;

import dev.neuralworkbench.model.ExperimentDifference;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.study.Spread;
import dev.neuralworkbench.study.runs.RunColumn;
import dev.neuralworkbench.study.runs.RunGroup;
import dev.neuralworkbench.study.runs.RunTable;
import dev.neuralworkbench.train.StopReason;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public record RunWords(Words words) {

  private static final int DIGITS = 4;

  public String head(RunColumn column) {
    var component = column.component();
    var own = "runs.column." + component;
    var ofForm = component.replaceFirst("preparation\\.(split\\.)?", "form.");
    var key = Stream.of(own, component).filter(words::has).findFirst().orElse(ofForm);
    var name = words.text(key);
    return column.subject() == null ? name : words.text("runs.column.of", name, column.subject());
  }

  /** What a run has in such a column, after its name where the value alone would not be told. */
  public String named(RunColumn column, int run) {
    if (column.component().equals(RunTable.HIDDEN)) {
      return column.of(run) instanceof List<?> layers && layers.isEmpty()
          ? words.text("runs.noHidden")
          : value(column, run);
    }
    return words.text("runs.named", head(column), value(column, run));
  }

  /** A group by its values of some choices. */
  public String name(RunGroup group, List<RunColumn> by) {
    var number = group.first().number();
    var values =
        by.stream()
            .map(column -> named(column, number))
            .collect(Collectors.joining(words.text("difference.separator")));
    return values.isEmpty() ? run(group) : values;
  }

  /** A group where no choice tells it from others. */
  public String run(RunGroup group) {
    var numbers = group.runs().stream().map(LoggedRun::number).toList();
    var isGap = numbers.getLast() - numbers.getFirst() >= numbers.size();
    var all = numbers.stream().map(Numbers::count).toList();
    return group.isSeveral() && !isGap
        ? words.text("runs.run.several", all.getFirst(), all.getLast())
        : words.text("runs.run", String.join(", ", all), all.size());
  }

  public String value(RunColumn column, int run) {
    return text(column, column.of(run));
  }

  public String text(RunColumn column, Object value) {
    return column.component().equals(RunTable.HIDDEN)
        ? hidden((List<?>) value)
        : words.text("runs.value", value);
  }

  private String hidden(List<?> layers) {
    return layers.isEmpty()
        ? words.text("difference.none")
        : layers.stream()
            .map(layer -> layer((LayerDesign) layer))
            .collect(Collectors.joining(", "));
  }

  private String layer(LayerDesign layer) {
    return switch (layer) {
      case DenseDesign dense ->
          dense.units() + " " + words.text("activation." + Ids.of(dense.activation()));
      case DropoutDesign dropout -> words.text("runs.dropout", Numbers.share(dropout.rate()));
    };
  }

  /** A number of one run, or mean ± standard deviation of several. */
  public String number(Spread spread) {
    if (Double.isNaN(spread.mean())) {
      return "–";
    }
    var mean = Numbers.told(spread.mean(), DIGITS);
    return Double.isNaN(spread.deviation())
        ? mean
        : mean + " ± " + Numbers.told(spread.deviation(), 2);
  }

  public String difference(RunRecord one, RunRecord other) {
    var changes =
        Stream.concat(start(one, other), changes(one.differenceTo(other)))
            .collect(Collectors.joining(words.text("difference.separator")));
    return words.text(
        changes.isEmpty() ? "runs.same" : "runs.difference",
        Numbers.count(one.number()),
        Numbers.count(other.number()),
        changes);
  }

  /** The settings that differ, one by one. */
  public Stream<String> changes(ExperimentDifference difference) {
    return difference.changes().stream()
        .map(it -> words.text(it.key(), it.subject(), it.before(), it.after()));
  }

  /** What they began with, where that differs. */
  private Stream<String> start(RunRecord one, RunRecord other) {
    var first = origin(one);
    var second = origin(other);
    return first.equals(second)
        ? Stream.empty()
        : Stream.of(words.text("runs.difference.start", first, second));
  }

  public String origin(RunRecord run) {
    if (run.from() == null) {
      return words.text(run.anew() ? "runs.origin.anew" : "runs.origin.other");
    }
    var from = Numbers.count(run.from());
    var end = words.text(run.anew() ? "runs.origin.goesOn" : "runs.origin.weights", from);
    var after = run.after();
    return after == null ? end : words.text("runs.origin.after", end, Numbers.count(after));
  }

  public String several(RunGroup group) {
    return words.text("runs.several", Numbers.count(group.runs().size()));
  }

  public String end(RunRecord run, boolean isUnderWay) {
    var reason = run.result().stopReason();
    if (isUnderWay) {
      return words.text("runs.end.underWay");
    }
    if (reason == StopReason.COMPLETED && run.hasGrown()) {
      return words.text("runs.end.diverged");
    }
    return words.text(reason == null ? "runs.end.open" : "runs.end." + Ids.of(reason));
  }
}
