package dev.neuralworkbench.data.read.xlsx;

import dev.neuralworkbench.data.read.cells.Origin;
import dev.neuralworkbench.data.read.cells.TableDemands;
import dev.neuralworkbench.data.read.cells.TableFormat;
import dev.neuralworkbench.data.read.dialect.TextEncoding;
import dev.neuralworkbench.data.read.source.OtherFormat;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.read.text.TextFormat;
import dev.neuralworkbench.data.read.text.WrittenCells.TooManyException;
import dev.neuralworkbench.data.table.ReadingReport.Format;
import dev.neuralworkbench.data.table.ReadingReport.Guess;
import dev.neuralworkbench.data.table.ReadingReport.Reason;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Excel's workbooks since 2007 (ECMA-376): one sheet of them, the one that was chosen or the first
 * visible one with cells. Numbers, truths and texts are what the cells hold, formulas what was last
 * worked out for them, as far as that was stored; dates become texts as ISO 8601 writes them. Rows
 * without any cell are left out, and columns before the first and after the last one with cells;
 * titles and header are looked for as in texts.
 */
public final class XlsxFormat implements TableFormat {

  /** Sheets that are looked at for a table: for each, what is packed before it is unpacked. */
  private static final int MOST_TRIED = 32;

  @Override
  public List<String> endings() {
    return List.of(".xlsx", ".xlsm");
  }

  @Override
  public boolean isOf(Path file, byte[] head) {
    return OtherFormat.of(head).filter(OtherFormat.ZIP::equals).isPresent();
  }

  @Override
  public Table read(Path file, TableSource bytes, TableDemands demands, Progress progress)
      throws IOException, TableFormatException {
    try {
      var workbook = Workbook.of(new WorkbookParts(bytes, demands.mostBytes(), progress));
      return read(workbook, demands, progress);
    } catch (XMLStreamException | ZipException | IllegalArgumentException e) {
      throw new TableFormatException(Problem.at("data.xlsx.broken", bytes.place(), null, null), e);
    } catch (WorkbookParts.RefusedException e) {
      throw new TableFormatException(Problem.at(e.key(), bytes.place(), "CSV", "ZIP"), e);
    } catch (TooManyException e) {
      throw TableFormatException.tooLarge(bytes.place(), demands.mostBytes(), e);
    }
  }

  private static Table read(Workbook workbook, TableDemands demands, Progress progress)
      throws IOException, XMLStreamException, TableFormatException, TooManyException {
    var chosen = demands.choices().sheet();
    var cells = chosen == null ? first(workbook, demands.fewestColumns()) : named(chosen, workbook);
    var visible = workbook.sheets().stream().filter(Workbook.SheetName::visible).toList();
    var sheets = visible.stream().map(Workbook.SheetName::name).toList();
    var why = chosen != null ? "chosen" : visible.size() == 1 ? "sheet.only" : "sheet.first";
    var origin =
        new Origin(
            Format.XLSX,
            TextEncoding.UTF_8,
            cells.sheet(),
            sheets,
            List.of(Reason.of(Guess.SHEET, "reading.why." + why)));
    var written = cells.write(demands.mostBytes() / 2);
    return cells.told(
        TextFormat.readCells(
            written.source(workbook.parts().source().name()),
            origin,
            demands.withPadded(written::isPadded),
            progress));
  }

  /**
   * The first visible sheet that holds a table, else the first with cells: of so many that some are
   * not looked at, no other stands in for the table's.
   */
  private static SheetCells first(Workbook workbook, int fewestColumns)
      throws IOException, XMLStreamException, TableFormatException, TooManyException {
    SheetCells some = null;
    var visible = workbook.sheets().stream().filter(Workbook.SheetName::visible).toList();
    for (var sheet : visible.subList(0, Math.min(MOST_TRIED, visible.size()))) {
      var cells = SheetCells.of(workbook, sheet);
      if (cells != null && cells.look.holdsTable(fewestColumns)) {
        return cells;
      }
      some = some == null ? cells : some;
    }
    if (visible.size() > MOST_TRIED) {
      throw problem("data.xlsx.manySheets", workbook, MOST_TRIED, visible.size());
    } else if (some != null) {
      return some;
    }
    throw problem("data.file.empty", workbook, null, null);
  }

  private static SheetCells named(String sheet, Workbook workbook)
      throws IOException, XMLStreamException, TableFormatException, TooManyException {
    var names = workbook.sheets().stream().map(Workbook.SheetName::name).toList();
    var place = names.indexOf(sheet);
    if (place < 0) {
      throw problem("data.xlsx.noSheet", workbook, names, sheet);
    }
    var cells = SheetCells.of(workbook, workbook.sheets().get(place));
    if (cells == null) {
      throw problem("data.xlsx.emptySheet", workbook, null, sheet);
    }
    return cells;
  }

  private static TableFormatException problem(
      String key, Workbook workbook, @Nullable Object expected, @Nullable Object found) {
    return TableFormatException.at(key, workbook.parts().source().place(), expected, found);
  }
}
