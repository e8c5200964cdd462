package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Screenshot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.pace.Pace;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pictures of the README and of the pages, for {@code src/docs/draw}. */
@Tag("display")
@Tag("slow")
class DocsPicturesTest {

  /** Of circles, for three hidden units: two of them pass it on, and the prediction is unsure. */
  private static final String ROW = "234";

  /** Time for a picture and for what it shows, on a machine that has other work. */
  private static final Duration PICTURE = Duration.ofMillis(400);

  @TempDir private Path folder;

  @Test
  void firstMinute() {
    // What is done for the first time takes longer, and the first epochs would be missed.
    try (var window = open("rehearsal", Language.ENGLISH, 1000, 680)) {
      watch(window, new Film(window, "rehearsal"), 9);
    }
    try (var window = open("film", Language.ENGLISH, 1000, 680)) {
      var robot = window.robot;
      var film = new Film(window, "tour");
      robot.hover("#train");
      robot.frames(30);
      film.frame(150);
      watch(window, film, 32);
      film.frame(150);
      robot.click("#network-hidden-0-units");
      robot.frames(5);
      film.frame(60);
      robot.enter("#network-hidden-0-units", "3");
      robot.frames(30);
      film.frame(120);
      robot.hover("#train");
      robot.frames(5);
      film.frame(50);
      watch(window, film, 20);
      film.frame(200);

      show(window, "backprop.title");
      robot.waitForText("#backprop-count", "1");
      robot.enter("#backprop-row", ROW);
      robot.click("#backprop-phase-backward");
      robot.frames(30);
      film.frame(120);
      for (var step = 0; step < 2; step++) {
        robot.click("#backprop-next");
        robot.frames(10);
        film.frame(130);
      }

      show(window, "predict.title");
      robot.click("#predict-input-1");
      robot.frames(60);
      film.frame(120);
      robot.enter("#predict-input-1", "0.9");
      robot.frames(30);
      film.frame(250);
    }
  }

  private static void show(OpenWindow window, String title) {
    window.robot.clickText(Sentences.of(Language.ENGLISH).text(title));
  }

  /**
   * Trains, with so many pictures: more of the first epochs, in which most happens. The run waits
   * for its pictures.
   */
  private static void watch(OpenWindow window, Film film, int pictures) {
    var trainer = window.workbench.trainer();
    FxThread.run(() -> trainer.speed().set(Speed.AUTO));
    window.robot.click("#train");
    window.robot.waitUntil("it trains", () -> trainer.state().get() == RunState.RUNNING);
    var run = FxThread.call(() -> trainer.run().get());
    var before = 0;
    for (var picture = 1; picture < pictures; picture++) {
      var epoch = (int) Math.ceil(run.epochs() * Math.pow((double) picture / pictures, 1.7));
      run.control.pace(Pace.epoch(PICTURE.dividedBy(Math.max(1, epoch - before))));
      before = epoch;
      window.robot.waitUntil("epoch " + epoch, () -> run.history().epochs() >= epoch);
      film.frame(picture < 10 ? 24 : 15);
    }
    run.control.pace(Pace.FULL);
    window.robot.waitUntil("trained", () -> trainer.state().get() == RunState.FINISHED);
    window.robot.frames(60);
  }

  @ParameterizedTest
  @EnumSource
  void screens(Language language) {
    try (var window = open("screens", language, 1280, 800)) {
      var robot = window.robot;
      var name = language == Language.ENGLISH ? "%s" : "%s-zh";
      trainedTwice(window);
      picture(window, name.formatted("live"));

      robot.shortcut(KeyCode.DIGIT4);
      robot.waitForText("#backprop-count", "1");
      robot.enter("#backprop-row", ROW);
      robot.click("#backprop-phase-backward");
      robot.press(KeyCode.RIGHT);
      robot.press(KeyCode.RIGHT);
      picture(window, name.formatted("backprop"));
      if (language != Language.ENGLISH) {
        return;
      }

      open(window, BundledSample.WINE);
      robot.shortcut(KeyCode.DIGIT1);
      robot.click("#table-columns");
      picture(window, "data");

      open(window, BundledSample.IRIS);
      window.train();
      robot.shortcut(KeyCode.DIGIT5);
      robot.click("#predict-rows-data");
      robot.waitUntil("predicted", () -> window.scene().lookup("#predict-rows-facts").isVisible());
      picture(window, "predict");

      open(window, BundledSample.DIGITS);
      window.train();
      robot.shortcut(KeyCode.DIGIT3);
      robot.waitForText("#evaluate-count", "270");
      picture(window, "evaluate");

      open(window, GeneratedSample.of(SampleKind.MOONS));
      robot.shortcut(KeyCode.DIGIT6);
      robot.press(KeyCode.F9);
      robot.click("#runs-study-tab");
      robot.choose("#study-first", Sentences.of(language).text("training.optimizer.learningRate"));
      robot.click("#study-start");
      robot.waitUntil(
          "all runs", () -> window.workspace().document().get().runs().present().size() == 25);
      robot.click("#runs-curves-tab");
      FxThread.run(
          () ->
              ((TableView<?>) window.scene().lookup("#runs-list"))
                  .getSelectionModel()
                  .clearSelection());
      picture(window, "runs");
    }
  }

  /** As a student has it after a change: the curves of both runs, and what became of it. */
  private static void trainedTwice(OpenWindow window) {
    window.train();
    window.robot.enter("#network-hidden-0-units", "3");
    window.train();
    // A field with the focus has a caret that comes and goes.
    FxThread.run(() -> window.scene().lookup("#train").requestFocus());
  }

  private OpenWindow open(String own, Language language, int width, int height) {
    return new OpenWindow(
        folder.resolve(own),
        OpenWindow.with(
            Preferences.DEFAULT,
            Appearance.LIGHT,
            language,
            new Preferences.WindowSize(width, height, false)));
  }

  private static void open(OpenWindow window, Sample sample) {
    var document = Document.of(sample);
    FxThread.run(() -> window.workspace().open("command.openSample", document));
    window.robot.waitUntil(
        "opened", () -> window.workbench.trainer().state().get() == RunState.IDLE);
  }

  /** What is worked out beside the window shows a moment later. */
  private static void picture(OpenWindow window, String name) {
    window.robot.hover("#status-facts");
    window.robot.frames(60);
    window.robot.waitUntil("all is worked out", () -> window.running().isEmpty());
    window.robot.frames(60);
    Screenshot.write(window.scene(), name);
    var clipped = FxThread.call(() -> ClippingCheck.clipped(window.scene()));
    clipped.removeIf(text -> text.contains("#status-message"));
    assertEquals(List.of(), List.copyOf(clipped), name);
  }
}
