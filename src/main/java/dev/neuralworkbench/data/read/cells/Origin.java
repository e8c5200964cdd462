package dev.neuralworkbench.data.read.cells;

import dev.neuralworkbench.data.read.dialect.TextEncoding;
import dev.neuralworkbench.data.table.ReadingReport.Format;
import dev.neuralworkbench.data.table.ReadingReport.Reason;
import java.util.List;

/**
 * What the cells of a table come from.
 *
 * @param sheet the sheet that was read; empty where the format has none
 */
public record Origin(
    Format format, TextEncoding encoding, String sheet, List<String> sheets, List<Reason> reasons) {

  public Origin {
    sheets = List.copyOf(sheets);
    reasons = List.copyOf(reasons);
  }

  public Origin(Format format, TextEncoding encoding, List<Reason> reasons) {
    this(format, encoding, "", List.of(), reasons);
  }
}
