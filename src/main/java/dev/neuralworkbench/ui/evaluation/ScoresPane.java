package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** The scores of the chosen rows, in sections that stand side by side where there is room. */
final class ScoresPane extends VBox {

  private final EvaluateViewModel model;
  private final Messages messages;
  private final ScoreCharts charts;
  private final ScoreGrid scores;
  private final ClassScores classScores;
  private final ConfusionGrid confusion;
  private final Label manyClasses = Labels.line("muted");
  private final PlaneChart roc = new PlaneChart();
  private final PlaneChart answers = new PlaneChart();
  private final PlaneChart residuals = new PlaneChart();
  private final ScoreSection confusionSection;
  private final ScoreSection classSection;
  private final ScoreSection rocSection;
  private final ScoreSection answersSection;
  private final ScoreSection residualsSection;

  ScoresPane(EvaluateViewModel model, ChartFiles files) {
    this.model = model;
    messages = files.messages();
    charts = new ScoreCharts(messages);
    scores = new ScoreGrid(messages);
    classScores = new ClassScores(messages);
    confusion = new ConfusionGrid(model, messages);
    manyClasses.textProperty().bind(messages.text("evaluate.confusion.many"));
    confusionSection = new ScoreSection("evaluate.confusion", messages, confusion, manyClasses);
    classSection = new ScoreSection("evaluate.of", messages, classScores);
    rocSection = chart("evaluate-roc", "evaluate.roc", roc, files);
    answersSection = chart("evaluate-answers", "evaluate.answers", answers, files);
    residualsSection = chart("evaluate-residuals", "evaluate.residuals", residuals, files);
    layOut();
    model.judged().subscribe(_ -> show());
    model.linear().subscribe(_ -> showScores());
    messages.language().subscribe(_ -> show());
  }

  private void layOut() {
    getStyleClass().add("score-sections");
    getChildren()
        .setAll(
            flow(new ScoreSection("evaluate.scores", messages, scores), confusionSection),
            new CellRows(model, messages),
            flow(classSection, rocSection, answersSection, residualsSection));
  }

  private static FlowPane flow(ScoreSection... sections) {
    return Styled.as(new FlowPane(sections), "score-flow");
  }

  private ScoreSection chart(String id, String key, PlaneChart chart, ChartFiles files) {
    chart.setId(id);
    chart.getStyleClass().add("score-chart");
    chart.emptyText().bind(messages.text(key + ".empty"));
    chart.accessibleTextProperty().bind(messages.text(key));
    var save = Styled.as(new Button(), "#" + id + "-save", "flat", "small");
    save.textProperty().bind(messages.text("chart.savePicture"));
    Tooltips.install(save, messages.text("evaluate.save.tip"));
    save.disableProperty().bind(chart.blank());
    save.setOnAction(_ -> files.savePicture(chart, messages.now(key), id + ".png"));
    return new ScoreSection(key, messages, chart).withTool(save);
  }

  private void show() {
    showScores();
    var judged = model.judged().get();
    if (judged == null) {
      return;
    }
    if (judged.judgement().network() instanceof Scores.OfClasses classes
        && judged.answers().target() instanceof ClassTarget target) {
      var few = target.classes().size() <= ConfusionGrid.MOST_CLASSES;
      Shown.when(confusion, few);
      Shown.when(manyClasses, !few);
      if (few) {
        confusion.show(classes.report().confusion(), target.classes());
      }
      classScores.show(classes.report(), target.classes());
    }
    var numeric = judged.shapes() instanceof ChartShapes.Numbers;
    for (var section : new ScoreSection[] {confusionSection, classSection, rocSection}) {
      Shown.when(section, !numeric);
    }
    Shown.when(answersSection, numeric);
    Shown.when(residualsSection, numeric);
    switch (judged.shapes()) {
      case ChartShapes.Roc curves -> roc.show(charts.roc(judged, curves));
      case ChartShapes.Numbers numbers -> {
        answers.show(charts.answers(judged, numbers));
        residuals.show(charts.residuals(judged, numbers));
      }
    }
  }

  private void showScores() {
    var judged = model.judged().get();
    if (judged != null) {
      scores.show(judged.judgement(), model.linear().get());
    }
  }
}
