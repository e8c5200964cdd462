package dev.neuralworkbench.explain.trace;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingSession;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;

/** Small runs to be explained. */
public final class Cases {

  /** Rows of every run. */
  static final int ROWS = 12;

  private Cases() {}

  /** Three inputs, and targets that suit the loss. */
  public static Dataset data(Loss loss) {
    return data(loss, ROWS);
  }

  public static Dataset data(Loss loss, int rows) {
    var random = RandomSource.of(7, Purpose.GENERATED_DATA);
    var inputs = new FMatrixRMaj(rows, 3);
    var values = new DMatrixRMaj(rows, 1);
    var classes = new int[rows];
    for (var r = 0; r < rows; r++) {
      for (var i = 0; i < 3; i++) {
        inputs.set(r, i, (float) random.nextGaussian());
      }
      values.set(r, 0, (float) (1.5 * random.nextGaussian()));
      classes[r] = random.nextInt(loss == Loss.CATEGORICAL_CROSS_ENTROPY ? 3 : 2);
    }
    Targets targets =
        switch (loss) {
          case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> new ValueTargets(values);
          case BINARY_CROSS_ENTROPY -> new ClassTargets(classes, 2);
          case CATEGORICAL_CROSS_ENTROPY -> new ClassTargets(classes, 3);
        };
    return new Dataset(inputs, targets, IntStream.range(0, rows).toArray());
  }

  /** The same classes, of which each counts otherwise. */
  public static Dataset weighted(Loss loss, int rows) {
    var data = data(loss, rows);
    var classes = (ClassTargets) data.targets();
    var weights = new float[] {0.5f, 2.5f, 1.25f};
    return new Dataset(
        data.inputs(),
        new ClassTargets(
            classes.classes(),
            classes.classCount(),
            Arrays.copyOf(weights, classes.classCount()),
            false),
        data.sourceRows());
  }

  /** A session that has done some batches, so that optimizers remember something. */
  public static TrainingSession session(
      NetworkDesign design, TrainingConfig config, Dataset data, int batches) {
    var none = new FMatrixRMaj(0, data.inputs().numCols);
    var targets =
        data.targets() instanceof ClassTargets classes
            ? new ClassTargets(new int[0], classes.classCount())
            : new ValueTargets(new DMatrixRMaj(0, 1));
    var session =
        TrainingSession.start(
            design, config, data, new Dataset(none, targets, new int[0]), new PortableProducts());
    for (var i = 0; i < batches; i++) {
      session.trainBatch();
    }
    return session;
  }

  /** The next step of a session, taken apart. */
  public static BackpropTrace next(
      TrainingSession session, NetworkDesign design, TrainingConfig config, Dataset data) {
    var setting = StepSetting.next(session, design, config);
    return BackpropTrace.of(setting, EngineRows.of(data, session.nextRows(), setting.outputs()));
  }
}
