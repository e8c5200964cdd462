package dev.neuralworkbench.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.train.RunControl;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many runs of the sample that is open at the first start stay small. */
@Tag("thorough")
class RunMemoryTest {

  private static final int RUNS = 1_000;
  private static final long MOST = 300_000_000;

  private final Table table = GeneratedSample.of(SampleKind.CIRCLES).table();
  private final PortableProducts products = new PortableProducts();

  /** Few rows, so that it is done soon: what a run leaves depends on its network and epochs. */
  private Experiment experiment() {
    var draft = Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES))).draft();
    var split = new Split(0.1, 0, true, 0).withUsed(0.05);
    return draft
        .withPreparation(draft.preparation().withSplit(split))
        .withTraining(draft.training().withFolds(0));
  }

  private LoggedRun run(Experiment experiment, PreparedData data, int number) {
    var epochs = experiment.training().stopping().epochs();
    var plan =
        new TrainingPlan(experiment, new TrainingStart.Anew(TrainingStart.Reason.FIRST, epochs));
    var session = plan.session(data, products);
    session.run(new RunControl());
    var model = plan.model(session, data);
    return new LoggedRun(
        new RunRecord(
            number,
            "",
            experiment,
            true,
            null,
            RunResult.of(model),
            RunCurve.of(model.history()),
            List.of(),
            null,
            null),
        model);
  }

  private static long used() {
    for (var i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  @Test
  void aThousandRunsStayBelowThreeHundredMegabytes() {
    var base = experiment();
    var data = PreparedData.of(base.preparation(), table);
    var before = used();
    var runs = new ArrayList<LoggedRun>();
    for (var i = 0; i < RUNS; i++) {
      var seeded = base.withTraining(base.training().withSeed(i));
      runs.add(run(seeded, data, i + 1));
    }
    var log = RunLog.NONE.withNew(runs);
    runs.clear();
    // The log is looked at after it was measured, so it is still there then.
    var taken = used() - before;
    assertEquals(RUNS, log.present().size());
    assertTrue(log.present().stream().allMatch(it -> it.model() != null), "all weights are kept");
    assertTrue(log.present().getFirst().record().curve().epochs().size() > 50);
    assertTrue(taken > 1_000_000 && taken < MOST, "they take " + taken + " bytes");
  }
}
