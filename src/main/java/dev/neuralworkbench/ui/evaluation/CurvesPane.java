package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Histogram;
import dev.neuralworkbench.metrics.RankedRows;
import dev.neuralworkbench.model.answer.ClassProbabilities;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.ThemedChart;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.chart.plane.HistogramChart;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.SegmentedButtons;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.evaluation.JudgedPart.ChartShapes;
import dev.neuralworkbench.ui.evaluation.JudgedPart.ChartShapes.CurveOfClass;
import dev.neuralworkbench.ui.evaluation.Listed.SomeRows;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The curves of classes, or the residuals of numbers. What is pressed has its rows listed. */
final class CurvesPane extends VBox {

  private enum Kind {
    ROC,
    RECALL
  }

  /** Pixels by which a chart may be higher than wide: its legend and the names of its axes. */
  private static final double AROUND = 40;

  private final EvaluateViewModel model;
  private final Messages messages;
  private final ScoreCharts charts;
  private final PlaneChart curves = new PlaneChart();
  private final PlaneChart residuals = new PlaneChart();
  private final HistogramChart histogram = new HistogramChart();
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.ROC);
  private final PropertyChoice<String> against =
      new PropertyChoice<>("evaluate.residuals.against", new SimpleObjectProperty<>(""));
  private final Section ofClasses;
  private final List<Section> ofNumbers;

  CurvesPane(EvaluateViewModel model, ChartFiles files) {
    this.model = model;
    messages = files.messages();
    charts = new ScoreCharts(messages);
    Styling.as(this, "score-column");
    var which =
        SegmentedButtons.of(
            messages,
            List.of(Kind.values()),
            it -> "evaluate.curves." + Ids.of(it),
            it -> "evaluate-curves-" + Ids.of(it),
            kind,
            kind::set,
            "small");
    curves.maxHeightProperty().bind(curves.widthProperty().add(AROUND));
    ofClasses =
        section("evaluate.roc", curves, "score-chart", files)
            .explained(messages.text("evaluate.roc.what"));
    ofClasses
        .getChildren()
        .add(
            2,
            Styling.as(
                new SentenceRow(which, new PositiveField(model, messages)), "curve-choices"));
    var offered = model.judged.map(CurvesPane::columns).orElse(List.of(""));
    var across =
        new ChoiceField<>(
            against,
            offered,
            it ->
                it.isEmpty()
                    ? messages.text("evaluate.confusion.predicted")
                    : new SimpleStringProperty(it));
    var ofResiduals =
        section("evaluate.residuals", residuals, "part-chart", files)
            .explained(messages.text("evaluate.residuals.what"));
    across.setId("evaluate-residuals-against");
    Tooltips.install(across, messages.text("evaluate.residuals.against"));
    Labels.unseen(messages.text("evaluate.residuals.against"), across);
    ofResiduals.withTool(across);
    ofNumbers = List.of(ofResiduals, section("evaluate.histogram", histogram, "part-chart", files));
    getChildren().setAll(Space.tall(ofClasses));
    ofNumbers.forEach(it -> getChildren().add(Space.tall(it)));
    curves.setOnMouseClicked(this::pressCurve);
    residuals.setOnMouseClicked(this::pressResidual);
    histogram.choosing(this::pressBar);
    OnAnyChange.all(
        this::show,
        model.judged,
        kind,
        model.positive.value(),
        against.value(),
        messages.language());
  }

  private static List<String> columns(JudgedPart judged) {
    return Stream.concat(Stream.of(""), judged.inputs().stream().map(Column::name)).toList();
  }

  private static Section section(String key, ThemedChart chart, String style, ChartFiles files) {
    chart.getStyleClass().add(style);
    return Section.ofChart(key, chart, null, files, Space.tall(chart));
  }

  private void show() {
    var judged = model.judged.get();
    if (judged == null) {
      return;
    }
    var isNumeric = judged.shapes() instanceof ChartShapes.Numbers;
    Visibility.when(ofClasses, !isNumeric);
    ofNumbers.forEach(it -> Visibility.when(it, isNumeric));
    switch (judged.shapes()) {
      case ChartShapes.OfClasses _ ->
          curves.show(charts.curves(judged, shown(judged), kind.get() == Kind.ROC));
      case ChartShapes.Numbers numbers -> {
        if (!columns(judged).contains(against.value().get())) {
          against.value().set("");
        }
        residuals.show(charts.residuals(judged, numbers, column(judged)));
        var bars = numbers.residuals();
        histogram.show(
            new HistogramChart.Bars(
                bars, new Tints.Classes(List.of()), 0, messages.now("evaluate.residual")),
            bar ->
                messages.now(
                    "evaluate.histogram.bar",
                    edge(bars, bar),
                    edge(bars, bar + 1),
                    Numbers.count(bars.count(bar))));
      }
    }
  }

  private @Nullable Column column(JudgedPart judged) {
    return judged.inputs().stream()
        .filter(it -> it.name().equals(against.value().get()))
        .findFirst()
        .orElse(null);
  }

  private List<CurveOfClass> shown(JudgedPart judged) {
    var all = (ChartShapes.OfClasses) judged.shapes();
    var positive = model.positive.value().get();
    var isFew = judged.answers().classes().size() <= ChartShapes.MOST_CLASSES;
    return (kind.get() == Kind.ROC ? all.roc() : all.recall())
        .stream()
            .filter(it -> it.index() == positive || (positive == ClassProbabilities.ALL && isFew))
            .toList();
  }

  /** Lists the rows at and above the threshold of the point of a curve that is nearest. */
  private void pressCurve(MouseEvent event) {
    var judged = model.judged.get();
    if (judged == null || curves.shown() == null) {
      return;
    }
    var nearest = new Nearest(curves, event);
    shown(judged).stream()
        .min(Comparator.comparingDouble(of -> nearest.away(of.curve())))
        .filter(of -> nearest.of(of.curve()) >= 0)
        .ifPresent(of -> list(judged, of.index(), of.thresholds()[nearest.of(of.curve())]));
  }

  private void list(JudgedPart judged, int c, double threshold) {
    if (judged.data().targets() instanceof ClassTargets targets) {
      var rows = RankedRows.of(judged.answers().ranks(), targets.classes(), c).atLeast(threshold);
      if (!rows.isEmpty()) {
        var name = judged.answers().classes().get(c);
        var least = Numbers.share(judged.answers().probability(rows.getLast(), c));
        model.select(
            new SomeRows(
                (words, count) -> words.text("evaluate.roc.rows", name, least, count), rows, c));
      }
    }
  }

  private void pressResidual(MouseEvent event) {
    var judged = model.judged.get();
    var plane = residuals.shown();
    if (judged != null && plane != null && judged.shapes() instanceof ChartShapes.Numbers numbers) {
      var input = column(judged);
      var across = input == null ? numbers.predicted() : judged.values(input, numbers.rows());
      var at =
          new Nearest(residuals, event)
              .of(across.length, i -> across[i], i -> numbers.actual()[i] - numbers.predicted()[i]);
      model.selectRow(at < 0 ? -1 : numbers.rows()[at]);
    }
  }

  private static String edge(Histogram bars, int bar) {
    return Numbers.told(bars.edge(bar), 4);
  }

  private void pressBar(int bar) {
    var judged = model.judged.get();
    if (judged != null && judged.shapes() instanceof ChartShapes.Numbers numbers) {
      var bars = numbers.residuals();
      var isLast = bar == bars.intervals() - 1;
      var rows =
          IntStream.range(0, judged.data().rows())
              .filter(judged.answers()::isAnswered)
              .filter(
                  row -> {
                    var residual = judged.actual(row) - judged.predicted(row);
                    return residual >= bars.edge(bar) && (isLast || residual < bars.edge(bar + 1));
                  })
              .boxed()
              .toList();
      var from = edge(bars, bar);
      var to = edge(bars, bar + 1);
      model.select(
          new SomeRows(
              (words, count) -> words.text("evaluate.histogram.rows", from, to, count), rows));
    }
  }
}
