package dev.neuralworkbench.ui.common;

public interface Screen extends ScreenView {

  /** Id of the tab's content, such as {@code live}. */
  String id();

  String titleKey();
}
