import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.TrainingSession;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What the choices for a new table reach, as anyone meets them who opens it and presses Train:
 * {@code DefaultsBench FOLDER TABLE...}. Ten divisions of each {@code FOLDER/TABLE.csv}; a line
 * each: program, table, division, accuracy or R² on the test rows, milliseconds, inputs, classes,
 * rows. Beside it the same rows as numbers, for others: {@code FOLDER/TABLE.DIVISION.rows}.
 */
final class DefaultsBench {

  private static final int DIVISIONS = 10;

  /** Divisions that no seed of a test or a sample has. */
  private static final int FIRST_SEED = 1000;

  private DefaultsBench() {}

  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    for (var name : List.of(arguments).subList(1, arguments.length)) {
      var table = new TableReader().read(folder.resolve(name + ".csv"), Progress.NONE);
      for (var division = 0; division < DIVISIONS; division++) {
        var usual = Preparation.defaults(table);
        var split = usual.split().withSeed(FIRST_SEED + division);
        var preparation = usual.withSplit(split);
        writeRows(preparation, table, folder.resolve(name + "." + division + ".rows"));
        System.out.println("ours\t" + name + "\t" + division + "\t" + train(preparation, table));
      }
    }
  }

  private static String train(Preparation preparation, Table table) {
    var begun = System.nanoTime();
    var data = PreparedData.of(preparation, table);
    var experiment = Defaults.experiment(preparation, table);
    var products = BlasProducts.best();
    var session =
        TrainingSession.start(
            experiment.network(),
            experiment.training(),
            data.training(),
            data.validation(),
            products);
    session.run(new RunControl());
    var millis = (System.nanoTime() - begun) / 1e6;
    var model =
        new Model(
            experiment, data.preprocessor(), session.weights(), session.history().copy(), null);
    var metric = Metric.of(preparation.problemType()).getFirst();
    return String.format(
        Locale.ROOT,
        "%.5f\t%.1f\t%d\t%d\t%d",
        metric.of(Scores.of(new ModelPredictor(model, products), data.test())),
        millis,
        model.inputs(),
        model.classes(),
        table.rows());
  }

  /** Others get training and validation rows together, scaled by all of them. */
  private static void writeRows(Preparation preparation, Table table, Path to) throws IOException {
    var rows = RowSplit.of(preparation, table);
    var learned =
        IntStream.concat(IntStream.of(rows.training()), IntStream.of(rows.validation()))
            .sorted()
            .toArray();
    var preprocessor = Preprocessor.fit(preparation, table, learned);
    var parts =
        List.of(preprocessor.dataset(table, learned), preprocessor.dataset(table, rows.test()));
    var width = preprocessor.inputCount();
    var classes = parts.getFirst().targets() instanceof ClassTargets of ? of.classCount() : 0;
    var count = learned.length + rows.test().length;
    var bytes =
        ByteBuffer.allocate(Integer.BYTES * 4 + Float.BYTES * count * (width + 1))
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(learned.length)
            .putInt(rows.test().length)
            .putInt(width)
            .putInt(classes);
    for (var part : parts) {
      for (var i = 0; i < part.rows() * width; i++) {
        bytes.putFloat(part.inputs().data[i]);
      }
    }
    for (var part : parts) {
      for (var i = 0; i < part.rows(); i++) {
        bytes.putFloat(target(part, i));
      }
    }
    Files.write(to, bytes.array());
  }

  private static float target(Dataset rows, int row) {
    return switch (rows.targets()) {
      case ClassTargets classes -> classes.classes()[row];
      case ValueTargets(var values) -> (float) values.data[row];
    };
  }
}
