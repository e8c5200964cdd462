package dev.neuralworkbench.model;

import dev.neuralworkbench.data.CategoryInput;
import dev.neuralworkbench.data.ClassTarget;
import dev.neuralworkbench.data.ColumnPlan;
import dev.neuralworkbench.data.InputEncoder;
import dev.neuralworkbench.data.NumberInput;
import dev.neuralworkbench.data.NumberTarget;
import dev.neuralworkbench.data.Preprocessor;
import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.nn.ProblemType;
import dev.neuralworkbench.train.Checkpoint;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document as the tree of its file. */
final class DocumentJson {

  private static final String FORMAT = "neural-workbench";
  private static final long VERSION = 1;

  private DocumentJson() {}

  static Json write(Document document, String program) {
    var trained = document.trained();
    if (trained == null) {
      throw new IllegalArgumentException("expected a trained model in " + document.data().name());
    }
    var mapping = FileMapping.MAPPING;
    var file =
        new Json.Members()
            .with("format", new Json.Text(FORMAT))
            .with("version", Json.Digits.of(VERSION))
            .with("writtenBy", new Json.Text(program))
            .with("data", DataJson.write(document.data()))
            .with("experiment", mapping.write(trained.experiment()));
    if (!document.draft().equals(trained.experiment())) {
      file.with("draft", mapping.write(document.draft()));
    }
    file.with("preprocessor", mapping.write(trained.preprocessor()))
        .with("network", NetworkJson.write(trained.experiment().network(), trained.weights()))
        .with("history", HistoryJson.write(trained.history()));
    var checkpoint = trained.checkpoint();
    return checkpoint == null
        ? file
        : file.with("checkpoint", CheckpointJson.write(checkpoint, trained.weights()));
  }

  static Document read(Json tree) throws JsonException {
    var file = JsonView.of(tree);
    checkFormat(file);
    file.member("writtenBy").text();
    var data = DataJson.read(file.member("data"));
    var experiment = experiment(file.member("experiment"), data);
    var draftMember = file.optional("draft");
    var draft = draftMember.isPresent() ? experiment(draftMember.get(), data) : experiment;
    var preprocessor = preprocessor(file.member("preprocessor"), experiment);
    var trained = model(file, experiment, preprocessor);
    file.end();
    return new Document(data, draft, trained);
  }

  private static void checkFormat(JsonView file) throws JsonException {
    var format = file.isObject() ? file.optional("format") : Optional.<JsonView>empty();
    if (format.isEmpty() || !format.get().isText() || !format.get().text().equals(FORMAT)) {
      throw file.problem("model.format", FORMAT, null);
    }
    var version = file.member("version").wholeNumber();
    if (version > VERSION) {
      throw file.problem("model.version", VERSION, version);
    } else if (version < 1) {
      throw file.member("version").problem("model.invalid", null, null);
    }
  }

  private static Experiment experiment(JsonView view, DataReference data) throws JsonException {
    var experiment = FileMapping.MAPPING.read(view, Experiment.class);
    var columns = experiment.preparation().columns();
    if (!columns.stream()
        .map(ColumnPlan::name)
        .toList()
        .equals(data.columns().stream().map(ColumnSchema::name).toList())) {
      throw view.member("preparation").member("columns").problem("model.columns", null, null);
    }
    return experiment;
  }

  private static Model model(JsonView file, Experiment experiment, Preprocessor preprocessor)
      throws JsonException {
    var unweighted =
        new Shape(
            preprocessor.inputCount(),
            preprocessor.target() instanceof ClassTarget target ? target.classes().size() : 0);
    check(file.member("experiment"), experiment, unweighted);
    var design = experiment.network();
    var outputs =
        design.loss().outputs(experiment.preparation().problemType(), unweighted.classes());
    var weights = NetworkJson.read(file.member("network"), design, unweighted.inputs(), outputs);
    var history = HistoryJson.read(file.member("history"), unweighted.inputs(), outputs);
    var member = file.optional("checkpoint");
    @Nullable Checkpoint checkpoint =
        member.isEmpty()
            ? null
            : CheckpointJson.read(
                member.get(), weights, experiment.training().optimizer(), history);
    return new Model(experiment, preprocessor, weights, history, checkpoint);
  }

  private record Shape(int inputs, int classes) {}

  private static void check(JsonView view, Experiment experiment, Shape shape)
      throws JsonException {
    var problem = experiment.preparation().problemType();
    var network = experiment.network().problems(shape.inputs(), problem, shape.classes());
    if (!network.isEmpty()) {
      throw view.member("network").problem("model.holds", null, network.getFirst());
    }
    // How many rows there are is not known without the data; there were enough.
    var training = experiment.training().problems(Integer.MAX_VALUE, 1);
    if (!training.isEmpty()) {
      throw view.member("training").problem("model.holds", null, training.getFirst());
    }
  }

  private static Preprocessor preprocessor(JsonView view, Experiment experiment)
      throws JsonException {
    var preprocessor = FileMapping.MAPPING.read(view, Preprocessor.class);
    var preparation = experiment.preparation();
    var named =
        preprocessor.inputs().stream()
            .map(InputEncoder::name)
            .toList()
            .equals(preparation.inputs().stream().map(ColumnPlan::name).toList());
    var answers =
        switch (preprocessor.target()) {
          case ClassTarget target ->
              preparation.problemType() == ProblemType.CLASSIFICATION
                  && target.classes().size() >= 2
                  && distinct(target.classes());
          case NumberTarget target ->
              preparation.problemType() == ProblemType.REGRESSION && target.scale() != 0;
        };
    var sound = named && answers && preprocessor.inputs().stream().allMatch(DocumentJson::isSound);
    if (!sound) {
      throw view.problem("model.invalid", null, null);
    }
    return preprocessor;
  }

  private static boolean isSound(InputEncoder input) {
    return switch (input) {
      case NumberInput number -> number.scale() != 0;
      case CategoryInput category -> distinct(category.categories());
    };
  }

  private static boolean distinct(List<String> names) {
    return new HashSet<>(names).size() == names.size();
  }
}
