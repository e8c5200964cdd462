package dev.neuralworkbench.app.help;

import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.workspace.Trainer;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/**
 * What can be done with the log of errors.
 *
 * @param log its file; it may not exist
 * @param open shows a file to the user
 */
public record LogCommands(
    Path log,
    Consumer<Path> open,
    Trainer trainer,
    Notices notices,
    Messages messages,
    Theme theme) {

  public void show() {
    open.accept(log);
  }

  /** Copies a report of what a problem may come from; nothing of the user's data is in it. */
  public void copyReport() {
    var look =
        "%s, %s, zoom %d %%"
            .formatted(
                messages.language().get(),
                theme.dark.get() ? "dark" : "light",
                theme.text.get().percent());
    var products = trainer.computing().get().engine().products().description();
    Clipboard.getSystemClipboard()
        .setContent(Map.of(DataFormat.PLAIN_TEXT, ProblemReport.of(log, products, look)));
    notices.tell(messages.text("help.copied"));
  }
}
