package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.RunCurve;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;

/** A run's loss on one logarithmic scale, on validation rows where there are some. */
final class CurveCell extends TableCell<RunRow, RunRow> {

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
