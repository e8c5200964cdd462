import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.encog.engine.network.activation.ActivationReLU;
import org.encog.engine.network.activation.ActivationSoftMax;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.back.Backpropagation;

/** Times Encog on the small workloads of {@code neural-workbench bench}, on one thread. */
final class EncogPeer {

  private EncogPeer() {}

  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments[0]);
    measure(folder, "spiral", 500, 2, new int[] {8, 8}, 2, 10, 50);
    measure(folder, "iris", 150, 4, new int[] {10}, 3, 16, 200);
    measure(folder, "digits", 1797, 64, new int[] {100}, 10, 64, 20);
  }

  private static void measure(
      Path folder,
      String name,
      int rows,
      int inputs,
      int[] hidden,
      int classes,
      int batch,
      int epochs)
      throws IOException {
    var bytes =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name + ".rows")))
            .order(ByteOrder.LITTLE_ENDIAN);
    var x = new double[rows][inputs];
    var y = new double[rows][classes];
    for (var row = 0; row < rows; row++) {
      for (var i = 0; i < inputs; i++) {
        x[row][i] = bytes.getFloat();
      }
      y[row][(int) bytes.getFloat()] = 1;
    }
    var data = new BasicMLDataSet(x, y);
    var samples = (long) rows * epochs;
    var first = 0L;
    var best = Long.MAX_VALUE;
    var slowest = 0L;
    var begun = System.nanoTime();
    for (var run = 0; run < 20 || System.nanoTime() - begun < 4_000_000_000L; run++) {
      var network = new BasicNetwork();
      network.addLayer(new BasicLayer(null, true, inputs));
      for (var units : hidden) {
        network.addLayer(new BasicLayer(new ActivationReLU(), true, units));
      }
      network.addLayer(new BasicLayer(new ActivationSoftMax(), false, classes));
      network.getStructure().finalizeStructure();
      network.reset(1);
      var start = System.nanoTime();
      var training = new Backpropagation(network, data, 0.001, 0.9);
      training.setBatchSize(batch);
      training.setThreadCount(1);
      for (var epoch = 0; epoch < epochs; epoch++) {
        training.iteration();
      }
      training.finishTraining();
      var nanos = System.nanoTime() - start;
      if (run == 0) {
        first = nanos;
      } else {
        slowest = Math.max(slowest, nanos);
      }
      best = Math.min(best, nanos);
    }
    System.out.printf(
        Locale.ROOT,
        "encog\t%s\t1\t%d\t%.0f\t%.0f\t%.0f\t1.00\tNaN\t3.4%n",
        name,
        samples,
        1e9 * samples / first,
        1e9 * samples / best,
        1e9 * samples / slowest);
  }
}
