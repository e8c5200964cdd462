package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.data.table.Histogram;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.HistogramChart;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.live.diagnosis.VitalsRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** How the weights are spread, of one layer or of all, counted in the background. */
public final class WeightsChart {

  /** More weights than these are stood for by every second, third …. */
  private static final int MOST = 200_000;

  private static final int DIGITS = 3;

  /** In the place of a layer. */
  private static final int ALL = -1;

  private final LatestTask wish;
  private final Messages messages;
  public final HistogramChart chart = Styling.as(new HistogramChart(), "#live-weights");
  final ChoiceField<Integer> layerChoice;
  private VitalsRecorder.@Nullable WeightsNow shown;
  private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>(ALL);
  private final ObjectProperty<List<Integer>> layers = new SimpleObjectProperty<>(List.of(ALL));
  private int counted = -1; // epochs of the weights in the chart; −1 for none

  public WeightsChart(BackgroundTasks tasks, Messages messages) {
    wish = LatestTask.unseen(tasks, tasks.lane("histogram"), "histogram");
    this.messages = messages;
    chart.setMinSize(0, 0);
    chart.emptyText().bind(messages.text("monitors.weights.empty"));
    chart.tell(messages, this::heading);
    var key = "monitors.weights.layer";
    var choice = new PropertyChoice<>(key, layer);
    layerChoice =
        Styling.as(new ChoiceField<>(choice, layers, this::name), "#live-weights-layer", "small");
    Labels.unseen(messages.text(key), layerChoice);
    Tooltips.install(layerChoice, messages.text(key + ".tip"));
    layer.subscribe(
        () -> {
          if (shown != null) {
            count(shown);
          }
        });
  }

  /** Shows these weights, unless they show or others are still being counted. */
  public void show(VitalsRecorder.@Nullable WeightsNow weights) {
    if (wish.busy().get() || (weights == null ? shown == null : weights.equals(shown))) {
      return;
    }
    shown = weights;
    if (weights == null) {
      counted = -1;
      chart.show(null, String::valueOf);
      return;
    }
    var count = weights.weights().layers().size();
    layers.set(IntStream.range(ALL, count).boxed().toList());
    if (layer.get() >= count) {
      layer.set(ALL);
    } else {
      count(weights);
    }
  }

  private void count(VitalsRecorder.WeightsNow weights) {
    var all = weights.weights().layers();
    var of = layer.get() == ALL ? all : List.of(all.get(layer.get()));
    wish.ask(_ -> histogram(of), histogram -> arrive(weights.epochs(), histogram));
  }

  private static Histogram histogram(List<LayerWeights> layers) {
    var total = layers.stream().mapToLong(it -> (long) it.inputs() * it.units()).sum();
    var every = (int) Math.ceilDiv(total, MOST);
    var values = new ArrayList<Float>();
    for (var layer : layers) {
      var weights = layer.weights();
      for (var i = 0; i < weights.length; i += every) {
        if (Float.isFinite(weights[i])) {
          values.add(weights[i]);
        }
      }
    }
    var numbers = values.stream().mapToDouble(Float::doubleValue).toArray();
    return Histogram.of(NumberColumn.of("", numbers), new int[numbers.length], 1);
  }

  private void arrive(int epochs, Histogram histogram) {
    counted = epochs;
    var bars =
        new HistogramChart.Bars(
            histogram,
            new Tints.Classes(List.of()),
            0,
            messages.now("monitors.weights.after", Numbers.count(epochs)));
    chart.show(bars, interval -> interval(histogram, interval));
  }

  private String heading() {
    return counted < 0
        ? messages.now("monitors.weights")
        : messages.now("monitors.weights.after", Numbers.count(counted));
  }

  private String interval(Histogram histogram, int interval) {
    return messages.now(
        "monitors.weights.interval",
        Numbers.typeset(Numbers.rounded(histogram.edge(interval), DIGITS)),
        Numbers.typeset(Numbers.rounded(histogram.edge(interval + 1), DIGITS)),
        Numbers.count(histogram.count(interval)));
  }

  private ObservableValue<String> name(int index) {
    return messages.text(
        layers,
        (words, offered) ->
            index == ALL
                ? words.text("monitors.all")
                : RunCurves.layerName(index, offered.size() - 1, words));
  }
}
