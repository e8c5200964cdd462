package dev.neuralworkbench.ui.evaluation.part;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.explain.inputs.InputGroups;
import dev.neuralworkbench.explain.inputs.PartialDependence;
import dev.neuralworkbench.explain.inputs.PermutationImportance;
import dev.neuralworkbench.explain.inputs.PermutationImportance.Input;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.ScreenView;
import dev.neuralworkbench.ui.common.Shortened;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.work.Inquiry;
import dev.neuralworkbench.ui.evaluation.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What each input is worth, in bars; below them the curves of the one that is chosen. */
public final class InputsPane extends VBox implements ScreenView {

  private static final double EM_A_BAR = 1.35;
  private static final double EM_AROUND = 5.9; // names of two bars stand apart, too
  private static final double EM_OF_CURVES = 13;
  private static final int MOST_LETTERS = 120;
  private static final int DECIMALS = 4;

  private final InputsViewModel model;
  private final Messages messages;
  private final InputCharts charts;
  private final PlaneChart bars = new PlaneChart();
  private final PlaneChart curves = new PlaneChart();
  private final Label note = Labels.sentence("#evaluate-inputs-note", "score-note");
  private final ObjectProperty<List<String>> columns = new SimpleObjectProperty<>(List.of());
  private final ObjectProperty<List<String>> classes = new SimpleObjectProperty<>(List.of());

  public InputsPane(InputsViewModel model, ChartFiles files) {
    this.model = model;
    messages = files.messages();
    charts = new InputCharts(messages);
    Styling.as(this, "score-column");
    var fields = new Fields(messages);
    var key = "evaluate.inputs.";
    var least = fields.number(model.threshold, InputGroups.THRESHOLDS, key + "threshold");
    var of = fields.choiceOfData(model.ofClass, classes, "evaluate.dependence.class");
    Visibility.when(least, model.isGrouped.value());
    Visibility.when(of, classes.map(it -> !it.isEmpty()));
    var worth =
        section(
            "evaluate.inputs",
            files,
            bars,
            model.importance,
            model.importance.map(PermutationImportance::table)::getValue,
            row(fields.flag(model.isGrouped, key + "grouped"), least),
            note,
            bars);
    var how =
        section(
            "evaluate.dependence",
            files,
            curves,
            model.dependence,
            model.dependence.map(PartialDependence::table)::getValue,
            row(fields.choiceOfData(model.column, columns, "evaluate.dependence.column"), of),
            Space.tall(curves));
    getChildren().setAll(worth, Space.tall(how));
    bars.setOnMouseClicked(this::press);
    bars.say((_, y) -> at(y).map(InputsPane::said).orElse(""));
    OnAnyChange.all(this::list, model.judged);
    OnAnyChange.all(
        this::show,
        model.importance,
        model.dependence,
        model.column.value(),
        note.fontProperty(),
        messages.language());
  }

  private static HBox row(Node... fields) {
    return Styling.as(new HBox(fields), "study-form");
  }

  /** A plot under its heading, which says so while it is worked out. */
  private Section section(
      String key,
      ChartFiles files,
      PlaneChart chart,
      Inquiry<?, ?> inquiry,
      Supplier<Table> table,
      Node... content) {
    var section = Section.ofChart(key, chart, table, files, content);
    chart
        .emptyText()
        .bind(
            messages.text(
                words -> {
                  var rows = model.judged.getValue();
                  var isBusy = inquiry.busy().get();
                  return rows != null && rows.folds() > 0
                      ? words.text("evaluate.inputs.folds")
                      : words.text(key + (isBusy ? ".working" : ".empty"));
                },
                inquiry.busy(),
                model.judged));
    return section.explained(messages.text(key + ".what"));
  }

  @Override
  public void shown() {
    model.seen(true);
  }

  @Override
  public void hidden() {
    model.seen(false);
  }

  private void list() {
    columns.set(model.columns());
    classes.set(model.classes());
  }

  /** What has a bar at a height of the plot. */
  private Optional<Input> at(double y) {
    var found = model.importance.get();
    var shown = found == null ? List.<Input>of() : InputCharts.shown(found);
    var place = (int) Math.rint(y);
    return place < 0 || place >= shown.size() ? Optional.empty() : Optional.of(shown.get(place));
  }

  private static String said(Input of) {
    return Shortened.end(of.name(), MOST_LETTERS)
        + "\n"
        + Numbers.typeset(Numbers.decimals(of.mean(), DECIMALS))
        + " ± "
        + Numbers.decimals(of.spread(), DECIMALS);
  }

  /** Chooses the column of a bar; of several that stand together, the next one at each press. */
  private void press(MouseEvent event) {
    bars.valueAt(event.getX(), event.getY())
        .flatMap(point -> at(point.getY()))
        .map(Input::columns)
        .ifPresent(
            of -> {
              var next = of.indexOf(model.column.value().get()) + 1;
              model.column.choose(of.get(next % of.size()));
            });
  }

  /** Which columns the bar of the chosen one stands for, where there are several. */
  private String group(@Nullable PermutationImportance found) {
    var chosen = model.column.value().get();
    return (found == null ? List.<Input>of() : found.inputs())
        .stream()
            .filter(it -> it.columns().size() > 1 && it.columns().contains(chosen))
            .map(it -> Shortened.end(it.name(), MOST_LETTERS))
            .findFirst()
            .map(names -> messages.now("evaluate.inputs.group", names))
            .orElse("");
  }

  private void show() {
    var found = model.importance.get();
    var rows = model.judged.getValue();
    bars.show(found == null ? null : charts.bars(found, model.column.value().get()));
    var count = found == null ? 0 : InputCharts.shown(found).size();
    var em = note.getFont().getSize();
    bars.setMinHeight(em * (EM_AROUND + EM_A_BAR * Math.max(count, 2)));
    bars.setMaxHeight(bars.getMinHeight());
    curves.setMinHeight(em * EM_OF_CURVES);
    var said =
        found != null && count < found.inputs().size()
            ? messages.now("evaluate.inputs.some", count, Numbers.count(found.inputs().size()))
            : messages.now("evaluate.inputs.press");
    note.setText((said + " " + group(found)).strip());
    var dependence = model.dependence.get();
    curves.show(
        dependence == null || rows == null || dependence.values().isEmpty()
            ? null
            : charts.curves(
                dependence,
                rows.answers().target() instanceof ClassTarget
                    ? messages.now("evaluate.rows.probability", model.ofClass.value().get())
                    : messages.now("evaluate.predicted", rows.answers().target().name())));
  }
}
