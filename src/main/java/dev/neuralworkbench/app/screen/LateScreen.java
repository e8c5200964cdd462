package dev.neuralworkbench.app.screen;

import dev.neuralworkbench.ui.common.NoticeLine;
import dev.neuralworkbench.ui.common.ScreenView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** A screen that is made when it is first looked at, so that the window need not wait for it. */
public final class LateScreen {

  private record Made(ScreenView screen, Optional<Node> past, ScreenPort port) {}

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
    return made().screen.view();
  }

  public boolean isMade() {
    return made != null;
  }

  public void make() {
    made();
  }

  public void fill() {
    if (place.getChildren().isEmpty()) {
      place.getChildren().add(made().port);
    }
  }

  /** Says in the line above the screens what this one has to say, after an error. */
  public void speak(NoticeLine line, Node error) {
    var notices = new ArrayList<>(List.of(error));
    made().past.ifPresent(notices::add);
    notices.addAll(made().screen.notices());
    line.show(made().screen.goingOn(), notices);
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
      var past = kind.ofModel ? Optional.of(parts.pastNotice(kind.id())) : Optional.<Node>empty();
      there = new Made(screen, past, new ScreenPort(screen.view()));
      made = there;
      if (presenting) {
        screen.present(true);
      }
    }
    return there;
  }
}
