package dev.neuralworkbench.ui.evaluation.part;

import dev.neuralworkbench.metrics.BestThreshold.Score;
import dev.neuralworkbench.model.Decision.Costs;
import dev.neuralworkbench.model.Decision.Threshold;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.DecisionWords;
import dev.neuralworkbench.text.VerdictWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Shortened;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.ProblemLabel;
import dev.neuralworkbench.ui.evaluation.ScoreCharts;
import dev.neuralworkbench.ui.evaluation.Section;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The threshold of two classes beside their curve, or the costs of each error of more. */
public final class ThresholdPane extends VBox {

  /** Classes whose costs have room beside each other; of more, a file has them. */
  private static final int MOST_CLASSES = 6;

  private static final int MOST_LETTERS = 11;
  private static final double STEPS = 100;

  private final ThresholdViewModel model;
  private final Messages messages;
  private final Fields fields;
  private final ScoreCharts charts;
  private final PlaneChart roc = new PlaneChart();
  private final GridPane grid = Styling.as(new GridPane(), "#evaluate-costs", "cost-grid");
  private final VBox wrong = new VBox();
  private final Section thresholds;
  private final Section costs;
  private List<String> classes = List.of();

  public ThresholdPane(ThresholdViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    fields = new Fields(messages);
    charts = new ScoreCharts(messages);
    Styling.as(this, "score-column");
    roc.setId("evaluate-threshold-roc");
    roc.getStyleClass().add("square-chart");
    roc.setMinWidth(0);
    roc.emptyText().bind(messages.text("evaluate.roc.empty"));
    roc.tell(messages, () -> messages.now("evaluate.roc"));
    thresholds =
        new Section(
                "evaluate.threshold",
                messages,
                slider(),
                said("evaluate-threshold-said"),
                search(),
                Space.tall(roc))
            .explained(messages.text("evaluate.threshold.what"))
            .withTool(reset("evaluate.threshold.reset"));
    var axes = Labels.sentence(messages.text("evaluate.confusion.axes"), "score-note");
    costs =
        new Section("evaluate.costs", messages, axes, grid, wrong, said("evaluate-costs-said"))
            .explained(messages.text("evaluate.costs.what"))
            .withTool(reset("evaluate.costs.reset"));
    getChildren().setAll(Space.tall(thresholds), costs);
    disableProperty().bind(model.isPresent().map(it -> !it));
    OnAnyChange.all(this::show, model.model, model.judged, messages.language());
  }

  /** Slides in hundredths; a threshold between them stays as it is. */
  private Node slider() {
    var choice = model.threshold();
    var slider = Styling.as(new Slider(0, 1, 0.5), "#evaluate-threshold", "small");
    slider.setBlockIncrement(1 / STEPS);
    choice.value().subscribe(it -> slider.setValue(it == null || it.isNaN() ? 0.5 : it));
    slider
        .valueProperty()
        .addListener(
            (_, _, moved) -> {
              var round = Math.rint(moved.doubleValue() * STEPS) / STEPS;
              var known = choice.value().getValue();
              if (known != null && Math.abs(moved.doubleValue() - known) > 1e-9) {
                choice.choose(Math.clamp(round, 1 / STEPS, 1 - 1 / STEPS));
              }
            });
    slider.valueChangingProperty().subscribe(moving -> settle(choice, moving));
    var key = "evaluate.threshold.value";
    Tooltips.install(slider, messages.text(key + ".tip"));
    var field = fields.numberField(choice, Threshold.THRESHOLDS, key);
    var name =
        Labels.line(
            messages.text(
                model.model,
                (words, of) ->
                    of == null || of.classes() != 2
                        ? ""
                        : words.text(
                            "evaluate.threshold.of",
                            of.classNames().get(ThresholdViewModel.positive(of)))),
            "data");
    Labels.unseen(name.textProperty(), slider);
    var swap =
        Buttons.of(
            messages, "evaluate.threshold.swap", model::swap, "#evaluate-threshold-swap", "small");
    var head = Styling.as(new HBox(Space.wide(name), swap), "field-line");
    var line = Styling.as(new HBox(Space.wide(slider), field), "field-line");
    return Styling.as(
        new VBox(head, line, fields.problem(choice)), "section-of-scores", "threshold-line");
  }

  private static void settle(Choice<Double> choice, boolean moving) {
    if (!moving) {
      choice.settled();
    }
  }

  private Node search() {
    var key = "evaluate.threshold.";
    var aim =
        fields.choice(
            model.wanted,
            List.of(Score.values()),
            it -> "threshold.aim." + Ids.of(it),
            key + "for");
    var positive = fields.number(model.falsePositive, Costs.COSTS, key + "falsePositive");
    var negative = fields.number(model.falseNegative, Costs.COSTS, key + "falseNegative");
    for (var row : List.of(positive, negative)) {
      Visibility.when(row, model.wanted.value().map(it -> it == Score.COSTS));
    }
    var find = Buttons.of(messages, key + "find", model::find, "#evaluate-threshold-find");
    find.disableProperty().bind(model.busy());
    var problem = ProblemLabel.elsewhere(messages, "#evaluate-threshold-problem", model.problems);
    var line = Styling.as(new HBox(Space.wide(aim), find), "field-line");
    find.setMinWidth(USE_PREF_SIZE);
    return Styling.as(
        new VBox(line, positive, negative, problem), "section-of-scores", "threshold-line");
  }

  private Node reset(String key) {
    var reset = Buttons.of(messages, key, model::reset, "#" + key.replace('.', '-'), "small");
    Visibility.when(reset, model.model.map(it -> it.decision() != null).orElse(false));
    return reset;
  }

  /** What the model predicts, and where a threshold comes from. */
  private Label said(String id) {
    var said = Labels.sentence("#" + id, "score-note");
    said.textProperty()
        .bind(
            messages.text(
                this::said,
                model.model,
                model.judged,
                model.wanted.value(),
                model.falsePositive.value(),
                model.falseNegative.value()));
    return said;
  }

  private String said(Words words) {
    return words.joined(rule(words), cost(words));
  }

  private String cost(Words words) {
    var rows = model.judged.getValue();
    return rows == null ? "" : VerdictWords.cost(rows.judgement(), model.costsNow(), words);
  }

  private String rule(Words words) {
    var of = model.model.getValue();
    if (of == null) {
      return "";
    }
    var decided = DecisionWords.of(of, words);
    if (decided.isEmpty()) {
      return words.text("decision.none");
    }
    return of.decision() instanceof Threshold threshold && threshold.found() != null
        ? words.joined(decided, words.text("threshold.test"))
        : decided;
  }

  private void show() {
    var of = model.model.getValue();
    var rows = model.judged.getValue();
    Visibility.when(thresholds, model.classes() == 2);
    Visibility.when(costs, model.classes() > 2);
    roc.show(
        rows == null || of == null || of.classes() != 2
            ? null
            : charts.roc(rows, ThresholdViewModel.positive(of)));
    if (of != null) {
      list(of);
    }
  }

  /** The costs: a row for each true class, a column for each that is predicted. */
  private void list(Model of) {
    var names = of.classNames();
    if (names.equals(classes) || of.classes() == 2 || of.classes() > MOST_CLASSES) {
      return;
    }
    classes = names;
    grid.getChildren().clear();
    wrong.getChildren().clear();
    for (var i = 0; i < names.size(); i++) {
      grid.add(name(names.get(i)), 0, i + 1);
      grid.add(name(names.get(i)), i + 1, 0);
      for (var j = 0; j < names.size(); j++) {
        var choice = model.cost(i, j);
        wrong.getChildren().add(fields.problem(choice));
        grid.add(
            i == j
                ? Labels.line("muted")
                : fields.numberField(choice, Costs.COSTS, "evaluate.costs.cost"),
            j + 1,
            i + 1);
      }
    }
  }

  private static Label name(String of) {
    var label = Styling.as(Labels.line("data"), "muted");
    label.setText(Shortened.end(of, MOST_LETTERS));
    return label;
  }
}
