package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Spoken;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.NumberField;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No choice of the core escapes the forms: each part of each record has its field, each kind can be
 * chosen, and each field says what it does and what is wrong with it.
 */
class EveryChoiceTest extends WindowCase {

  private static final Sentences ENGLISH = Sentences.of(Locale.ENGLISH);

  @Override
  protected OpenWindow open() {
    var open =
        OpenWindow.with(OpenWindow.SMALL, Set.of("data-form", "data", "network", "training"));
    return new OpenWindow(folder, open);
  }

  @Test
  void everyPartOfAnExperimentHasItsField() throws IOException {
    openClassesWithGaps();
    window.robot.click("#add-layer");
    window.robot.click("#add-dropout");
    assertEquals(Set.of(), absent(new TreeSet<>(Set.of("network.labelSmoothing"))));
    window.robot.choose("#network-loss", ENGLISH.text("loss." + Ids.of(Loss.MEAN_SQUARED_ERROR)));
    var wanted = new TreeSet<>(Set.of("preparation.target", "preparation.targetKind", "preset"));
    wanted.addAll(parts("preparation.split.", Split.class));
    wanted.addAll(Set.of("preparation.scaling", "preparation.missing"));
    wanted.addAll(parts("network.", NetworkDesign.class, "hidden", "labelSmoothing"));
    wanted.addAll(parts("network.hidden[0].", DenseDesign.class));
    wanted.addAll(parts("network.hidden[2].", DropoutDesign.class));
    wanted.addAll(parts("training.", TrainingConfig.class, "penalty", "stopping"));
    wanted.addAll(parts("training.penalty.", Penalty.class));
    wanted.addAll(parts("training.stopping.", Stopping.class));
    wanted.addAll(parts("training.stopping.earlyStopping.", EarlyStopping.class));
    assertEquals(Set.of(), absent(wanted));
    for (var optimizer : OptimizerConfig.kinds()) {
      window.robot.choose("#training-optimizer", ENGLISH.text("optimizer." + optimizer.id()));
      var ofKind = parts("training.optimizer.", optimizer.getClass().asSubclass(Record.class));
      assertEquals(Set.of(), absent(ofKind), optimizer.id());
    }
    for (var schedule : LearningRateSchedule.kinds()) {
      window.robot.choose("#training-schedule", ENGLISH.text("schedule." + schedule.id()));
      var ofKind = parts("training.schedule.", schedule.getClass().asSubclass(Record.class));
      assertEquals(Set.of(), absent(ofKind), schedule.id());
    }
  }

  @Test
  void everyValueOfAnExperimentIsOffered() throws IOException {
    openClassesWithGaps();
    window.robot.choose("#network-loss", ENGLISH.text("loss." + Ids.of(Loss.MEAN_SQUARED_ERROR)));
    assertOffered("#preparation-scaling", List.of(Scaling.values()));
    assertOffered("#preparation-missing", List.of(MissingValues.values()));
    assertOffered("#network-hidden-0-activation", List.of(Activation.values()));
    assertOffered("#network-hidden-0-initializer", List.of(Initializer.values()));
    assertOffered("#network-outputActivation", List.of(Activation.values()));
    assertOffered("#network-outputInitializer", List.of(Initializer.values()));
    assertOffered("#training-stopping-earlyStopping-monitor", List.of(Monitor.values()));
    var losses = new HashSet<>(offered("#network-loss"));
    window.robot.choose("#preparation-target", "size");
    losses.addAll(offered("#network-loss"));
    assertEquals(Stream.of(Loss.values()).map(Ids::of).collect(Collectors.toSet()), losses);
  }

  @Test
  void everyControlOfTheFormsHasANameAndSaysWhatItDoes() throws IOException {
    openClassesWithGaps();
    inEveryState(() -> assertEquals(Set.of(), silent()));
  }

  @Test
  @Tag("thorough")
  void everyNumberSaysBesideItWhatIsWrongAndUndoForgetsIt() throws IOException {
    openClassesWithGaps();
    var seen = new HashSet<String>();
    inEveryState(
        () ->
            numberFields().stream()
                .filter(seen::add)
                .forEach(
                    id -> {
                      var before = window.robot.text("#" + id);
                      window.robot.enter("#" + id, "x");
                      var said = window.robot.text("#" + id + "-problem");
                      assertTrue(said.startsWith("“x” is not a number."), said);
                      assertTrue(
                          window.robot.text("#plan").startsWith("Training cannot start."), id);
                      window.robot.shortcut(KeyCode.Z);
                      assertEquals(before, window.robot.text("#" + id), id);
                    }));
    assertTrue(seen.size() > 25, seen.toString());
  }

  /** Looks at the forms with each optimizer and each schedule, and at a table of numbers. */
  private void inEveryState(Runnable look) {
    window.robot.click("#add-layer");
    window.robot.click("#add-dropout");
    look.run();
    for (var optimizer : OptimizerConfig.kinds()) {
      window.robot.choose("#training-optimizer", ENGLISH.text("optimizer." + optimizer.id()));
      look.run();
    }
    for (var schedule : LearningRateSchedule.kinds()) {
      window.robot.choose("#training-schedule", ENGLISH.text("schedule." + schedule.id()));
      look.run();
    }
    window.robot.choose("#preparation-target", "size");
    look.run();
  }

  /** Inputs with gaps, one of them a category, and two classes. */
  private void openClassesWithGaps() throws IOException {
    var lines = new ArrayList<>(List.of("size,colour,kind"));
    for (var row = 0; row < 60; row++) {
      var size = row % 7 == 0 ? "" : row * 0.25 + "";
      lines.add(size + "," + (row % 3 == 0 ? "red" : "blue") + "," + (row % 2 == 0 ? "a" : "b"));
    }
    window.dialogs.data = Optional.of(Files.write(folder.resolve("gaps.csv"), lines));
    window.robot.shortcut(KeyCode.O);
    window.robot.waitForText("#status-facts", "gaps.csv");
    window.robot.waitForText("#plan", "Train starts");
  }

  /** Components of a record but those that are records of their own. */
  private static Set<String> parts(
      String prefix, Class<? extends Record> kind, String... ofTheirOwn) {
    var parts = new TreeSet<String>();
    Arrays.stream(kind.getRecordComponents())
        .map(RecordComponent::getName)
        .filter(name -> !List.of(ofTheirOwn).contains(name))
        .forEach(name -> parts.add(prefix + name));
    return parts;
  }

  private Set<String> absent(Set<String> components) {
    var absent = new TreeSet<String>();
    components.stream()
        .map(Fields::id)
        .filter(id -> !window.robot.shows("#" + id))
        .forEach(absent::add);
    return absent;
  }

  private void assertOffered(String id, List<? extends Enum<?>> values) {
    assertEquals(values.stream().map(Ids::of).toList(), offered(id), id);
  }

  /** What a field offers, by the names that files have for it. */
  private List<String> offered(String id) {
    return FxThread.call(
        () ->
            ((ComboBox<?>) window.scene().lookup(id))
                .getItems().stream()
                    .map(it -> it instanceof Enum<?> choice ? Ids.of(choice) : it.toString())
                    .toList());
  }

  private List<String> numberFields() {
    return FxThread.call(
        () -> controls().filter(NumberField.class::isInstance).map(Node::getId).toList());
  }

  /** Controls that take the focus and lack an id, a name, or a sentence in their tooltip. */
  private Set<String> silent() {
    return FxThread.call(
        () -> {
          var silent = new TreeSet<String>();
          controls().filter(it -> !speaks(it)).forEach(it -> silent.add(it.toString()));
          return silent;
        });
  }

  private static boolean speaks(Control control) {
    var name = Spoken.of(control).name();
    // What a heading folds away is seen.
    var tip = control instanceof TitledPane ? "." : control.getAccessibleHelp();
    return control.getId() != null && !name.isBlank() && tip != null && tip.contains(".");
  }

  private Stream<Control> controls() {
    return tree(window.scene().lookup("#experiment"))
        .filter(Control.class::isInstance)
        .map(Control.class::cast)
        .filter(Node::isFocusTraversable);
  }

  private static Stream<Node> tree(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node),
            parent.getChildrenUnmodifiable().stream().flatMap(EveryChoiceTest::tree))
        : Stream.of(node);
  }
}
