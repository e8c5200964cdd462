package dev.neuralworkbench.testing;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.stage.Window;

/**
 * The windows that the test under way has opened, also the last that it has closed: a closed window
 * keeps its nodes, so what it showed at the end can still be pictured. An hour of walks opens more
 * than memory holds.
 */
public final class OpenedWindows {

  private static final int MOST_CLOSED = 8;

  private static final List<Window> opened = new ArrayList<>();
  private static boolean followed;

  private OpenedWindows() {}

  /** Begins to follow, once JavaFX runs. FX thread. */
  static synchronized void follow() {
    followed = true;
    Window.getWindows()
        .addListener(
            (ListChangeListener<Window>)
                change -> {
                  while (change.next()) {
                    add(change.getAddedSubList());
                  }
                });
  }

  /** Whether JavaFX runs: most tests need no window, and none is started for them. */
  static synchronized boolean followed() {
    return followed;
  }

  /** Forgets the windows so far. */
  public static synchronized void forget() {
    opened.clear();
  }

  /** In the order in which they were opened. */
  static synchronized List<Window> all() {
    return List.copyOf(opened);
  }

  private static synchronized void add(List<? extends Window> windows) {
    windows.stream().filter(it -> !opened.contains(it)).forEach(opened::add);
    var closed = opened.stream().filter(it -> !it.isShowing()).toList();
    opened.removeAll(closed.subList(0, Math.max(0, closed.size() - MOST_CLOSED)));
  }
}
