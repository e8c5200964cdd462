package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.study.optimum.DescentGap;
import dev.neuralworkbench.study.runs.RunCurvesFile;
import dev.neuralworkbench.study.runs.RunGroup;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.RunWords;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.band.BandChart;
import dev.neuralworkbench.ui.chart.band.BandSeries;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.chart.curve.ChartPanel;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.runs.RunComparison.Bands;
import dev.neuralworkbench.ui.runs.RunComparison.Compared;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Loss curves of the runs in one chart; those of one setting as their mean with a band. */
final class CurvesPane extends VBox {

  private static final int DIGITS = 4;
  private static final int MOST_MARKS = 6;

  private enum Shows {
    VALIDATION,
    TRAINING,
    GAP;

    String key() {
      return "runs.loss." + Ids.of(this);
    }
  }

  private final Messages messages;
  private final BandChart chart = Styling.as(new BandChart(), "#runs-curves");
  private final PropertyChoice<Shows> shows =
      PropertyChoice.keepingWrong("runs.loss", Shows.VALIDATION, _ -> List.of());
  private final GapsViewModel gaps;
  private final Label why = Labels.sentence("#runs-optimum", "muted");
  private final Label remarks = Labels.sentence("#runs-remarks", "muted");
  private Compared compared = Compared.NOTHING;
  private Bands bands = Bands.NONE;

  CurvesPane(GapsViewModel gaps, ChartFiles files, Button train) {
    this.gaps = gaps;
    messages = files.messages();
    getStyleClass().add("runs-chart");
    chart.emptyText().bind(messages.text("runs.curves.none"));
    chart.fill(Icon.CURVE, train);
    chart.tell(messages, () -> messages.now(lossKey()));
    var fields = new Fields(messages);
    var loss = fields.choiceField(shows, List.of(Shows.values()), Shows::key, "runs.loss");
    var scale = ChartPanel.scale("runs-curves", messages, chart.logarithmic);
    var save =
        files.menuButton(
            "runs-curves",
            chart.blank,
            () -> files.savePicture(chart, messages.now(lossKey()), "runs.png"),
            () ->
                files.saveNumbers(
                    "chart.saving",
                    "curves.csv",
                    out -> new RunCurvesFile(compared.table().runs().toList()).write(out)));
    // Gaps are worked out for a few runs, and are no part of these.
    var numbers = save.getItems().getLast();
    shows.value().subscribe(now -> numbers.setVisible(now != Shows.GAP));
    var bar = Styling.as(new HBox(loss, Space.between(), scale, save), "section-head");
    chart.setMinHeight(0);
    getChildren().setAll(bar, remarks, why, Space.tall(chart));
    shows
        .value()
        .subscribe(
            now -> {
              chart.logarithmic.set(now == Shows.GAP);
              draw();
            });
    gaps.found.subscribe(this::draw);
    gaps.found.busy().subscribe(this::draw);
  }

  void show(Compared runs, Bands of) {
    compared = runs;
    bands = of;
    if (shows.value().getValue() == Shows.VALIDATION && isJudgedByTrainingAlone()) {
      shows.fill(Shows.TRAINING);
    }
    draw();
  }

  private boolean isJudgedByTrainingAlone() {
    var curves =
        compared
            .table()
            .runs()
            .map(run -> run.record().curve())
            .filter(curve -> !curve.epochs().isEmpty())
            .toList();
    return !curves.isEmpty() && curves.stream().allMatch(it -> it.validation().isEmpty());
  }

  private String lossKey() {
    return shows.value().getValue().key();
  }

  private void draw() {
    var words = new RunWords(messages.words());
    var groups = compared.table().groups();
    remarks.setText(remarks(groups.size()));
    Visibility.when(remarks, !remarks.getText().isEmpty());
    // Of more lines none is named.
    var names =
        compared.names(groups.subList(0, Math.min(groups.size(), BandChart.MOST_NAMED)), words);
    var series = new ArrayList<BandSeries>();
    for (var i = 0; i < groups.size(); i++) {
      var name = i < names.size() ? names.get(i) : "";
      series.add(isGap() ? gap(groups.get(i), name) : series(i, name));
    }
    why.setText(isGap() ? reason(groups, names) : "");
    Visibility.when(why, !why.getText().isEmpty());
    chart.show(BandChart.Content.ofLosses(series, messages.now("live.epoch"), "", false));
  }

  /** What is not drawn, or must not be read from what is; empty for nothing. */
  private String remarks(int lines) {
    var others = compared.otherTargets();
    return Stream.of(
            lines > BandChart.MOST_NAMED ? messages.now("runs.curves.many") : "",
            others > 0 ? messages.now("runs.curves.targets", others) : "",
            compared.haveOneLoss() ? "" : messages.now("runs.curves.losses"))
        .filter(it -> !it.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private boolean isGap() {
    return shows.value().getValue() == Shows.GAP;
  }

  /** The gap of a group's first run: seeds change little of it but its start. */
  private BandSeries gap(RunGroup group, String name) {
    var gap = gaps.of(group.ofFirstSeed().record());
    var epochs = gap.map(DescentGap::epochs).orElse(List.of());
    var values = gap.map(DescentGap::gaps).orElse(List.of());
    return BandSeries.line(
        name,
        Curve.of(
            epochs.stream().mapToDouble(it -> it).toArray(),
            values.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  /** What is worked out, or why some have no optimum to be compared with. */
  private String reason(List<RunGroup> groups, List<String> names) {
    var runs =
        groups.stream().limit(BandChart.MOST_NAMED).map(it -> it.ofFirstSeed().record()).toList();
    gaps.want(runs);
    if (gaps.found.busy().get()) {
      return messages.now("runs.gap.working");
    }
    for (var i = 0; i < names.size(); i++) {
      var of = gaps.of(groups.get(i).ofFirstSeed().record());
      var reason = of.map(DescentGap::reason).orElse(null);
      if (reason != null) {
        return messages.now("runs.gap." + Ids.of(reason), names.get(i));
      }
    }
    return messages.now("runs.gap.about");
  }

  private BandSeries series(int index, String name) {
    var runs = compared.table().groups().get(index).runs();
    var all = shows.value().getValue() == Shows.VALIDATION ? bands.validation() : bands.training();
    var band = all.get(index);
    var x = band.epochs().stream().mapToDouble(it -> it).toArray();
    var means = band.spreads().stream().mapToDouble(it -> it.mean()).toArray();
    if (runs.size() == 1) {
      var marks = name.isEmpty() ? List.<BandSeries.Mark>of() : marks(runs.getFirst().record());
      return new BandSeries(name, Curve.of(x, means), null, null, marks);
    }
    var deviations = band.spreads().stream().mapToDouble(it -> it.deviation()).toArray();
    return BandSeries.means(name, x, means, deviations);
  }

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
