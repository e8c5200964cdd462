package dev.neuralworkbench.app.screen;

import dev.neuralworkbench.ui.common.ScreenView;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** A screen that is made when it is first looked at, so that the window need not wait for it. */
public final class LateScreen implements ScreenView {

  private final AppScreen kind;
  private final ScreenParts parts;
  private @Nullable ScreenView made;
  private boolean presenting;

  public LateScreen(AppScreen kind, ScreenParts parts) {
    this.kind = kind;
    this.parts = parts;
  }

  public AppScreen kind() {
    return kind;
  }

  @Override
  public Node view() {
    return screen().view();
  }

  @Override
  public void shown() {
    screen().shown();
  }

  @Override
  public void present(boolean now) {
    presenting = now;
    if (made != null) {
      made.present(now);
    }
  }

  @Override
  public void hidden() {
    screen().hidden();
  }

  private ScreenView screen() {
    var screen = made;
    if (screen == null) {
      screen = kind.view(parts);
      made = screen;
      if (presenting) {
        screen.present(true);
      }
    }
    return screen;
  }
}
