package dev.neuralworkbench.data.read.dialect;

import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.table.ReadingReport;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which decimal mark the numbers of a text have, judged from all its columns together. A column
 * votes for the mark under which more of its cells are numbers: {@code 6,5} has a decimal comma,
 * for thousands are groups of three; {@code 1.234,5} too; {@code 1,234,567} has none. Cells such as
 * {@code 1.234} are numbers either way, but not the same: they follow the other columns.
 *
 * @param known whether columns voted, and all for the same mark
 * @param doubt key of the remark that tells why it may be otherwise: columns contradict each other,
 *     or all leave open what their marks mean; null where nothing is in doubt
 */
record DecimalVote(NumberStyle style, boolean known, @Nullable String doubt) {

  static final String VOTED = "reading.why.decimal.voted";

  /** How the keys begin that tell what was left open and is read as earlier files were. */
  static final String AS_USUAL = "reading.decimal.usual.";

  private static final String BETWEEN_COMMAS = ReadingReport.OTHER_DECIMAL + "point";

  /** Share of a column's cells that must be numbers, so that it may vote. */
  private static final double NUMERIC = 0.8;

  static DecimalVote chosen(String decimal) {
    return new DecimalVote(new NumberStyle(decimal.charAt(0)), true, null);
  }

  /** Key of the reason for the mark, where nobody chose it. */
  String why() {
    return doubt != null ? doubt : known ? VOTED : ReadingReport.NO_DECIMAL;
  }

  /**
   * Counts the votes. Without any a comma is a decimal mark only between semicolons, which are what
   * those write who need the comma for their numbers; otherwise a point is. Where earlier files of
   * the kind are known, theirs is, except that who writes commas between cells writes none in
   * numbers.
   *
   * @param rows the rows, without the line that may be a header
   * @param usual how earlier files write numbers; null for none
   */
  static DecimalVote of(List<List<String>> rows, char delimiter, @Nullable NumberStyle usual) {
    var width = rows.stream().mapToInt(List::size).max().orElse(0);
    var points = 0;
    var commas = 0;
    var openPoints = 0;
    var openCommas = 0;
    for (var i = 0; i < width; i++) {
      var column = Cells.of(rows, i);
      var most = NUMERIC * column.present;
      if (column.commas > column.points && column.commas >= most) {
        commas++;
      } else if (column.points > column.commas && column.points >= most) {
        points++;
      } else if (column.open > 0 && column.points >= most) {
        openPoints += column.openIsComma ? 0 : 1;
        openCommas += column.openIsComma ? 1 : 0;
      }
    }
    if (points + commas > 0) {
      var style = commas > 0 && points == 0 ? NumberStyle.COMMA : NumberStyle.POINT;
      var both = points > 0 && commas > 0;
      return both && NumberStyle.COMMA.equals(usual)
          ? new DecimalVote(NumberStyle.COMMA, false, "reading.decimal.both.comma")
          : new DecimalVote(style, !both, both ? "reading.decimal.both" : null);
    }
    if (usual != null && (delimiter != ',' || openCommas > 0 || usual.equals(NumberStyle.POINT))) {
      var key = AS_USUAL + (usual.equals(NumberStyle.COMMA) ? "comma" : "point");
      return new DecimalVote(usual, false, openPoints + openCommas > 0 ? key : null);
    }
    if (openCommas > 0) {
      return delimiter == ';' && openPoints == 0
          ? new DecimalVote(NumberStyle.COMMA, false, "reading.decimal.comma.open")
          : new DecimalVote(NumberStyle.POINT, false, "reading.decimal.thousands.open");
    }
    if (NumberStyle.COMMA.equals(usual)) {
      return new DecimalVote(NumberStyle.POINT, false, openPoints > 0 ? BETWEEN_COMMAS : null);
    }
    // Between commas, and in most of the world, 1.234 is a decimal number.
    var doubt = openPoints > 0 && delimiter == ';' ? "reading.decimal.point.open" : null;
    return new DecimalVote(NumberStyle.POINT, false, doubt);
  }

  /**
   * The cells of a column.
   *
   * @param points how many are numbers with a decimal point, or commas between thousands
   * @param commas how many are numbers with a decimal comma, or points between thousands
   * @param open how many are numbers either way, but not the same
   * @param openIsComma whether the first of those has a comma
   */
  private record Cells(int present, int points, int commas, int open, boolean openIsComma) {

    static Cells of(List<List<String>> rows, int column) {
      var texts = HeaderRule.texts(rows, column);
      var points = texts.stream().mapToDouble(NumberStyle.POINT::parse).toArray();
      var commas = texts.stream().mapToDouble(NumberStyle.COMMA::parse).toArray();
      var open =
          IntStream.range(0, points.length)
              .filter(i -> points[i] != commas[i])
              .filter(i -> !Double.isNaN(points[i]) && !Double.isNaN(commas[i]))
              .toArray();
      return new Cells(
          points.length,
          count(points),
          count(commas),
          open.length,
          open.length > 0 && texts.get(open[0]).indexOf(',') >= 0);
    }

    private static int count(double[] numbers) {
      return (int)
          IntStream.range(0, numbers.length).filter(i -> !Double.isNaN(numbers[i])).count();
    }
  }
}
