import dev.neuralworkbench.bench.Bench;
import dev.neuralworkbench.bench.Workload;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.RmsProp;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * What activations and optimizers cost in the wide network, and how near a whole training comes to
 * the rate of the matrix products alone. Rounds of all, the best of each: a busy moment of the
 * machine then hits one round and not one candidate.
 */
final class EngineBench {

  private static final int ROUNDS = 3;
  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  private EngineBench() {}

  public static void main(String[] arguments) {
    var wide = Workload.named("wide").orElseThrow();
    var candidates = new ArrayList<Workload>();
    candidates.add(wide);
    for (var activation :
        new Activation[] {
          Activation.TANH, Activation.SIGMOID, Activation.GELU, Activation.SOFTPLUS, Activation.ELU
        }) {
      candidates.add(with(wide, "activation", activation, Ids.of(activation)));
    }
    for (var optimizer : new OptimizerConfig[] {Adam.DEFAULT, RmsProp.DEFAULT}) {
      var slow = optimizer.withLearningRate(0.001);
      candidates.add(with(wide, "optimizer", slow, slow.id()));
    }
    var rates = new double[candidates.size()];
    var gigaflops = new double[candidates.size()];
    var products = 0.0;
    for (var round = 0; round < ROUNDS; round++) {
      products = Math.max(products, productRate());
      for (var i = 0; i < rates.length; i++) {
        var result = new Bench(BlasProducts.best()).run(candidates.get(i), THREADS);
        rates[i] = Math.max(rates[i], result.best());
        gigaflops[i] = Math.max(gigaflops[i], result.gigaflops());
      }
    }
    print("%-16s %12s %10s %10s %10s", "workload", "samples/s", "GFLOP/s", "slower", "share");
    for (var i = 0; i < rates.length; i++) {
      print(
          "%-16s %,12.0f %10.1f %9.1f%% %9.1f%%",
          candidates.get(i).name(),
          rates[i],
          gigaflops[i],
          100 * (rates[0] / rates[i] - 1),
          100 * gigaflops[i] / products);
    }
    print("products alone, %d threads: %.1f GFLOP/s", THREADS, products);
    validationCost(wide);
  }

  /** The same with another choice, named for it. */
  private static Workload with(Workload workload, String component, Object choice, String id) {
    var changed = Records.with(workload, component, choice);
    return Records.with(changed, "name", workload.name() + "-" + id);
  }

  /** What looking at as many validation rows as there are training rows adds to an epoch. */
  private static void validationCost(Workload workload) {
    var data = workload.data();
    var none = workload.none();
    var without = Double.MAX_VALUE;
    var with = Double.MAX_VALUE;
    for (var round = 0; round < 4 * ROUNDS; round++) {
      without = Math.min(without, seconds(workload, data, none));
      with = Math.min(with, seconds(workload, data, data));
    }
    print(
        "validation on as many rows as training: %.0f%% of an epoch with it",
        100 * (1 - without / with));
  }

  private static double seconds(Workload workload, Dataset data, Dataset validation) {
    var session =
        TrainingSession.start(
            workload.design(), workload.training(), data, validation, BlasProducts.best());
    session.threads(THREADS);
    var start = System.nanoTime();
    session.run(new RunControl());
    return 1e-9 * (System.nanoTime() - start);
  }

  /**
   * The machine's own rate for C = A · B with A (128 × 784) and B (784 × 512), every thread with
   * matrices of its own, in GFLOP/s; best of several tries.
   */
  private static double productRate() {
    var best = 0.0;
    for (var i = 0; i < 10; i++) {
      var calls = 400;
      var start = System.nanoTime();
      IntStream.range(0, THREADS)
          .mapToObj(_ -> Thread.ofPlatform().start(() -> multiply(calls)))
          .toList()
          .forEach(EngineBench::join);
      var seconds = 1e-9 * (System.nanoTime() - start);
      best = Math.max(best, 2e-9 * 128 * 784 * 512 * calls * THREADS / seconds);
    }
    return best;
  }

  private static void multiply(int calls) {
    var products = BlasProducts.best();
    // Numbers as in a training: zeros would be multiplied at a higher clock.
    var a = numbers(128, 784);
    var b = numbers(784, 512);
    var c = new FMatrixRMaj(128, 512);
    for (var call = 0; call < calls; call++) {
      products.multiply(a, b, c, 0, 512);
    }
  }

  private static FMatrixRMaj numbers(int rows, int columns) {
    var random = new Random(1);
    var matrix = new FMatrixRMaj(rows, columns);
    for (var i = 0; i < matrix.data.length; i++) {
      matrix.data[i] = (float) random.nextGaussian();
    }
    return matrix;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
