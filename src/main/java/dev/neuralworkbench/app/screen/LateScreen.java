package dev.neuralworkbench.app.screen;

import dev.neuralworkbench.ui.common.ScreenView;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A screen that is made when it is first looked at, so that the window need not wait for it. */
public final class LateScreen {

  private record Made(ScreenView screen, Node view, ScreenPort port) {}

  public final AppScreen kind;

  /** What its tab shows; empty until {@link #fill}. */
  public final StackPane place = new StackPane();

  private final ScreenParts parts;
  private @Nullable Made made;
  private boolean presenting;

  public LateScreen(AppScreen kind, ScreenParts parts) {
    this.kind = kind;
    this.parts = parts;
  }

  public Node view() {
    return made().view;
  }

  public void fill() {
    if (place.getChildren().isEmpty()) {
      place.getChildren().add(made().port);
    }
  }

  /** Tells it that it comes to be seen, or is no longer. */
  public void see(boolean now) {
    if (now) {
      made().screen.shown();
    } else {
      made().screen.hidden();
    }
  }

  public void present(boolean now) {
    presenting = now;
    if (made != null) {
      made.screen.present(now);
    }
  }

  private Made made() {
    var there = made;
    if (there == null) {
      var screen = kind.view(parts);
      var view = kind.ofModel ? parts.ofPast(kind.id(), screen.view()) : screen.view();
      there = new Made(screen, view, new ScreenPort(view));
      made = there;
      if (presenting) {
        screen.present(true);
      }
    }
    return there;
  }
}
