package dev.neuralworkbench.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.train.StopReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunEndsTest {

  private static final RunWords WORDS = new RunWords(Sentences.of(Language.ENGLISH));

  /** A rate far too high makes a linear model’s loss grow for as many epochs as it is given. */
  @Test
  void aLossThatGrewWithoutEndIsSaidToDiverge() {
    assertEquals("diverged", WORDS.end(run(0.9, 5e8), false));
    assertEquals("completed", WORDS.end(run(0.9, 0.2), false));
    assertEquals("completed", WORDS.end(run(0.9, 1.4), false), "a little above its first");
    assertEquals("completed", WORDS.end(run(1e-9, 1e-7), false), "still next to nothing");
    assertEquals("training", WORDS.end(run(0.9, 5e8), true));
  }

  private static RunRecord run(double first, double last) {
    var curve = new RunCurve(List.of(1, 2), List.of((float) first, (float) last), List.of());
    var result = new RunResult(2, 2, last, null, null, null, 1, StopReason.COMPLETED);
    return new RunRecord(
        1,
        "",
        Document.of(BundledSample.IRIS).draft(),
        true,
        null,
        result,
        curve,
        List.of(),
        null,
        null);
  }
}
