package dev.neuralworkbench.model.file;

import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.model.json.Outline;
import dev.neuralworkbench.train.Checkpoint;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A document as the tree of its file. */
final class DocumentJson {

  private DocumentJson() {}

  static Json write(Document document, String program) {
    var trained = document.trained();
    if (trained == null) {
      throw new IllegalArgumentException("expected a trained model in " + document.data().name());
    }
    var mapping = FileMapping.MAPPING;
    var file =
        new Json.Members()
            .with("format", new Json.Text(ModelHead.FORMAT))
            .with("version", Json.Digits.of(version(document, trained)))
            .with("writtenBy", new Json.Text(program))
            .with("data", DataJson.write(document.data()))
            .with("experiment", mapping.write(trained.experiment()));
    if (!document.draft().equals(trained.experiment())) {
      file.with("draft", mapping.write(document.draft()));
    }
    file.with("preprocessor", mapping.write(trained.preprocessor()))
        .with("network", NetworkJson.write(trained.experiment().network(), trained.weights()))
        .with("history", HistoryJson.write(trained.history()));
    var bookmark = document.bookmark();
    if (bookmark != null) {
      file.with("bookmark", mapping.write(bookmark));
    }
    if (!document.runs().present().isEmpty()) {
      file.with("runs", RunsJson.write(document.runs(), document.data()));
    }
    var checkpoint = trained.checkpoint();
    return checkpoint == null
        ? file
        : file.with("checkpoint", CheckpointJson.write(checkpoint, trained.weights()));
  }

  /**
   * The lowest version that can say it: averages of weights, folds, bookmarks and runs came with
   * the second.
   */
  private static long version(Document document, Model trained) {
    return document.bookmark() != null
            || !document.runs().present().isEmpty()
            || Stream.of(document.draft(), trained.experiment())
                .map(Experiment::training)
                .anyMatch(it -> it.average() > 0 || it.foldCount() > 0)
        ? 2
        : 1;
  }

  /** What a file may hold. */
  static Outline outline() {
    var mapping = FileMapping.MAPPING;
    return new Outline.Members()
        .with("format", Outline.VALUE)
        .with("version", Outline.VALUE)
        .with("writtenBy", Outline.VALUE)
        .with("data", DataJson.outline())
        .with("experiment", mapping.outline(Experiment.class))
        .with("draft", mapping.outline(Experiment.class))
        .with("preprocessor", mapping.outline(Preprocessor.class))
        .with("network", NetworkJson.outline())
        .with("history", HistoryJson.outline())
        .with("bookmark", mapping.outline(Bookmark.class))
        .with("runs", RunsJson.outline())
        .with("checkpoint", CheckpointJson.outline());
  }

  static Document read(Json tree) throws JsonException {
    var file = JsonView.of(tree);
    checkFormat(file);
    file.member("writtenBy").text();
    var data = DataJson.read(file.member("data"));
    var experiment = ExperimentJson.trained(file.member("experiment"), data);
    var draftMember = file.optional("draft");
    var draft =
        draftMember.isPresent() ? ExperimentJson.draft(draftMember.get(), data) : experiment;
    var preprocessor =
        PreprocessorJson.read(file.member("preprocessor"), experiment.preparation(), data.rows());
    var trained = model(file, experiment, preprocessor, data.rows());
    var bookmark = file.optional("bookmark");
    var document = new Document(data, draft, trained);
    var runs = file.optional("runs");
    if (runs.isPresent()) {
      document = document.withRuns(RunsJson.read(runs.get(), data));
    }
    if (bookmark.isPresent()) {
      document = document.withBookmark(bookmark(bookmark.get()));
    }
    file.end();
    return document;
  }

  private static Bookmark bookmark(JsonView view) throws JsonException {
    var bookmark = FileMapping.MAPPING.read(view, Bookmark.class);
    view.member("row").within(Bookmark.ROWS, bookmark.row());
    view.member("step").within(Bookmark.STEPS, (double) bookmark.step());
    return bookmark;
  }

  private static void checkFormat(JsonView file) throws JsonException {
    var format = file.isObject() ? file.optional("format") : Optional.<JsonView>empty();
    if (format.isEmpty()
        || !format.get().isText()
        || !format.get().text().equals(ModelHead.FORMAT)) {
      throw file.problem("model.format", ModelHead.FORMAT, null);
    }
    var version = file.member("version").wholeNumber();
    if (version > ModelHead.VERSION) {
      throw file.problem("model.version", ModelHead.VERSION, version);
    } else if (version < 1) {
      throw file.member("version").problem("model.atLeast", 1, version);
    }
  }

  private static Model model(
      JsonView file, Experiment experiment, Preprocessor preprocessor, int rows)
      throws JsonException {
    var inputs = preprocessor.inputCount();
    var classes = preprocessor.target() instanceof ClassTarget target ? target.classes().size() : 0;
    ExperimentJson.check(file.member("experiment"), experiment, inputs, classes, rows);
    var design = experiment.network();
    var outputs = design.loss().outputs(experiment.preparation().problemType(), classes);
    var weights = NetworkJson.read(file.member("network"), design, inputs, outputs);
    var history = HistoryJson.read(file.member("history"), experiment, weights);
    var member = file.optional("checkpoint");
    @Nullable Checkpoint checkpoint =
        member.isEmpty()
            ? null
            : CheckpointJson.read(member.get(), experiment, rows, weights, history);
    return new Model(experiment, preprocessor, weights, history, checkpoint);
  }
}
