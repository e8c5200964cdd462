package dev.neuralworkbench.app.screen;

import dev.neuralworkbench.ui.common.Screen;
import dev.neuralworkbench.ui.common.ScreenView;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** A screen that is made when it is first looked at, so that the window need not wait for it. */
public final class LateScreen implements Screen {

  private final String id;
  private final String titleKey;
  private final Supplier<ScreenView> maker;
  private @Nullable ScreenView made;
  private boolean presenting;

  /**
   * A screen to be made.
   *
   * @param maker makes it, once
   */
  public LateScreen(String id, String titleKey, Supplier<ScreenView> maker) {
    this.id = id;
    this.titleKey = titleKey;
    this.maker = maker;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String titleKey() {
    return titleKey;
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
      screen = maker.get();
      made = screen;
      if (presenting) {
        screen.present(true);
      }
    }
    return screen;
  }
}
