package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.data.read.cells.TableDemands;
import dev.neuralworkbench.data.read.json.JsonFormat;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.WorkedNetwork;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.ProblemException;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;

record Outcome(WindowServices services, FileListener listener) {

  /** What is wrong with a file may be how it is read. */
  private static final Set<String> OF_THE_DIALECT =
      Set.of(
          "data.file.ragged",
          "data.file.oneColumn",
          "data.file.quote",
          "data.file.headerOnly",
          "data.file.badMark");

  /** Files from this size on are told to take memory. */
  private static final long LARGE = 100_000_000;

  private static final int MEGABYTE = 1_000_000;

  void begins(Path file) {
    try {
      var bytes = Files.size(file);
      if (bytes >= LARGE) {
        services.tell(
            "notice.large",
            file.getFileName(),
            Numbers.count(bytes / MEGABYTE),
            Numbers.count(TableDemands.columns(2).mostBytes() / MEGABYTE));
      }
    } catch (IOException _) {
      // What cannot be read is told when it is read.
    }
  }

  void opened(DataReference data) {
    listener.opened(FileKind.TABLE);
    services.tell(
        "notice.openedData",
        data.name(),
        Numbers.count(data.rows()),
        Numbers.count(data.columns().size()));
  }

  /** Says whose example it is, and how it differs. */
  void opened(WorkedNetwork network) {
    services.tell(network.nameKey() + ".told");
  }

  void opened(Path model) {
    services.tell("notice.openedModel", model.getFileName());
    listener.opened(FileKind.MODEL);
  }

  /** Says whose rows an imported model has, and what its file does not say. */
  void imported(String model, Document document, List<Problem> remarks) {
    var data = document.data();
    var key = data.table() == null ? "notice.importedModel" : "notice.importedData";
    services
        .notices()
        .tell(
            services
                .messages()
                .text(words -> words.joined(words.text(key, model, data.name()), remarks)));
    listener.opened(FileKind.MODEL);
  }

  void complain(Problem problem) {
    services.notices().complain(services.messages().sentence(problem));
  }

  /** Tells why a table could not be read; how it was read can be looked at where it may be that. */
  void failed(Path file, ReadingChoices choices, Exception e) {
    var problem = e instanceof TableFormatException wrong ? wrong.problem() : null;
    var isNested = problem != null && problem.key().equals(JsonFormat.NESTED);
    if (problem != null && (isNested || OF_THE_DIALECT.contains(problem.key()))) {
      var next = isNested ? choices.withFlatten(true) : choices;
      var name = services.messages().text(isNested ? "preview.flatten" : "notice.look");
      var remedy = new Notices.Remedy(name, () -> listener.preview(file, next));
      services.notices().complain(services.messages().sentence(problem), remedy);
    } else {
      services.failed(e);
    }
  }

  private Optional<ObservableValue<String>> sentence(Exception e) {
    return e instanceof ProblemException known
        ? Optional.of(services.messages().sentence(known.problem()))
        : Optional.empty();
  }

  void tellLeft(List<Path> opened, List<Path> files, List<Exception> failed) {
    var left = files.stream().filter(file -> !opened.contains(file)).toList();
    var others = services.messages().text("error.notAllOpened", names(opened), names(left));
    Stream.concat(
            failed.stream().flatMap(e -> sentence(e).stream()),
            left.isEmpty() ? Stream.of() : Stream.of(others))
        .reduce((one, next) -> one.flatMap(text -> next.map(more -> text + "\n" + more)))
        .ifPresent(services.notices()::complain);
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> String.valueOf(file.getFileName())).toList();
  }
}
