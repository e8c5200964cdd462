package dev.neuralworkbench.data.read.cells;

import dev.neuralworkbench.data.cell.MissingMark;
import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.cell.WrittenNumber;
import dev.neuralworkbench.data.read.dialect.DialectDetector.Detected;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.ReadingReport.MissingCount;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts together what is to be known of how a table was read. */
public final class ReadingRemarks {

  /** Share of a text column's cells that are numbers, from which the others may be slips. */
  private static final double MOSTLY = 0.8;

  /** Share of the rows up to which a mark among names is rare. */
  private static final double RARE = 0.01;

  /** Share of cells that are no numbers from which numbers were hardly meant. */
  private static final double MOST_REFUSED = 0.2;

  private static final int FEWEST_NAMES = 3;
  private static final int MOST_NAMES = 30;

  /** Units that a sentence lists. */
  private static final int MOST_UNITS = 4;

  private ReadingRemarks() {}

  public static ReadingReport of(
      Origin origin,
      Detected detected,
      List<Column> columns,
      List<ColumnBuilder.Facts> facts,
      TableDemands demands) {
    var remarks = new ArrayList<Remark>();
    var encoding = origin.encoding();
    if (encoding.guessed()) {
      remarks.add(Remark.of("reading.encoding.guessed", true, encoding.charset().name()));
    }
    if (origin.sheets().size() > 1 && demands.choices().sheet() == null) {
      remarks.add(Remark.of("reading.sheets", true, origin.sheet(), origin.sheets().size()));
    }
    remarks.addAll(detected.remarks());
    var dialect = detected.dialect();
    if (isOtherThanUsual(origin, detected, demands)) {
      var own = dialect.style().equals(NumberStyle.COMMA) ? "comma" : "point";
      remarks.add(Remark.of(ReadingReport.OTHER_DECIMAL + own, true));
    }
    for (var i = 0; i < columns.size(); i++) {
      var isGuessed = demands.reading(columns.get(i).name(), i) == ColumnBuilder.Reading.GUESSED;
      switch (columns.get(i)) {
        case TextColumn text -> {
          if (isGuessed) {
            slips(text, dialect.style().other(), remarks);
            rareMarks(text, remarks);
          }
        }
        case NumberColumn numbers -> {
          unit(numbers, facts.get(i), remarks);
          if (isGuessed) {
            odd(numbers, facts.get(i), remarks);
            padded(numbers, facts.get(i), remarks);
          } else {
            refused(numbers, facts.get(i), remarks);
          }
        }
      }
    }
    return new ReadingReport(
        origin.format(),
        dialect.delimiter(),
        encoding.charset().name(),
        dialect.style().decimal(),
        dialect.header(),
        dialect.skippedLines(),
        origin.sheet(),
        origin.sheets(),
        demands.choices(),
        Stream.concat(origin.reasons().stream(), detected.reasons().stream()).toList(),
        missing(facts, demands.choices().missing()),
        remarks);
  }

  /** The few cells of a column of numbers that are none, each text with its first rows. */
  private static void odd(NumberColumn column, ColumnBuilder.Facts facts, List<Remark> remarks) {
    var odd = facts.odd();
    if (odd.count() > 0) {
      var cells = column.rows() - column.missing() + odd.count();
      remarks.add(
          Remark.ofColumn(column, "reading.odd", true, odd.count(), cells, odd.told(), odd.only()));
    }
  }

  /** Whether its own numbers tell another decimal mark than earlier files of the kind have. */
  private static boolean isOtherThanUsual(Origin origin, Detected detected, TableDemands demands) {
    var usual = demands.usualDecimal();
    return usual != null
        && origin.format() == ReadingReport.Format.TEXT
        && detected.tellsDecimal()
        && usual.charAt(0) != detected.dialect().style().decimal();
  }

  private static void refused(
      NumberColumn column, ColumnBuilder.Facts facts, List<Remark> remarks) {
    var odd = facts.odd();
    if (odd.count() > 0) {
      var isDoubtful = odd.count() > MOST_REFUSED * column.rows();
      remarks.add(Remark.ofColumn(column, "reading.refused", isDoubtful, odd.count(), odd.first()));
    }
  }

  /** Numbers with a 0 before them, as codes of places have it: as numbers they lose it. */
  private static void padded(NumberColumn column, ColumnBuilder.Facts facts, List<Remark> remarks) {
    if (facts.padded() > 0) {
      var key = facts.firstPadded().charAt(0) == '0' ? "reading.padded" : "reading.rounded";
      var first = OddCells.shortened(facts.firstPadded());
      remarks.add(Remark.ofColumn(column, key, true, facts.padded(), first));
    }
  }

  /**
   * A mark without letters and digits that stands in a few cells of a column of few categories,
   * such as a point in one of 344 rows: it may well mean a missing value.
   */
  private static void rareMarks(TextColumn column, List<Remark> remarks) {
    var size = column.categories().size();
    if (size < FEWEST_NAMES || size > MOST_NAMES) {
      return;
    }
    var counts = CategoryCounts.of(column);
    for (var i = 0; i < size; i++) {
      var name = counts.names().get(i);
      var cells = counts.counts().get(i);
      if (name.codePoints().noneMatch(Character::isLetterOrDigit)
          && cells <= Math.max(1, RARE * column.rows())) {
        remarks.add(Remark.ofColumn(column, "reading.rareMark", true, name, cells, column.rows()));
      }
    }
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
    var units =
        column.categories().stream()
            .filter(text -> !Double.isNaN(column.numberOf(text)))
            .map(WrittenNumber::unit)
            .filter(unit -> !unit.isEmpty())
            .distinct()
            .limit(MOST_UNITS)
            .toList();
    if (units.size() > 1) {
      remarks.add(Remark.ofColumn(column, "reading.units", true, units));
    } else if (first >= 0) {
      var slip = OddCells.shortened(column.text(first));
      var cells = numbers + others;
      remarks.add(Remark.ofColumn(column, "reading.slips", true, others, cells, slip, first + 1));
    }
  }

  private static void unit(NumberColumn column, ColumnBuilder.Facts facts, List<Remark> remarks) {
    if (!facts.unit().isEmpty()) {
      var present = column.rows() - column.missing();
      var unit = facts.unit();
      remarks.add(
          facts.units() == present
              ? Remark.ofColumn(column, ReadingReport.UNIT, false, unit)
              : Remark.ofColumn(column, "reading.unit.some", true, unit, facts.units(), present));
    }
  }

  private static List<MissingCount> missing(List<ColumnBuilder.Facts> facts, List<String> own) {
    var usual = MissingMark.ALL.size();
    var counts = new int[usual + own.size()];
    for (var column : facts) {
      var marks = column.marks();
      for (var i = 0; i < marks.size(); i++) {
        counts[i] += marks.get(i);
      }
    }
    return IntStream.range(0, counts.length)
        .filter(i -> counts[i] > 0)
        .mapToObj(
            i ->
                new MissingCount(
                    i < usual ? MissingMark.ALL.get(i).text() : own.get(i - usual), counts[i]))
        .sorted(Comparator.comparingInt(MissingCount::cells).reversed())
        .toList();
  }
}
