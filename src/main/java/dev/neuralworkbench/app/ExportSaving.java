package dev.neuralworkbench.app;

import dev.neuralworkbench.app.menu.Commands;
import dev.neuralworkbench.app.menu.MainMenu;
import dev.neuralworkbench.exchange.ExportFormat;
import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.MenuItem;

/**
 * Asks where and as what the model is to be exported, writes the file, and tells how it predicts.
 */
record ExportSaving(WorkspaceServices services) {

  /** For each kind of file what the menu offers. */
  MenuItem[] items(MainMenu menu, Commands commands) {
    return Stream.of(ExportFormat.values())
        .map(it -> commands.export(Ids.of(it), () -> services.trainer().upToDate(() -> ask(it))))
        .map(menu::item)
        .toArray(MenuItem[]::new);
  }

  private void ask(ExportFormat format) {
    var document = services.workspace().document().get();
    var window = services.window();
    var messages = services.messages();
    var model = document.trained();
    if (model == null) {
      window.complain("export.none");
      return;
    }
    var limit = format.limit(model);
    if (limit.isPresent()) {
      window.notices().complain(messages.sentence(limit.get()));
      return;
    }
    var name = FileKind.withoutEnding(services.saving().name()) + format.mark;
    window
        .dialogs()
        .export(name, "export.kind." + Ids.of(format), format.ending)
        .ifPresent(
            file ->
                format
                    .hidden(file)
                    .ifPresentOrElse(
                        it -> window.notices().complain(messages.sentence(it)),
                        () -> write(format, document, file)));
  }

  private void write(ExportFormat format, Document document, Path file) {
    var window = services.window();
    var products = services.trainer().products();
    window
        .tasks()
        .submit(
            "job.export",
            progress -> {
              AtomicFile.writeBytes(file, out -> format.write(document, out));
              return format.remarks(document, file, products, progress);
            },
            remarks -> tell(file, remarks),
            window::failed);
  }

  private void tell(Path file, List<Problem> remarks) {
    services
        .window()
        .notices()
        .tell(
            services
                .messages()
                .text(
                    words ->
                        words.joined(words.text("cli.export.saved", file.getFileName()), remarks)));
  }
}
