package dev.neuralworkbench.ui.workspace.preferences;

import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.TextSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the program remembers between two starts.
 *
 * @param recentFiles data and model files, the last opened first, at most {@link #RECENT}
 * @param openParts names of the parts of forms that are folded out
 */
public record Preferences(
    Appearance appearance,
    @Nullable Language language,
    Folders folders,
    WindowSize window,
    List<Path> recentFiles,
    Set<String> openParts,
    Forms forms,
    ComputingPreferences computing,
    Views views) {

  public static final int RECENT = 10;
  public static final Preferences DEFAULT =
      new Preferences(
          Appearance.SYSTEM,
          null,
          new Folders(null, null),
          new WindowSize(1280, 800, false),
          List.of(),
          Set.of(),
          Forms.DEFAULT,
          ComputingPreferences.DEFAULT,
          Views.DEFAULT);

  /** Where dialogs open; null for the system's choice. */
  public record Folders(@Nullable Path data, @Nullable Path models) {}

  /** Size and place of the window, in pixels; NaN leaves a place to the system. */
  public record WindowSize(
      double width, double height, boolean maximized, double x, double y, TextSize text) {

    public WindowSize(double width, double height, boolean maximized) {
      this(width, height, maximized, Double.NaN, Double.NaN, TextSize.PERCENT_100);
    }
  }

  /** The side with the forms, so many em wide, and on which screens the user wants it, or not. */
  public record Forms(double width, Set<String> shown, Set<String> hidden) {

    public static final double LEAST = 20;
    public static final double MOST = 30;

    /** No choice yet: every screen does as suits it. */
    public static final Forms DEFAULT = new Forms(21.5, Set.of(), Set.of());

    public Forms {
      shown = Set.copyOf(shown);
      hidden = Set.copyOf(hidden);
    }

    public Optional<Boolean> choice(String screen) {
      return shown.contains(screen)
          ? Optional.of(true)
          : hidden.contains(screen) ? Optional.of(false) : Optional.empty();
    }

    public Forms with(String screen, boolean isShown) {
      var on = new HashSet<>(shown);
      var off = new HashSet<>(hidden);
      (isShown ? on : off).add(screen);
      (isShown ? off : on).remove(screen);
      return new Forms(width, on, off);
    }
  }

  /** The screen that showed last, and widths of columns in em, by table and column. */
  public record Views(String screen, Map<String, Double> columns) {

    public static final Views DEFAULT = new Views("live", Map.of());

    public Views {
      columns = Map.copyOf(columns);
    }
  }

  public Preferences {
    recentFiles = List.copyOf(recentFiles.subList(0, Math.min(RECENT, recentFiles.size())));
    openParts = Set.copyOf(openParts);
  }

  public Preferences withRecent(Path file) {
    var files = new ArrayList<>(recentFiles);
    files.remove(file);
    files.addFirst(file);
    return Records.with(this, "recentFiles", files);
  }
}
