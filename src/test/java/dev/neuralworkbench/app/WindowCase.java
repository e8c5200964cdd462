package dev.neuralworkbench.app;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test of the whole program, in a window that is opened before it and closed after it. */
public abstract class WindowCase {

  @TempDir protected Path folder;
  protected OpenWindow window;

  @BeforeEach
  void openWindow() {
    window = open();
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  /** With usual settings; a test may want others. */
  protected OpenWindow open() {
    return new OpenWindow(folder, OpenWindow.SMALL);
  }
}
