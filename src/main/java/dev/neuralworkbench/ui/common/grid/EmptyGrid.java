package dev.neuralworkbench.ui.common.grid;

import org.jspecify.annotations.Nullable;

enum EmptyGrid implements GridContent {
  NOTHING;

  @Override
  public int rows() {
    return 0;
  }

  @Override
  public int columns() {
    return 0;
  }

  @Override
  public String text(int row, int column) {
    return "";
  }

  @Override
  public boolean isMissing(int row, int column) {
    return false;
  }

  @Override
  public boolean isNumeric(int column) {
    return false;
  }

  @Override
  public int digits(int column) {
    return 0;
  }

  @Override
  public @Nullable String look(int column) {
    return null;
  }
}
