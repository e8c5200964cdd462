import java.util.Locale;
import java.util.Random;
import org.encog.engine.network.activation.ActivationReLU;
import org.encog.engine.network.activation.ActivationSoftMax;
import org.encog.ml.data.basic.BasicMLDataSet;
import org.encog.neural.networks.BasicNetwork;
import org.encog.neural.networks.layers.BasicLayer;
import org.encog.neural.networks.training.propagation.back.Backpropagation;

/** Times Encog on the small workloads of {@code neural-workbench bench}, on one thread. */
final class EncogPeer {

  private EncogPeer() {}

  public static void main(String[] names) {
    for (var name : names.length > 0 ? names : new String[] {"spiral", "iris", "digits"}) {
      switch (name) {
        case "spiral" -> measure(name, 500, 2, new int[] {8, 8}, 2, 10, 50);
        case "iris" -> measure(name, 150, 4, new int[] {10}, 3, 16, 200);
        case "digits" -> measure(name, 1797, 64, new int[] {100}, 10, 64, 20);
        default -> throw new IllegalArgumentException(name);
      }
    }
  }

  private static void measure(
      String name, int rows, int inputs, int[] hidden, int classes, int batch, int epochs) {
    var random = new Random(1);
    var centres = new double[classes][inputs];
    for (var centre : centres) {
      for (var i = 0; i < inputs; i++) {
        centre[i] = random.nextGaussian();
      }
    }
    var x = new double[rows][inputs];
    var y = new double[rows][classes];
    for (var row = 0; row < rows; row++) {
      for (var i = 0; i < inputs; i++) {
        x[row][i] = centres[row % classes][i] + 0.5 * random.nextGaussian();
      }
      y[row][row % classes] = 1;
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
