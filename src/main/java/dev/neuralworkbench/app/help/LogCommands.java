package dev.neuralworkbench.app.help;

import dev.neuralworkbench.app.start.FaultFilter;
import dev.neuralworkbench.ui.common.Notices.Remedy;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import org.jspecify.annotations.Nullable;

/** How the user hears of a fault of the program, and what can be done with the log and with it. */
public final class LogCommands {

  private final Path log;
  private final Consumer<Path> open;
  private final WorkspaceServices services;
  private final Theme theme;
  private final FaultFilter told = new FaultFilter();
  private @Nullable Throwable last;

  /** {@code open} shows a file to the user, such as the log, which need not exist. */
  public LogCommands(Path log, Consumer<Path> open, WorkspaceServices services, Theme theme) {
    this.log = log;
    this.open = open;
    this.services = services;
    this.theme = theme;
  }

  /** Tells once of a fault of the program, whose details are in the log. */
  public void complain(@Nullable Throwable fault) {
    last = fault == null ? last : fault;
    if (told.isNew(fault, System.nanoTime())) {
      var key = FaultFilter.isOfMemory(fault) ? "error.memory" : "error.unexpected";
      var report = new Remedy(services.messages().text("command.copy-report"), this::copyReport);
      services.window().notices().complain(services.messages().text(key), report);
    }
  }

  public void show() {
    open.accept(log);
  }

  /** Copies a report of what a problem may come from; nothing of the user's data is in it. */
  public void copyReport() {
    var look =
        "%s, %s, zoom %d%%"
            .formatted(
                services.messages().language().get(),
                theme.dark.get() ? "dark" : "light",
                theme.text.get().percent);
    var products = services.trainer().computing().get().engine().products().description();
    Clipboard.getSystemClipboard()
        .setContent(Map.of(DataFormat.PLAIN_TEXT, ProblemReport.of(last, products, look)));
    services.window().notices().tell(services.messages().text("help.copied"));
  }
}
