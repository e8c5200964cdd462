package dev.neuralworkbench.app;

import dev.neuralworkbench.exchange.ExportFormat;
import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.dialog.Dialogs.Kind;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import java.nio.file.Path;
import java.util.List;

/**
 * Asks where and as what the model is to be exported, writes the file, and tells how it predicts.
 */
record ExportSaving(WorkspaceServices services) {

  void save() {
    services.trainer().upToDate(this::ask);
  }

  private void ask() {
    var document = services.workspace().document().get();
    var window = services.window();
    var messages = services.messages();
    var model = document.trained();
    if (model == null) {
      window.complain("export.none");
      return;
    }
    var problem = ExportFormat.problem(model);
    if (problem.isPresent()) {
      window.notices().complain(messages.sentence(problem.get()));
      return;
    }
    var formats = List.of(ExportFormat.values());
    var kinds =
        formats.stream()
            .map(it -> new Kind(messages.now("export.kind." + Ids.of(it)), it.mark, it.ending))
            .toList();
    window
        .dialogs()
        .saveAs(FileKind.withoutEnding(services.saving().name()), kinds)
        .ifPresent(
            chosen -> {
              var format = formats.get(chosen.kind());
              format
                  .limit(model)
                  .ifPresentOrElse(
                      it -> window.notices().complain(messages.sentence(it)),
                      () -> write(format, document, chosen.file()));
            });
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
    var told =
        services
            .messages()
            .text(
                words ->
                    remarks.stream()
                        .map(words::sentence)
                        .reduce(words.text("cli.export.saved", file.getFileName()), words::joined));
    services.window().notices().tell(told);
  }
}
