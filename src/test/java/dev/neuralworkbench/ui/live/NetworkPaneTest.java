package dev.neuralworkbench.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.TrainingPlan.TrainingStart;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Lanes;
import dev.neuralworkbench.testing.MouseEvents;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.work.FxBackgroundTasks;
import dev.neuralworkbench.ui.drawing.network.NetworkDrawing;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.TimeTravel;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network is edited and redesigned in its drawing, by mouse and keyboard. */
class NetworkPaneTest {

  private static final NetworkPart WEIGHT = new NetworkPart.Weight(0, 0, 0);

  private final UserRobot robot = new UserRobot();

  private final ExecutorService executor = Lanes.one();

  private Workspace workspace;
  private Trainer trainer;
  private TimeTravel travel;
  private LiveViewModel live;
  private NetworkPaneViewModel model;
  private NetworkPane pane;
  private Stage stage;

  @BeforeEach
  void open() {
    FxThread.run(
        () -> {
          var tasks = new FxBackgroundTasks();
          workspace = new Workspace(document(), tasks);
          trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
          trainer.speed().set(Speed.FULL);
          travel = new TimeTravel(workspace, trainer, tasks, executor);
          live = new LiveViewModel(workspace, trainer, travel, tasks);
          model = new NetworkPaneViewModel(workspace, trainer, live, tasks, executor);
          var messages = new Messages(Sentences::of, Language.ENGLISH);
          pane = new NetworkPane(model, messages, _ -> {});
          VBox.setVgrow(pane, Priority.ALWAYS);
          stage = new Stage();
          var scene = new Scene(new VBox(pane, pane.changed), 600, 420);
          new Theme(Appearance.LIGHT).dress(scene);
          stage.setScene(scene);
          stage.show();
        });
    robot.waitUntil("starting weights", () -> model.number(WEIGHT).isPresent());
    robot.frames(2);
  }

  @AfterEach
  void close() {
    FxThread.run(
        () -> {
          trainer.stop();
          stage.close();
        });
    executor.close();
  }

  @Test
  void weightsBeforeTrainingAreThoseItBeginsWith() {
    var drawn = number();
    FxThread.run(() -> workspace.editDraft("x", it -> it.withTraining(it.training().withSeed(5))));
    robot.waitUntil("others", () -> model.number(WEIGHT).orElse(drawn) != drawn);
    FxThread.run(workspace::undo);
    robot.waitUntil("those again", () -> model.number(WEIGHT).orElse(Float.NaN) == drawn);
  }

  /** The model would bear the choices of the draft, and its file could not be opened. */
  @Test
  void weightsOfChoicesWithAProblemCannotBeEdited() {
    FxThread.run(
        () -> workspace.editDraft("x", it -> it.withTraining(it.training().withEpochs(0))));
    robot.waitUntil("told", () -> !workspace.problems().get().isEmpty());
    FxThread.run(() -> model.change(WEIGHT, 1.5f));
    assertNull(FxThread.<Object>call(() -> workspace.document().get().trained()));
    assertEquals(
        NetworkPaneViewModel.Editing.WITHOUT_PROBLEMS, FxThread.call(() -> model.editing.get()));
  }

  @Test
  void editedWeightOfATrainedModelIsUndone() {
    train();
    var before = weights();
    var epochs = history();
    edit("1.5");
    assertEquals(before.withWeight(0, 0, 0, 1.5f), weights());
    assertEquals(1.5f, number());
    assertEquals(epochs, history());
    assertNull(live.previous.get(), "a run is not the run before itself");
    assertTrue(live.changed.getValue(), "no epoch's weights are in use");
    assertTrue(FxThread.call(() -> plan()) instanceof TrainingStart.FromWeights);
    FxThread.run(workspace::undo);
    assertEquals(before, weights());
    assertEquals(before.weight(0, 0, 0), number());
    assertFalse(live.changed.getValue());
    FxThread.run(workspace::redo);
    assertEquals(1.5f, weights().weight(0, 0, 0));
  }

  /** As Apply step does on the screen that takes the step apart. */
  @Test
  void aStepAfterTheEndIsToldAsOneAndNotAsARunThatIsHeld() {
    train();
    FxThread.run(
        () -> {
          var plan = TrainingPlan.of(workspace.document().get());
          var data =
              PreparedData.of(
                  plan.experiment().preparation(), workspace.document().get().data().table());
          var session = plan.session(data, new PortableProducts());
          session.trainRow(List.of(0.5f, -0.25f), List.of(1f));
          workspace.edit("x", it -> it.withTrained(plan.ofStep(it).model(session, data)));
        });
    robot.frames(2);
    var state = FxThread.call(() -> live.state.get());
    assertEquals("All 20 epochs done, then single steps", state.in(Sentences.of(Locale.ENGLISH)));
  }

  @Test
  void editedWeightOfAHeldRunIsRecordedAndUndone() {
    FxThread.run(trainer::stepEpoch);
    robot.waitUntil("a model", () -> workspace.document().get().trained() != null);
    var before = weights();
    edit("-2");
    robot.waitUntil("the edit", () -> weightsNow().weight(0, 0, 0) == -2);
    assertEquals(before.withWeight(0, 0, 0, -2), weights());
    var recorded = trainer.run().get().history().interventions().getLast();
    assertEquals(new Intervention.WeightEdit(1, 0, 0, 0, 0, before.weight(0, 0, 0), -2), recorded);
    assertEquals(RunState.PAUSED, trainer.state().get());
    FxThread.run(workspace::undo);
    assertEquals(before, weights());
    assertEquals(before.weight(0, 0, 0), number());
  }

  @Test
  void editIsUndoneAlsoAfterTheRunWentOnFromIt() {
    FxThread.run(trainer::stepEpoch);
    robot.waitUntil("a model", () -> workspace.document().get().trained() != null);
    var before = weights();
    edit("-2");
    robot.waitUntil("the edit", () -> weightsNow().weight(0, 0, 0) == -2);
    train();
    assertEquals(20, history());
    var edited = weights();
    assertNotEquals(untouched(), edited);
    FxThread.run(workspace::undo);
    assertEquals(before.withWeight(0, 0, 0, -2), weights());
    assertEquals(-2, number());
    FxThread.run(workspace::undo);
    assertEquals(before, weights());
    assertEquals(before.weight(0, 0, 0), number());
    FxThread.run(workspace::redo);
    FxThread.run(workspace::redo);
    assertEquals(edited, weights());
    FxThread.run(workspace::undo);
    FxThread.run(workspace::undo);
    train();
    assertEquals(20, history());
    assertEquals(untouched(), weights());
  }

  @Test
  void editOfATrainedModelIsUndoneAlsoAfterTrainingWentOnFromIt() {
    train();
    var before = weights();
    edit("1.5");
    train();
    assertNotEquals(1.5f, number());
    FxThread.run(workspace::undo);
    assertEquals(before.withWeight(0, 0, 0, 1.5f), weights());
    FxThread.run(workspace::undo);
    assertEquals(before, weights());
    assertEquals(before.weight(0, 0, 0), number());
  }

  @Test
  void editedStartingWeightIsWhatTrainingBeginsWith() {
    edit("3");
    assertEquals(3f, weights().weight(0, 0, 0));
    assertTrue(FxThread.call(() -> plan()) instanceof TrainingStart.FromWeights);
    FxThread.run(workspace::undo);
    assertNull(workspace.document().get().trained());
    robot.waitUntil("drawn weights", () -> model.number(WEIGHT).orElse(3f) != 3f);
  }

  @Test
  void scoresAfterAnEditAreThoseOfTheEditedNetwork() {
    train();
    robot.waitUntil(
        "its own loss", () -> Math.abs(now().result().trainingLoss() - ownLoss()) < 1e-9);
    var before = reading();
    edit("-40");
    robot.waitUntil(
        "the scores",
        () -> now().remark() != null && now().remark().key().equals("live.values.edited"));
    var trained = FxThread.call(() -> workspace.document().get().trained());
    var rows = PreparedData.of(trained.experiment().preparation(), document().data().table());
    var predictor = new ModelPredictor(trained, new PortableProducts());
    var loss = predictor.loss(rows.training());
    assertEquals(loss, reading().result().trainingLoss(), 1e-9);
    assertNotEquals(loss, before.result().trainingLoss(), 1e-3);
    FxThread.run(workspace::undo);
    robot.waitUntil("as before", () -> now().equals(before));
  }

  /** The loss of the network in use on its training rows. */
  private double ownLoss() {
    var trained = workspace.document().get().trained();
    var rows = PreparedData.of(trained.experiment().preparation(), document().data().table());
    return new ModelPredictor(trained, new PortableProducts()).loss(rows.training());
  }

  private LiveNumbers reading() {
    return FxThread.call(this::now);
  }

  private LiveNumbers now() {
    live.pull();
    return live.reading.get();
  }

  @Test
  void runUnderWayIsPausedBeforeAWeightIsEdited() {
    FxThread.run(() -> trainer.speed().set(Speed.AUTO));
    FxThread.run(trainer::train);
    robot.waitUntil("running", () -> trainer.state().get() == RunState.RUNNING);
    robot.frames(3);
    click(WEIGHT);
    assertFalse(robot.shows("#weight-set"));
    robot.click("#weight-pause");
    robot.waitUntil("held", () -> trainer.state().get() == RunState.PAUSED);
    robot.enter("#weight-field", "0.25");
    robot.press(KeyCode.ENTER);
    robot.waitUntil("the edit", () -> weightsNow().weight(0, 0, 0) == 0.25f);
  }

  @Test
  void escapeAndTextThatIsNoNumberChangeNothing() {
    train();
    var before = weights();
    click(WEIGHT);
    robot.enter("#weight-field", "x");
    robot.press(KeyCode.ENTER);
    assertEquals(
        "This is not a number. Enter digits, such as 0.5 or −2.", robot.text("#weight-note"));
    robot.press(KeyCode.ESCAPE);
    assertFalse(robot.shows("#weight-editor"));
    assertEquals(before, weights());
  }

  /** As when the window is presented while the card is open. */
  @Test
  void wordsOfTheCardAreWholeWhenTheyBecomeLarger() {
    train();
    click(WEIGHT);
    robot.waitForText("#weight-name", "Weight");
    FxThread.run(() -> stage.getScene().getRoot().setStyle("-fx-font-size: 22px"));
    robot.frames(4);
    var clipped = FxThread.call(() -> ClippingCheck.clipped(stage.getScene()));
    assertTrue(clipped.stream().noneMatch(it -> it.contains("#weight-")), clipped.toString());
  }

  @Test
  void aNumberThatIsLeftAsItIsChangesNothing() {
    train();
    var before = FxThread.call(() -> workspace.document().get());
    var undo = FxThread.call(() -> workspace.undoName.get());
    click(WEIGHT);
    robot.press(KeyCode.ENTER);
    assertFalse(robot.shows("#weight-editor"));
    assertSame(before, FxThread.call(() -> workspace.document().get()));
    assertEquals(undo, FxThread.call(() -> workspace.undoName.get()));
    assertFalse(live.changed.getValue());
  }

  @Test
  void aDecimalCommaIsNamedAndTheMessageGoesWhenTheTextIsMended() {
    train();
    click(WEIGHT);
    robot.enter("#weight-field", "-8,5");
    robot.press(KeyCode.ENTER);
    assertEquals(
        "“-8,5” has a comma. Use a decimal point, such as 0.5.", robot.text("#weight-note"));
    robot.enter("#weight-field", "-8.5");
    assertEquals("Enter applies, Escape cancels.", robot.text("#weight-note"));
    robot.press(KeyCode.ENTER);
    assertEquals(-8.5f, number());
  }

  @Test
  void unitsAndLayersComeAndGoAndTheOthersKeepTheirWeights() {
    FxThread.run(
        () ->
            workspace.editDraft(
                "x", it -> it.withNetwork(it.network().withHidden(List.of(dense(3), dense(4))))));
    train();
    var trained = weights();
    robot.click("#network-column-2-more");
    assertEquals(List.of(dense(3), dense(5)), hidden());
    var layers = model.drawn.get().layers();
    assertEquals(trained.layer(0), layers.get(0).orElseThrow());
    assertTrue(layers.get(1).isEmpty() && layers.get(2).isEmpty());
    assertTrue(robot.shows("#network-redesigned"));
    FxThread.run(workspace::undo);
    assertEquals(trained.layers(), drawnLayers());
    assertFalse(robot.shows("#network-redesigned"));
    robot.click("#network-column-1-less");
    assertEquals(List.of(dense(2), dense(4)), hidden());
    robot.click("#network-layers-more");
    assertEquals(List.of(dense(2), dense(4), dense(4)), hidden());
    robot.click("#network-layers-less");
    robot.click("#network-layers-less");
    robot.click("#network-layers-less");
    assertEquals(List.of(), hidden());
    assertTrue(pane.lookup("#network-layers-less").isDisabled());
  }

  /** The picture beside it, the curves and the footer are the run's too. */
  @Test
  void heldRunKeepsItsNetworkAndOneSentenceSaysWhenChangedSettingsApply() {
    FxThread.run(trainer::stepEpoch);
    robot.waitUntil("a model", () -> workspace.document().get().trained() != null);
    robot.frames(2);
    assertFalse(robot.shows("#network-redesigned"));
    assertTrue(pane.lookup("#network-column-1-more").isDisabled());
    assertTrue(pane.lookup("#network-layers-more").isDisabled());
    FxThread.run(
        () ->
            workspace.editDraft(
                "x", it -> it.withNetwork(it.network().withHidden(List.of(dense(5))))));
    robot.frames(2);
    assertEquals(weights().layers(), drawnLayers());
    assertEquals(
        "Shows the network of this run; your changes apply to the next run.",
        robot.text("#network-redesigned"));
    FxThread.run(trainer::stop);
    robot.waitUntil("over", () -> trainer.state().get() == RunState.FINISHED);
    robot.frames(2);
    assertTrue(robot.text("#network-redesigned").startsWith("Gray lines"));
    robot.click("#network-column-1-more");
    assertEquals(List.of(dense(6)), hidden());
  }

  @Test
  void lineThatGetsNewWeightsCannotBeEdited() {
    train();
    robot.click("#network-column-1-more");
    assertTrue(model.number(WEIGHT).isEmpty());
    click(WEIGHT);
    assertFalse(robot.shows("#weight-editor"));
  }

  @Test
  void weightsOfAnEpochOfThePastAreSeenButNotEdited() {
    train();
    var last = number();
    FxThread.run(() -> travel.show(5));
    robot.waitUntil("the past", () -> model.number(WEIGHT).orElse(last) != last);
    click(WEIGHT);
    assertTrue(robot.text("#weight-note").contains("Continue from here"));
    assertFalse(robot.shows("#weight-set"));
    robot.press(KeyCode.ESCAPE);
    FxThread.run(travel::back);
    assertEquals(last, number());
  }

  private static DenseDesign dense(int units) {
    return DenseDesign.of(units, Activation.TANH);
  }

  private List<? extends LayerDesign> hidden() {
    return FxThread.call(() -> workspace.document().get().draft().network().hidden());
  }

  private List<?> drawnLayers() {
    return FxThread.call(
        () -> model.drawn.get().layers().stream().map(it -> it.orElseThrow()).toList());
  }

  private void train() {
    FxThread.run(trainer::train);
    robot.waitUntil("trained", () -> trainer.state().get() == RunState.FINISHED);
    robot.frames(2);
  }

  private void edit(String value) {
    click(WEIGHT);
    robot.enter("#weight-field", value);
    robot.press(KeyCode.ENTER);
    assertFalse(robot.shows("#weight-editor"));
  }

  private float number() {
    return FxThread.call(() -> model.number(WEIGHT).orElseThrow());
  }

  private int history() {
    return FxThread.call(() -> workspace.document().get().trained().history().epochs());
  }

  private NetworkWeights weights() {
    return FxThread.call(this::weightsNow);
  }

  /** What a training of the document that nobody interferes with comes to. */
  private static NetworkWeights untouched() {
    var plan = TrainingPlan.of(document());
    var table = document().data().table();
    var data = PreparedData.of(plan.experiment().preparation(), table);
    var session = plan.session(data, new PortableProducts());
    session.run(new RunControl());
    return session.weights();
  }

  private NetworkWeights weightsNow() {
    return workspace.document().get().trained().weights();
  }

  private TrainingStart plan() {
    return TrainingPlan.of(workspace.document().get()).start();
  }

  /** Clicks a curve where it is drawn. */
  private void click(NetworkPart part) {
    FxThread.run(
        () -> {
          var drawing = (NetworkDrawing) pane.lookup("#network-drawing");
          var place = drawing.bounds(part);
          MouseEvents.fire(
              drawing, MouseEvent.MOUSE_CLICKED, place.getCenterX(), place.getCenterY());
        });
    robot.frames(2);
  }

  private static Document document() {
    var document = Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));
    var draft = document.draft();
    return document.withDraft(
        draft
            .withNetwork(draft.network().withHidden(List.of(dense(3))))
            .withTraining(draft.training().withStopping(Stopping.after(20))));
  }
}
