package dev.neuralworkbench.walk;

import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.file.FileStamp;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.model.file.ModelFormatException;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What must always hold of the state once nothing is on its way, each worked out anew. */
record StateLaws(Workspace workspace, Trainer trainer, TimeTravel travel) {

  List<String> wrong() {
    var wrong = new ArrayList<String>();
    var document = workspace.document().get();
    factsAreTheDocuments(document, wrong);
    modelIsTheDocumentsOrTheMoments(document, wrong);
    runIsTheDocuments(document, wrong);
    savedIsInItsFile(document, wrong);
    return wrong;
  }

  private void factsAreTheDocuments(Document document, List<String> wrong) {
    var table = document.data().table();
    var shown = workspace.problems().get();
    var expected = new ArrayList<Problem>();
    if (table == null) {
      expected.add(Problem.of("workspace.noTable", "data", null, document.data().name()));
    } else {
      var draft = document.draft();
      expected.addAll(draft.problems(table));
      var broken = draft.preparation().problems(table);
      if (broken.isEmpty()) {
        var shape = DataShape.of(draft.preparation(), table);
        if (!workspace.facts().get().shape().equals(shape)) {
          wrong.add("facts: " + workspace.facts().get().shape() + ", should be " + shape);
        }
        if (expected.isEmpty()) {
          expected.addAll(TrainingPlan.of(document).problems(shape.training()));
        }
      }
    }
    if (!workspace.hasUnreadable() && !shown.equals(expected)) {
      wrong.add("problems: " + shown + ", should be " + expected);
    }
  }

  @SuppressWarnings("ReferenceEquality") // models are shared, not copied
  private void modelIsTheDocumentsOrTheMoments(Document document, List<String> wrong) {
    var moment = workspace.moment.get();
    var model = workspace.model.get();
    if (moment == null ? model != document.trained() : model != moment.model()) {
      wrong.add("model shown: neither the document's nor the moment's");
    }
    if (moment != null && moment.model().history().epochs() != moment.epochs()) {
      wrong.add("moment: of epoch " + moment.epochs() + ", model of another");
    }
    if (moment != null && !moment.run().equals(travel.presentRun())) {
      wrong.add("moment: of a run that the document does not have");
    }
  }

  private void runIsTheDocuments(Document document, List<String> wrong) {
    var state = trainer.state().get();
    var run = trainer.run().get();
    if (state == RunState.FINISHED && !trainer.isOfRun(document)) {
      wrong.add("run: over, but the document's model is another");
    }
    if (state == RunState.FINISHED
        && run != null
        && !document.trained().history().equals(run.history())
        && document.trained().history().epochs() != run.history().epochs()) {
      wrong.add("run: over, but the document's model is of an earlier epoch");
    }
    if (state == RunState.IDLE && trainer.isOfRun(document)) {
      wrong.add("run: its model is the document's, but it does not count as over");
    }
  }

  /** What is called saved is what the file gives back, to the last bit. */
  private void savedIsInItsFile(Document document, List<String> wrong) {
    var file = workspace.file.get();
    if (document.trained() == null || workspace.unsaved.get() || file == null) {
      if (document.trained() != null && file == null && !workspace.unsaved.get()) {
        wrong.add("saved: in no file");
      }
      return;
    }
    if (!workspace.isAsKnown(file, FileStamp.of(file)) || !Files.exists(file)) {
      return; // Another program's now: Save asks, and so does closing.
    }
    try {
      var read = ModelFile.read(file);
      var same =
          read.draft().equals(document.draft())
              && read.data().hash().equals(document.data().hash())
              && sameWeights(read.trained().weights(), document.trained().weights());
      if (!same) {
        wrong.add("saved: but " + file.getFileName() + " holds another model");
      }
    } catch (ModelFormatException e) {
      wrong.add("saved: but " + file.getFileName() + " cannot be read: " + e.problem());
    }
  }

  private static boolean sameWeights(NetworkWeights one, NetworkWeights other) {
    return one.layers().size() == other.layers().size()
        && IntStream.range(0, one.layers().size())
            .allMatch(
                layer ->
                    Arrays.equals(one.layer(layer).weights(), other.layer(layer).weights())
                        && Arrays.equals(one.layer(layer).bias(), other.layer(layer).bias()));
  }
}
