package dev.neuralworkbench.ui.common.grid;

import javafx.scene.input.KeyEvent;

record GridKeys(CellGrid<?> grid) {

  void install() {
    grid.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  private void press(KeyEvent key) {
    if (!grid.equals(key.getTarget()) || key.isAltDown()) {
      return;
    }
    var far = key.isShortcutDown();
    var lastRow = grid.content().rows() - 1;
    var lastColumn = grid.content().columns() - 1;
    var row = grid.selected().get().row();
    var column = Math.max(0, grid.selected().get().column());
    switch (key.getCode()) {
      case UP -> go(key, far ? 0 : Math.max(0, row - 1), column);
      case DOWN -> go(key, far ? lastRow : row + 1, column);
      case LEFT -> go(key, row, far ? 0 : column - 1);
      case RIGHT -> go(key, row, far ? lastColumn : column + 1);
      case PAGE_UP -> go(key, Math.max(0, row - grid.page()), column);
      case PAGE_DOWN -> go(key, row + grid.page(), column);
      case HOME -> go(key, far ? 0 : row, 0);
      case END -> go(key, far ? lastRow : row, lastColumn);
      default -> {}
    }
  }

  private void go(KeyEvent key, int row, int column) {
    grid.select(row, column);
    key.consume();
  }
}
