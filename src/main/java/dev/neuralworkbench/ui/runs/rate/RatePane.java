package dev.neuralworkbench.ui.runs.rate;

import dev.neuralworkbench.study.RateRange;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.band.BandChart;
import dev.neuralworkbench.ui.chart.band.BandSeries;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The loss while the learning rate rises from step to step, and the rate that this suggests. */
public final class RatePane extends VBox {

  private static final int DIGITS = 4;

  private final RateViewModel model;
  private final Messages messages;
  private final BandChart chart = Styling.as(new BandChart(), "#runs-rates");
  private final Label sentence = Labels.sentence("#runs-rates-sentence");
  private final Button start;
  private final Button use;

  public RatePane(RateViewModel model, ChartFiles files) {
    this.model = model;
    messages = files.messages();
    getStyleClass().add("runs-chart");
    chart.emptyText().bind(messages.text("runs.rates.none"));
    chart.tell(messages, () -> messages.now("runs.rates"));
    start = Buttons.of(messages, "runs.rates.start", model::start, "#runs-rates-start");
    use = Buttons.of(messages, "runs.rates.use", model::use, "#runs-rates-use", "accent");
    var save =
        files.pictureButton(
            "runs-rates-save", chart, () -> messages.now("runs.rates"), "learning-rates.png");
    chart.setMinHeight(0);
    getChildren()
        .setAll(
            Styling.as(new HBox(start, use, Space.between(), save), "study-buttons"),
            sentence,
            Space.tall(chart));
    OnAnyChange.all(
        this::show,
        model.found,
        model.found.busy(),
        model.rate,
        model.problems,
        messages.language());
  }

  private void show() {
    var range = model.found.get();
    start.setDisable(model.found.busy().get() || !model.problems.getValue().isEmpty());
    var suggestion = range == null ? 0 : range.suggestion().orElse(0);
    Visibility.when(use, suggestion > 0);
    use.setDisable(suggestion == model.rate.getValue());
    sentence.setText(sentence(range, suggestion));
    chart.show(range == null ? BandChart.NOTHING : content(range, suggestion));
  }

  private String sentence(@Nullable RateRange range, double suggestion) {
    if (range == null) {
      if (!model.problems.getValue().isEmpty()) {
        return messages.now("runs.rates.problems");
      }
      return messages.now(model.found.busy().get() ? "runs.rates.working" : "runs.rates.about");
    } else if (suggestion == 0) {
      return messages.now("runs.rates.never");
    }
    return messages.now(
        "runs.rates.suggestion",
        Numbers.rounded(suggestion, 2),
        Numbers.rounded(10 * suggestion, 2),
        Numbers.rounded(model.rate.getValue(), DIGITS),
        range.rates().size());
  }

  private BandChart.Content content(RateRange range, double suggestion) {
    var rates = range.rates().stream().mapToDouble(Double::doubleValue).toArray();
    var marks =
        suggestion == 0
            ? List.<BandSeries.Mark>of()
            : List.of(new BandSeries.Mark(suggestion, Numbers.rounded(suggestion, 2)));
    // The smoothed line is drawn last, on top.
    var course =
        new BandSeries(
            messages.now("runs.rates.course"),
            Curve.of(rates, numbers(range.course())),
            null,
            null,
            marks);
    var losses =
        BandSeries.line(messages.now("runs.rates.loss"), Curve.of(rates, numbers(range.losses())));
    return BandChart.Content.ofLosses(
        List.of(losses, course),
        messages.now("training.optimizer.learningRate"),
        messages.now("runs.loss.training"),
        true);
  }

  private static double[] numbers(List<Double> of) {
    return of.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
