package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.data.table.Histogram;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.HistogramChart;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.work.BackgroundTasks;
import dev.neuralworkbench.ui.common.work.LatestTask;
import dev.neuralworkbench.ui.live.diagnosis.VitalsRecorder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import org.jspecify.annotations.Nullable;

/** How the weights are spread, of one layer or of all, counted in the background. */
public final class WeightsChart {

  /** More weights than these are stood for by every second, third …. */
  private static final int MOST = 200_000;

  private static final int DIGITS = 3;

  private final LatestTask wish;
  private final Messages messages;
  public final HistogramChart chart = Styling.as(new HistogramChart(), "#live-weights");
  final MenuButton layerChoice =
      Styling.as(new MenuButton(), "#live-weights-layer", "flat", "small");
  private VitalsRecorder.@Nullable WeightsNow shown;
  private int layer = -1; // −1 for all
  private int layers;
  private int counted = -1; // epochs of the weights in the chart; −1 for none

  public WeightsChart(BackgroundTasks tasks, Messages messages) {
    wish = LatestTask.unseen(tasks, tasks.lane("histogram"), "histogram");
    this.messages = messages;
    chart.setMinSize(0, 0);
    chart.emptyText().bind(messages.text("monitors.weights.empty"));
    chart.tell(messages, this::heading);
    layerChoice.setMinWidth(MenuButton.USE_PREF_SIZE);
    Tooltips.install(layerChoice, messages.text("monitors.weights.layer.tip"));
    messages.language().subscribe(_ -> offer());
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
    if (layers != weights.weights().layers().size()) {
      layers = weights.weights().layers().size();
      layer = Math.min(layer, layers - 1);
      offer();
    }
    count(weights);
  }

  private void count(VitalsRecorder.WeightsNow weights) {
    var of = layer < 0 ? weights.weights().layers() : List.of(weights.weights().layer(layer));
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

  private void offer() {
    var words = messages.words();
    layerChoice
        .getItems()
        .setAll(IntStream.range(-1, layers).mapToObj(index -> item(index, words)).toList());
    layerChoice.setText(name(layer, words));
    layerChoice.setAccessibleText(
        words.text("button.chosen", words.text("monitors.weights.layer"), layerChoice.getText()));
  }

  private RadioMenuItem item(int index, Words words) {
    var item =
        Styling.as(new RadioMenuItem(name(index, words)), "#live-weights-layer-" + (index + 1));
    item.setSelected(index == layer);
    item.setOnAction(
        _ -> {
          layer = index;
          offer();
          if (shown != null) {
            count(shown);
          }
        });
    return item;
  }

  private String name(int index, Words words) {
    return index < 0 ? words.text("monitors.all") : RunCurves.layerName(index, layers, words);
  }
}
