package dev.neuralworkbench.ui.common;

import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.util.Subscription;

/** Listens while a control is part of a window, so that one that was thrown away costs nothing. */
public final class WhileInScene {

  private Subscription present = Subscription.EMPTY;

  private WhileInScene() {}

  public static void subscribe(Node node, Supplier<Subscription> listeners) {
    var state = new WhileInScene();
    node.sceneProperty()
        .subscribe(
            scene -> {
              state.present.unsubscribe();
              state.present = scene == null ? Subscription.EMPTY : listeners.get();
            });
  }
}
