package dev.neuralworkbench.ui.chart.plane;

/** Where the points of a plane lie, for tests of who hands them to it. */
public final class Places {

  private Places() {}

  /** Abscissa and ordinate of one of a plane's first points. */
  public static double[] of(Plane plane, int index) {
    var places = plane.dots().getFirst().places();
    return new double[] {places[0][index], places[1][index]};
  }
}
