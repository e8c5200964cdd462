package dev.neuralworkbench.cli;

import dev.neuralworkbench.cli.terminal.CommandFailure;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingStart;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.Objects;

/** A run that goes on where a saved model's ended: same data, same choices, perhaps a later end. */
final class Resumption {

  private Resumption() {}

  /**
   * The saved document on its data, with the end that the options ask for.
   *
   * @throws CommandFailure if the data has another content, there is nothing to go on from, or an
   *     option would change more than the end
   */
  static Document of(Document saved, DataReference data, TrainOptions options) {
    if (!data.hash().equals(saved.data().hash())) {
      var place = Place.file(data.name());
      throw CommandFailure.of(Problem.at("cli.otherData", place, saved.data().name(), null));
    }
    var model = CommandInputs.trained(saved);
    if (model.checkpoint() == null) {
      throw CommandFailure.of("cli.resume.none", null, null);
    }
    var before = model.experiment();
    var training = before.training();
    var choices = new ChosenTraining(options);
    var changesMore =
        !choices.change(training).continues(training) || choosesDataOrNetwork(options);
    if (changesMore) {
      throw CommandFailure.option("cli.resume.changed", "--resume", null, null);
    }
    var draft = before.withTraining(training.withStopping(choices.stopping(training.stopping())));
    var table = Objects.requireNonNull(data.table(), "just read");
    ChosenExperiment.check(draft, table);
    return new Document(data, draft, model).withRuns(saved.runs());
  }

  private static boolean choosesDataOrNetwork(TrainOptions options) {
    return options.columns.isGiven()
        || options.task != null
        || options.hidden != null
        || options.activation != null
        || options.initializer != null
        || options.dropout != null
        || options.loss != null
        || options.scaling != null
        || options.validation != null
        || options.test != null
        || options.trainingShare != null
        || options.splitBy != null
        || options.rare != null
        || !options.features.isEmpty()
        || options.balance
        || options.noStratify
        || options.splitSeed != null;
  }

  /** The plan of a resumption: epochs are those of the whole run. */
  static TrainingPlan plan(Document document) {
    var model = CommandInputs.trained(document);
    var checkpoint = Objects.requireNonNull(model.checkpoint(), "checked before");
    Experiment draft = document.draft();
    var stopping = draft.training().stopping();
    return new TrainingPlan(
        draft, TrainingStart.Continued.of(model, checkpoint, stopping, stopping.epochs()));
  }
}
