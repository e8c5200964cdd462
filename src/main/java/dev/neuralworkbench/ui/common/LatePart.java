package dev.neuralworkbench.ui.common;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/** A part of a pane that shows now and then, and is made when it first shows. */
public final class LatePart<N extends Node> {

  private final Pane place;
  private final Supplier<N> maker;
  private @Nullable N made;

  /** A part to be made, once, as the last child of its place. */
  public LatePart(Pane place, Supplier<N> maker) {
    this.place = place;
    this.maker = maker;
  }

  public N get() {
    var part = made;
    if (part == null) {
      part = maker.get();
      made = part;
      Visibility.when(part, false);
      place.getChildren().add(part);
    }
    return part;
  }

  public void show(boolean shown) {
    if (shown) {
      Visibility.when(get(), true);
    } else if (made != null) {
      Visibility.when(made, false);
    }
  }
}
