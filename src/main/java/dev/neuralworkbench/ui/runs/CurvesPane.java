package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.study.runs.RunBand;
import dev.neuralworkbench.study.runs.RunGroup;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.RunWords;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.band.BandChart;
import dev.neuralworkbench.ui.chart.band.BandSeries;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Loss curves of the runs in one chart; those of one setting as their mean with a band. */
final class CurvesPane extends VBox {

  private static final int DIGITS = 4;
  private static final int MOST_MARKS = 6;

  private final Messages messages;
  private final BandChart chart = Styled.as(new BandChart(), "#runs-curves");
  private final PropertyChoice<Boolean> validation =
      PropertyChoice.keepingWrong("runs.loss", true, _ -> List.of());
  private Compared compared = Compared.NOTHING;

  CurvesPane(ChartFiles files) {
    messages = files.messages();
    getStyleClass().add("runs-chart");
    chart.emptyText().bind(messages.text("runs.curves.none"));
    var fields = new Fields(messages);
    var loss =
        fields.choiceField(
            validation,
            List.of(true, false),
            it -> it ? "runs.loss.validation" : "runs.loss.training",
            "runs.loss");
    var logarithmic = new ToggleButton();
    Buttons.name(logarithmic, messages, "chart.log");
    Styled.as(logarithmic, "#runs-curves-log", "flat", "small");
    chart.logarithmic().bindBidirectional(logarithmic.selectedProperty());
    var save =
        files.pictureButton("runs-curves-save", chart, () -> messages.now(lossKey()), "runs.png");
    var bar = Styled.as(new HBox(loss, Space.between(), logarithmic, save), "section-head");
    VBox.setVgrow(chart, Priority.ALWAYS);
    chart.setMinHeight(0);
    getChildren().setAll(bar, chart);
    validation.value().subscribe(this::draw);
  }

  /** Shows runs. */
  void show(Compared runs) {
    compared = runs;
    draw();
  }

  private String lossKey() {
    return validation.value().getValue() ? "runs.loss.validation" : "runs.loss.training";
  }

  private void draw() {
    var words = new RunWords(messages.words());
    var groups = compared.table().groups();
    var names = compared.names(groups, words);
    var series = new ArrayList<BandSeries>();
    for (var i = 0; i < groups.size(); i++) {
      series.add(series(groups.get(i), names.get(i)));
    }
    chart.show(
        new BandChart.Content(
            series,
            List.of(),
            List.of(),
            messages.now("live.epoch"),
            "",
            true,
            false,
            new Span(0, Double.POSITIVE_INFINITY)));
  }

  private BandSeries series(RunGroup group, String name) {
    var runs = group.runs();
    var band = RunBand.of(curves(group), validation.value().getValue());
    var x = band.epochs().stream().mapToDouble(it -> it).toArray();
    var mean = band.spreads().stream().mapToDouble(it -> it.mean()).toArray();
    var line = Curve.of(x, mean);
    if (runs.size() == 1) {
      return new BandSeries(name, line, null, null, marks(runs.getFirst().record()));
    }
    return new BandSeries(name, line, edge(band, x, -1), edge(band, x, 1), List.of());
  }

  private static Stream<RunCurve> curves(RunGroup group) {
    return group.isSeveral()
        ? group.counted().stream().map(it -> it.curve())
        : group.runs().stream().map(LoggedRun::record).map(it -> it.curve());
  }

  private static Curve edge(RunBand band, double[] x, int sign) {
    var y =
        IntStream.range(0, x.length)
            .mapToDouble(
                i -> {
                  var spread = band.spreads().get(i);
                  var deviation = Double.isNaN(spread.deviation()) ? 0 : spread.deviation();
                  return spread.mean() + sign * deviation;
                })
            .toArray();
    return Curve.of(x, y);
  }

  /** What was done to a run while it went, to be marked on its curve. */
  private List<BandSeries.Mark> marks(RunRecord run) {
    return run.interventions().stream()
        .filter(it -> !(it instanceof Intervention.Stop))
        .map(it -> new BandSeries.Mark(Math.max(1, it.epoch()), mark(it)))
        .limit(MOST_MARKS)
        .toList();
  }

  private String mark(Intervention intervention) {
    return switch (intervention) {
      case Intervention.RateChange change ->
          messages.now("runs.mark.rate", Numbers.rounded(change.after(), DIGITS));
      case Intervention.WeightEdit _ -> messages.now("runs.mark.weight");
      case Intervention.RowStep _ -> messages.now("runs.mark.row");
      case Intervention.Stop _ -> "";
    };
  }
}
