package dev.neuralworkbench.data.read.xlsx;

import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * What a first reading of a sheet tells: where its cells are, and which of them are empty to a
 * reader though its author sees something in them.
 */
final class SheetLook implements SheetRows.Receiver {

  /** A line of names and two rows; a cover has fewer. */
  private static final int FEWEST_ROWS = 3;

  /** Cells that a sentence lists. */
  private static final int MOST_TOLD = 3;

  private static final Pattern RANGE =
      Pattern.compile("([A-Za-z]{1,3})([1-9]\\d{0,6}):([A-Za-z]{1,3})([1-9]\\d{0,6})");

  private final List<String> formulas = new ArrayList<>(MOST_TOLD + 1);
  private int formulaCount;

  /** For each column the merged ranges that begin in it; columns from 0 on. */
  private final TreeMap<Integer, List<Merged>> merged = new TreeMap<>();

  /** Cells of rows, from 1 on, that are one. */
  private record Merged(int row, int lastRow, String range) {}

  /** The first column that has any cells; columns from 0 on. */
  int first = Integer.MAX_VALUE;

  /** The last one; −1 for none. */
  int last = -1;

  private int rows;
  private boolean isEmpty = true;

  /** Whether there are so many columns, and rows enough below a line of names, for a table. */
  boolean holdsTable(int fewestColumns) {
    return last - first + 1 >= fewestColumns && rows >= FEWEST_ROWS;
  }

  @Override
  public void cell(int column, String text, boolean isText) {
    isEmpty = false;
    first = Math.min(first, column);
    last = Math.max(last, column);
  }

  @Override
  public void end(int row) {
    rows += isEmpty ? 0 : 1;
    isEmpty = true;
  }

  @Override
  public void formula(String place) {
    formulaCount++;
    if (formulas.size() <= MOST_TOLD) {
      formulas.add(formulaCount > MOST_TOLD ? "\u2026" : place);
    }
  }

  /** Only over rows they hide values of a table. */
  @Override
  public void merged(String range) throws XMLStreamException {
    var ends = RANGE.matcher(range);
    if (ends.matches()) {
      var row = Integer.parseInt(ends.group(2));
      var lastRow = Integer.parseInt(ends.group(4));
      if (lastRow > row) {
        merged
            .computeIfAbsent(SheetRows.column(ends.group(1), 0), _ -> new ArrayList<>())
            .add(new Merged(row, lastRow, range));
      }
    }
  }

  /**
   * What is to be known.
   *
   * @param table as it was read
   * @param firstRow the sheet's row that is the table's first
   */
  List<Remark> remarks(Table table, int firstRow) {
    var remarks = new ArrayList<Remark>();
    if (formulaCount > 0) {
      remarks.add(Remark.of("reading.formulas", true, formulaCount, List.copyOf(formulas)));
    }
    merged
        .subMap(first, first + table.columns().size())
        .forEach(
            (column, all) -> {
              var ranges = all.stream().filter(it -> it.row >= firstRow).toList();
              if (!ranges.isEmpty()) {
                var of = table.column(column - first);
                var cells = ranges.stream().mapToInt(it -> it.lastRow - it.row).sum();
                var place = ranges.getFirst().range;
                remarks.add(Remark.ofColumn(of, "reading.merged", true, cells, place));
              }
            });
    return remarks;
  }
}
