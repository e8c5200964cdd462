package dev.neuralworkbench.ui.evaluation.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.CrossValidation;
import dev.neuralworkbench.study.compare.ComparedModel;
import dev.neuralworkbench.study.compare.ComparisonResult;
import dev.neuralworkbench.study.compare.ModelComparison;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.evaluation.part.CompareViewModel.Other;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.TestModels;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompareViewModelTest {

  @TempDir private Path folder;

  private final InlineTasks tasks = new InlineTasks();
  private final Workspace workspace = new Workspace(trained(iris(), 20), tasks);
  private final ObjectProperty<CrossValidation> folds =
      new SimpleObjectProperty<>(CrossValidation.DEFAULT);
  private final CompareViewModel model =
      new CompareViewModel(workspace, tasks, PortableProducts::new, folds);

  private static Document iris() {
    return Document.of(DataReference.of(BundledSample.IRIS));
  }

  /** With a model that would be trained for so many epochs; its weights do not count. */
  private static Document trained(Document document, int epochs) {
    var brief = document.withDraft(brief(document.draft(), epochs));
    return brief.withTrained(TestModels.untrained(brief));
  }

  private static Experiment brief(Experiment experiment, int epochs) {
    return experiment.withTraining(experiment.training().withStopping(Stopping.after(epochs)));
  }

  private static LoggedRun run(Document document, int number, int epochs, String data) {
    var of = trained(document, epochs);
    var run = Objects.requireNonNull(of.trained());
    return new LoggedRun(
        new RunRecord(
            number,
            data,
            run.experiment(),
            true,
            null,
            RunResult.of(run),
            RunCurve.of(run.history()),
            List.of(),
            null,
            null),
        null);
  }

  private void start() {
    model.start("this", model.other.value().getValue().toString());
  }

  private static String last(ComparisonResult result) {
    return result.models().getLast().name();
  }

  private void compare(Other other) {
    model.other.choose(other);
    start();
  }

  @Test
  void comparisonOutlivesAThreshold() {
    folds.set(new CrossValidation(3, 1));
    start();
    var outcome = Objects.requireNonNull(model.outcome.get());
    var own = Objects.requireNonNull(workspace.model.getValue());
    var costs = List.of(List.of(0.0, 1.0, 9.0), List.of(1.0, 0.0, 1.0), List.of(1.0, 1.0, 0.0));
    workspace.edit("x", it -> it.withTrained(own.withDecision(new Decision.Costs(costs))));
    assertSame(outcome, model.outcome.get());
    workspace.edit("x", it -> it.withTrained(TestModels.untrained(it)));
    assertNull(model.outcome.get(), "of another model");
  }

  @Test
  void resultIsThatOfTheComparison() {
    folds.set(new CrossValidation(3, 2));
    start();
    var outcome = Objects.requireNonNull(model.outcome.get());
    assertEquals(Other.LINEAR.toString(), last(outcome));
    var own = Objects.requireNonNull(workspace.model.getValue()).experiment();
    var table = BundledSample.IRIS.table();
    var models = List.of(new ComparedModel("", own, false), new ComparedModel("", own, true));
    var expected =
        new ModelComparison(new CrossValidation(3, 2))
            .run(models, table, new PortableProducts(), 1, Progress.NONE);
    assertEquals(expected.scores(), outcome.scores());
    assertFalse(model.running().get());
  }

  @Test
  void otherFoldsOrSettingsAreNotThoseThatWereCompared() {
    folds.set(new CrossValidation(3, 1));
    compare(Other.LINEAR);
    assertTrue(model.isPresent.get());
    folds.set(new CrossValidation(3, 2));
    assertFalse(model.isPresent.get());
    folds.set(new CrossValidation(3, 1));
    workspace.editDraft("x", it -> it.withTraining(it.training().withLearningRate(0.3)));
    assertFalse(model.isPresent.get());
  }

  @Test
  void runsOnTheSameRowsAreOffered() {
    var document = workspace.document().get();
    var hash = document.data().hash();
    workspace.edit(
        "x",
        it ->
            it.withRuns(
                it.runs()
                    .with(run(document, 1, 2, hash))
                    .with(run(document, 2, 3, "other rows"))
                    .with(run(document, 3, 5, hash))));
    assertEquals(3, model.others.get().size(), model.others.get().toString());
    assertEquals(3, model.others.get().get(1).run());
    assertEquals(1, model.others.get().get(2).run());
    compare(model.others.get().get(2));
    var first = Objects.requireNonNull(model.outcome.get());
    assertEquals(20, epochs(first, 0));
    assertEquals(2, epochs(first, 1));
    compare(Other.LINEAR);
    compare(Other.LINEAR);
    var both = Objects.requireNonNull(model.outcome.get());
    assertEquals(first.models().getLast(), both.models().get(1));
    assertEquals(Other.LINEAR.toString(), last(both));
    assertEquals(3, both.models().size());
    assertEquals(first.scores(), both.scores().subList(0, 2));
    assertEquals(2, both.comparisons());
    folds.set(new CrossValidation(5, 1));
    start();
    assertEquals(2, Objects.requireNonNull(model.outcome.get()).models().size());
  }

  private static int epochs(ComparisonResult outcome, int model) {
    return outcome.models().get(model).experiment().training().stopping().epochs();
  }

  @Test
  void anotherModelIsOpenedAndThisOneStays() throws Exception {
    var file = folder.resolve("other.nnw");
    ModelFile.write(file, trained(iris(), 2), "test");
    var before = workspace.document().get();
    model.open(file);
    assertEquals(before, workspace.document().get());
    var added = model.other.value().getValue();
    assertEquals("other.nnw", added.file());
    model.open(file);
    assertEquals(List.of(Other.LINEAR, added), model.others.get());
    start();
    assertEquals(2, epochs(Objects.requireNonNull(model.outcome.get()), 1));
  }

  @Test
  void aModelOfOtherColumnsIsAProblem() throws Exception {
    var file = folder.resolve("wine.nnw");
    ModelFile.write(file, trained(Document.of(DataReference.of(BundledSample.WINE)), 2), "test");
    model.open(file);
    start();
    assertNull(model.outcome.get());
    assertEquals(1, model.problems.get().size());
    assertTrue(model.canStart.get());
    var broken = folder.resolve("broken.nnw");
    Files.writeString(broken, "{");
    model.open(broken);
    assertEquals(1, model.problems.get().size());
    assertEquals(2, model.others.get().size());
    assertEquals(0, tasks.complaints());
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void comparisonThatFailsIsToldAndCanBeStartedAgain(Throwable thrown) {
    try (var log = new RecordedLog()) {
      tasks.fail(CompareViewModel.JOB, thrown);
      start();
      assertEquals(List.of(thrown), log.faults());
      assertEquals(1, tasks.complaints());
      assertTrue(model.canStart.get());
    }
  }

  @Test
  void nothingStartsWithoutAModelOrWithWrongFolds() {
    folds.set(new CrossValidation(1, 1));
    start();
    assertNull(model.outcome.get());
    assertEquals("study.folds", model.problems.get().getFirst().component());
    assertTrue(model.canStart.get());
    workspace.edit("x", it -> it.withTrained(null));
    assertFalse(model.canStart.get());
    assertNull(model.outcome.get());
    start();
    assertNull(model.outcome.get());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void cardsSayWhatWasFound(Language language) {
    var robot = new UserRobot();
    var messages = new Messages(Sentences::of, language);
    var stage =
        FxThread.call(
            () -> {
              model.start(messages.now("compare.this"), messages.now("compare.linear"));
              var window = new WindowServices(messages, new TestDialogs(), tasks, new Notices());
              var shown = new Stage();
              shown.setScene(new Scene(new ComparePane(model, window), 430, 700));
              new Theme(Appearance.LIGHT).dress(shown.getScene());
              shown.show();
              return shown;
            });
    robot.frames(4);
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(stage.getScene())));
    var words = messages.words();
    var said = said(stage);
    assertEquals(5, said.size(), said.toString());
    assertEquals(words.text("evaluate.compare.done", "10", "1"), said.get(2));
    assertTrue(said.getFirst().contains(words.text("compare.this")), said.toString());
    assertTrue(said.getFirst().contains(words.text("compare.linear")), said.toString());
    assertEquals(words.text("compare.test.caveat"), said.getLast());
    var differs = words.text("evaluate.compare.differs", "10", "1");
    FxThread.run(() -> folds.set(new CrossValidation(10, 3)));
    assertEquals(differs, said(stage).get(2));
    FxThread.run(stage::close);
  }

  private static List<String> said(Stage stage) {
    return FxThread.call(
        () ->
            stage.getScene().getRoot().lookupAll("#compare-cards .label").stream()
                .map(it -> ((Label) it).getText())
                .filter(it -> !it.isEmpty())
                .toList());
  }
}
