package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.model.RunCurve;
import java.util.List;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polyline;

/**
 * A run's loss as a small line: that on validation rows where there is one, otherwise that on
 * training rows. Logarithmic, so that all runs begin near the top and a better one ends lower; all
 * on one scale.
 */
final class CurveCell extends TableCell<RunRow, RunRow> {

  /** Where the scale of all small curves ends, as logarithms. */
  record Scale(double low, double high) {

    static Scale of(List<RunCurve> curves) {
      var all =
          curves.stream()
              .flatMap(curve -> losses(curve).stream())
              .mapToDouble(CurveCell::height)
              .summaryStatistics();
      return all.getCount() == 0 || all.getMax() <= all.getMin()
          ? new Scale(0, 1)
          : new Scale(all.getMin(), all.getMax());
    }
  }

  private static final double LEAST = 1e-6;

  private final Polyline line = new Polyline();
  private final Pane pane = new Pane(line);
  private Scale scale = new Scale(0, 1);
  private List<Float> losses = List.of();

  CurveCell() {
    getStyleClass().add("curve-cell");
    line.getStyleClass().add("small-curve");
    line.setManaged(false);
    pane.setMinSize(0, 0);
    pane.widthProperty().subscribe(_ -> draw());
    pane.heightProperty().subscribe(_ -> draw());
  }

  void scale(Scale next) {
    scale = next;
    draw();
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
    line.getPoints().clear();
    var width = pane.getWidth();
    var height = pane.getHeight();
    for (var i = 0; i < losses.size() && losses.size() > 1; i++) {
      var up = (height(losses.get(i)) - scale.low) / (scale.high - scale.low);
      line.getPoints().addAll(width * i / (losses.size() - 1), 1 + (height - 2) * (1 - up));
    }
  }
}
