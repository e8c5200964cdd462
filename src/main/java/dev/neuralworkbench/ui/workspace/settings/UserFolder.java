package dev.neuralworkbench.ui.workspace.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the system wants a program to keep its own files. */
public final class UserFolder {

  private UserFolder() {}

  /** The folder for settings and the log; it need not exist yet. */
  public static Path ofSystem() {
    return of(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv());
  }

  /**
   * The folder on a given system.
   *
   * @param system name of the operating system, as Java gives it
   * @param home the user's home
   * @param environment the environment variables
   */
  static Path of(String system, String home, Map<String, String> environment) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      var roaming = environment.get("APPDATA");
      return (roaming == null ? Path.of(home, "AppData", "Roaming") : Path.of(roaming))
          .resolve("Neural Workbench");
    }
    if (name.startsWith("mac")) {
      return Path.of(home, "Library", "Application Support", "Neural Workbench");
    }
    var configuration = environment.get("XDG_CONFIG_HOME");
    return (configuration == null || configuration.isBlank()
            ? Path.of(home, ".config")
            : Path.of(configuration))
        .resolve("neural-workbench");
  }
}
