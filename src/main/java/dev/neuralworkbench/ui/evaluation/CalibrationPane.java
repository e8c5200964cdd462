package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.metrics.Calibration;
import dev.neuralworkbench.metrics.Calibration.Bin;
import dev.neuralworkbench.model.answer.ClassProbabilities;
import dev.neuralworkbench.model.answer.ScoreDetails;
import dev.neuralworkbench.model.answer.Statistic;
import dev.neuralworkbench.text.DetailWords;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.chart.plane.Dots;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.chart.plane.PlaneLine;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.evaluation.Listed.SomeRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Probabilities beside what came true, in a plot and in numbers; a bin has its rows listed. */
final class CalibrationPane extends VBox {

  /** Points at the ends are whole. */
  private static final Span AROUND = new Span(-0.03, 1.03);

  private final EvaluateViewModel model;
  private final Messages messages;
  private final PlaneChart chart = new PlaneChart();
  private final LabelGrid numbers = Styling.as(new LabelGrid(), "#evaluate-bins", "score-grid");
  private final Label brier = Labels.sentence("#evaluate-brier", "score-note");

  CalibrationPane(EvaluateViewModel model, ChartFiles files) {
    this.model = model;
    messages = files.messages();
    Styling.as(this, "score-column");
    chart.getStyleClass().add("square-chart");
    chart.setOnMouseClicked(this::press);
    var section =
        Section.ofChart(
                "evaluate.calibration",
                chart,
                null,
                files,
                new PositiveField(model, messages),
                Space.tall(chart),
                numbers,
                brier)
            .explained(messages.text("evaluate.calibration.what"));
    getChildren().setAll(Space.tall(section));
    OnAnyChange.all(this::show, model.details, messages.language());
  }

  private void show() {
    var details = model.details.get();
    var of = details == null ? null : details.probabilities();
    numbers.getChildren().clear();
    brier.setText("");
    if (details == null || of == null) {
      chart.show(null);
      return;
    }
    var bins = of.calibration().bins();
    chart.show(plane(bins, of));
    tabulate(bins, of);
    brier.setText(brier(of, details));
  }

  private String brier(ClassProbabilities of, ScoreDetails details) {
    var interval = DetailWords.interval(details.intervals().of(new Statistic.Brier()));
    return messages.now(
        "evaluate.brier.said",
        DetailWords.subject(of, "evaluate.positive.all", messages.words()),
        Numbers.share(of.brier()),
        interval.isEmpty() ? "–" : interval);
  }

  private Plane plane(List<Bin> bins, ClassProbabilities of) {
    var lines = new ArrayList<PlaneLine>();
    var ends = new double[] {0, 1};
    var perfect = messages.now("evaluate.calibration.perfect");
    lines.add(new PlaneLine(perfect, 0, PlaneLine.Kind.MARK, Curve.of(ends, ends)));
    for (var bin : bins) {
      var x = new double[] {bin.mean(), bin.mean()};
      var y = new double[] {bin.interval().low(), bin.interval().high()};
      if (bin.interval().exists()) {
        var kind = bin.isThin() ? PlaneLine.Kind.LEVEL : PlaneLine.Kind.ANSWER;
        lines.add(new PlaneLine("", bin.isThin() ? 0 : Float.NaN, kind, Curve.of(x, y)));
      }
    }
    var subject = DetailWords.subject(of, "evaluate.calibration.all", messages.words());
    return Plane.of(
            AROUND,
            AROUND,
            messages.now("evaluate.calibration.of", subject),
            messages.now("evaluate.calibration.share"),
            new Tints.Plain(),
            List.of(
                dots(bins, "", Float.NaN, bin -> !bin.isThin()),
                dots(bins, messages.now("evaluate.calibration.few"), 0, Bin::isThin)))
        .with(lines)
        .even();
  }

  private static Dots dots(List<Bin> bins, String name, float shade, Predicate<Bin> wanted) {
    var shown = bins.stream().filter(it -> it.rows() > 0).filter(wanted).toList();
    var shades = new float[shown.size()];
    Arrays.fill(shades, shade);
    return new Dots(
        name,
        Dots.Fill.FULL,
        shown.stream().mapToDouble(Bin::mean).toArray(),
        shown.stream().mapToDouble(Bin::share).toArray(),
        shades);
  }

  private void tabulate(List<Bin> bins, ClassProbabilities of) {
    var lines = DetailWords.bins(new Calibration(bins), messages.words());
    for (var column = 0; column < 5; column++) {
      if (column < 2) {
        numbers.cell(column, 0, lines.getFirst().get(column), "score-head");
      } else {
        numbers.wrappedHead(column, lines.getFirst().get(column));
      }
    }
    for (var i = 0; i < bins.size(); i++) {
      var index = i;
      var style = bins.get(i).isThin() ? "score-other" : "score-value";
      for (var column : new int[] {0, 2, 3, 4}) {
        numbers.cell(column, i + 1, lines.get(i + 1).get(column), style);
      }
      var count = lines.get(i + 1).get(1);
      if (bins.get(i).rows() == 0) {
        numbers.cell(1, i + 1, count, style);
      } else {
        var link = Buttons.link(new SimpleStringProperty(count), () -> list(index, of));
        link.setId("evaluate-bin-" + i);
        GridPane.setHalignment(link, HPos.RIGHT);
        numbers.add(link, 1, i + 1);
      }
    }
  }

  private void press(MouseEvent event) {
    var details = model.details.get();
    var of = details == null ? null : details.probabilities();
    if (of != null && chart.shown() != null) {
      var bins = of.calibration().bins();
      var at =
          new Nearest(chart, event)
              .of(bins.size(), i -> bins.get(i).mean(), i -> bins.get(i).share());
      if (at >= 0) {
        list(at, of);
      }
    }
  }

  private void list(int bin, ClassProbabilities of) {
    var said = of.said();
    var rows =
        IntStream.range(0, said.length)
            .filter(row -> !Double.isNaN(said[row]) && Calibration.bin(said[row]) == bin)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> -said[row]))
            .toList();
    var from = Numbers.decimals(bin / (double) Calibration.BINS, 1);
    var to = Numbers.decimals((bin + 1) / (double) Calibration.BINS, 1);
    model.select(
        new SomeRows(
            (words, count) ->
                words.text(
                    "evaluate.calibration.rows",
                    DetailWords.subject(of, "evaluate.calibration.all", words),
                    from,
                    to,
                    count),
            rows,
            of.positive()));
  }
}
