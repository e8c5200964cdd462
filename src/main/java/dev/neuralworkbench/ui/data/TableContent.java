package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.split.SplitSummary;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.ui.common.grid.GridContent;
import dev.neuralworkbench.ui.common.grid.TableCells;
import org.jspecify.annotations.Nullable;

/** The table in a grid, columns marked by role and rows by part; split null while not known. */
record TableContent(TableCells cells, Preparation preparation, @Nullable SplitSummary split)
    implements GridContent {

  @Override
  public int rows() {
    return cells.table().rows();
  }

  @Override
  public int columns() {
    return cells.table().columns().size();
  }

  @Override
  public String text(int row, int column) {
    return cells.text(row, column);
  }

  @Override
  public boolean isMissing(int row, int column) {
    return cells.table().column(column).isMissing(row);
  }

  @Override
  public boolean isNumeric(int column) {
    return cells.table().column(column) instanceof NumberColumn;
  }

  @Override
  public int digits(int column) {
    return cells.digits(column);
  }

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
