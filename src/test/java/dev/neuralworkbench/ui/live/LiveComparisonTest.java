package dev.neuralworkbench.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.TrainingHistory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiveComparisonTest {

  /** What was before stands before what is now, of the choice and of the loss. */
  @Test
  void choicesAndLossesGoFromTheRunBeforeToThisOne() {
    var words = Sentences.of(Locale.ENGLISH);
    var now = Document.of(BundledSample.IRIS).draft();
    var before = now.withTraining(now.training().withEpochs(30));
    var after = now.withTraining(now.training().withEpochs(70));
    for (var judge : LiveComparison.Judge.values()) {
      var key = "live.before." + judge.name().toLowerCase(Locale.ROOT);
      var compared =
          new LiveComparison(run(before), run(after), new LiveComparison.Result(judge, 0.5, 0.125));
      assertEquals(
          "Compared with the previous run: "
              + words.text("difference.training.stopping.epochs", "", 30, 70)
              + ". "
              + words.text(key, "0.5", "0.125"),
          compared.in(words));
    }
  }

  @Test
  void rateThatWasChangedWhileARunWentIsToldWithItsEpoch() {
    var draft = Document.of(BundledSample.IRIS).draft();
    var slow = draft.withTraining(draft.training().withLearningRate(0.03));
    var changes = List.<Intervention>of(new Intervention.RateChange(5, 0, 0.03, 0.3));
    var history = TrainingHistory.of(Stream.empty(), changes, null);
    var changed = new LiveRun("", history, slow, 70, true, false);
    assertEquals(
        "Compared with the previous run: learning rate 0.03 → 0.03, then 0.3 from epoch 6.",
        LiveComparison.of(run(slow), changed).in(Sentences.of(Locale.ENGLISH)));
  }

  private static LiveRun run(Experiment experiment) {
    return new LiveRun("", new TrainingHistory(), experiment, 70, true, false);
  }
}
