import dev.neuralworkbench.app.Workbench;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.backup.UnsavedFolder;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import dev.neuralworkbench.ui.workspace.preferences.PreferencesFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Stage;

/**
 * Training with the window open and its live pictures drawn, against training without a window: two
 * inputs, 17,000 weights, batches of 64 rows of circles. Rounds of all candidates in one JVM; the
 * best of each. Prints samples a second, pictures a second, and the ratios for the same threads.
 */
final class WindowBench {

  private static final int ROUNDS = 3;
  private static final int SETTLE_MILLIS = 3_000;
  private static final int MEASURE_MILLIS = 6_000;
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  private WindowBench() {}

  public static void main(String[] arguments) throws Exception {
    var document = document();
    var file = Files.createTempDirectory("bench").resolve("circles.nnw");
    ModelFile.write(file, begun(document), "bench");
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    var alone = new double[PROCESSORS + 1];
    var window = new double[PROCESSORS + 1];
    var pictures = new double[PROCESSORS + 1];
    for (var round = 0; round < ROUNDS; round++) {
      for (var threads = 1; threads <= PROCESSORS; threads++) {
        alone[threads] = Math.max(alone[threads], alone(document, threads));
      }
      for (var threads = 0; threads <= PROCESSORS; threads++) {
        var measured = window(file, threads);
        if (measured[0] > window[threads]) {
          window[threads] = measured[0];
          pictures[threads] = measured[1];
        }
      }
    }
    for (var threads = 1; threads <= PROCESSORS; threads++) {
      print("no window, %d threads: %,.0f samples/s", threads, alone[threads]);
    }
    print(
        "window, automatic: %,.0f samples/s, %.1f pictures/s, %.2f of no window on all threads",
        window[0], pictures[0], window[0] / alone[PROCESSORS]);
    for (var threads = 1; threads <= PROCESSORS; threads++) {
      print(
          "window, %d threads: %,.0f samples/s, %.1f pictures/s, %.2f of no window",
          threads, window[threads], pictures[threads], window[threads] / alone[threads]);
    }
    Platform.exit();
  }

  private static Document document() {
    var sample = new GeneratedSample(SampleKind.CIRCLES, 2_000, 0.1, 0);
    var start = Document.of(DataReference.of(sample));
    var draft = start.draft();
    var network =
        NetworkDesign.of(
            Loss.BINARY_CROSS_ENTROPY,
            DenseDesign.of(128, Activation.TANH),
            DenseDesign.of(128, Activation.TANH));
    var training = draft.training().withBatchSize(64).withEpochs(1_000_000);
    training = training.withStopping(training.stopping().withEarlyStopping(null));
    return start.withDraft(draft.withNetwork(network).withTraining(training));
  }

  /** The document with a first epoch trained, since a file holds a trained model. */
  private static Document begun(Document document) {
    var draft = document.draft();
    var once = document.withDraft(draft.withTraining(draft.training().withEpochs(1)));
    var plan = TrainingPlan.of(once);
    var table = Objects.requireNonNull(document.data().table());
    var prepared = PreparedData.of(plan.experiment().preparation(), table);
    var session = plan.session(prepared, BlasProducts.best());
    session.run(new RunControl());
    return document.withTrained(plan.model(session, prepared));
  }

  /** Samples a second without a window. */
  private static double alone(Document document, int threads) throws InterruptedException {
    var plan = TrainingPlan.of(document);
    var table = Objects.requireNonNull(document.data().table());
    var prepared = PreparedData.of(plan.experiment().preparation(), table);
    var session = plan.session(prepared, BlasProducts.best());
    session.threads(threads);
    var control = new RunControl();
    var thread = Thread.ofPlatform().start(() -> session.run(control));
    var rate = rate(session.history(), prepared.training().rows());
    control.stop();
    thread.join();
    return rate;
  }

  /** Samples a second, and pictures a second, in the window. */
  private static double[] window(Path file, int threads) throws Exception {
    var folder = Files.createTempDirectory("bench");
    var stage = onFx(Stage::new);
    var workbench =
        onFx(
            () -> {
              var made =
                  new Workbench(
                      stage,
                      new PreferencesFile(new OwnFolder(folder)),
                      new UnsavedFolder(new OwnFolder(folder).in("unsaved")),
                      Sentences::of,
                      Optional.empty(),
                      folder.resolve("none.log"),
                      _ -> {});
              made.show(List.of(file), () -> {});
              made.trainer().speed().set(Speed.FULL);
              made.trainer().computing().set(new ComputingPreferences(Engine.FASTEST, threads));
              return made;
            });
    TimeUnit.MILLISECONDS.sleep(1_500);
    onFx(
        () -> {
          showLive(stage);
          workbench.trainer().train();
          return true;
        });
    while (onFx(() -> workbench.trainer().state().get() != RunState.RUNNING)) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    var run = Objects.requireNonNull(workbench.trainer().run().get());
    TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
    var counter = onFx(() -> new Counter((PlaneChart) stage.getScene().lookup("#picture")));
    onFx(() -> counter.begin());
    var rate = measured(run.history(), run.trainingRows());
    var count = onFx(() -> counter.end());
    onFx(
        () -> {
          workbench.trainer().stop();
          workbench.abandon();
          stage.close();
          return true;
        });
    return new double[] {rate, 1e3 * count / MEASURE_MILLIS};
  }

  private static void showLive(Stage stage) {
    var tabs = (javafx.scene.control.TabPane) stage.getScene().lookup("#screens");
    tabs.getTabs().stream()
        .filter(it -> it.getId().equals("tab-live"))
        .forEach(it -> tabs.getSelectionModel().select(it));
  }

  private static double rate(TrainingHistory history, int rows) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
    return measured(history, rows);
  }

  private static double measured(TrainingHistory history, int rows) throws InterruptedException {
    var before = history.epochs();
    var start = System.nanoTime();
    TimeUnit.MILLISECONDS.sleep(MEASURE_MILLIS);
    return 1e9 * (double) (history.epochs() - before) * rows / (System.nanoTime() - start);
  }

  private static <T> T onFx(java.util.concurrent.Callable<T> action) throws Exception {
    var task = new FutureTask<>(action);
    Platform.runLater(task);
    return task.get();
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** Counts the pictures that come to be shown. */
  private static final class Counter extends AnimationTimer {

    private final PlaneChart chart;
    private Object last;
    private int pictures;

    Counter(PlaneChart chart) {
      this.chart = chart;
    }

    boolean begin() {
      start();
      return true;
    }

    int end() {
      stop();
      return pictures;
    }

    @Override
    public void handle(long now) {
      if (chart.shown() != last) {
        last = chart.shown();
        pictures++;
      }
    }
  }
}
