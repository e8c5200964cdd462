package dev.neuralworkbench.ui.drawing.world;

import java.util.Locale;

/** What the user chooses of {@link WorldView}s. */
enum ViewKind {
  INPUTS,
  COMPONENTS,
  IMAGES;

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Key of its name in the window. */
  String key() {
    return "picture.view." + id();
  }
}
