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

  private static final String TRAINING = "training.";

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
    var changed = options.settings.change(before, it -> it.component().startsWith(TRAINING));
    if (!changed.training().continues(training)
        || options.choosesColumns()
        || options.settings.hasAny(it -> !it.component().startsWith(TRAINING))) {
      throw CommandFailure.option("cli.resume.changed", "--resume", null, null);
    }
    var draft = before.withTraining(training.withStopping(changed.training().stopping()));
    var table = Objects.requireNonNull(data.table(), "just read");
    ChosenExperiment.check(draft, table);
    return new Document(data, draft, model).withRuns(saved.runs());
  }

  static TrainingPlan plan(Document document) {
    var model = CommandInputs.trained(document);
    var checkpoint = Objects.requireNonNull(model.checkpoint(), "checked before");
    Experiment draft = document.draft();
    var stopping = draft.training().stopping();
    return new TrainingPlan(
        draft, TrainingStart.Continued.of(model, checkpoint, stopping, stopping.epochs()));
  }
}
