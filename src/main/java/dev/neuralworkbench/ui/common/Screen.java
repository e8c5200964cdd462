package dev.neuralworkbench.ui.common;

/** A tab of the window. */
public interface Screen extends ScreenView {

  /** Id of the tab's content, such as {@code live}. */
  String id();

  String titleKey();
}
