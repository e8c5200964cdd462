package dev.neuralworkbench.app;

import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.file.NotSavedException;
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.report.Report;
import dev.neuralworkbench.ui.backprop.BackpropViewModel;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;
import java.nio.file.Path;

record ReportSaving(WorkspaceServices services, BackpropViewModel backprop) {

  void save() {
    services.trainer().upToDate(this::ask);
  }

  private void ask() {
    var document = services.workspace().document().get();
    if (document.trained() == null) {
      services.window().notices().complain(services.messages().text("runs.report.none"));
    } else {
      services
          .window()
          .dialogs()
          .savePage(services.messages().now("report.file", document.data().name()) + ".html")
          .ifPresent(this::write);
    }
  }

  private void write(Path file) {
    var document = services.workspace().document().get();
    var step = backprop.lastStep(document);
    var words = services.messages().words();
    var products = services.trainer().products();
    services
        .window()
        .tasks()
        .submit(
            "job.report",
            _ -> {
              var page = Report.page(document, products, step, words, Version.program());
              AtomicFile.write(file, text -> text.write(page));
              return file;
            },
            _ ->
                services
                    .window()
                    .notices()
                    .tell(services.messages().text("notice.saved", file.getFileName())),
            this::failed);
  }

  private void failed(Exception e) {
    if (e instanceof NotSavedException known) {
      services.window().notices().complain(services.messages().sentence(known.problem()));
    } else {
      services.window().tasks().complain();
    }
  }
}
