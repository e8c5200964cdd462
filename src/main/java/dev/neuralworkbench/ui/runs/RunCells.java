package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.RunWords;
import dev.neuralworkbench.ui.common.ClassMark;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;

/** The cells of the list of runs that are more than a text. */
final class RunCells {

  private RunCells() {}

  /** A few words of a run, typed where they stand: Enter, or leaving the field, takes them. */
  static final class NoteCell extends TableCell<RunRow, RunRow> {

    private final RunsViewModel model;
    private RunRow.@Nullable One of;
    private final TextField field = Styling.as(new TextField(), "run-note");

    NoteCell(RunsViewModel model, Messages messages) {
      this.model = model;
      field.promptTextProperty().bind(messages.text("runs.note.prompt"));
      Labels.unseen(messages.text("runs.note"), field);
      field.setOnAction(_ -> take());
      OnAnyChange.whenLeft(field, this::take);
    }

    static String noteOf(RunRow row) {
      return row instanceof RunRow.One one ? one.mark().note() : "";
    }

    private void take() {
      tell(model::note);
    }

    private void tell(BiConsumer<Integer, String> note) {
      if (of != null && !field.getText().strip().equals(of.mark().note())) {
        note.accept(of.run().number(), field.getText());
      }
    }

    /** A cell comes to show another run: what was typed belongs to the one before. */
    @Override
    protected void updateItem(RunRow row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      var next = !isEmpty && row instanceof RunRow.One one ? one : null;
      var stays = of != null && next != null && of.run().number() == next.run().number();
      if (!stays && field.isFocused()) {
        tell(model::noteLater);
      }
      of = next;
      setGraphic(next == null ? null : field);
      if (next != null && !(stays && field.isFocused())) {
        field.setText(next.mark().note());
      }
    }
  }

  /** Which run a row is of, or how many; a star to pin it, an arrow to unfold a group. */
  static final class RunNameCell extends TableCell<RunRow, RunRow> {

    private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");
    private static final PseudoClass INNER = PseudoClass.getPseudoClass("inner");
    private static final PseudoClass IN_USE = PseudoClass.getPseudoClass("in-use");

    private final RunsViewModel model;
    private final Messages messages;
    private final Label name = new Label();
    private final IconView arrow = new IconView(Icon.RIGHT);
    private final Button fold = Styling.as(new Button(), "icon-only", "flat", "small", "run-fold");
    private final Button pin = Styling.as(new Button(), "icon-only", "flat", "small", "run-pin");
    private final Region swatch = new Region();
    private final HBox all = Styling.as(new HBox(fold, pin, swatch, name), "run-name");
    private final ObservableValue<Map<Integer, Integer>> colors;

    /** Kept, as the list must not keep the cells that it has no more use for. */
    private final InvalidationListener recolor = _ -> color();

    RunNameCell(
        RunsViewModel model, Messages messages, ObservableValue<Map<Integer, Integer>> colors) {
      this.colors = colors;
      colors.addListener(new WeakInvalidationListener(recolor));
      this.model = model;
      this.messages = messages;
      fold.setGraphic(arrow);
      pin.setGraphic(new IconView(Icon.STAR));
      fold.setFocusTraversable(false);
      pin.setFocusTraversable(false);
      pin.accessibleTextProperty().bind(messages.text("runs.pin"));
      fold.accessibleTextProperty().bind(messages.text("runs.fold"));
      fold.setOnAction(_ -> fold());
      pin.setOnAction(_ -> pin());
    }

    private void color() {
      var row = getItem();
      var color = row == null ? null : colors.getValue().get(row.runs().getFirst().number());
      swatch.setVisible(color != null);
      swatch.getStyleClass().setAll("run-swatch", ClassMark.color(color == null ? 0 : color));
    }

    private void fold() {
      if (getItem() instanceof RunRow.Several several) {
        model.toggle(several.group());
      }
    }

    private void pin() {
      if (getItem() instanceof RunRow.One one) {
        model.pin(List.of(one.run().number()), !one.mark().pinned());
      }
    }

    @Override
    protected void updateItem(RunRow row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      setGraphic(isEmpty ? null : all);
      color();
      if (isEmpty) {
        return;
      }
      Visibility.when(fold, row instanceof RunRow.Several);
      Visibility.when(pin, row instanceof RunRow.One);
      switch (row) {
        case RunRow.One one -> {
          name.setText(Numbers.count(one.run().number()));
          pin.pseudoClassStateChanged(PINNED, one.mark().pinned());
          pseudoClassStateChanged(IN_USE, one.use() == RunRow.Use.IN_USE);
          pseudoClassStateChanged(INNER, one.inGroup());
        }
        case RunRow.Several several -> {
          name.setText(new RunWords(messages.words()).several(several.group()));
          pseudoClassStateChanged(IN_USE, false);
          arrow.show(several.unfolded() ? Icon.DOWN : Icon.RIGHT);
          pseudoClassStateChanged(INNER, false);
        }
      }
    }
  }

  /** A run's loss on one logarithmic scale, on validation rows where there are some. */
  static final class CurveCell extends TableCell<RunRow, RunRow> {

    /** Where the scale of all small curves ends, as logarithms. */
    record Scale(double low, double high) {

      /** A run that was far off does not flatten the others: it is cut off at half of the tops. */
      static Scale of(List<RunCurve> curves) {
        var all = curves.stream().map(CurveCell::losses).filter(it -> !it.isEmpty()).toList();
        if (all.isEmpty()) {
          return new Scale(0, 1);
        }
        var low = all.stream().mapToDouble(it -> height(Collections.min(it))).min().orElse(0);
        var tops = all.stream().mapToDouble(it -> height(Collections.max(it))).sorted().toArray();
        var high = tops[tops.length / 2];
        return high <= low ? new Scale(low - 1, low) : new Scale(low, high);
      }
    }

    private static final double LEAST = 1e-6;

    private final Polyline line = new Polyline();
    private final Pane pane = new Pane(line);
    private final Supplier<Scale> scales;
    private List<Float> losses = List.of();

    CurveCell(Supplier<Scale> scales) {
      this.scales = scales;
      getStyleClass().add("curve-cell");
      line.getStyleClass().add("small-curve");
      line.setManaged(false);
      pane.setMinSize(0, 0);
      pane.widthProperty().subscribe(_ -> draw());
      pane.heightProperty().subscribe(_ -> draw());
    }

    @Override
    protected void updateItem(RunRow row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      losses = !isEmpty && row instanceof RunRow.One one ? losses(one.record().curve()) : List.of();
      setGraphic(losses.size() < 2 ? null : pane);
      draw();
    }

    private static List<Float> losses(RunCurve curve) {
      return curve.validation().isEmpty() ? curve.training() : curve.validation();
    }

    private static double height(double loss) {
      return Math.log(Math.max(loss, LEAST));
    }

    private void draw() {
      var scale = scales.get();
      var width = pane.getWidth();
      var height = pane.getHeight();
      var points = new ArrayList<Double>();
      for (var i = 0; i < losses.size() && losses.size() > 1; i++) {
        var up = (height(losses.get(i)) - scale.low) / (scale.high - scale.low);
        points.add(width * i / (losses.size() - 1));
        points.add(1 + (height - 2) * (1 - Math.clamp(up, 0, 1)));
      }
      line.getPoints().setAll(points);
    }
  }
}
