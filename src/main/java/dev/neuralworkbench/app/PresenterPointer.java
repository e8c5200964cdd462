package dev.neuralworkbench.app;

import dev.neuralworkbench.ui.common.Styling;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A ring around the mouse that is seen from the last row, while the window is shown to a class. It
 * is gone once the mouse rests.
 */
final class PresenterPointer extends Pane {

  private static final Duration REST = Duration.seconds(2);

  private final Region ring = Styling.as(new Region(), "#presenter-pointer", "presenter-pointer");
  private final PauseTransition rest = new PauseTransition(REST);
  private final EventHandler<MouseEvent> follow = this::follow;
  private @Nullable Scene followed;

  PresenterPointer() {
    setMouseTransparent(true);
    ring.setVisible(false);
    rest.setOnFinished(_ -> ring.setVisible(false));
    getChildren().setAll(ring);
  }

  void present(boolean now) {
    ring.setVisible(false);
    if (followed != null) {
      followed.removeEventFilter(MouseEvent.ANY, follow);
    }
    followed = now ? getScene() : null;
    if (followed != null) {
      followed.addEventFilter(MouseEvent.ANY, follow);
    }
  }

  private void follow(MouseEvent event) {
    if (event.getEventType() == MouseEvent.MOUSE_MOVED
        || event.getEventType() == MouseEvent.MOUSE_DRAGGED) {
      var at = sceneToLocal(event.getSceneX(), event.getSceneY());
      ring.relocate(at.getX() - ring.getWidth() / 2, at.getY() - ring.getHeight() / 2);
      ring.setVisible(true);
      rest.playFromStart();
    }
  }
}
