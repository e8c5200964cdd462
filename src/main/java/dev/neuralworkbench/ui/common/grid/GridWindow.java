package dev.neuralworkbench.ui.common.grid;

/**
 * The rows of a grid that are seen.
 *
 * @param end row after the last
 * @param slots rows that would fit, which is how many labels there are
 * @param y where the first row begins; not above 0, since it may be cut
 */
record GridWindow(int first, int end, int slots, double y, double rowHeight) {

  static GridWindow of(int rows, double scrolled, double height, double rowHeight) {
    var slots = (int) Math.ceil(height / rowHeight) + 1;
    var first = (int) Math.min(Math.floor(scrolled / rowHeight), Math.max(0, rows - 1));
    return new GridWindow(
        first,
        Math.min(rows, first + slots),
        slots,
        Math.rint(first * rowHeight - scrolled),
        rowHeight);
  }

  double y(int row) {
    return y + (row - first) * rowHeight;
  }
}
