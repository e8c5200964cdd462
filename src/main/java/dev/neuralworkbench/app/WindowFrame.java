package dev.neuralworkbench.app;

import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import dev.neuralworkbench.ui.workspace.preferences.Preferences.WindowSize;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window's frame: its title, which shows unsaved work, its least size, and its closing. */
record WindowFrame(Stage stage, WorkspaceServices services) {

  /** Smallest size at which nothing is cut off with text of the usual size, in pixels. */
  static final double LEAST_WIDTH = 1000;

  static final double LEAST_HEIGHT = 640;

  /**
   * Installs all three, and places the window.
   *
   * @param was where it was at the end of the last start
   * @param close what closes the window, once nothing is lost by that
   */
  void install(WindowSize was, Runnable close) {
    var workspace = services.workspace();
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    stage
        .titleProperty()
        .bind(
            services
                .messages()
                .text(_ -> title(), workspace.document(), workspace.file, workspace.unsaved));
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          services.requests().close(close);
        });
    place(was);
  }

  private void place(WindowSize was) {
    var edge = LEAST_HEIGHT / 8;
    // The middle of the upper edge, by which it can be dragged.
    if (!Screen.getScreensForRectangle(was.x() + was.width() / 2, was.y(), 1, edge).isEmpty()) {
      stage.setX(was.x());
      stage.setY(was.y());
    }
    stage.setMaximized(was.maximized());
  }

  private String title() {
    var key = services.workspace().unsaved.get() ? "window.title.unsaved" : "window.title";
    return services.messages().now(key, services.saving().name());
  }
}
