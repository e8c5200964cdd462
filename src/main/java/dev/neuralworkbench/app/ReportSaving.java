package dev.neuralworkbench.app;

import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.file.NotSavedException;
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.report.Report;
import dev.neuralworkbench.ui.backprop.BackpropViewModel;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.WindowServices;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.nio.file.Path;

record ReportSaving(
    Workspace workspace, Trainer trainer, BackpropViewModel backprop, WindowServices services) {

  void save() {
    trainer.upToDate(this::ask);
  }

  private void ask() {
    var data = workspace.document().get().data();
    if (workspace.document().get().trained() == null) {
      services.notices().complain(services.messages().text("runs.report.none"));
    } else {
      services
          .dialogs()
          .savePage(services.messages().now("report.file", data.name()) + ".html")
          .ifPresent(this::write);
    }
  }

  private void write(Path file) {
    var document = workspace.document().get();
    var step = backprop.lastStep(document);
    var words = services.messages().words();
    var products = trainer.products();
    services
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
                    .notices()
                    .tell(services.messages().text("notice.saved", file.getFileName())),
            this::failed);
  }

  private void failed(Exception e) {
    if (e instanceof NotSavedException known) {
      services.notices().complain(services.messages().sentence(known.problem()));
    } else {
      services.tasks().complain();
    }
  }
}
