package dev.neuralworkbench.app.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a window can be shown. Asked before JavaFX is, since it answers with a stack trace, and
 * without a display its threads may keep the program from ending.
 */
public final class Display {

  private static final String GTK = "libgtk-3.so.0";

  private static final String[] LIBRARY_FOLDERS = {
    "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib"
  };

  private Display() {}

  public static boolean isThere() {
    var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return !system.contains("linux")
        || "Headless".equals(System.getProperty("glass.platform"))
        || (hasServer(System.getenv()) && hasGtk(System.getenv()));
  }

  /** JavaFX draws through X11, on Wayland by way of XWayland. */
  private static boolean hasServer(Map<String, String> environment) {
    var display = environment.getOrDefault("DISPLAY", "");
    if (display.isBlank()) {
      return false;
    }
    // A local display ":5" is a socket; a display of another machine is believed.
    var screen = display.replaceFirst("\\..*", "");
    return !screen.startsWith(":")
        || Files.exists(Path.of("/tmp/.X11-unix/X" + screen.substring(1)));
  }

  private static boolean hasGtk(Map<String, String> environment) {
    var own = environment.getOrDefault("LD_LIBRARY_PATH", "").split(":", -1);
    for (var folders : new String[][] {own, LIBRARY_FOLDERS}) {
      for (var folder : folders) {
        if (!folder.isBlank() && holdsGtk(Path.of(folder))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Debian keeps libraries one folder deeper, named for the processor. */
  private static boolean holdsGtk(Path folder) {
    if (Files.exists(folder.resolve(GTK))) {
      return true;
    }
    try (var inside = Files.newDirectoryStream(folder, "*-linux-gnu*")) {
      for (var deeper : inside) {
        if (Files.exists(deeper.resolve(GTK))) {
          return true;
        }
      }
    } catch (IOException e) {
      return false;
    }
    return false;
  }
}
