package dev.neuralworkbench.cli.check;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.train.RunControl;
import java.util.Objects;
import java.util.zip.CRC32;

/** A short training whose weights are the same to the last bit on every machine. */
final class KnownRun {

  private static final int EPOCHS = 20;

  private KnownRun() {}

  static Document train() {
    var document = Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));
    var draft = document.draft();
    var short20 = draft.withTraining(draft.training().withEpochs(EPOCHS));
    var begun = document.withDraft(short20);
    var table = Objects.requireNonNull(begun.data().table(), "a sample has rows");
    var plan = TrainingPlan.of(begun);
    var data = PreparedData.of(plan.experiment().preparation(), table);
    var session = plan.session(data, new PortableProducts());
    session.run(new RunControl());
    return begun.withTrained(plan.model(session, data));
  }

  /** A number that any other bit of any weight would change. */
  static String bits(Model model) {
    var sum = new CRC32();
    for (var layer : model.weights().layers()) {
      for (var weight : layer.weights()) {
        add(sum, weight);
      }
      for (var bias : layer.bias()) {
        add(sum, bias);
      }
    }
    return Long.toHexString(sum.getValue());
  }

  private static void add(CRC32 sum, float number) {
    var bits = Float.floatToRawIntBits(number);
    for (var shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      sum.update(bits >>> shift);
    }
  }
}
