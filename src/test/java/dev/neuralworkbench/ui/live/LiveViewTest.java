package dev.neuralworkbench.ui.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.GeneratedSample;
import dev.neuralworkbench.data.PreparedData;
import dev.neuralworkbench.data.SampleKind;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.nn.blas.EjmlProducts;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.PseudoWords;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.ui.chart.ChartFiles;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Dialogs;
import dev.neuralworkbench.ui.common.FxBackgroundTasks;
import dev.neuralworkbench.ui.common.Language;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.Theme;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveViewTest {

  private static final int EPOCHS = 40;

  private final UserRobot robot = new UserRobot();
  private final SimpleObjectProperty<LiveRun> run = new SimpleObjectProperty<>();
  private final SimpleBooleanProperty paused = new SimpleBooleanProperty();
  private final Notices notices = new Notices();
  private Stage stage;
  private LiveView view;
  @TempDir private Path folder;

  @AfterEach
  void close() {
    FxThread.run(stage::close);
  }

  @Test
  void curvesAndWordsFollowTheRunWhileTheScreenIsSeen() {
    show(language -> Sentences.of(language.locale()), 800, 500);
    assertEquals("No run yet. Press Train (F5) to start one.", robot.text("#live-state"));
    var session = start();
    for (var epoch = 0; epoch < EPOCHS; epoch++) {
      session.trainEpoch();
    }
    robot.waitForText("#live-state", "Epoch 40 of 40");
    assertTrue(robot.text("#live-values").contains("validation accuracy "));
    FxThread.run(view::hidden);
    FxThread.run(() -> paused.set(true));
    assertEquals("Paused after epoch 40 of 40", robot.text("#live-state"));
  }

  @Test
  void numbersAreSavedWhereTheUserSays() throws IOException {
    show(language -> Sentences.of(language.locale()), 800, 500);
    var session = start();
    session.trainEpoch();
    session.trainEpoch();
    robot.waitForText("#live-state", "Epoch 2");
    robot.click("#live-loss-save");
    robot.clickText("Numbers (CSV)…");
    robot.waitUntil("the notice", () -> notices.message().get() != null);
    assertEquals("Saved live-loss.csv", notices.message().get().getValue());
    var lines = Files.readAllLines(folder.resolve("live-loss.csv"));
    assertEquals("Epoch,Training,Validation", lines.getFirst());
    assertEquals(
        "2,%s,%s".formatted(session.history().trainingLoss(1), session.history().validationLoss(1)),
        lines.get(2));
    assertEquals(3, lines.size());
  }

  @Test
  void runBeforeStaysBehindTheNewOne() {
    show(language -> Sentences.of(language.locale()), 800, 500);
    start().trainEpoch();
    start().trainEpoch();
    var model = FxThread.call(() -> view.model());
    assertEquals(1, model.previous().get().history().epochs());
  }

  @Test
  void textsAreFromBundlesAndShowInFullInBothLanguages() {
    for (var language : Language.values()) {
      var words = Sentences.of(language.locale());
      show(_ -> new PseudoWords(words), 690, 520);
      start().trainEpoch();
      robot.frames(3);
      assertEquals(List.of(), FxThread.call(() -> PseudoWords.unmarked(stage.getScene())));
      FxThread.run(stage::close);
      show(_ -> words, 690, 520);
      start().trainEpoch();
      robot.frames(3);
      assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(stage.getScene())));
      FxThread.run(stage::close);
    }
  }

  private void show(Function<Language, Words> words, double width, double height) {
    FxThread.run(
        () -> {
          run.set(null);
          var messages = new Messages(words, Language.ENGLISH);
          var model = new LiveViewModel(run, paused);
          view =
              new LiveView(
                  model, new ChartFiles(messages, dialogs(), new FxBackgroundTasks(), notices));
          stage = new Stage();
          var scene = new Scene(view, width, height);
          new Theme(Appearance.LIGHT).dress(scene);
          stage.setScene(scene);
          stage.show();
          view.shown();
        });
    robot.frames(2);
  }

  private TrainingSession start() {
    var table = GeneratedSample.of(SampleKind.CIRCLES).table();
    var experiment = Defaults.experiment(table);
    var data = PreparedData.of(experiment.preparation(), table);
    var session =
        TrainingSession.start(
            experiment.network(),
            experiment.training(),
            data.training(),
            data.validation(),
            new EjmlProducts());
    FxThread.run(
        () ->
            run.set(
                new LiveRun(
                    session.history(),
                    experiment.preparation().problemType(),
                    experiment.network().loss(),
                    experiment.training().stopping(),
                    EPOCHS)));
    return session;
  }

  /** Dialogs that answer every question for a file with one in the test's folder. */
  private Dialogs dialogs() {
    return (Dialogs)
        Proxy.newProxyInstance(
            Dialogs.class.getClassLoader(),
            new Class<?>[] {Dialogs.class},
            (_, _, arguments) -> Optional.of(folder.resolve((String) arguments[0])));
  }
}
