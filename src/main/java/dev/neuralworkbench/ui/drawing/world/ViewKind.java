package dev.neuralworkbench.ui.drawing.world;

import dev.neuralworkbench.problem.Ids;

/** What the user chooses of {@link WorldView}s. */
enum ViewKind {
  INPUTS,
  COMPONENTS,
  IMAGES;

  /** Key of its name in the window. */
  String key() {
    return "picture.view." + Ids.of(this);
  }
}
