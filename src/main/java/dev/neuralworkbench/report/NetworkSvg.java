package dev.neuralworkbench.report;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import java.util.stream.IntStream;

/** A small network as a drawing to be printed: a column for each layer, units with their number. */
record NetworkSvg(BackpropTrace trace) {

  private static final int ROW = 18; // half of it
  private static final int COLUMN = 84;

  private int units(int column) {
    return column == 0 ? trace.inputs(0) : trace.units(column - 1);
  }

  private int most() {
    return IntStream.rangeClosed(0, trace.layers()).map(this::units).max().orElseThrow();
  }

  private static int x(int column) {
    return ROW + column * COLUMN;
  }

  private int y(int column, int unit) {
    return (2 * unit + most() - units(column) + 1) * ROW;
  }

  String markup() {
    var svg = new StringBuilder();
    for (var column = 0; column <= trace.layers(); column++) {
      var letter = column == 0 ? "x" : column == trace.layers() ? "ŷ" : "a";
      for (var unit = 0; unit < units(column); unit++) {
        var x = x(column);
        var y = y(column, unit);
        for (var from = 0; column > 0 && from < units(column - 1); from++) {
          var start = x(column - 1) + " " + y(column - 1, from);
          // Below all units, or no name could be read.
          svg.insert(0, "<path d=\"M" + start + "L" + x + " " + y + "\"/>\n");
        }
        svg.append("<circle cx=\"" + x + "\" cy=\"" + y + "\" r=\"13\"/>\n");
        var at = "<text x=\"" + x + "\" y=\"" + (y + 4) + "\">";
        svg.append(at + letter + (unit + 1) + "</text>\n");
      }
    }
    var size = "width=\"" + (x(trace.layers()) + ROW) + "\" height=\"" + 2 * (most() + 1) * ROW;
    return "<svg " + size + "\">\n" + svg + "</svg>\n";
  }
}
