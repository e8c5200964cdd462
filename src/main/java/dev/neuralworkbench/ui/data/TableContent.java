package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.SplitSummary;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.grid.GridContent;
import dev.neuralworkbench.ui.common.grid.TableCells;
import org.jspecify.annotations.Nullable;

/** The table in a grid, columns marked by role and rows by part; split null while not known. */
record TableContent(TableCells cells, Preparation preparation, @Nullable SplitSummary split)
    implements GridContent.OfTable {

  @Override
  public String widthName(int column) {
    return "data." + cells.table().column(column).name();
  }

  @Override
  public String look(int column) {
    return Ids.of(preparation.columns().get(column).role());
  }

  @Override
  public @Nullable String mark(int row) {
    var part = split == null ? null : split.part(row);
    return part == null ? null : Ids.of(part);
  }
}
