package dev.neuralworkbench.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.FxWatchdog;
import dev.neuralworkbench.testing.Lanes;
import dev.neuralworkbench.testing.MachineSpeed;
import dev.neuralworkbench.testing.PseudoWords;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.NoticeLine;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.dialog.Dialogs;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.common.work.FxBackgroundTasks;
import dev.neuralworkbench.ui.drawing.map.DecisionPicture;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class LiveViewTest {

  private static final Sample CIRCLES = GeneratedSample.of(SampleKind.CIRCLES);

  private final UserRobot robot = new UserRobot();
  private final Notices notices = new Notices();

  private final ExecutorService executor = Lanes.one();

  private Workspace workspace;
  private Trainer trainer;
  private Stage stage;
  private LiveView view;
  @TempDir private Path folder;

  @AfterEach
  void close() {
    FxThread.run(
        () -> {
          view.hidden();
          trainer.reset();
          stage.close();
        });
    executor.close();
  }

  @Test
  void curvesWordsAndPictureFollowTheRun() {
    show(CIRCLES, Sentences::of, 900, 560);
    assertEquals("No run yet", robot.text("#live-state"));
    robot.waitUntil("the rows", () -> picture().shown() != null);
    assertNull(picture().shown().ground());
    FxThread.run(trainer::stepEpoch);
    robot.waitForText("#live-state", "Paused after epoch 1 of 200");
    assertTrue(robot.text("#live-validation-score").matches("[01]\\.\\d{3}"));
    robot.waitUntil("the answers", () -> picture().shown().ground() != null);
    FxThread.run(() -> trainer.speed().set(Speed.FULL));
    FxThread.run(trainer::train);
    robot.waitForText("#live-state", "Finished: all 200 epochs done");
  }

  @Test
  void pictureIsDrawnWhileTheRunGoesOn() {
    show(CIRCLES, Sentences::of, 900, 560);
    FxThread.run(trainer::train);
    robot.waitUntil(
        "a picture", () -> picture().shown() != null && picture().shown().ground() != null);
    var first = picture().shown();
    robot.waitUntil("another", () -> !picture().shown().equals(first));
    assertEquals(RunState.RUNNING, trainer.state().get());
  }

  /**
   * Two numbers of an epoch, two names: the mean while it ran, and that of the network after it.
   */
  @Test
  void lossSaysWhetherItIsOfTheEpochUnderWayOrOfTheNetworkAfterIt() {
    show(CIRCLES, Sentences::of, 1300, 560);
    FxThread.run(trainer::train);
    robot.waitUntil(
        "the mean", () -> help("training").startsWith("Running mean over the last epoch"));
    assertEquals("Training loss (running)", robot.text("#live-training-loss-name"));
    FxThread.run(trainer::pause);
    robot.waitUntil(
        "the network's own loss",
        () -> help("training").startsWith("The network shown, on all training rows"));
    assertEquals("Training loss", robot.text("#live-training-loss-name"));
  }

  @Test
  void whatJudgesIsCalledByItsNameWithTheReason() {
    show(CIRCLES, Sentences::of, 1300, 560);
    assertEquals("Validation loss", robot.text("#live-validation-loss-name"));
    assertTrue(help("validation").startsWith("The network shown, on the validation rows"));
    FxThread.run(() -> workspace.editDraft("x", it -> Settings.FOLDS.with().apply(it, 5)));
    robot.waitForText("#live-validation-loss-name", "5-fold CV loss");
    assertEquals("5-fold CV accuracy", robot.text("#live-validation-score-name"));
    assertTrue(
        help("validation")
            .startsWith("Cross-validation: 5 networks, each trained without one fold"));
  }

  private String help(String part) {
    return view.lookup("#live-" + part + "-loss-cell").getAccessibleHelp();
  }

  /** Where the screen is narrow, the numbers that there cannot be are the first to go. */
  @Test
  void withoutRowsThatJudgeTheNumbersOfTrainingStay() {
    show(CIRCLES, Sentences::of, 500, 560);
    assertTrue(robot.shows("#live-validation-loss"));
    assertFalse(robot.shows("#live-training-loss"));
    FxThread.run(() -> workspace.editDraft("x", it -> Settings.FOLDS.with().apply(it, 5)));
    robot.waitForText("#live-validation-loss-name", "5-fold CV loss");
    FxThread.run(() -> workspace.editDraft("x", it -> it.withTraining(it.training().withFolds(0))));
    robot.waitUntilGone("#live-validation-loss");
    assertTrue(robot.shows("#live-training-loss"));
    assertFalse(robot.shows("#live-training-score"));
    FxThread.run(() -> stage.setWidth(780));
    robot.waitUntil("room", () -> view.lookup("#live-training-score-cell").isVisible());
    assertFalse(robot.shows("#live-validation-score"));
  }

  @Test
  void nothingIsPulledWhileTheScreenIsHidden() {
    show(CIRCLES, Sentences::of, 900, 560);
    FxThread.run(view::hidden);
    FxThread.run(() -> trainer.speed().set(Speed.FULL));
    FxThread.run(trainer::train);
    robot.waitUntil("the end", () -> trainer.state().get() == RunState.FINISHED);
    assertNull(picture().shown().ground());
    FxThread.run(view::shown);
    robot.waitUntil("the answers", () -> picture().shown().ground() != null);
  }

  @Test
  void runBeforeStaysBehindTheNewOne() {
    show(CIRCLES, Sentences::of, 900, 560);
    FxThread.run(() -> trainer.speed().set(Speed.FULL));
    finish();
    assertNull(view.model.previous.get());
    finish();
    assertEquals("Finished: all 400 epochs done", robot.text("#live-state"));
    assertNull(view.model.previous.get(), "the run that it goes on with is the start of it");
    FxThread.run(trainer::reset);
    assertNull(view.model.present.get());
    assertNotNull(view.model.previous.get());
    FxThread.run(() -> workspace.editDraft("x", it -> it.withTraining(it.training().withSeed(7))));
    finish();
    var first = view.model.present.get();
    FxThread.run(() -> workspace.editDraft("x", it -> it.withTraining(it.training().withSeed(8))));
    finish();
    assertEquals(first, view.model.previous.get());
    var difference = robot.text("#live-comparison");
    assertTrue(
        difference.startsWith("Compared with the previous run: seed 7 → 8. Validation loss 0."),
        difference);
    FxThread.run(workspace::undo);
    robot.frames(2);
    assertEquals("Finished: all 200 epochs done", robot.text("#live-state"));
  }

  @Test
  void undoneRunIsNotTheRunBefore() {
    show(CIRCLES, Sentences::of, 900, 560);
    FxThread.run(() -> trainer.speed().set(Speed.FULL));
    finish();
    FxThread.run(workspace::undo);
    assertNull(view.model.present.get());
    assertNull(view.model.previous.get());
    FxThread.run(() -> workspace.editDraft("x", it -> it.withTraining(it.training().withSeed(7))));
    finish();
    assertNull(view.model.previous.get());
    var first = history();
    FxThread.run(() -> workspace.editDraft("x", it -> it.withTraining(it.training().withSeed(8))));
    finish();
    var second = history();
    assertEquals(first, view.model.previous.get().history());
    FxThread.run(workspace::undo);
    assertTrue(first.beginsWith(history()));
    assertNull(view.model.previous.get());
    FxThread.run(workspace::redo);
    assertTrue(second.beginsWith(history()));
    assertTrue(first.beginsWith(view.model.previous.get().history()));
  }

  @Test
  void numbersAreSavedWhereTheUserSays() throws IOException {
    show(CIRCLES, Sentences::of, 900, 560);
    FxThread.run(trainer::stepEpoch);
    robot.waitForText("#live-state", "Paused after epoch 1");
    robot.click("#live-loss-save");
    robot.clickText("Numbers (CSV)…");
    robot.waitUntil("the notice", () -> notices.message.get() != null);
    assertEquals("Saved live-loss.csv", notices.message.get().getValue());
    var history = trainer.run().get().history();
    assertEquals(
        List.of(
            "Epoch,Training (running),Validation",
            "1,%s,%s".formatted(history.trainingLoss(0), history.validationLoss(0))),
        Files.readAllLines(folder.resolve("live-loss.csv")));
  }

  @Test
  void axesOfThePictureAreChosen() {
    show(BundledSample.IRIS, Sentences::of, 900, 560);
    FxThread.run(trainer::stepEpoch);
    robot.waitUntil(
        "the answers", () -> picture().shown() != null && picture().shown().ground() != null);
    robot.choose("#picture-y", "petal_width_cm");
    robot.waitUntil(
        "the other axis",
        () ->
            picture().shown().yName().equals("petal_width_cm")
                && picture().shown().ground() != null);
  }

  @Test
  void moreInputsAreSeenAlongTheirPrincipalComponents() {
    show(BundledSample.IRIS, Sentences::of, 900, 560);
    FxThread.run(trainer::stepEpoch);
    robot.waitUntil(
        "the answers", () -> picture().shown() != null && picture().shown().ground() != null);
    robot.click("#picture-view");
    robot.clickText("Principal components");
    robot.waitUntil(
        "the components",
        () ->
            picture().shown() != null
                && picture().shown().xName().startsWith("component 1, 7")
                && picture().shown().ground() != null);
    assertFalse(robot.shows("#picture-x"));
  }

  @Test
  void otherInputsAreHeldAtARow() {
    show(BundledSample.IRIS, Sentences::of, 900, 560);
    FxThread.run(trainer::stepEpoch);
    robot.waitUntil(
        "the answers", () -> picture().shown() != null && picture().shown().ground() != null);
    var atMeans = picture().shown().ground();
    robot.enter("#picture-row", "120");
    robot.waitUntil(
        "other answers",
        () ->
            picture().shown().ground() != null
                && picture().shown().ground().certainty(0) != atMeans.certainty(0));
  }

  @Test
  void imagesAreSeenByTheWeightsOfTheFirstLayer() {
    show(BundledSample.DIGITS, Sentences::of, 900, 560);
    FxThread.run(trainer::stepEpoch);
    robot.waitUntil(
        "the images", () -> picture().shown() != null && picture().shown().ground() != null);
    assertInstanceOf(Tints.Signed.class, picture().shown().tints());
    robot.click("#picture-view");
    robot.clickText("Two inputs");
    robot.waitUntil(
        "the answers",
        () ->
            picture().shown() != null
                && picture().shown().ground() != null
                && picture().shown().tints() instanceof Tints.Classes);
  }

  @Test
  void rowsForTheLastTestAreDrawnWhenAskedFor() {
    for (var sample : List.of(CIRCLES, GeneratedSample.of(SampleKind.SINE))) {
      show(sample, Sentences::of, 900, 560);
      FxThread.run(trainer::stepEpoch);
      robot.waitUntil("the rows", () -> picture().shown() != null);
      var without = FxThread.call(() -> picture().shown());
      assertEquals(2, without.dots().size());
      robot.click("#picture-view");
      robot.clickText("Show test rows");
      robot.waitUntil("the test rows", () -> picture().shown().dots().size() == 3);
      var dots = FxThread.call(() -> picture().shown()).dots().getLast();
      var document = workspace.document().get();
      var split = RowSplit.of(document.draft().preparation(), document.data().table());
      assertEquals("Test", dots.name());
      assertEquals(split.test().length, dots.count());
      assertEquals(without.x(), FxThread.call(() -> picture().shown()).x());
      FxThread.run(stage::close);
    }
  }

  @Test
  void dataWithoutANumberSayWhyThereIsNoPicture() {
    show(CIRCLES, Sentences::of, 900, 560);
    assertFalse(robot.shows("#live-no-picture"));
    var colours = Stream.of("red", "green", "blue", "red").toArray(String[]::new);
    var prices = new double[] {1, 2.5, 3.5, 1.5};
    var table =
        Table.of("fruit", TextColumn.of("colour", colours), NumberColumn.of("price", prices));
    FxThread.run(() -> workspace.open("x", Document.of(DataReference.ofTyped(table))));
    robot.waitForText("#live-no-picture", "an axis needs at least one numeric input");
  }

  @Test
  void hiddenUnitIsEnlargedByAClick() {
    show(CIRCLES, Sentences::of, 900, 560);
    FxThread.run(trainer::stepEpoch);
    robot.waitUntil(
        "the answers", () -> picture().shown() != null && picture().shown().ground() != null);
    robot.frames(10);
    FxThread.run(
        () -> {
          var drawing = view.lookup("#network-drawing");
          drawing.requestFocus();
          for (var key : List.of(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER)) {
            drawing.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
          }
        });
    robot.waitUntil(
        "the unit",
        () ->
            picture().shown().tints() instanceof Tints.Signed signed
                && signed.name().equals("hidden 1, unit 1"));
    robot.click("#picture-whole");
    robot.waitUntil("the network", () -> picture().shown().tints() instanceof Tints.Classes);
  }

  /**
   * The default problem at an epoch a frame, on the software renderer. Counted in processor time of
   * the two threads that work side by side, beside the speed of this machine: what else it does
   * proves nothing.
   */
  @Test
  void twentyPicturesASecondAreDrawn() throws InterruptedException, ExecutionException {
    show(CIRCLES, Sentences::of, 900, 620);
    FxThread.run(() -> trainer.speed().set(Speed.EPOCH_A_FRAME));
    FxThread.run(
        () ->
            workspace.editDraft(
                "x", it -> it.withTraining(it.training().withStopping(Stopping.after(100_000)))));
    FxThread.run(trainer::train);
    robot.waitUntil(
        "a picture", () -> picture().shown() != null && picture().shown().ground() != null);
    robot.frames(120);
    var window = FxThread.call(() -> Thread.currentThread().threadId());
    var painter = executor.submit(() -> Thread.currentThread().threadId()).get();
    var threads = ManagementFactory.getThreadMXBean();
    var windowStart = threads.getThreadCpuTime(window);
    var painterStart = threads.getThreadCpuTime(painter);
    waitForPictures(60);
    var windowSeconds = (threads.getThreadCpuTime(window) - windowStart) / 1e9;
    var painterSeconds = (threads.getThreadCpuTime(painter) - painterStart) / 1e9;
    var speed = MachineSpeed.measure().processor();
    assertTrue(60 / windowSeconds * speed > 30, 60 / windowSeconds + " in the window, " + speed);
    assertTrue(60 / painterSeconds * speed > 30, 60 / painterSeconds + " painted, " + speed);
  }

  /** Waits until so many different pictures have shown. */
  private void waitForPictures(int count) {
    var shown = new AtomicInteger();
    var last = new AtomicReference<>(FxThread.call(() -> picture().shown()));
    robot.waitUntil(
        count + " pictures",
        () -> {
          var now = picture().shown();
          return !now.equals(last.getAndSet(now)) && shown.incrementAndGet() >= count;
        });
  }

  @Test
  void largeNetworkAndItsPictureHoldTheWindowForAMomentOnly() {
    show(BundledSample.DIGITS, Sentences::of, 900, 620);
    try (var _ = new FxWatchdog()) {
      FxThread.run(
          () ->
              workspace.editDraft(
                  "x",
                  it ->
                      it.withNetwork(
                          it.network()
                              .withHidden(
                                  List.of(
                                      DenseDesign.of(784, Activation.RELU),
                                      DenseDesign.of(512, Activation.RELU),
                                      DenseDesign.of(256, Activation.RELU))))));
      FxThread.run(trainer::train);
      robot.waitUntil(
          "a picture", () -> picture().shown() != null && picture().shown().ground() != null);
      robot.frames(60);
    }
  }

  @Test
  void lowWindowHasRoomForPicturesAndCurves() {
    show(CIRCLES, Sentences::of, 690, 420);
    FxThread.run(trainer::stepEpoch);
    robot.waitForText("#live-state", "Paused after epoch 1");
    robot.frames(5);
    for (var id : List.of("#network-drawing", "#picture", "#live-loss", "#live-score")) {
      assertTrue(robot.shows(id));
      assertTrue(robot.find(id).getLayoutBounds().getHeight() >= 60, id);
    }
  }

  @Test
  void textsAreFromBundlesAndShowInFullInBothLanguages() {
    for (var sample : List.of(CIRCLES, BundledSample.IRIS)) {
      for (var language : Language.values()) {
        var words = Sentences.of(language);
        show(sample, _ -> new PseudoWords(words), 690, 520);
        FxThread.run(trainer::stepEpoch);
        robot.frames(5);
        assertEquals(List.of(), FxThread.call(() -> PseudoWords.unmarked(stage.getScene())));
        FxThread.run(stage::close);
        show(sample, _ -> words, 690, 520);
        FxThread.run(trainer::stepEpoch);
        robot.frames(5);
        assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(stage.getScene())));
        FxThread.run(stage::close);
      }
    }
  }

  private void finish() {
    FxThread.run(trainer::train);
    robot.waitUntil("the end", () -> trainer.state().get() == RunState.FINISHED);
    robot.frames(2);
  }

  private PlaneChart picture() {
    return (PlaneChart) view.lookup("#picture");
  }

  private void show(Sample sample, Function<Language, Words> words, double width, double height) {
    FxThread.run(
        () -> {
          var tasks = new FxBackgroundTasks();
          workspace = new Workspace(document(sample), tasks);
          trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
          var messages = new Messages(words, Language.ENGLISH);
          var travel = new TimeTravel(workspace, trainer, tasks, executor);
          var model = new LiveViewModel(workspace, trainer, travel, tasks);
          view =
              new LiveView(
                  model,
                  new NetworkPaneViewModel(workspace, trainer, model, tasks, executor),
                  hidden(),
                  new ChartFiles(
                      new WindowServices(messages, dialogs(), tasks, notices), () -> "circles"),
                  new DecisionPicture(messages, tasks, executor, PortableProducts::new));
          stage = new Stage();
          var line = new NoticeLine(messages);
          line.show(view.goingOn(), view.notices());
          VBox.setVgrow(view, Priority.ALWAYS);
          var scene = new Scene(new VBox(line, view), width, height);
          new Theme(Appearance.LIGHT).dress(scene);
          stage.setScene(scene);
          stage.show();
          view.shown();
        });
    robot.frames(2);
  }

  private static Region hidden() {
    var none = new Region();
    none.setVisible(false);
    return none;
  }

  private static Document document(Sample sample) {
    var document = Document.of(DataReference.of(sample));
    var training = document.draft().training().withStopping(Stopping.after(200));
    return document.withDraft(document.draft().withTraining(training));
  }

  /** Dialogs that answer every question for a file with one in the test's folder. */
  private Dialogs dialogs() {
    return (Dialogs)
        Proxy.newProxyInstance(
            Dialogs.class.getClassLoader(),
            new Class<?>[] {Dialogs.class},
            (_, _, arguments) -> Optional.of(folder.resolve((String) arguments[0])));
  }

  private TrainingHistory history() {
    return view.model.present.get().history();
  }
}
