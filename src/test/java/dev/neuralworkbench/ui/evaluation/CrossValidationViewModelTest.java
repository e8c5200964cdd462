package dev.neuralworkbench.ui.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.CrossValidation;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.RecordedLog;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrossValidationViewModelTest {

  private final InlineTasks tasks = new InlineTasks();
  private final Workspace workspace = new Workspace(circles(), tasks);
  private final CrossValidationViewModel model =
      new CrossValidationViewModel(workspace, tasks, PortableProducts::new);

  @Test
  void resultIsThatOfTheStudy() {
    model.folds.choose(3.0);
    model.start();
    var outcome = Objects.requireNonNull(model.outcome.get());
    var document = workspace.document().get();
    var expected =
        new CrossValidation(3, 1)
            .run(
                document.draft(),
                Objects.requireNonNull(document.data().table()),
                new PortableProducts(),
                1,
                Progress.NONE);
    assertEquals(3, outcome.result().folds().size());
    assertEquals(expected.spread(Metric.ACCURACY), outcome.result().spread(Metric.ACCURACY));
    assertFalse(model.running().get());
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.testing.Faults#all")
  void studyThatFailsIsToldAndCanBeStartedAgain(Throwable thrown) {
    try (var log = new RecordedLog()) {
      model.folds.choose(2.0);
      tasks.fail(CrossValidationViewModel.JOB, thrown);
      model.start();
      assertEquals(List.of(thrown), log.faults());
      assertEquals(1, tasks.complaints());
      assertTrue(model.canStart.getValue());
    }
  }

  @Test
  void foldsThatCannotBeDealtAreAProblemAndNothingRuns() {
    model.folds.choose(1.0);
    assertFalse(model.canStart.getValue());
    model.start();
    assertNull(model.outcome.get());
    assertEquals("study.folds", model.problems().getValue().getFirst().component());
    assertFalse(model.running().get());
  }

  @Test
  void whatIsInTheWayIsToldBeforeItIsStarted() {
    assertTrue(model.canStart.getValue());
    workspace.open("command.openData", Document.of(DataReference.of(BundledSample.XOR)));
    assertFalse(model.canStart.getValue(), "ten folds of four rows");
    assertEquals("study.problem.moreFoldsThanRows", model.problems().getValue().getFirst().key());
    model.folds.choose(2.0);
    assertTrue(model.canStart.getValue());
    workspace.editDraft("x", it -> it.withTraining(it.training().withBatchSize(-1)));
    assertFalse(model.canStart.getValue());
    assertEquals("training.batchSize", model.problems().getValue().getFirst().component());
  }

  @Test
  void resultGoesWithItsData() {
    model.folds.choose(2.0);
    model.start();
    workspace.open("command.openData", Document.of(DataReference.of(BundledSample.IRIS)));
    assertNull(model.outcome.get());
  }

  /** Means, deviations and the answer without a network, and below them each fold's own. */
  @Test
  void whatIsShownStandsBelowItsHead() {
    FxThread.run(
        () -> {
          var messages = new Messages(Sentences::of, Language.ENGLISH);
          model.folds.choose(4.0);
          var pane = new CrossValidationPane(model, messages);
          model.start();
          var result = Objects.requireNonNull(model.outcome.get()).result();
          assertEquals(4, result.folds().size());
          var shown = cells(pane, "#evaluate-study-result");
          var folds = cells(pane, "#evaluate-study-folds");
          var names = new ArrayList<>(List.of(""));
          var network = new ArrayList<>(List.of(messages.now("evaluate.network")));
          var deviations = new ArrayList<>(List.of(messages.now("evaluate.study.deviation")));
          var constant = new ArrayList<>(List.of(messages.now("evaluate.constant.classes")));
          var linear = new ArrayList<>(List.of(messages.now("evaluate.linear.classes")));
          var row = 1;
          for (var metric : result.metrics()) {
            var all = new ArrayList<Double>();
            var constants = new ArrayList<Double>();
            var linears = new ArrayList<Double>();
            for (var fold : result.folds()) {
              all.add(metric.of(fold.judgement().network()));
              constants.add(metric.of(fold.judgement().constant()));
              linears.add(metric.of(Objects.requireNonNull(fold.judgement().linear())));
              var line = folds.get(all.size());
              assertEquals(Numbers.share(all.getLast()), line.get(row));
            }
            var mean = average(all);
            var squares = all.stream().mapToDouble(it -> (it - mean) * (it - mean)).sum();
            names.add(messages.now(metric.nameKey()));
            network.add(Numbers.share(mean));
            deviations.add(Numbers.share(Math.sqrt(squares / 3)));
            constant.add(Numbers.share(average(constants)));
            linear.add(Numbers.share(average(linears)));
            row++;
          }
          assertEquals(List.of(names, network, deviations, constant, linear), shown);
        });
  }

  private static double average(List<Double> numbers) {
    return numbers.stream().mapToDouble(it -> it).average().orElseThrow();
  }

  private static List<List<String>> cells(CrossValidationPane pane, String id) {
    return ShownScoresTest.cells(Objects.requireNonNull(pane.lookup(id)));
  }

  private static Document circles() {
    var document = Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));
    var draft = document.draft();
    return document.withDraft(draft.withTraining(draft.training().withEpochs(20)));
  }
}
