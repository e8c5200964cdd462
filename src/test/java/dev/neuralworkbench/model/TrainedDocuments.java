package dev.neuralworkbench.model;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.train.RunControl;
import java.util.Objects;

/** Documents with a model trained for some epochs, for tests. */
public final class TrainedDocuments {

  private TrainedDocuments() {}

  /** Iris after 20 epochs. */
  public static Document iris() {
    return trained(OwnTable.of(BundledSample.IRIS), 20);
  }

  /** Circles after 20 epochs. */
  public static Document circles() {
    return trained(OwnTable.of(GeneratedSample.of(SampleKind.CIRCLES)), 20);
  }

  /** Diabetes, a numeric target, after 5 epochs. */
  public static Document diabetes() {
    return trained(OwnTable.of(BundledSample.DIABETES), 5);
  }

  /** The document with its draft trained as Train does it. */
  public static Document trained(Document document, int epochs) {
    var draft = document.draft();
    var ready = document.withDraft(draft.withTraining(draft.training().withEpochs(epochs)));
    var plan = TrainingPlan.of(ready);
    var table = Objects.requireNonNull(ready.data().table());
    var data = PreparedData.of(plan.experiment().preparation(), table);
    var session = plan.session(data, new PortableProducts());
    session.run(new RunControl());
    return ready.withTrained(plan.model(session, data));
  }
}
