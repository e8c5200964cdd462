package dev.neuralworkbench.data.read;

import dev.neuralworkbench.data.cell.MissingMark;
import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.cell.WrittenNumber;
import dev.neuralworkbench.data.read.dialect.CsvDialect;
import dev.neuralworkbench.data.read.dialect.TextEncoding;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.ReadingReport.MissingCount;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Puts together what is to be known of how a table was read. */
final class ReadingRemarks {

  /** Share of a text column's cells that are numbers, from which the others may be slips. */
  private static final double MOSTLY = 0.8;

  private static final int LONGEST_EXAMPLE = 40;

  private ReadingRemarks() {}

  /**
   * The reading of a table.
   *
   * @param detected what was found before
   * @param facts what was noticed of each column while it was read
   * @param isText whether a column of a name was to be read as text
   */
  static ReadingReport of(
      TextEncoding encoding,
      CsvDialect dialect,
      List<Remark> detected,
      List<Column> columns,
      List<ColumnFacts> facts,
      Predicate<String> isText) {
    var remarks = new ArrayList<Remark>();
    if (encoding.isGuessed()) {
      remarks.add(Remark.of("reading.encoding.guessed", true, encoding.charset().name()));
    }
    remarks.addAll(detected);
    for (var i = 0; i < columns.size(); i++) {
      switch (columns.get(i)) {
        case TextColumn text when !isText.test(text.name()) ->
            slips(text, dialect.style().other(), remarks);
        case TextColumn _ -> {}
        case NumberColumn numbers -> unit(numbers, facts.get(i), remarks);
      }
    }
    remarks.sort(Comparator.comparing(remark -> !remark.doubtful()));
    return new ReadingReport(
        dialect.delimiter(),
        encoding.charset().name(),
        dialect.style().decimal(),
        dialect.header(),
        missing(facts),
        remarks);
  }

  /**
   * A column of text whose cells are mostly numbers, or all numbers but with different decimal
   * marks.
   *
   * @param other the style that the file was not read in
   */
  private static void slips(TextColumn column, NumberStyle other, List<Remark> remarks) {
    var numeric = new boolean[column.categories().size()];
    var any = false;
    var foreign = true;
    for (var code = 0; code < numeric.length; code++) {
      var text = column.categories().get(code);
      numeric[code] = !Double.isNaN(column.numberOf(text));
      any |= numeric[code];
      foreign &= numeric[code] || MissingMark.isMissing(text) || other.isNumber(text);
    }
    if (!any) {
      return;
    }
    var numbers = 0;
    var others = 0;
    var first = -1;
    for (var row = 0; row < column.rows(); row++) {
      var code = column.code(row);
      if (code == TextColumn.MISSING) {
        continue;
      }
      if (numeric[code]) {
        numbers++;
      } else if (!MissingMark.isMissing(column.categories().get(code))) {
        first = first < 0 ? row : first;
        others++;
      }
    }
    if (numbers < MOSTLY * (numbers + others) && !foreign) {
      return;
    }
    if (first < 0) {
      remarks.add(new Remark("reading.units", true, column.name(), List.of(column.name())));
    } else {
      remarks.add(
          new Remark(
              "reading.slips",
              true,
              column.name(),
              List.of(
                  column.name(),
                  others,
                  numbers + others,
                  example(column.text(first)),
                  first + 1)));
    }
  }

  private static String example(String text) {
    return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE) + "\u2026";
  }

  private static void unit(NumberColumn column, ColumnFacts facts, List<Remark> remarks) {
    if (facts.unit() != WrittenNumber.NO_UNIT) {
      var present = column.rows() - column.missing();
      var unit = String.valueOf(facts.unit());
      remarks.add(
          facts.units() == present
              ? new Remark("reading.unit", false, column.name(), List.of(column.name(), unit))
              : new Remark(
                  "reading.unit.some",
                  true,
                  column.name(),
                  List.of(column.name(), unit, facts.units(), present)));
    }
  }

  private static List<MissingCount> missing(List<ColumnFacts> facts) {
    var counts = new int[MissingMark.ALL.size()];
    for (var column : facts) {
      var marks = column.marks();
      for (var i = 0; i < marks.size(); i++) {
        counts[i] += marks.get(i);
      }
    }
    return IntStream.range(0, counts.length)
        .filter(i -> counts[i] > 0)
        .mapToObj(i -> new MissingCount(MissingMark.ALL.get(i).text(), counts[i]))
        .sorted(Comparator.comparingInt(MissingCount::cells).reversed())
        .toList();
  }
}
