package dev.neuralworkbench.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * Leaves of each failed test a picture and the tree of every window that it has opened, in {@code
 * target/failures}, a folder a test. What throws in the test or around it is recorded at once,
 * while its windows show; what another guard finds afterwards, from the windows as they were
 * closed.
 */
public final class FailureRecord
    implements BeforeEachCallback,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler,
        TestWatcher,
        AfterAllCallback {

  private final Path folder;
  private boolean recorded;

  /** Into the folder of the build. */
  public FailureRecord() {
    this(Path.of("target", "failures"));
  }

  FailureRecord(Path folder) {
    this.folder = folder;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    recorded = false;
    OpenedWindows.forget();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    OpenedWindows.forget();
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable error)
      throws Throwable {
    record(context, error);
    throw error;
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable error)
      throws Throwable {
    record(context, error);
    throw error;
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable error)
      throws Throwable {
    record(context, error);
    throw error;
  }

  @Override
  public void testFailed(ExtensionContext context, Throwable error) {
    record(context, error);
  }

  private void record(ExtensionContext context, Throwable error) {
    if (recorded || !OpenedWindows.followed() || OpenedWindows.all().isEmpty()) {
      return;
    }
    recorded = true;
    try {
      write(name(context), error);
    } catch (IOException | AssertionError e) {
      // The failure itself is what matters; that there is no picture of it is told beside it.
      error.addSuppressed(e);
    }
  }

  /** Class and method, and for a parameter's run its name in letters that a file can bear. */
  private static String name(ExtensionContext context) {
    var method = context.getRequiredTestMethod().getName();
    var run = context.getDisplayName().replace(method, "").replaceAll("[^\\p{Alnum}]+", "-");
    return (context.getRequiredTestClass().getSimpleName() + "." + method + run)
        .replaceAll("-$", "");
  }

  /** Writes what there is into a folder of this name. */
  void write(String name, Throwable error) throws IOException {
    var place = Files.createDirectories(folder.resolve(name));
    Files.writeString(place.resolve("error.txt"), trace(error));
    var number = 0;
    for (var window : OpenedWindows.all()) {
      var scene = FxThread.call(window::getScene);
      if (scene != null) {
        number++;
        try {
          write(window, scene, place, "window-" + number);
        } catch (AssertionError e) {
          // A list that was just put away has no picture; the windows behind it have theirs.
          error.addSuppressed(e);
        }
      }
    }
  }

  private static void write(Window window, Scene scene, Path place, String name)
      throws IOException {
    Files.writeString(place.resolve(name + ".txt"), FxThread.call(() -> WindowTree.of(window)));
    Screenshot.write(scene, place.resolve(name + ".png"));
  }

  private static String trace(Throwable error) {
    return error
        + "\n"
        + Arrays.stream(error.getStackTrace())
            .map(it -> "  at " + it + "\n")
            .collect(Collectors.joining());
  }
}
