package dev.neuralworkbench.app;

import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.report.Report;
import dev.neuralworkbench.ui.backprop.BackpropViewModel;
import dev.neuralworkbench.ui.workspace.files.WorkspaceServices;

record ReportSaving(WorkspaceServices services, BackpropViewModel backprop) {

  void save() {
    services.trainer().upToDate(this::ask);
  }

  private void ask() {
    var document = services.workspace().document().get();
    var window = services.window();
    var messages = services.messages();
    if (document.trained() == null) {
      window.notices().complain(messages.text("runs.report.none"));
      return;
    }
    var name = messages.now("report.file", document.data().name()) + ".html";
    var chosen = window.dialogs().savePage(name);
    var now = services.workspace().document().get(); // A run has gone on meanwhile.
    var step = backprop.lastStep(now);
    var words = messages.words();
    var products = services.trainer().products();
    window.save(
        "job.report",
        chosen,
        file -> {
          var page = Report.page(now, products, step, words, Version.program());
          AtomicFile.write(file, text -> text.write(page));
        });
  }
}
