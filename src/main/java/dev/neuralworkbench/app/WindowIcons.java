package dev.neuralworkbench.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.image.Image;

/** The program's icon in all its sizes, for the window's frame and the task bar. */
final class WindowIcons {

  private WindowIcons() {}

  static List<Image> all() {
    return IntStream.of(16, 24, 32, 48, 64, 128, 256).mapToObj(WindowIcons::ofSize).toList();
  }

  private static Image ofSize(int size) {
    var name = "/dev/neuralworkbench/icons/neural-workbench-" + size + ".png";
    try (var in = WindowIcons.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + name);
      }
      return new Image(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
