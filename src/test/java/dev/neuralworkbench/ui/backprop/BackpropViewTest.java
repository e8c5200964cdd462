package dev.neuralworkbench.ui.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.step.StepDetail;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.MouseEvents;
import dev.neuralworkbench.testing.PseudoWords;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.Penalty;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.ui.backprop.BackpropViewModel.StepTab;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.BackpropState;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.RowSource;
import dev.neuralworkbench.ui.backprop.walk.StepWalker.Reveal;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.common.work.FxBackgroundTasks;
import dev.neuralworkbench.ui.drawing.network.NetworkDrawing;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every step of several networks: its words from bundles, its formulas shown in full. */
class BackpropViewTest {

  private final UserRobot robot = new UserRobot();
  private Stage stage;
  private BackpropViewModel model;

  @AfterEach
  void close() {
    FxThread.run(stage::close);
  }

  private static Experiment thinned(Experiment draft) {
    var training = draft.training();
    return draft
        .withNetwork(
            draft
                .network()
                .withHidden(
                    List.of(
                        new DropoutDesign(0.2),
                        DenseDesign.of(5, Activation.GELU),
                        new DropoutDesign(0.4),
                        DenseDesign.of(3, Activation.LEAKY_RELU))))
        .withTraining(
            Chosen.withMaxNorm(
                Chosen.withClipNorm(
                    training
                        .withOptimizer(new Sgd(0.05, 0.9, true))
                        .withPenalty(new Penalty(0.01, 0.02)),
                    0.01),
                0.6));
  }

  @ParameterizedTest
  @EnumSource
  @Tag("thorough")
  void threeClasses(Language language) {
    walk("iris", BundledSample.IRIS, it -> it, language);
  }

  @ParameterizedTest
  @EnumSource
  @Tag("thorough")
  void aNumberWithDropoutPenaltyClippingAndMaxNorm(Language language) {
    walk("diabetes", BundledSample.DIABETES, BackpropViewTest::thinned, language);
  }

  /** What the drawing carries is the walk's own: z, a and δ as they are worked out, w, then g. */
  @Test
  void theDrawingCarriesTheNumbersOfTheWalk() {
    show(BundledSample.XOR, it -> it, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    FxThread.run(
        () -> {
          var walker = model.walker;
          var trace = model.rows.subject.get().trace();
          var drawing = (NetworkDrawing) stage.getScene().lookup("#backprop-drawing");
          var unit = new NetworkPart.Unit(1, 0);
          var weight = new NetworkPart.Weight(0, 1, 0);
          walker.go(Phase.FORWARD);
          assertEquals(
              number(trace.before().z(0, 0, 0)),
              drawing.content().numbers().texts().get(unit).number());
          assertEquals("z", drawing.content().numbers().texts().get(unit).symbol());
          assertEquals("1", drawing.content().numbers().texts().get(unit).below());
          assertEquals(
              number(trace.weight(0, 1, 0)),
              drawing.content().numbers().texts().get(weight).number());
          assertEquals(null, drawing.content().numbers().texts().get(new NetworkPart.Unit(1, 1)));
          walker.go(Phase.LOSS);
          assertEquals(
              number(trace.before().value(0, 0, 0)),
              drawing.content().numbers().texts().get(unit).number());
          walker.go(Phase.UPDATE);
          assertEquals(
              number(trace.delta(0, 0, 0)), drawing.content().numbers().texts().get(unit).number());
          assertEquals("δ", drawing.content().numbers().texts().get(unit).symbol());
          walker.reveal.set(Reveal.BLANKS);
          walker.go(Phase.FORWARD);
          assertEquals(
              null, drawing.content().numbers().texts().get(unit), "not before it is shown");
          walker.next();
          assertEquals(
              number(trace.before().z(0, 0, 0)),
              drawing.content().numbers().texts().get(unit).number());
        });
  }

  /** What the second button offers: the formula for a paper, and its picture for slides. */
  @Test
  void aFormulaIsCopiedAsLatexAndAsAPicture() {
    show(BundledSample.XOR, it -> it, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    FxThread.run(() -> model.walker.go(Phase.LOSS));
    robot.frames(5);
    var decimals = model.decimals.get();
    var part = FxThread.call(() -> model.walker.step().parts().getFirst());
    choose("copy-latex");
    var latex = FxThread.call(() -> Clipboard.getSystemClipboard().getString());
    assertEquals(StepPane.latex(part, decimals), latex);
    assertTrue(latex.contains("\\ln"), latex);
    assertTrue(
        latex.contains(decimals.text(part.lines().getFirst().value()).replace('−', '-')), latex);
    choose("copy-picture");
    var card = stage.getScene().lookup(".step-part").getLayoutBounds();
    var picture = FxThread.call(() -> Clipboard.getSystemClipboard().getImage());
    assertEquals(3 * card.getWidth(), picture.getWidth(), 3);
    assertEquals(3 * card.getHeight(), picture.getHeight(), 3);
  }

  /** Chooses from the menu of the first box. */
  private void choose(String id) {
    FxThread.run(
        () -> {
          var card = stage.getScene().lookup(".step-part");
          card.fireEvent(
              new ContextMenuEvent(
                  ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 50, 50, false, null));
          Window.getWindows().stream()
              .filter(ContextMenu.class::isInstance)
              .flatMap(menu -> ((ContextMenu) menu).getItems().stream())
              .filter(item -> id.equals(item.getId()))
              .findFirst()
              .orElseThrow()
              .fire();
        });
  }

  /** A field that has the focus is not to write the number of another model into this one. */
  @Test
  void theTableOfWeightsFollowsThoughAFieldHasTheFocus() {
    show(BundledSample.XOR, it -> it, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    FxThread.run(() -> model.walker.go(Phase.FORWARD));
    robot.press(KeyCode.W);
    robot.frames(3);
    assertTrue(weightsSay().startsWith("Weights into hidden layer\u00a01"), weightsSay());
    robot.enter("#backprop-weight-0-0-1", "0.25");
    robot.press(KeyCode.ENTER);
    robot.waitUntil("taken", () -> weight(0, 1) == 0.25f);
    assertEquals("0.25", robot.text("#backprop-weight-0-0-1"));
    FxThread.run(() -> model.changeWeight(NetworkLocation.weight(0, 0, 1), 0.75f));
    robot.waitUntil("another", () -> weight(0, 1) == 0.75f);
    robot.frames(3);
    assertEquals("0.75", robot.text("#backprop-weight-0-0-1"));
    FxThread.run(() -> stage.getScene().lookup("#backprop-step").requestFocus());
    robot.frames(3);
    assertEquals(0.75f, FxThread.call(() -> weight(0, 1)));
    robot.enter("#backprop-weight-0-0-1", "abc");
    robot.press(KeyCode.ENTER);
    robot.frames(2);
    assertEquals(0.75f, FxThread.call(() -> weight(0, 1)));
    assertTrue(weightsSay().contains("“abc”"), "says what is wrong");
  }

  /** Matrices and the table of weights stand alike, and it is said how indices go with W. */
  @Test
  void aWeightStandsWhereTheMatrixHasIt() {
    show(BundledSample.XOR, it -> it, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    FxThread.run(() -> model.walker.go(Phase.FORWARD));
    robot.press(KeyCode.M);
    robot.frames(3);
    assertTrue(robot.text("#backprop-aid-said").endsWith("is in row 2, column 1."));
    robot.press(KeyCode.W);
    robot.frames(3);
    assertFalse(robot.shows("#backprop-aid-said"));
    var field = robot.find("#backprop-weight-0-0-1");
    assertEquals(2, GridPane.getRowIndex(field));
    assertEquals(1, GridPane.getColumnIndex(field));
    var bias = robot.find("#backprop-weight-0-" + NetworkLocation.BIAS + "-1");
    assertEquals(2, GridPane.getRowIndex(bias));
    assertEquals(3, GridPane.getColumnIndex(bias));
  }

  /** The longest texts of a float, in a matrix that may be wider than its place. */
  @Test
  void noDigitOfAWeightIsCutOff() {
    show(BundledSample.IRIS, it -> it, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    FxThread.run(() -> model.walker.go(Phase.FORWARD));
    robot.press(KeyCode.W);
    robot.frames(3);
    FxThread.run(() -> model.changeWeight(NetworkLocation.weight(0, 0, 0), -0.0070131402f));
    FxThread.run(() -> model.changeWeight(NetworkLocation.weight(0, 1, 0), -1.1754944E-38f));
    robot.waitUntil("taken", () -> weight(1, 0) < 0 && weight(1, 0) > -1e-9f);
    robot.frames(3);
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(stage.getScene())));
  }

  private String weightsSay() {
    var said = FxThread.call(() -> stage.getScene().lookup("#backprop-weights").lookup(".label"));
    return ((Label) said).getText();
  }

  private float weight(int input, int unit) {
    return model.rows.subject.get().trace().setting().weights().weight(0, input, unit);
  }

  private String number(double value) {
    return model.decimals.get().text(value);
  }

  @Test
  void manyInputsAndClasses() {
    show(BundledSample.DIGITS, it -> it, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    look(RowSource.ROW, StepDetail.LAYER, "digits", () -> ClippingCheck.clipped(stage.getScene()));
  }

  /** The last step of a deep network, the last row of a batch: then there is neither. */
  @Test
  void stepsOfAnotherNetworkAndRowTakeTheirPlace() {
    show(
        BundledSample.IRIS, BackpropViewTest::deep, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    FxThread.run(() -> model.rows.source.set(RowSource.BATCH));
    robot.waitUntil("a batch", () -> model.rows.subject.get().isBatch());
    FxThread.run(
        () -> {
          model.walker.focus.set(7);
          model.walker.go(Phase.UPDATE);
          model.walker.last();
          model.walker.back();
          model.rows.source.set(RowSource.ROW);
        });
    robot.waitUntil("a row", () -> !model.rows.subject.get().isBatch());
    robot.frames(2);
    FxThread.run(
        () -> {
          model.walker.go(Phase.AFTER);
          model.walker.back();
          assertEquals(3, model.walker.step().place().layer());
          model.workspace.editDraft("x", it -> it.withNetwork(it.network().withHidden(List.of())));
        });
    robot.waitUntil("a shallow network", () -> model.rows.subject.get().trace().layers() == 1);
    robot.frames(2);
    assertEquals(Phase.UPDATE, FxThread.call(() -> model.walker.step().phase()));
  }

  @Test
  void theProblemInTheWayIsThePresentOne() {
    var words = Sentences.of(Locale.ENGLISH);
    show(BundledSample.XOR, it -> it, Language.ENGLISH, words);
    var training = model.workspace.document().get().draft().training();
    for (var wrong : List.of(training.withEpochs(0), training.withBatchSize(-1))) {
      FxThread.run(() -> model.workspace.editDraft("x", it -> it.withTraining(wrong)));
      robot.waitForText(
          "#backprop-state", words.sentence(model.workspace.problems().get().getFirst()));
    }
  }

  private static Experiment deep(Experiment draft) {
    var layer = DenseDesign.of(3, Activation.TANH);
    return draft.withNetwork(draft.network().withHidden(List.of(layer, layer, layer)));
  }

  @ParameterizedTest
  @EnumSource
  void aRowEnteredByHand(Language language) {
    show(BundledSample.IRIS, it -> it, language, Sentences.of(language));
    FxThread.run(() -> model.rows.source.set(RowSource.HAND));
    robot.waitUntil("a row by hand", () -> model.rows.subject.get().rows().isEmpty());
    robot.enter("#backprop-input-2", "9.5");
    robot.waitForText("#backprop-values", "petal_length_cm = 9.5 ");
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(stage.getScene())));
    robot.enter("#backprop-input-2", "abc");
    robot.waitForText("#backprop-input-2-problem", "abc");
    assertEquals(BackpropState.UNREADABLE, model.rows.state.get());
    // The sentence stands in the place of the steps, and not over them.
    assertTrue(robot.shows("#backprop-state"));
    assertFalse(robot.shows("#backprop-step"));
    assertFalse(robot.shows("#backprop-drawing"));
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(stage.getScene())));
    robot.enter("#backprop-input-2", "0.5");
    robot.choose("#backprop-input-4", "virginica");
    robot.waitForText("#backprop-values", "virginica");
  }

  /** The question says which number is meant, and how many digits are enough. */
  @ParameterizedTest
  @EnumSource
  void theQuizSaysWhatIsAsked(Language language) {
    var words = Sentences.of(language);
    show(BundledSample.IRIS, it -> it, language, words);
    FxThread.run(
        () -> {
          model.walker.asks.set(true);
          model.walker.go(Phase.BACKWARD);
        });
    var asked = new HashSet<String>();
    for (var i = 0; i < 8; i++) {
      robot.frames(2);
      assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(stage.getScene())));
      asked.add(((Label) robot.find("#backprop-question")).getText());
      FxThread.run(
          () -> {
            model.walker.next();
            model.walker.next();
          });
    }
    assertEquals(
        Set.of(words.text("backprop.quiz.question"), words.text("backprop.quiz.question.first")),
        asked);
  }

  /** The field of the answer has room for a number of ten characters. */
  @Test
  void aLongNumberIsSeenInFullWhereItIsTyped() {
    show(BundledSample.IRIS, it -> it, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    FxThread.run(
        () -> {
          model.walker.asks.set(true);
          model.walker.go(Phase.BACKWARD);
        });
    robot.frames(2);
    var field = (TextField) robot.find("#backprop-answer");
    FxThread.run(() -> field.setText("−0,0014423"));
    robot.frames(2);
    var text = FxThread.call(() -> (Text) field.lookup(".text"));
    var room =
        FxThread.call(
            () -> field.getWidth() - field.snappedLeftInset() - field.snappedRightInset());
    assertTrue(text.getLayoutBounds().getWidth() <= room, text + " in " + room);
  }

  private String results(String part) {
    return FxThread.call(
        () ->
            stage.getScene().getRoot().lookupAll(part + " .equation-result").stream()
                .map(it -> ((Label) it).getText())
                .collect(Collectors.joining(" ")));
  }

  /** No box after the one that asks shows a number, nor does one that comes to the same. */
  @Test
  void theNumberThatIsAskedForIsNotToBeReadOffBesideIt() {
    show(
        DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)),
        it -> it,
        Language.ENGLISH,
        Sentences.of(Locale.ENGLISH));
    FxThread.run(
        () -> {
          model.walker.asks.set(true);
          model.walker.go(Phase.BACKWARD);
        });
    robot.frames(2);
    var boxes = List.of(".part-upstream", ".part-local", ".part-product", ".part-shortcut");
    var asked = FxThread.call(() -> model.walker.question());
    var parts = FxThread.call(() -> model.walker.step().parts());
    var later = false;
    for (var i = 0; i < boxes.size(); i++) {
      if (later) {
        // Its factors would be the answer.
        assertEquals("", results(boxes.get(i)), boxes.get(i));
        continue;
      }
      later = parts.get(i).lines().contains(asked);
      assertEquals(later, results(boxes.get(i)).equals("?"), boxes.get(i));
    }
    assertTrue(later);
    FxThread.run(model.walker::next);
    robot.frames(2);
    assertEquals(results(".part-shortcut"), results(".part-product"));
    assertNotEquals("?", results(".part-shortcut"));
  }

  /** A box alone has one stage whether it is blanked or not. */
  @Test
  void aNumberThatIsBlankedNoMoreIsThere() {
    show(BundledSample.XOR, it -> it, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    robot.frames(2);
    var told = results(".step-part");
    FxThread.run(() -> model.walker.reveal.set(Reveal.BLANKS));
    robot.frames(2);
    assertEquals("?", results(".step-part"));
    FxThread.run(() -> model.walker.reveal.set(Reveal.BOX_BY_BOX));
    robot.frames(2);
    assertEquals(told, results(".step-part"));
  }

  private String matrices() {
    return FxThread.call(
        () ->
            stage.getScene().getRoot().lookupAll("#backprop-matrices .label").stream()
                .map(it -> ((Label) it).getText())
                .collect(Collectors.joining(" ")));
  }

  /** Blanked before a class, a step stays so in the window; what explains it is blanked with it. */
  @Test
  void blanksStayAfterTheClassAndHideInTheMatricesToo() {
    show(BundledSample.XOR, it -> it, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    FxThread.run(
        () -> {
          model.walker.go(Phase.BACKWARD);
          model.walker.go(NetworkLocation.unit(0, 0));
          model.aid.set(Bookmark.Panel.MATRIX);
        });
    robot.frames(2);
    var told = matrices();
    var view = (BackpropView) robot.find("#backprop");
    FxThread.run(
        () -> {
          view.present(true);
          model.walker.reveal.set(Reveal.BLANKS);
          model.walker.next();
          view.present(false);
        });
    robot.frames(2);
    assertEquals(Reveal.BLANKS, FxThread.call(() -> model.walker.reveal.get()));
    assertNotEquals(told, matrices());
    FxThread.run(() -> model.walker.reveal.set(Reveal.AT_ONCE));
    robot.frames(2);
    assertEquals(told, matrices());
    FxThread.run(() -> view.present(true));
    assertEquals(Reveal.BOX_BY_BOX, FxThread.call(() -> model.walker.reveal.get()));
    FxThread.run(() -> view.present(false));
    assertEquals(Reveal.AT_ONCE, FxThread.call(() -> model.walker.reveal.get()));
    FxThread.run(() -> model.walker.reveal.set(Reveal.BLANKS));
    robot.frames(2);
    assertNotEquals(told, matrices());
  }

  /** In the window too, where nothing else tells of the keys, but not of what the quiz asks. */
  @Test
  void whatBringsBlankedNumbersBackIsSaid() {
    show(BundledSample.XOR, it -> it, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    assertFalse(robot.shows("#backprop-class-keys"));
    robot.press(KeyCode.B);
    robot.frames(2);
    assertEquals("Press B to show the numbers", robot.text("#backprop-class-keys"));
    FxThread.run(() -> model.walker.asks.set(true));
    robot.frames(2);
    assertFalse(robot.shows("#backprop-class-keys"));
  }

  /** Boxes keep the place of those to come, but not before a class, where the reason needs it. */
  @Test
  void theReasonTakesTheRoomOfBoxesToCome() {
    show(BundledSample.XOR, it -> it, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    FxThread.run(
        () -> {
          model.walker.reveal.set(Reveal.BOX_BY_BOX);
          model.walker.go(Phase.BACKWARD);
        });
    var why = robot.find("#backprop-why");
    robot.frames(2);
    var kept = FxThread.call(why::getLayoutY);
    var view = (BackpropView) robot.find("#backprop");
    FxThread.run(
        () -> {
          view.present(true);
          model.aid.set(Bookmark.Panel.CURVE);
        });
    robot.frames(2);
    var box = FxThread.call(() -> stage.getScene().lookup(".part-upstream").getBoundsInParent());
    assertTrue(why.getLayoutY() < box.getMaxY() + 40, why.getLayoutY() + " below " + box);
    FxThread.run(() -> view.present(false));
    robot.frames(2);
    assertEquals(kept, FxThread.call(why::getLayoutY));
  }

  /** “The loss fell” is the sign that is asked for. */
  @Test
  void whetherTheLossFellIsToldOnceItIsAnswered() {
    show(BundledSample.IRIS, it -> it, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    FxThread.run(
        () -> {
          model.walker.asks.set(true);
          model.walker.last();
        });
    robot.waitForText("#backprop-heading", "Change in the loss");
    assertTrue(robot.text("#backprop-why").startsWith("The change in the loss is"));
    FxThread.run(model.walker::next);
    robot.frames(2);
    robot.waitForText("#backprop-why", "The loss ");
  }

  /** Neither its colour nor its readout in the drawing tells what is asked. */
  @ParameterizedTest
  @EnumSource(names = {"UNIT", "LAYER"})
  void theUnitThatIsAskedForHasNoValueInTheDrawing(StepDetail grain) {
    show(BundledSample.IRIS, it -> it, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    var drawing = (NetworkDrawing) robot.find("#backprop-drawing");
    var unit = new NetworkPart.Unit(1, 0);
    FxThread.run(
        () -> {
          model.walker.grain.set(grain);
          model.walker.go(Phase.FORWARD);
        });
    robot.frames(2);
    var told = FxThread.call(() -> drawing.describe(unit));
    FxThread.run(() -> model.walker.asks.set(true));
    robot.frames(2);
    var asked = FxThread.call(() -> drawing.describe(unit));
    assertNotEquals(told, asked);
    FxThread.run(model.walker::next);
    robot.frames(2);
    assertEquals(told, FxThread.call(() -> drawing.describe(unit)));
  }

  @Test
  void theLedgerEndsWithTheWeightThatMaxNormLeaves() {
    show(
        BundledSample.XOR,
        it -> it.withTraining(Chosen.withMaxNorm(it.training(), 0.25)),
        Language.ENGLISH,
        Sentences.of(Locale.ENGLISH));
    FxThread.run(() -> model.aspect.set(StepTab.LEDGER));
    robot.frames(2);
    var ledger = (TableView<?>) robot.find("#backprop-ledger-table");
    FxThread.run(
        () -> {
          var columns = ledger.getColumns();
          var last = columns.size() - 1;
          assertEquals("Before max-norm u", columns.get(last - 1).getText());
          assertEquals("After", columns.get(last).getText());
          // The first row is of a bias.
          var trace = model.rows.subject.get().trace();
          assertEquals(
              number(trace.update().ledger(0, 0, 0).newWeight()),
              columns.get(last - 1).getCellData(1));
          assertEquals(number(trace.newWeight(0, 0, 0)), columns.get(last).getCellData(1));
          assertNotEquals(columns.get(last - 1).getCellData(1), columns.get(last).getCellData(1));
        });
  }

  /** Raw gradient, penalty and both together, as a spreadsheet reads them. */
  @Test
  void theLedgerIsCopiedWithTheNamesOfItsColumns() {
    show(
        BundledSample.XOR,
        it -> it.withTraining(it.training().withPenalty(new Penalty(0, 0.5))),
        Language.ENGLISH,
        Sentences.of(Locale.ENGLISH));
    FxThread.run(() -> model.aspect.set(StepTab.LEDGER));
    robot.frames(2);
    FxThread.run(() -> stage.getScene().lookup("#backprop-ledger-table").requestFocus());
    robot.shortcut(KeyCode.C);
    var copied = FxThread.call(() -> Clipboard.getSystemClipboard().getString());
    var rows = copied.lines().map(line -> List.of(line.split("\t", -1))).toList();
    var names = rows.getFirst();
    assertEquals(
        List.of("Weight", "Before", "Gradient ∂L/∂w", "Regularization", "Gradient G"),
        names.subList(0, 5));
    var trace = model.rows.subject.get().trace();
    assertEquals(trace.setting().weights().parameterCount() + 1, rows.size());
    var weight = rows.get(2);
    var place = NetworkLocation.weight(0, 0, 0);
    assertEquals(names.size(), weight.size());
    // All digits, and an exponent that a spreadsheet reads.
    assertEquals(trace.weight(place), Double.parseDouble(weight.get(1)), 0);
    assertEquals(trace.gradient(place), Double.parseDouble(weight.get(2)), 0);
    assertEquals(0.5 * trace.weight(place), Double.parseDouble(weight.get(3)), 1e-15);
    assertFalse(copied.contains("·10"), copied);
    assertEquals("0", rows.get(1).get(3), "no penalty on a bias");
    FxThread.run(Clipboard.getSystemClipboard()::clear);
    robot.click("#backprop-ledger-copy");
    assertEquals(copied, FxThread.call(() -> Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void aClickInTheDrawingLeadsToThePlaceInWhatIsTold() {
    show(BundledSample.IRIS, it -> it, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    FxThread.run(() -> model.walker.go(Phase.FORWARD));
    robot.frames(2);
    click(new NetworkPart.Unit(1, 4));
    robot.waitForText("#backprop-heading", "Weighted sum of unit 5 in hidden layer\u00a01");
    click(new NetworkPart.Unit(1, 4));
    robot.waitForText("#backprop-heading", "Activation of unit 5 in hidden layer\u00a01");
    // The arrow keys walk on from there.
    robot.press(KeyCode.RIGHT);
    robot.waitForText("#backprop-heading", "Activation of unit 6 in hidden layer\u00a01");
    click(new NetworkPart.Unit(0, 2));
    robot.waitForText("#backprop-heading", "Scaled value of petal_length_cm");
    FxThread.run(() -> model.aspect.set(StepTab.LEDGER));
    robot.frames(2);
    click(new NetworkPart.Unit(2, 1));
    var ledger = (TableView<?>) robot.find("#backprop-ledger-table");
    assertTrue(FxThread.call(() -> ledger.getSelectionModel().getSelectedIndex()) > 0);
    FxThread.run(() -> model.aspect.set(StepTab.CHECK));
    robot.frames(2);
    click(new NetworkPart.Unit(2, 1));
    assertEquals(NetworkLocation.weight(1, NetworkLocation.BIAS, 1), model.checks.place.get());
    robot.waitForText("#backprop-checked", "Layer 2: bias of 2");
    robot.choose("#backprop-checked", "Layer 1: 2 → 1");
    robot.click("#backprop-check-start");
    robot.waitForText("#backprop-check-verdict", "layer 1: 2 → 1");
    robot.waitUntil(
        "every ε",
        () -> ((TableView<?>) stage.getScene().lookup("#backprop-sweep")).getItems().size() == 10);
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(stage.getScene())));
  }

  /** As a click on the middle of a part. */
  private void click(NetworkPart part) {
    var drawing = (NetworkDrawing) robot.find("#backprop-drawing");
    robot.frames(2);
    FxThread.run(
        () -> {
          var place = drawing.bounds(part);
          MouseEvents.fire(
              drawing, MouseEvent.MOUSE_CLICKED, place.getCenterX(), place.getCenterY());
        });
    robot.frames(2);
  }

  @Test
  void manyInputsByHand() {
    show(BundledSample.DIGITS, it -> it, Language.ENGLISH, Sentences.of(Locale.ENGLISH));
    FxThread.run(() -> model.rows.source.set(RowSource.HAND));
    robot.waitUntil("a row by hand", () -> model.rows.subject.get().rows().isEmpty());
    robot.waitUntil("all fields", () -> stage.getScene().lookup("#backprop-input-64") != null);
    robot.frames(3);
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(stage.getScene())));
  }

  private void walk(
      String name, BundledSample sample, UnaryOperator<Experiment> change, Language language) {
    var words = Sentences.of(language);
    // A text that is in no bundle is so in every language.
    if (language == Language.ENGLISH) {
      show(sample, change, language, new PseudoWords(words));
      everyStep(name, () -> PseudoWords.unmarked(stage.getScene()));
      FxThread.run(stage::close);
    }
    show(sample, change, language, words);
    everyStep(name, () -> ClippingCheck.clipped(stage.getScene()));
  }

  private void everyStep(String name, Callable<List<String>> check) {
    look(RowSource.ROW, StepDetail.LAYER, name, check);
    look(RowSource.BATCH, StepDetail.UNIT, name, check);
    look(RowSource.BATCH, StepDetail.WEIGHT, name, check);
  }

  private void look(RowSource source, StepDetail grain, String name, Callable<List<String>> check) {
    FxThread.run(
        () -> {
          model.rows.source.set(source);
          model.walker.grain.set(grain);
        });
    robot.frames(2);
    robot.waitUntil("rows", () -> model.rows.subject.get() != null);
    var size = FxThread.call(() -> model.walker.walk.get().size());
    for (var step = 0L; step < size; step = next(step, size)) {
      robot.frames(2);
      assertEquals(List.of(), FxThread.call(check), name + ", step " + step + ", " + grain);
    }
    FxThread.run(model.walker::first);
  }

  /** Goes on to the next step of another kind or layer. */
  private long next(long index, long size) {
    return FxThread.call(
        () -> {
          var walk = model.walker.walk.get();
          var next = index + 1;
          while (next < size
              && walk.kind(next) == walk.kind(index)
              && walk.step(next).place().layer() == walk.step(index).place().layer()) {
            next++;
          }
          model.walker.go(next);
          return next;
        });
  }

  private void show(
      BundledSample sample, UnaryOperator<Experiment> change, Language language, Words words) {
    show(DataReference.of(sample), change, language, words);
  }

  private void show(
      DataReference data, UnaryOperator<Experiment> change, Language language, Words words) {
    FxThread.run(
        () -> {
          var tasks = new FxBackgroundTasks();
          var document = Document.of(data);
          var workspace = new Workspace(document.withDraft(change.apply(document.draft())), tasks);
          var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
          model = new BackpropViewModel(workspace, trainer, tasks, PortableProducts::new);
          var services =
              new WindowServices(
                  new Messages(_ -> words, language), new TestDialogs(), tasks, new Notices());
          var view = new BackpropView(model, services, () -> {});
          stage = new Stage();
          var scene = new Scene(view, 900, 680);
          new Theme(Appearance.LIGHT).dress(scene);
          stage.setScene(scene);
          stage.show();
          view.shown();
        });
    robot.waitUntil("steps", () -> model.walker.walk.get() != null);
    robot.frames(3);
  }
}
