package dev.neuralworkbench.data.read.xlsx;

import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Cells of a sheet that are empty to a reader, though its author sees something in them. */
final class SheetDoubts {

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

  /** A cell such as {@code C7} with a formula whose value was not stored. */
  void formula(String place) {
    formulaCount++;
    if (formulas.size() <= MOST_TOLD) {
      formulas.add(formulaCount > MOST_TOLD ? "\u2026" : place);
    }
  }

  /** Cells such as {@code B2:B4} that are one; only over rows they hide values of a table. */
  void merged(String range) throws XMLStreamException {
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
   * @param first the sheet's column that is the table's first
   * @param firstRow the sheet's row that is the table's first
   */
  List<Remark> remarks(Table table, int first, int firstRow) {
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
                var name = table.column(column - first).name();
                var cells = ranges.stream().mapToInt(it -> it.lastRow - it.row).sum();
                var arguments = List.<Object>of(name, cells, ranges.getFirst().range);
                remarks.add(new Remark("reading.merged", true, name, arguments));
              }
            });
    return remarks;
  }
}
