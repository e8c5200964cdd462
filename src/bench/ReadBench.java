import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.progress.Progress;
import java.nio.file.Path;
import java.util.Locale;

/** Times reading tables: {@code ReadBench FILE…}. First and best time in seconds, and memory. */
final class ReadBench {

  private static final int RUNS = 7;

  private ReadBench() {}

  public static void main(String[] files) throws Exception {
    for (var file : files) {
      var path = Path.of(file);
      var first = 0.0;
      var best = Double.MAX_VALUE;
      var bytes = 0L;
      for (var run = 0; run < RUNS; run++) {
        System.gc();
        var before = used();
        var start = System.nanoTime();
        var table = new TableReader().read(path, Progress.NONE);
        var seconds = 1e-9 * (System.nanoTime() - start);
        first = run == 0 ? seconds : first;
        best = Math.min(best, seconds);
        System.gc();
        bytes = used() - before;
        if (table.rows() == 0) {
          throw new IllegalStateException("no rows in " + file);
        }
      }
      System.out.println(
          String.format(
              Locale.ROOT,
              "ours\t%s\t%.3f\t%.3f\t%.1f",
              path.getFileName(),
              first,
              best,
              bytes / 1e6));
    }
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
