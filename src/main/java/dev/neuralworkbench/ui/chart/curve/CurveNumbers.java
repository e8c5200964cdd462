package dev.neuralworkbench.ui.chart.curve;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.file.NotSavedException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The points of a chart as they were: a line an x, a column a curve, gaps empty. Any thread. */
public final class CurveNumbers {

  private final String xName;
  private final List<CurveSeries> series;
  private final int[] lengths;

  CurveNumbers(String xName, List<CurveSeries> series) {
    this.xName = xName;
    this.series = List.copyOf(series);
    lengths = series.stream().mapToInt(one -> one.curve().length()).toArray();
  }

  public void writeCsv(Path file) throws NotSavedException {
    AtomicFile.write(file, this::write);
  }

  public String csv() {
    var text = new StringWriter();
    write(text);
    return text.toString();
  }

  private void write(Writer to) {
    // Records go to the caller's writer, which buffers and stays open.
    var writer = CsvWriter.builder().bufferSize(0).build(to);
    var header = new ArrayList<String>();
    header.add(xName);
    series.forEach(one -> header.add(one.name()));
    writer.writeRecord(header);
    var next = new int[lengths.length];
    for (var x = least(next); x < Double.POSITIVE_INFINITY; x = least(next)) {
      var line = new ArrayList<String>();
      line.add(text(x));
      for (var i = 0; i < next.length; i++) {
        var present = next[i] < lengths[i] && series.get(i).curve().x(next[i]) == x;
        line.add(present ? text(series.get(i).curve().y(next[i]++)) : "");
      }
      writer.writeRecord(line);
    }
  }

  private double least(int[] next) {
    var least = Double.POSITIVE_INFINITY;
    for (var i = 0; i < next.length; i++) {
      if (next[i] < lengths[i]) {
        least = Math.min(least, series.get(i).curve().x(next[i]));
      }
    }
    return least;
  }

  private static String text(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
