package dev.neuralworkbench.model.file;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.model.json.Outline;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A document as the tree of its file. */
final class DocumentJson {

  private static final Set<MissingValues> MISSING_OF_THE_FIRST =
      Set.of(MissingValues.MEAN, MissingValues.MEDIAN, MissingValues.MODE, MissingValues.DROP_ROW);

  private static final Set<Scaling> SCALINGS_OF_THE_FIRST =
      Set.of(Scaling.STANDARDIZE, Scaling.MIN_MAX, Scaling.NONE);

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
    var bookmark = document.bookmark();
    if (bookmark != null) {
      file.with("bookmark", mapping.write(bookmark));
    }
    if (!document.runs().present().isEmpty()) {
      file.with("runs", RunsJson.write(document.runs(), document.data(), trained));
    }
    return ModelJson.addTo(file, trained);
  }

  /**
   * The lowest version that can say it: averages of weights, folds, shares of the training rows,
   * bookmarks, runs, how a table was read, splits by a column, dates, engineered inputs, balanced
   * classes and what is done with rare and missing categories came with the second.
   */
  private static long version(Document document, Model trained) {
    return document.bookmark() != null
            || !document.data().source().choices().equals(ReadingChoices.NONE)
            || !document.runs().present().isEmpty()
            || Stream.of(document.draft(), trained.experiment())
                .anyMatch(DocumentJson::isOfTheSecond)
        ? 2
        : 1;
  }

  private static boolean isOfTheSecond(Experiment experiment) {
    var training = experiment.training();
    return training.average() > 0
        || training.foldCount() > 0
        || isOfTheSecond(experiment.preparation());
  }

  private static boolean isOfTheSecond(Preparation preparation) {
    return preparation.split().usedShare() < 1
        || preparation.split().by() != null
        || preparation.rareRows() > 1
        || !preparation.engineered().isEmpty()
        || preparation.isBalanced()
        || preparation.columns().stream().anyMatch(it -> it.kind() == ColumnKind.DATE)
        || !MISSING_OF_THE_FIRST.contains(preparation.missing())
        || !SCALINGS_OF_THE_FIRST.contains(preparation.scaling());
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
        .with(ModelJson.outline())
        .with("bookmark", mapping.outline(Bookmark.class))
        .with("runs", RunsJson.outline());
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
    var trained = ModelJson.read(file, file.member("experiment"), experiment, data.rows());
    var bookmark = file.optional("bookmark");
    var document = new Document(data, draft, trained);
    var runs = file.optional("runs");
    if (runs.isPresent()) {
      document = document.withRuns(RunsJson.read(runs.get(), data, trained));
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
}
