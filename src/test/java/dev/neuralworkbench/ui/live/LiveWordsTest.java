package dev.neuralworkbench.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.EpochResult;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.workspace.RunState;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LiveWordsTest {

  private static final Stopping EARLY =
      Stopping.after(200).withEarlyStopping(EarlyStopping.DEFAULT);

  @Test
  void withoutARunItSaysHowToStartOne() {
    assertEquals("No run yet", text(LiveWords.state(null, RunState.IDLE, false)));
  }

  @Test
  void runningRunSaysItsEpoch() {
    assertEquals("Training", state(Stopping.after(200), null, 0.5, 0.4));
  }

  @Test
  void pausedRunSaysSo() {
    var run = run(Stopping.after(200), null, 0.5);
    assertEquals("Paused after epoch 1 of 200", text(LiveWords.state(run, RunState.PAUSED, false)));
  }

  /** Steps may end an epoch that nobody has asked for. */
  @Test
  void finishedRunWithSingleStepsBehindItSaysSo() {
    var done = run(Stopping.after(3), null, 0.5, 0.4, 0.3);
    var more = run(Stopping.after(2), null, 0.5, 0.4, 0.3);
    var open = run(Stopping.after(6), null, 0.5, 0.4, 0.3);
    assertEquals(
        "All 3 epochs done, then single steps", text(LiveWords.state(done, RunState.IDLE, true)));
    assertEquals(
        "All 2 epochs done, then single steps", text(LiveWords.state(more, RunState.IDLE, false)));
    assertEquals("Paused after epoch 3 of 3", text(LiveWords.state(done, RunState.IDLE, false)));
    assertEquals("Paused after epoch 3 of 6", text(LiveWords.state(open, RunState.PAUSED, true)));
    assertEquals("Paused after epoch 3 of 6", text(LiveWords.state(open, RunState.IDLE, true)));
  }

  @Test
  void stoppedEarlyNamesTheEpochWhoseWeightsAreBack() {
    assertEquals(
        "Stopped after epoch 4: no improvement for 20 epochs; epoch 2 restored",
        state(EARLY, StopReason.NO_IMPROVEMENT, 0.5, 0.3, 0.4, 0.35));
  }

  @Test
  void bestWeightsAreRestoredAtEveryEnd() {
    assertEquals(
        "Finished: all 3 epochs done; epoch 2 restored",
        state(EARLY, StopReason.COMPLETED, 0.5, 0.3, 0.4));
    assertEquals("Finished: all 3 epochs done", state(EARLY, StopReason.COMPLETED, 0.5, 0.4, 0.3));
  }

  @Test
  void divergenceInTheFirstEpochHasItsOwnSentence() {
    assertEquals(
        "Diverged in the first epoch: the loss became infinite or NaN."
            + " Try a much smaller learning rate.",
        state(Stopping.after(200), StopReason.DIVERGED));
  }

  @ParameterizedTest
  @EnumSource(StopReason.class)
  void everyEndHasASentenceInBothLanguages(StopReason reason) {
    var phrase = LiveWords.state(run(EARLY, reason, 0.3, 0.4), RunState.FINISHED, false);
    assertEquals(false, text(phrase).isBlank());
    assertEquals(false, phrase.in(Sentences.of(Locale.SIMPLIFIED_CHINESE)).isBlank());
  }

  @Test
  void numbersAreThoseOfTheEpochWhoseWeightsPredict() {
    var run = run(EARLY, StopReason.NO_IMPROVEMENT, 0.5, 0.3, 0.4, 0.35);
    var reading = LiveNumbers.inUse(run);
    assertEquals(0.3, reading.result().validationLoss());
    assertEquals(0.35, LiveNumbers.of(run, 4).result().validationLoss());
    assertEquals(2, run.used());
    assertEquals(3, run(EARLY, null, 0.5, 0.3, 0.4).used(), "still under way");
  }

  @Test
  void numbersThatDoNotExistAreDashes() {
    var history =
        TrainingHistory.of(
            Stream.of(new EpochResult(0.25, Double.NaN, 0.9, Double.NaN, 0.01, 1)),
            List.of(),
            null);
    var run = new LiveRun("hash", history, experiment(SampleKind.SINE), 9, false, false);
    assertEquals("0.250", Headline.NumberCell.loss(LiveNumbers.inUse(run).result().trainingLoss()));
    assertEquals(
        "0.900", Headline.NumberCell.score(LiveNumbers.inUse(run).result().trainingScore()));
    assertEquals("–", Headline.NumberCell.loss(LiveNumbers.inUse(run).result().validationLoss()));
    assertEquals("–", Headline.NumberCell.score(LiveNumbers.inUse(run).result().validationScore()));
  }

  /** Folds, which judge in place of validation rows, keep their word beside the network's own. */
  @Test
  void networkIsJudgedByItselfAndOtherwiseByFolds() {
    var run = run(EARLY, StopReason.COMPLETED, 0.5, 0.3, 0.4);
    var own = new EpochResult(0.15, Double.NaN, 0.95, Double.NaN, 0, 0);
    var reading = LiveNumbers.inUse(run).judged(own);
    assertEquals(0.15, reading.result().trainingLoss());
    assertEquals(0.95, reading.result().trainingScore());
    assertEquals(0.3, reading.result().validationLoss());
    assertEquals(0.8, reading.result().validationScore());
  }

  @Test
  void numbersKeepTheirDigits() {
    assertEquals("0.0330", Headline.NumberCell.loss(0.033));
    assertEquals("12.0", Headline.NumberCell.loss(12));
    assertEquals("0.00", Headline.NumberCell.loss(0));
    assertEquals("3e\u22125", Headline.NumberCell.loss(3e-5));
    assertEquals("1.000", Headline.NumberCell.score(1));
    assertEquals("\u22120.016", Headline.NumberCell.score(-0.016));
    assertEquals("\u2212500", Headline.NumberCell.score(-500));
  }

  /** What the state promises is what Train does. */
  @Test
  void runThatWasBrokenOffEndsWhereTrainWouldEndIt() {
    var data = TrainedDocuments.circles().data();
    var model = TrainedDocuments.circles().trained();
    var asked = model.experiment();
    var longer = asked.withTraining(asked.training().withEpochs(40));
    var broken = new Model(longer, model.preprocessor(), model.weights(), model.history(), null);
    assertEquals(25, LiveRun.of(data, broken, false, 25).epochs());
    assertEquals(40, LiveRun.of(data, broken, false, 0).epochs(), "Train starts anew");
    assertEquals(20, LiveRun.of(data, model, false, 40).epochs(), "it is over");
  }

  @Test
  void comparisonSaysWhereWeightsAreNotThoseOfTheSeed() {
    var before = run(Stopping.after(3), StopReason.COMPLETED, 0.5, 0.4, 0.3);
    var other = run(Stopping.after(3), StopReason.COMPLETED, 0.5, 0.4, 0.25).history();
    var fair = "Same settings as the previous run. CV loss 0.3 → 0.25.";
    assertEquals(fair, compared(before, other, true));
    assertEquals(
        fair
            + " This run did not start from the initial weights of its seed. For a fair"
            + " comparison, train from scratch (Ctrl+F5).",
        compared(before, other, false));
    // One that goes on is what a longer run from scratch would be: nothing is unfair about it.
    var longer = run(Stopping.after(4), StopReason.COMPLETED, 0.5, 0.4, 0.3, 0.25).history();
    assertEquals(fair, compared(before, longer, false));
  }

  private static String compared(LiveRun before, TrainingHistory history, boolean seeded) {
    var now = new LiveRun("hash", history, before.experiment(), 3, seeded, false);
    return LiveComparison.of(before, now).in(Sentences.of(Locale.ENGLISH));
  }

  /** Validation rows and folds, or another share of rows, give losses that are not of one kind. */
  @Test
  void lossesOnOtherRowsAreNotCompared() {
    var before = run(Stopping.after(3), StopReason.COMPLETED, 0.5, 0.4, 0.3);
    var experiment = before.experiment();
    var unfolded = experiment.withTraining(experiment.training().withFolds(0));
    var rows = unfolded.preparation();
    var held = unfolded.withPreparation(rows.withSplit(rows.split().withValidation(0.2)));
    for (var other : List.of(unfolded, held)) {
      var now = new LiveRun("hash", before.history(), other, 3, true, false);
      assertEquals(0.2, LiveComparison.of(before, now).result().after());
    }
    var anew = new LiveRun("hash", before.history(), experiment, 3, true, true);
    assertEquals(0.2, LiveComparison.of(before, anew).result().after());
  }

  private static String state(Stopping stopping, StopReason reason, double... validationLosses) {
    var state = reason == null ? RunState.RUNNING : RunState.FINISHED;
    return text(LiveWords.state(run(stopping, reason, validationLosses), state, false));
  }

  private static LiveRun run(Stopping stopping, StopReason reason, double... validationLosses) {
    var results =
        DoubleStream.of(validationLosses)
            .mapToObj(loss -> new EpochResult(0.2, loss, 0.9, 0.8, 0.01, 1));
    var experiment = experiment(SampleKind.CIRCLES);
    var training = experiment.training().withStopping(stopping);
    return new LiveRun(
        "hash",
        TrainingHistory.of(results, List.of(), reason),
        experiment.withTraining(training),
        stopping.epochs(),
        true,
        false);
  }

  /** Only a number is scaled as a target, and only where inputs are. */
  @ParameterizedTest
  @CsvSource({
    "SINE, STANDARDIZE, 'mean squared error, scaled target'",
    "SINE, NONE, mean squared error",
    "MOONS, STANDARDIZE, binary cross-entropy"
  })
  void lossSaysWhetherItIsThatOfAScaledTarget(SampleKind kind, Scaling scaling, String expected) {
    var begun = experiment(kind);
    var experiment = begun.withPreparation(begun.preparation().withScaling(scaling));
    var run = new LiveRun("", new TrainingHistory(), experiment, 9, true, false);
    assertEquals(expected, run.loss(Sentences.of(Locale.ENGLISH)));
  }

  private static Experiment experiment(SampleKind kind) {
    return Defaults.experiment(GeneratedSample.of(kind).table());
  }

  private static String text(LiveWords.Phrase phrase) {
    return phrase.in(Sentences.of(Locale.ENGLISH));
  }
}
