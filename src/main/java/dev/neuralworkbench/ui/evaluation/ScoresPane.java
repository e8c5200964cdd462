package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.VerdictWords;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.PropertyChoice;
import dev.neuralworkbench.ui.evaluation.JudgedPart.ChartShapes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The scores of the chosen rows: numbers beside the matrix, and their curves apart. */
final class ScoresPane {

  /** What is judged, by how it is shown: classes with a curve each, with a matrix, or neither. */
  enum Kind {
    NUMBERS,
    FEW_CLASSES,
    MANY_CLASSES,
    TOO_MANY_CLASSES;

    private static Kind of(int classes) {
      return classes == 0
          ? NUMBERS
          : classes <= ChartShapes.MOST_CLASSES
              ? FEW_CLASSES
              : classes <= ConfusionGrid.MOST_CLASSES ? MANY_CLASSES : TOO_MANY_CLASSES;
    }
  }

  /** Pixels by which a chart may be higher than wide: its legend and the names of its axes. */
  private static final double AROUND = 40;

  private final EvaluateViewModel model;
  private final Messages messages;
  private final ScoreCharts charts;
  private final ScoreGrid scores;
  private final ClassGrid classScores;
  private final ConfusionGrid confusion;
  private final Label manyClasses;
  private final PlaneChart answers = new PlaneChart();
  private final Label linear = Labels.sentence("#evaluate-linear", "score-note");
  final VBox left;
  final VBox middle;
  final ScoreColumns numbers;
  final VBox curves;
  private final Section confusionSection;
  private final Section classSection;
  private final Section answersSection;

  ScoresPane(EvaluateViewModel model, ChartFiles files, Node export) {
    this.model = model;
    messages = files.messages();
    charts = new ScoreCharts(messages);
    scores = new ScoreGrid(messages);
    classScores = new ClassGrid(messages);
    confusion = new ConfusionGrid(model, messages);
    manyClasses = Labels.line(messages.text("evaluate.confusion.many"), "muted");
    var cells =
        new Fields(messages)
            .choiceField(
                new PropertyChoice<>("evaluate.confusion.cells", confusion.cells),
                List.of(ConfusionGrid.Cells.values()),
                ConfusionGrid.Cells::key,
                "evaluate.confusion.cells")
            .late();
    confusionSection =
        new Section("evaluate.confusion", messages, Space.tall(confusion))
            .withTool(Labels.line(messages.text("evaluate.confusion.axes"), "score-note"))
            .withTool(cells)
            .told(confusion.told);
    classSection = new Section("evaluate.of", messages, manyClasses, classScores);
    var save =
        Buttons.small(
            Icon.SAVE,
            messages,
            "evaluate.scores.save",
            () -> save(files),
            "#evaluate-scores-save");
    var all = new Section("evaluate.scores", messages, scores).withTool(export).withTool(save);
    left = box(all, classSection, linear);
    answers.getStyleClass().addAll("score-chart", "evaluate-answers");
    answers.maxHeightProperty().bind(answers.widthProperty().add(AROUND));
    answersSection = Section.ofChart("evaluate.answers", answers, null, files, Space.tall(answers));
    middle = box(Space.tall(confusionSection), Space.tall(answersSection));
    numbers = new ScoreColumns(List.of(4, 4), left, middle);
    curves = new CurvesPane(model, files);
    answers.setOnMouseClicked(this::press);
    // Where the side has no room for all of it, its chart becomes smaller.
    numbers.setMinHeight(Region.USE_PREF_SIZE);
    model.judged.subscribe(_ -> show());
    OnAnyChange.all(this::showScores, model.linear, model.details);
    confusion.cells.subscribe(_ -> show());
    messages.language().subscribe(_ -> show());
  }

  private static VBox box(Node... sections) {
    return Styling.as(new VBox(sections), "score-column");
  }

  private void save(ChartFiles files) {
    var judged = model.judged.get();
    var fitted = model.linear.get();
    if (judged != null) {
      var table =
          new EvaluationTables(judged)
              .scores(
                  fitted == null ? null : fitted.scores(), model.details.get(), messages.words());
      files.saveNumbers("chart.saving", "scores.csv", to -> TableWriter.write(table, to));
    }
  }

  private void show() {
    showScores();
    var judged = model.judged.get();
    if (judged == null) {
      return;
    }
    var names =
        judged.answers().target() instanceof ClassTarget target
            ? target.classes()
            : List.<String>of();
    var now = Kind.of(names.size());
    if (judged.judgement().network() instanceof Scores.OfClasses classes) {
      if (now != Kind.TOO_MANY_CLASSES) {
        confusion.show(classes.confusion(), names);
      }
    }
    var isNumeric = now == Kind.NUMBERS;
    Visibility.when(confusionSection, !isNumeric && now != Kind.TOO_MANY_CLASSES);
    Visibility.when(classSection, !isNumeric);
    Visibility.when(manyClasses, now == Kind.TOO_MANY_CLASSES);
    Visibility.when(answersSection, isNumeric);
    numbers.divide(isNumeric ? List.of(2, 2) : List.of(4, now == Kind.FEW_CLASSES ? 4 : 5));
    model.kind(now);
    if (judged.shapes() instanceof ChartShapes.Numbers numbers) {
      answers.show(charts.answers(judged, numbers));
    }
  }

  private void press(MouseEvent event) {
    var judged = model.judged.get();
    if (judged != null && judged.shapes() instanceof ChartShapes.Numbers numbers) {
      var at =
          new Nearest(answers, event)
              .of(numbers.rows().length, i -> numbers.actual()[i], i -> numbers.predicted()[i]);
      model.selectRow(at < 0 ? -1 : numbers.rows()[at]);
    }
  }

  private void showScores() {
    var judged = model.judged.get();
    if (judged != null) {
      var fitted = model.linear.get();
      var details = model.details.get();
      var intervals = details == null ? null : details.intervals();
      scores.show(judged.judgement(), fitted, intervals);
      var target = judged.judgement().target();
      if (judged.judgement().network() instanceof Scores.OfClasses classes) {
        classScores.show(classes.confusion(), judged.answers().classes(), intervals);
      }
      var balanced = VerdictWords.balanced(target, messages.words());
      linear.setText((sentence(VerdictWords.linear(target), fitted) + " " + balanced).strip());
    }
  }

  private String sentence(String suffix, ModelScores.@Nullable Linear result) {
    if (result == null) {
      return messages.now("evaluate.linear.working");
    } else if (result.scores() == null) {
      var judged = model.judged.get();
      return judged != null && judged.folds() > 0
          ? messages.now("evaluate.linear.folds")
          : model.hasData() ? messages.now("evaluate.linear.none") : "";
    }
    var found = result.separability();
    var separable = found == null ? "" : messages.now("evaluate.separability." + Ids.of(found));
    return messages.now("evaluate.linear.said" + suffix, separable);
  }
}
