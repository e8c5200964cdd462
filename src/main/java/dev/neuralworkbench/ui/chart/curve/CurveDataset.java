package dev.neuralworkbench.ui.chart.curve;

import java.util.List;
import org.jfree.data.DomainOrder;
import org.jfree.data.xy.AbstractXYDataset;

/** The visible points as the library wants to see them. */
final class CurveDataset extends AbstractXYDataset {

  private static final long serialVersionUID = 1;

  private transient List<DrawnCurve> curves = List.of();

  void show(List<DrawnCurve> shown) {
    curves = shown;
  }

  @Override
  public DomainOrder getDomainOrder() {
    return DomainOrder.ASCENDING;
  }

  @Override
  public int getSeriesCount() {
    return curves.size();
  }

  @Override
  public Comparable<?> getSeriesKey(int series) {
    return series;
  }

  @Override
  public int getItemCount(int series) {
    return curves.get(series).points().count();
  }

  @Override
  public Number getX(int series, int item) {
    return getXValue(series, item);
  }

  @Override
  public Number getY(int series, int item) {
    return getYValue(series, item);
  }

  @Override
  public double getXValue(int series, int item) {
    return curves.get(series).points().x(item);
  }

  @Override
  public double getYValue(int series, int item) {
    return curves.get(series).points().y(item);
  }
}
