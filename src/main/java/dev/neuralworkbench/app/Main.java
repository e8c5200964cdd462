package dev.neuralworkbench.app;

import javafx.application.Application;

/** Starts the program. */
public final class Main {

  private Main() {}

  /** Opens the window, with the files that are named. */
  public static void main(String[] arguments) {
    Application.launch(WorkbenchApp.class, arguments);
  }
}
