import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.model.answer.AnswersFile;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.TableAnswers;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Times answering the rows of a file: {@code PredictBench MODEL ROWS.csv}. Beside it a plain read
 * and write of the same rows, by the same reader and writer, in the same rounds.
 */
final class PredictBench {

  private static final int ROUNDS = 7;

  private PredictBench() {}

  private interface Job {
    void run() throws Exception;
  }

  public static void main(String[] arguments) throws Exception {
    var model = ModelFile.read(Path.of(arguments[0])).trained();
    var rows = Path.of(arguments[1]);
    var to = Files.createTempFile("bench", ".csv");
    var plain = new double[ROUNDS];
    var predict = new double[ROUNDS];
    for (var round = 0; round < ROUNDS; round++) {
      plain[round] =
          seconds(
              () -> {
                var table = new TableReader().read(rows, Progress.NONE);
                write(to, text -> TableWriter.write(table, text));
              });
      predict[round] =
          seconds(
              () -> {
                var table = TableReader.forPrediction().read(rows, Progress.NONE);
                var predictor = new ModelPredictor(model, BlasProducts.best());
                var answers = new TableAnswers(model, predictor, table, Progress.NONE);
                write(to, text -> AnswersFile.write(answers, text, false, Progress.NONE));
              });
    }
    Files.delete(to);
    print("plain read and write", plain);
    print("read, predict, write", predict);
    System.out.println(
        String.format(
            Locale.ROOT,
            "ratio: first %.2f, best %.2f",
            predict[0] / plain[0],
            best(predict) / best(plain)));
  }

  private interface Body {
    void to(Writer writer) throws IOException;
  }

  private static void write(Path path, Body body) throws IOException {
    try (var writer = Files.newBufferedWriter(path)) {
      body.to(writer);
    }
  }

  private static double seconds(Job job) throws Exception {
    var start = System.nanoTime();
    job.run();
    return 1e-9 * (System.nanoTime() - start);
  }

  private static double best(double[] times) {
    var best = times[0];
    for (var time : times) {
      best = Math.min(best, time);
    }
    return best;
  }

  private static void print(String what, double[] times) {
    System.out.println(
        String.format(Locale.ROOT, "%s: first %.3f s, best %.3f s", what, times[0], best(times)));
  }
}
