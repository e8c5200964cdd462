package dev.neuralworkbench.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.neuralworkbench.baseline.LinearSeparation.Separability;
import dev.neuralworkbench.cli.Calls;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.trap.Trap;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.OwnTable;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.data.trap.TrapsViewModel;
import dev.neuralworkbench.ui.evaluation.JudgedPart.ChartShapes;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.TestModels;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluateViewModelTest {

  private final InlineTasks tasks = new InlineTasks();

  @Test
  void nothingTrainedIsSaid() {
    var opened = new Opened(circles());
    opened.model.seen(true);
    assertEquals(EvaluateViewModel.State.UNTRAINED, opened.model.state.get());
  }

  @Test
  void nothingIsComputedWhileTheScreenIsHidden() {
    var opened = new Opened(circles());
    opened.trainer.train();
    assertNull(opened.model.judged.get());
    opened.model.seen(true);
    assertEquals(EvaluateViewModel.State.READY, opened.model.state.get());
  }

  @Test
  void scoresOfEachPartAreThoseOfTheEvaluation() {
    var opened = new Opened(circles());
    opened.trainer.train();
    opened.model.seen(true);
    for (var part : RowPart.values()) {
      opened.model.choose(EvaluatedRows.of(part));
      var shown = opened.judged();
      var expected = (Scores.OfClasses) opened.scores(part);
      assertEquals(expected.rows(), shown.data().rows());
      assertEquals(
          expected.confusion().accuracy(), Metric.ACCURACY.of(shown.judgement().network()));
      assertEquals(expected.auc(), Metric.AUC.of(shown.judgement().network()));
    }
  }

  @Test
  void whereFoldsJudgedTheTestRowsAreOfferedInPlaceOfValidationRows() {
    var opened = new Opened(OwnTable.of(BundledSample.IRIS));
    opened.trainer.train();
    opened.model.seen(true);
    opened.model.choose(EvaluatedRows.VALIDATION);
    assertEquals(EvaluateViewModel.State.NO_ROWS, opened.model.state.get());
    assertEquals(EvaluatedRows.TEST, opened.model.instead());
    opened.model.choose(opened.model.instead());
    assertEquals(EvaluateViewModel.State.READY, opened.model.state.get());
  }

  @Test
  void rowsChosenForOtherDataAreNotThoseOfTheNext() {
    var opened = new Opened(Document.of(DataReference.of(BundledSample.IRIS)));
    opened.trainer.train();
    opened.model.seen(true);
    opened.model.choose(EvaluatedRows.TRAINING);
    opened.workspace.open("command.openData", Document.of(DataReference.of(BundledSample.WINE)));
    opened.trainer.train();
    assertEquals(EvaluatedRows.TEST, opened.model.part.get());
  }

  /** Circles are trained, then irises, and the irises undone: the last run is not the circles'. */
  @Test
  void anEpochOfARunThatUndoBroughtBackIsJudgedOnItsOwnRows() {
    var opened = new Opened(circles());
    var travel = new TimeTravel(opened.workspace, opened.trainer, tasks, Runnable::run);
    opened.trainer.train();
    opened.workspace.open("command.openData", Document.of(DataReference.of(BundledSample.IRIS)));
    opened.trainer.train();
    opened.workspace.undo();
    opened.workspace.undo();
    opened.model.seen(true);
    travel.show(1);
    var past = Objects.requireNonNull(opened.workspace.model.getValue());
    assertEquals(1, past.history().epochs());
    var table = Objects.requireNonNull(opened.workspace.document().get().data().table());
    var rows = PreparedData.of(past.experiment().preparation(), table).rows(RowPart.VALIDATION);
    var expected =
        (Scores.OfClasses) Scores.of(new ModelPredictor(past, new PortableProducts()), rows);
    opened.model.choose(EvaluatedRows.VALIDATION);
    assertEquals(EvaluateViewModel.State.READY, opened.model.state.get());
    assertEquals(expected.auc(), Metric.AUC.of(opened.judged().judgement().network()));
    assertEquals(rows.rows(), opened.judged().data().rows());
  }

  @Test
  void aModelWhoseFileDividesTheRowsOtherwiseIsJudgedByWhatItLearned() {
    var opened = new Opened(TestModels.dividedOtherwise());
    opened.model.seen(true);
    for (var part : List.of(RowPart.TRAINING, RowPart.VALIDATION)) {
      opened.model.choose(EvaluatedRows.of(part));
      assertEquals(EvaluateViewModel.State.READY, opened.model.state.get());
      assertNotNull(opened.model.linear.get());
    }
    assertEquals(0, tasks.complaints());
  }

  /** As those of an imported model, which may have been trained on the test rows. */
  @Test
  void weightsThatNoEpochLedToMayKnowTheRows() {
    var opened = new Opened(circles());
    opened.trainer.train();
    var trained = Objects.requireNonNull(opened.workspace.model.getValue());
    var history = new TrainingHistory();
    var imported =
        new Model(trained.experiment(), trained.preprocessor(), trained.weights(), history, null);
    opened.model.seen(true);
    assertFalse(opened.model.isUnknown().getValue());
    opened.workspace.open("import", opened.workspace.document().get().withTrained(imported));
    assertTrue(opened.model.isUnknown().getValue());
    var words = Sentences.of(Language.ENGLISH);
    assertEquals(
        "45 validation rows. The weights were imported or set by hand, so it is not known which"
            + " rows they were trained on.",
        JudgedWords.count(words, opened.judged(), 1, opened.model.isUnknown().getValue()));
  }

  /** A file may say other classes than its rows have. */
  @Test
  void rowsOfAClassThatTheModelDoesNotKnowAreNotJudged() {
    for (var classes : List.of(List.of("setosa", "versicolor", "x"), List.of("x", "y", "z"))) {
      var document = Document.of(DataReference.of(BundledSample.IRIS));
      var model = TestModels.untrained(document);
      var learned = model.preprocessor();
      var target = new ClassTarget(learned.target().name(), classes, false);
      var lying = new Preprocessor(learned.inputs(), target, learned.missing());
      var opened =
          new Opened(
              document.withTrained(
                  new Model(model.experiment(), lying, model.weights(), model.history(), null)));
      opened.model.seen(true);
      opened.model.choose(EvaluatedRows.TEST);
      var isNone = classes.contains("y");
      assertEquals(
          isNone ? EvaluateViewModel.State.NO_ROWS : EvaluateViewModel.State.READY,
          opened.model.state.get());
      opened.model.choose(EvaluatedRows.TRAINING);
      assertEquals(
          isNone ? EvaluateViewModel.State.NO_ROWS : EvaluateViewModel.State.READY,
          opened.model.state.get());
      assertEquals(0, tasks.complaints());
    }
  }

  @Test
  void whereNothingIsHeldOutTheTrainingRowsAreJudged() {
    var document = OwnTable.of(BundledSample.IRIS);
    var draft = document.draft();
    var opened =
        new Opened(
            document.withDraft(draft.withPreparation(draft.preparation().withSplit(Split.NONE))));
    opened.trainer.train();
    opened.model.seen(true);
    assertEquals(EvaluatedRows.TRAINING, opened.model.part.get());
    assertEquals(EvaluateViewModel.State.READY, opened.model.state.get());
  }

  @Test
  void cellsHoldAllRowsAndEachListsAsManyAsItCounts() {
    var opened = new Opened(circles());
    opened.trainer.train();
    opened.model.seen(true);
    var shown = opened.judged();
    var matrix = ((Scores.OfClasses) shown.judgement().network()).confusion();
    var listed = 0;
    for (var actual = 0; actual < 2; actual++) {
      for (var predicted = 0; predicted < 2; predicted++) {
        var rows = shown.rowsOf(new Listed.Cell(actual, predicted));
        assertEquals(matrix.count(actual, predicted), rows.length);
        for (var row : rows) {
          assertTrue(shown.answers().probability(row, predicted) >= 0.5);
        }
        listed += rows.length;
      }
    }
    assertEquals(shown.data().rows(), listed);
  }

  @Test
  void probabilitiesOfSquaredErrorAreThoseThatEveryOtherPlaceShows() {
    var document = Document.of(DataReference.of(BundledSample.IRIS));
    var draft = document.draft();
    var squared = draft.withNetwork(draft.network().withLoss(Loss.MEAN_SQUARED_ERROR));
    var opened = new Opened(document.withDraft(squared.withTraining(squared.training())));
    opened.trainer.train();
    opened.model.seen(true);
    opened.model.choose(EvaluatedRows.TRAINING);
    var shown = opened.judged();
    var trained = Objects.requireNonNull(opened.workspace.document().get().trained());
    var table = Objects.requireNonNull(opened.workspace.document().get().data().table());
    var answers =
        new ModelPredictor(trained, new PortableProducts())
            .predict(table, shown.data().sourceRows(), Progress.NONE);
    var clipped = 0;
    for (var row = 0; row < shown.data().rows(); row++) {
      for (var c = 0; c < 3; c++) {
        assertEquals(answers.probability(row, c), shown.answers().probability(row, c));
        clipped += answers.outputs().get(row, c) > 1 ? 1 : 0;
      }
    }
    assertTrue(clipped > 0, "outputs above 1 are the case in question");
  }

  @Test
  void circlesAreNotSeparableByALine() {
    var opened = new Opened(circles());
    opened.trainer.train();
    opened.model.seen(true);
    var linear = Objects.requireNonNull(opened.model.linear.get());
    assertEquals(Separability.NOT_SEPARABLE, linear.separability());
    assertTrue(
        Metric.ACCURACY.of(Objects.requireNonNull(linear.scores()))
            < Metric.ACCURACY.of(opened.judged().judgement().network()));
  }

  @Test
  void numbersAreJudgedInTheUnitsOfTheTargetBesideTheMean() {
    var opened = new Opened(Document.of(DataReference.of(BundledSample.DIABETES)));
    opened.trainer.train();
    opened.model.seen(true);
    var shown = opened.judged();
    var expected = (Scores.OfNumbers) opened.scores(RowPart.TEST);
    assertEquals(expected.report().rmse(), Metric.RMSE.of(shown.judgement().network()));
    assertTrue(Metric.R2.of(shown.judgement().constant()) <= 0, "the mean explains nothing");
    var numbers = (ChartShapes.Numbers) shown.shapes();
    assertEquals(shown.data().rows(), numbers.actual().length);
  }

  @Test
  void partWithoutRowsIsSaid() {
    var opened = new Opened(circles());
    opened.workspace.editDraft(
        "preparation.split.test",
        it -> it.withPreparation(it.preparation().withSplit(it.preparation().split().withTest(0))));
    opened.trainer.train();
    opened.model.choose(EvaluatedRows.TEST);
    opened.model.seen(true);
    assertEquals(EvaluateViewModel.State.NO_ROWS, opened.model.state.get());
    opened.model.choose(EvaluatedRows.TRAINING);
    assertEquals(EvaluateViewModel.State.READY, opened.model.state.get());
  }

  /** The test rows are for the end: each model whose score shows there is counted, once. */
  @Test
  void opensOnTheValidationRowsAndCountsLooksAtTheTestRows() {
    var opened = new Opened(circles());
    opened.trainer.train();
    opened.model.seen(true);
    assertEquals(EvaluatedRows.VALIDATION, opened.judged().part());
    assertEquals(0, opened.model.looks.number().getValue());
    opened.model.choose(EvaluatedRows.TEST);
    opened.model.choose(EvaluatedRows.TRAINING);
    opened.model.choose(EvaluatedRows.TEST);
    assertEquals(1, opened.model.looks.number().getValue());
    var run = opened.workspace.document().get().runs().run(1).orElseThrow();
    assertEquals(
        Metric.ACCURACY.of(opened.judged().judgement().network()), run.record().testScore());
    opened.workspace.editDraft("x", it -> it.withTraining(it.training().withSeed(9)));
    opened.trainer.train();
    assertEquals(2, opened.model.looks.number().getValue());
    opened.workspace.undo();
    assertEquals(2, opened.model.looks.number().getValue());
  }

  @Test
  void manyLooksAreToldAmongWhatDeceives() {
    var opened = new Opened(circles());
    opened.trainer.train();
    opened.model.choose(EvaluatedRows.TEST);
    opened.model.seen(true);
    var traps = new TrapsViewModel(opened.workspace, new InlineTasks());
    traps.shown();
    for (var seed = 2; seed <= 5; seed++) {
      assertEquals(List.of(), traps.found.get());
      var other = seed;
      opened.workspace.editDraft("x", it -> it.withTraining(it.training().withSeed(other)));
      opened.trainer.train();
    }
    assertEquals(List.of(Trap.Kind.LOOKED), traps.found.get().stream().map(Trap::kind).toList());
    // Other test rows were not looked at yet.
    opened.workspace.prepare("x", it -> it.withSplit(it.split().withSeed(7)));
    assertEquals(List.of(), traps.found.get());
  }

  @Test
  void scoresAreKeptForTheModelAndNewForTheNext() {
    var opened = new Opened(circles());
    opened.trainer.train();
    opened.model.seen(true);
    var first = opened.judged();
    opened.model.choose(EvaluatedRows.TRAINING);
    opened.model.choose(EvaluatedRows.VALIDATION);
    assertTrue(first.equals(opened.judged()), "not computed again");
    opened.trainer.train();
    assertFalse(first.equals(opened.judged()), "another model");
  }

  @Test
  void changedChoicesAreToldAndTheScoresStay() {
    var opened = new Opened(circles());
    opened.trainer.train();
    opened.model.seen(true);
    assertFalse(opened.model.differs().getValue());
    opened.workspace.editDraft(
        "form.seed", it -> it.withTraining(it.training().withSeed(it.training().seed() + 1)));
    assertTrue(opened.model.differs().getValue());
    assertNotNull(opened.model.judged.get());
  }

  @Test
  void linearModelOfTheSameRowsIsNotFittedAgainForAnotherNetwork() {
    var opened = new Opened(circles());
    opened.trainer.train();
    opened.model.seen(true);
    var fitted = Objects.requireNonNull(opened.model.linear.get());
    var before = opened.judged();
    opened.trainer.train();
    assertNotSame(before, opened.judged());
    assertSame(fitted, opened.model.linear.get());
    opened.workspace.editDraft(
        "form.seed",
        it -> it.withPreparation(it.preparation().withSplit(it.preparation().split().withSeed(1))));
    opened.trainer.train();
    assertNotSame(fitted, opened.model.linear.get(), "of other training rows");
  }

  @Test
  void linearModelDecidesAsTheNetworkDoes() {
    var opened = new Opened(circles());
    opened.trainer.train();
    opened.model.seen(true);
    assertTrue(opened.linearMatrix().predicted(0) > 0);
    var model = Objects.requireNonNull(opened.workspace.document().get().trained());
    var always = model.withDecision(new Decision.Threshold(1, 1e-9));
    opened.workspace.edit("command.decision", it -> it.withTrained(always));
    var rows = opened.judged().data().rows();
    assertEquals(rows, opened.linearMatrix().predicted(1), "all are above the threshold");
  }

  @Test
  void cellChosenTwiceIsPutAway() {
    var opened = new Opened(circles());
    opened.model.select(new Listed.Cell(0, 1));
    assertEquals(new Listed.Cell(0, 1), opened.model.listed.get());
    opened.model.select(new Listed.Cell(0, 1));
    assertNull(opened.model.listed.get());
  }

  /** Iris has no validation rows: the run has networks of its own, which it has scored itself. */
  @Test
  void inCrossValidationEachTrainingRowIsPredictedByTheNetworkThatHasNotSeenIt(@TempDir Path folder)
      throws Exception {
    var opened = new Opened(OwnTable.of(BundledSample.IRIS));
    opened.trainer.train();
    opened.model.seen(true);
    opened.model.choose(EvaluatedRows.CROSS_VALIDATION);
    var model = Objects.requireNonNull(opened.workspace.document().get().trained());
    var shown = opened.judged();
    assertEquals(model.experiment().training().foldCount(), shown.folds());
    var epoch = RunResult.used(model.experiment(), model.history()) - 1;
    assertEquals(
        model.history().validationScore(epoch),
        Metric.ACCURACY.of(shown.judgement().network()),
        1e-9);
    assertNull(Objects.requireNonNull(opened.model.linear.get()).scores());
    assertNull(Objects.requireNonNull(opened.model.details.get()).gap());
    assertSaid(opened, folder, "iris", "--rows", "cv");
    assertEquals(0, tasks.complaints());
  }

  /** Without folds of the run ten networks are trained, which a threshold trains no more. */
  @Test
  void networksOfFoldsAreTrainedOnceAndDecideAsTheModelDoes() {
    var opened = new Opened(circles());
    opened.trainer.train();
    opened.model.seen(true);
    opened.model.choose(EvaluatedRows.CROSS_VALIDATION);
    var shown = opened.judged();
    assertEquals(10, shown.folds());
    var model = Objects.requireNonNull(opened.workspace.document().get().trained());
    var always = model.withDecision(new Decision.Threshold(1, 1e-9));
    opened.workspace.edit("command.decision", it -> it.withTrained(always));
    var decided = opened.judged();
    assertSame(shown.answers().outputs(), decided.answers().outputs());
    var matrix = ((Scores.OfClasses) decided.judgement().network()).confusion();
    assertEquals(shown.data().rows(), matrix.predicted(1));
  }

  /** The numbers are those of {@code evaluate MODEL FILE}, also after another training. */
  @Test
  void rowsOfAnotherFileAreScoredAsTheCommandLineDoes(@TempDir Path folder) throws Exception {
    var opened = new Opened(OwnTable.of(BundledSample.IRIS));
    opened.trainer.train();
    opened.model.seen(true);
    var file = folder.resolve("new.csv");
    bring(
        opened,
        folder,
        """
        sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm,species
        5.1,3.5,1.4,0.2,setosa
        6.3,3.3,6.0,2.5,virginica
        5.7,2.8,4.1,1.3,virginica
        5.0,2.0,3.5,1.0,
        5.5,2.4,3.8,1.1,versicolor
        """);
    assertEquals(EvaluatedRows.FILE, opened.model.part.get());
    assertEquals(4, opened.judged().data().rows());
    assertSaid(opened, folder, file.toString());
    opened.model.choose(EvaluatedRows.TEST);
    opened.workspace.editDraft("x", it -> it.withTraining(it.training().withSeed(9)));
    opened.trainer.train();
    opened.model.choose(EvaluatedRows.FILE);
    assertSaid(opened, folder, file.toString());
    opened.workspace.open("command.openData", Document.of(DataReference.of(BundledSample.WINE)));
    assertNull(opened.model.file(), "rows of a file go with the data");
  }

  /** Rows without a target are not scored: what is odd in them is not told beside the scores. */
  @Test
  void remarksAreOnRowsWithATargetAndFew(@TempDir Path folder) throws Exception {
    var opened = new Opened(OwnTable.of(BundledSample.IRIS));
    opened.trainer.train();
    opened.model.seen(true);
    var head = "sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm,species\n";
    var good = head + "5.1,3.5,1.4,0.2,setosa\n900,900,900,900,\n";
    var words = Sentences.of(Locale.ENGLISH);
    bring(opened, folder, good);
    var count = JudgedWords.count(words, opened.judged(), 1, true);
    assertEquals("1 row of new.csv with a known target.", count);
    bring(opened, folder, good + "901,901,901,901,setosa\n");
    count = JudgedWords.count(words, opened.judged(), 1, true);
    assertEquals(2, count.split("901", -1).length - 1, count);
    assertTrue(count.endsWith(" And 2 more remarks.") && !count.contains("900"), count);
  }

  private static void bring(Opened opened, Path folder, String text) throws Exception {
    var file = Files.writeString(folder.resolve("new.csv"), text);
    var table = new TableReader().read(file, Progress.NONE);
    var document = opened.workspace.document().get();
    var trained = Objects.requireNonNull(document.trained());
    var predictor = new ModelPredictor(trained, new PortableProducts());
    var asked = RowsAnswer.of(trained, document.data().hash(), predictor, table, Progress.NONE);
    opened.model.bring((RowsAnswer.Given) asked);
  }

  private static void assertSaid(Opened opened, Path folder, String... rows) throws Exception {
    var model = folder.resolve("iris.nn");
    ModelFile.write(model, opened.workspace.document().get(), "test");
    var calls = new Calls(Locale.ENGLISH);
    var call = Stream.concat(Stream.of("evaluate", model.toString(), "--json"), Stream.of(rows));
    assertEquals(0, calls.call(call.toArray(String[]::new)), calls.err());
    var network = JsonParser.parseString(calls.out()).getAsJsonObject();
    var shown = opened.judged().judgement();
    for (var metric : Metric.of(shown.problem())) {
      var expected = network.get(metric.id());
      assertEquals(expected.getAsDouble(), metric.of(shown.network()), 1e-12, metric.id());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void modelThatCannotBeJudgedIsSaidAndTriedAgainWhenAsked(Throwable thrown) {
    try (var log = new RecordedLog()) {
      var opened = new Opened(circles());
      opened.trainer.train();
      tasks.fail(EvaluateViewModel.JOB, thrown);
      opened.model.seen(true);
      assertEquals(List.of(thrown), log.faults());
      assertEquals(EvaluateViewModel.State.FAILED, opened.model.state.get());
      opened.model.follow();
      assertEquals(EvaluateViewModel.State.READY, opened.model.state.get());
    }
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void scoresStayWhereNoLinearModelCanBeFitted(Throwable thrown) {
    try (var log = new RecordedLog()) {
      var opened = new Opened(circles());
      opened.trainer.train();
      tasks.fail(EvaluateViewModel.LINEAR_JOB, thrown);
      opened.model.seen(true);
      assertEquals(List.of(thrown), log.faults());
      assertEquals(1, tasks.complaints());
      assertEquals(EvaluateViewModel.State.READY, opened.model.state.get());
      assertEquals(ModelScores.Linear.NONE, opened.model.linear.get());
    }
  }

  private static Document circles() {
    var document = Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));
    var draft = document.draft();
    var preparation = draft.preparation();
    return document.withDraft(
        draft
            .withPreparation(preparation.withSplit(preparation.split().withValidation(0.15)))
            .withTraining(draft.training().withEpochs(60).withFolds(0)));
  }

  private final class Opened {

    private final Workspace workspace;
    private final Trainer trainer;
    private final EvaluateViewModel model;

    Opened(Document document) {
      workspace = new Workspace(document, tasks);
      trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
      trainer.speed().set(dev.neuralworkbench.ui.workspace.Speed.FULL);
      model = new EvaluateViewModel(workspace, trainer, tasks);
    }

    JudgedPart judged() {
      return Objects.requireNonNull(model.judged.get());
    }

    ConfusionMatrix linearMatrix() {
      var scores = Objects.requireNonNull(model.linear.get()).scores();
      return ((Scores.OfClasses) Objects.requireNonNull(scores)).confusion();
    }

    Scores scores(RowPart part) {
      var document = workspace.document().get();
      var trained = Objects.requireNonNull(document.trained());
      var table = Objects.requireNonNull(document.data().table());
      var data = PreparedData.of(trained.experiment().preparation(), table);
      return Scores.of(new ModelPredictor(trained, new PortableProducts()), data.rows(part));
    }
  }
}
