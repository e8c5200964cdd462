package dev.neuralworkbench.ui.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.answer.AllRows;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Lanes;
import dev.neuralworkbench.testing.PseudoWords;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.common.form.NumberField;
import dev.neuralworkbench.ui.common.work.FxBackgroundTasks;
import dev.neuralworkbench.ui.drawing.image.RowImageView;
import dev.neuralworkbench.ui.drawing.map.DecisionPicture;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.TestModels;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class PredictViewTest {

  private final UserRobot robot = new UserRobot();
  private final ExecutorService executor = Lanes.one();
  private Workspace workspace;
  private Trainer trainer;
  private final TestDialogs dialogs = new TestDialogs();
  private final Notices notices = new Notices();
  private Stage stage;

  @AfterEach
  void close() {
    FxThread.run(stage::close);
    executor.close();
  }

  @Test
  void beforeTrainingItSaysWhatWillBeHereAndTrains() {
    show(iris(), PredictViewTest::words);
    assertTrue(robot.text("#predict-empty").startsWith("Nothing is trained yet."));
    robot.click("#predict-train");
    robot.waitForText("#predict-target", "species");
    assertFalse(robot.shows("#predict-empty"));
  }

  @Test
  void answerFollowsWhatIsTyped() {
    trained(iris());
    robot.click("#predict-fill");
    robot.waitForText("#predict-answer", "setosa");
    assertEquals("Actual value in row 1: setosa", robot.text("#predict-actual"));
    robot.enter("#predict-input-2", "6.5");
    robot.enter("#predict-input-3", "2.3");
    robot.waitForText("#predict-answer", "virginica");
    assertFalse(robot.shows("#predict-actual"));
  }

  @Test
  void slidersShowWhatIsEnteredAndEnterWhatTheyAreMovedTo() {
    trained(iris());
    robot.click("#predict-fill");
    robot.waitForText("#predict-answer", "setosa");
    assertEquals("1.4", robot.text("#predict-input-2"));
    assertEquals(1.4, slider(2).getValue());
    robot.enter("#predict-input-3", "99");
    assertEquals(2.5, slider(3).getValue());
    assertEquals("99", robot.text("#predict-input-3"));
    FxThread.run(() -> slider(2).setValue(6.4999));
    assertEquals("6.5", robot.text("#predict-input-2"));
    FxThread.run(() -> slider(3).setValue(2.3));
    assertEquals("2.3", robot.text("#predict-input-3"));
    robot.waitForText("#predict-answer", "virginica");
  }

  private Slider slider(int input) {
    return (Slider) stage.getScene().lookup("#predict-input-" + input + "-slider");
  }

  @Test
  void answerIsThatOfTheModel() {
    trained(iris());
    robot.enter("#predict-row", "101");
    robot.waitForText("#predict-answer", "virginica");
    var model = workspace.document().get().trained();
    var predictor = new ModelPredictor(model, new PortableProducts());
    var answers = AllRows.of(predictor, workspace.document().get().data().table());
    var probability = answers.probability(100, 2);
    assertEquals(
        "%.1f%%".formatted(probability * 100),
        robot.text("#predict-percent-2").replace("> 99.9%", "100.0%"));
  }

  /** What is shown adds up to the last digit, follows the form, and leads to the nearest rows. */
  @Test
  void whyIsSaidInBarsThatAddUp() {
    trained(iris());
    robot.enter("#predict-row", "101");
    robot.waitForText("#predict-answer", "virginica");
    assertTrue(FxThread.call(this::whyNumbers).isEmpty());
    robot.click("#predict-why");
    robot.waitUntil("the bars", () -> whyNumbers().size() == 6);
    var numbers = FxThread.call(this::whyNumbers);
    assertAddUp(numbers);
    var certain = robot.text("#predict-percent-2").equals("> 99.9%");
    assertEquals(certain, new BigDecimal(numbers.getLast()).compareTo(new BigDecimal("99.9")) > 0);
    assertTrue(Double.parseDouble(numbers.getLast()) < 100, "nothing is certain");
    assertEquals(
        "Compared with 100 training rows, drawn at random (seed 0).", robot.text("#why-compared"));
    assertTrue(FxThread.call(() -> says("% of the training range), the prediction is v")));
    robot.enter("#predict-input-3", "0.3");
    robot.waitUntil("other bars", () -> !whyNumbers().isEmpty() && !whyNumbers().equals(numbers));
    assertAddUp(FxThread.call(this::whyNumbers));
    var near =
        FxThread.call(
            () ->
                stage.getScene().getRoot().lookupAll(".hyperlink").stream()
                    .map(Node::getId)
                    .filter(it -> it.startsWith("why-near-"))
                    .findFirst()
                    .orElseThrow());
    var number = near.substring("why-near-".length());
    var row = Integer.parseInt(number);
    var truth = iris().table().named("species").text(row - 1);
    assertTrue(robot.text("#" + near).startsWith("Row " + number + ": true " + truth + ", "));
    robot.click("#" + near);
    robot.waitForText("#predict-row", number);
    assertEquals(
        List.of(), FxThread.call(() -> ClippingCheck.clipped(stage.getScene())), "readable");
  }

  /**
   * Of an image: its pixels in two colors beside it, the neighbors as images, the class in view.
   */
  @Test
  void whyOfAnImageIsSeen() {
    show(DataReference.of(BundledSample.DIGITS), PredictViewTest::words);
    FxThread.run(() -> workspace.edit("x", it -> it.withTrained(TestModels.untrained(it))));
    robot.enter("#predict-row", "5");
    robot.click("#predict-why");
    robot.waitUntil("the pixels", () -> stage.getScene().lookup("#why-pixels") != null);
    var links =
        FxThread.call(() -> List.copyOf(stage.getScene().getRoot().lookupAll(".row-thumbnail")));
    var graphics = links.stream().map(it -> ((Hyperlink) it).getGraphic()).toList();
    assertTrue(graphics.stream().allMatch(RowImageView.class::isInstance));
    assertFalse(graphics.isEmpty());
    FxThread.run(() -> assertApart(links));
    assertEquals(
        1,
        FxThread.call(
            () ->
                stage.getScene().lookup("#predict-answer-scroll").lookupAll(".scroll-pane").size()),
        "one scroll bar");
    assertTrue(FxThread.call(() -> says("Green pixels raise")));
    var classes = new HashSet<String>();
    for (var row = 1; row <= 60; row++) {
      robot.enter("#predict-row", String.valueOf(row));
      robot.waitForText("#predict-actual", "in row " + row + ":");
      robot.frames(2);
      var answered = robot.text("#predict-answer");
      classes.add(answered);
      assertInView("#predict-percent-" + answered);
    }
    assertTrue(classes.size() > 3, classes + "");
    robot.click("#predict-sure");
    robot.waitUntil("the set", () -> stage.getScene().lookup("#predict-sure-said").isVisible());
    robot.frames(3);
    assertInView("#predict-sure-said");
  }

  private void assertInView(String id) {
    var view = FxThread.call(() -> bounds("#predict-answer-scroll"));
    var shown = FxThread.call(() -> bounds(id));
    assertTrue(
        shown.getMinY() >= view.getMinY() - 1 && shown.getMaxY() <= view.getMaxY() + 1,
        id + ": " + shown + " in " + view);
  }

  /** Each has the height of its image, and what follows is below it. */
  private static void assertApart(List<Node> links) {
    for (var link : links) {
      var image = ((Hyperlink) link).getGraphic().getBoundsInParent();
      assertEquals(image.getHeight(), ((Hyperlink) link).getHeight(), 2);
      var all = link.getParent().getChildrenUnmodifiable();
      var next = all.indexOf(link) + 1;
      assertTrue(
          next == all.size()
              || link.getBoundsInParent().getMaxY() <= all.get(next).getBoundsInParent().getMinY());
    }
  }

  /** As it shows, three times as large, with a heading; the pane is as before afterwards. */
  @Test
  void whyIsSavedAsPictureAndNumbers(@TempDir Path folder) throws IOException {
    trained(iris());
    robot.enter("#predict-row", "101");
    robot.click("#predict-why");
    robot.waitUntil("the bars", () -> whyNumbers().size() == 6);
    var content = (Pane) FxThread.call(() -> stage.getScene().lookup(".why-content"));
    var parts = FxThread.call(() -> List.copyOf(content.getChildren()));
    dialogs.saved = Optional.of(folder.resolve("why.png"));
    choose("#why-save", "#why-savePicture");
    robot.waitUntil("the picture", () -> told().startsWith("Saved"));
    assertEquals(parts, FxThread.call(() -> List.copyOf(content.getChildren())));
    var image = ImageIO.read(folder.resolve("why.png").toFile());
    var color = FxThread.call(() -> pixel(content.lookup(".why-up")));
    assertEquals(3 * content.getWidth(), image.getWidth(), 3);
    assertTrue(image.getHeight() > 3 * content.getHeight(), "with a heading");
    var found = 0;
    for (var y = 0; y < image.getHeight(); y++) {
      for (var x = 0; x < image.getWidth(); x++) {
        found += image.getRGB(x, y) == color ? 1 : 0;
      }
    }
    assertTrue(found > 1_000, found + " of the bars");
    dialogs.saved = Optional.of(folder.resolve("why.csv"));
    choose("#why-save", "#why-saveNumbers");
    robot.waitUntil("the file", () -> Files.exists(folder.resolve("why.csv")));
    assertTrue(Files.readString(folder.resolve("why.csv")).contains("\n101,output,virginica,"));
  }

  private static int pixel(Node of) {
    return of.snapshot(null, null).getPixelReader().getArgb(1, 1);
  }

  /** A threshold is not drawn around the row, and that is said. */
  @Test
  void pictureSaysThatItIgnoresTheThreshold() {
    show(iris(), PredictViewTest::words);
    FxThread.run(() -> workspace.edit("x", it -> it.withTrained(TestModels.untrained(it))));
    FxThread.run(() -> stage.setWidth(1300));
    robot.waitUntil(
        "the map",
        () -> stage.getScene().lookup("#predict-picture").getLayoutBounds().getWidth() > 300);
    assertFalse(robot.shows("#predict-picture-decision"));
    var costs =
        new Decision.Costs(List.of(List.of(0., 1., 1.), List.of(2., 0., 1.), List.of(1., 1., 0.)));
    FxThread.run(() -> workspace.edit("x", it -> it.withTrained(it.trained().withDecision(costs))));
    robot.waitUntil(
        "the note", () -> stage.getScene().lookup("#predict-picture-decision").isVisible());
    assertTrue(robot.text("#predict-picture-decision").contains("most probable class"));
    robot.click("#predict-why");
    robot.waitUntil("why in spite of it", () -> says(", because its expected cost"));
  }

  private Bounds bounds(String id) {
    var node = stage.getScene().lookup(id);
    return node.localToScene(node.getLayoutBounds());
  }

  private static void assertAddUp(List<String> numbers) {
    var sum =
        numbers.subList(0, numbers.size() - 1).stream()
            .map(BigDecimal::new)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertEquals(new BigDecimal(numbers.getLast()), sum);
  }

  /** The numbers beside the bars, without their unit; on the FX thread. */
  private List<String> whyNumbers() {
    return stage.getScene().getRoot().lookupAll("#why-bars > .label").stream()
        .map(it -> ((Label) it).getText())
        .filter(it -> it.matches("[0-9.]+%|[+−][0-9.]+ points"))
        .map(it -> it.replaceAll("%| points", "").replace("−", "-").replace("+", ""))
        .toList();
  }

  @Test
  void formKeepsItsPlacesWhateverIsTyped() {
    trained(iris());
    var before = places();
    robot.enter("#predict-input-0", "30,5");
    robot.frames(3);
    assertTrue(robot.text("#predict-input-0-problem").contains("30,5"));
    assertEquals(before, places());
    assertEquals(
        List.of(), FxThread.call(() -> ClippingCheck.clipped(stage.getScene())), "readable");
  }

  /** Left edges and widths of the names and fields of the first two inputs. */
  private List<Double> places() {
    return FxThread.call(
        () ->
            stage.getScene().getRoot().lookupAll(".input-rows > *").stream()
                .filter(it -> it instanceof InputRow.InputName || it instanceof NumberField)
                .flatMap(it -> Stream.of(it.getLayoutX(), ((Region) it).getWidth()))
                .toList());
  }

  @Test
  void rowsAreWalkedThroughWithTheArrowKeys() {
    trained(iris());
    robot.click("#predict-row");
    robot.press(KeyCode.UP);
    robot.waitForText("#predict-actual", "in row 2:");
    robot.press(KeyCode.DOWN);
    robot.waitForText("#predict-actual", "in row 1:");
  }

  @Test
  void fieldThatCannotBeReadTakesTheAnswerAway() {
    trained(iris());
    robot.waitForText("#predict-answer", "v");
    robot.enter("#predict-input-0", "5x");
    robot.waitForText("#predict-answer", "–");
    assertEquals("“5x” is not a number.", robot.text("#predict-input-0-problem"));
    robot.enter("#predict-input-0", "1e40");
    robot.waitForText("#predict-input-0-problem", "is out of range");
    assertEquals("–", robot.text("#predict-answer"));
    robot.click("#predict-reset");
    robot.waitForText("#predict-answer", "v");
    assertFalse(robot.shows("#predict-input-0-problem"));
  }

  @Test
  void changedChoicesAreToldAndWhatWasTypedIsKeptWhenTrainingGoesOn() {
    trained(iris());
    assertFalse(robot.shows("#predict-outdated"));
    robot.enter("#predict-input-1", "3.25");
    FxThread.run(
        () ->
            workspace.editDraft("x", it -> it.withTraining(it.training().withLearningRate(0.002))));
    robot.waitForText("#predict-outdated", "as it was trained");
    train();
    robot.waitUntil("it goes", () -> !workspace.document().get().draftDiffers());
    assertEquals("3.25", robot.text("#predict-input-1"));
  }

  @Test
  void categoriesAreChosenAndNumbersAnsweredInTheirUnits() {
    var rows = 60;
    var colours = new String[rows];
    var prices = new double[rows];
    for (var i = 0; i < rows; i++) {
      colours[i] = i % 2 == 0 ? "red" : "green";
      prices[i] = (i % 2 == 0 ? 1000 : 3000) + i;
    }
    trained(
        DataReference.ofTyped(
            Table.of("fruit", TextColumn.of("colour", colours), NumberColumn.of("price", prices))));
    robot.choose("#predict-input-0", "green");
    robot.waitUntil("the answer", () -> answer() > 2500);
    robot.choose("#predict-input-0", "red");
    robot.waitUntil("the answer", () -> answer() < 1500);
    assertEquals("price", robot.text("#predict-target"));
  }

  @Test
  void rowsAreThoseOfTheOpenTableHoweverOftenAnotherIsOpened() {
    trained(iris());
    for (var rows : List.of(30, 40)) {
      var numbers = IntStream.range(0, rows).mapToDouble(i -> i % 7).toArray();
      var table =
          Table.of("t", NumberColumn.of("x", numbers), NumberColumn.of("y", numbers.clone()));
      FxThread.run(() -> workspace.open("step.open", Document.of(DataReference.ofTyped(table))));
      train();
      robot.waitUntil("the rows", () -> says("of " + rows + ", values differ"));
    }
  }

  @Test
  void rowThatIsNotThereIsMarkedAndNotEntered() {
    trained(iris());
    robot.enter("#predict-row", "999");
    robot.waitForText("#predict-actual", "in row 99:");
    var error = PseudoClass.getPseudoClass("danger");
    assertTrue(stage.getScene().lookup("#predict-row").getPseudoClassStates().contains(error));
    robot.enter("#predict-row", "150");
    robot.waitForText("#predict-actual", "in row 150:");
    assertFalse(stage.getScene().lookup("#predict-row").getPseudoClassStates().contains(error));
  }

  @Test
  void whatStandsInForAMissingValueIsSaid() {
    var bill = new double[30];
    var mass = new double[30];
    for (var i = 0; i < bill.length; i++) {
      bill[i] = i == 2 ? Double.NaN : 40 + i;
      mass[i] = 3000 + 10 * i;
    }
    trained(
        DataReference.ofTyped(
            Table.of("birds", NumberColumn.of("bill", bill), NumberColumn.of("mass", mass))));
    robot.enter("#predict-row", "3");
    robot.waitForText("#predict-missing", "Missing in row 3");
    assertEquals("Missing in row 3, typical values are used: bill", robot.text("#predict-missing"));
    assertEquals("Actual value in row 3: 3020", robot.text("#predict-actual"));
    robot.enter("#predict-row", "4");
    robot.waitUntilGone("#predict-missing");
  }

  @Test
  void rangesOfTheTableKeepAllTheirDigits() {
    // Of so few rows none is held out: all are training rows.
    var visits = new double[16];
    var income = new double[16];
    for (var i = 0; i < visits.length; i++) {
      visits[i] = i * 760_167_650.0 / 15;
      income[i] = 22_420.125 + i;
    }
    trained(
        DataReference.ofTyped(
            Table.of(
                "shop", NumberColumn.of("visits", visits), NumberColumn.of("income", income))));
    robot.waitUntil("the range", () -> says("0 to 760,167,650"));
    robot.waitUntil("the target's", () -> says("range from 22,420.125 to 22,435.125"));
  }

  @Test
  void unknownAndMissingCategoriesAreAnsweredAsInAFile() {
    var rows = 60;
    var colours = new String[rows];
    var prices = new double[rows];
    for (var i = 0; i < rows; i++) {
      colours[i] = i % 2 == 0 ? "red" : "green";
      prices[i] = (i % 2 == 0 ? 1000 : 3000) + i;
    }
    trained(
        DataReference.ofTyped(
            Table.of("fruit", TextColumn.of("colour", colours), NumberColumn.of("price", prices))));
    var model = workspace.document().get().trained();
    var asked =
        Table.of(
            "new",
            TextColumn.of("colour", "purple", null, "red"),
            NumberColumn.of("price", 1, 2, 3));
    var answers = AllRows.of(new ModelPredictor(model, new PortableProducts()), asked);
    robot.choose("#predict-input-0", "none of these");
    waitForAnswer(answers.number(0));
    robot.choose("#predict-input-0", "red");
    waitForAnswer(answers.number(2));
    var fill = ((CategoryInput) model.preprocessor().inputs().getFirst()).fill();
    robot.choose("#predict-input-0", "missing: " + fill + " is used");
    waitForAnswer(answers.number(1));
  }

  private void waitForAnswer(double expected) {
    robot.waitForText("#predict-answer", Numbers.rounded(expected, 4));
  }

  @Test
  void textsAreFromBundlesAndShowInFullInBothLanguages() {
    for (var language : Language.values()) {
      var words = Sentences.of(language);
      show(iris(), _ -> new PseudoWords(words));
      assertEquals(List.of(), FxThread.call(() -> PseudoWords.unmarked(stage.getScene())));
      train();
      robot.click("#predict-fill");
      robot.frames(3);
      assertEquals(List.of(), FxThread.call(() -> PseudoWords.unmarked(stage.getScene())));
      FxThread.run(stage::close);
      show(iris(), _ -> words);
      train();
      robot.click("#predict-fill");
      robot.frames(3);
      assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(stage.getScene())));
      FxThread.run(stage::close);
    }
  }

  @Test
  void calculationIsCopiedAndSavedAndAModelWithoutHiddenLayerIsAnEquation(@TempDir Path folder)
      throws Exception {
    trained(iris());
    assertFalse(robot.shows("#predict-equation"));
    robot.click("#predict-fill");
    robot.waitForText("#predict-answer", "setosa");
    choose("#predict-worked", "#predict-worked-copy");
    robot.waitUntil("the cells", () -> onClipboard().contains("\nsepal_length_cm\t5.1\t5.1\n"));
    assertTrue(clipboard().contains("\np(“setosa”)\t"), clipboard());
    robot.waitUntil("the notice", () -> told().equals("Copied to the clipboard"));
    dialogs.saved = Optional.of(folder.resolve("sheet.html"));
    choose("#predict-worked", "#predict-worked-save");
    robot.waitUntil("the page", () -> told().startsWith("Saved"));
    assertTrue(
        Files.readString(folder.resolve("sheet.html"))
            .contains("<p class=\"about\">iris · row 1</p>"));
    FxThread.run(
        () -> workspace.editDraft("x", it -> it.withNetwork(it.network().withHidden(List.of()))));
    train();
    robot.waitUntil("the equation", () -> stage.getScene().lookup("#predict-equation").isVisible());
    assertTrue(robot.text("#predict-equation").startsWith("z(setosa)\u00a0="));
    choose("#predict-worked", "#predict-worked-equation");
    assertTrue(clipboard().contains("\np(k) = e^z(k) / (Σ_k e^z(k))"), clipboard());
    var wide = List.of(DenseDesign.of(201, Activation.RELU));
    FxThread.run(
        () -> workspace.editDraft("x", it -> it.withNetwork(it.network().withHidden(wide))));
    train();
    robot.waitUntil("no equation", () -> !stage.getScene().lookup("#predict-equation").isVisible());
    choose("#predict-worked", "#predict-worked-copy");
    robot.waitUntil(
        "why not",
        () -> notices.error.get() != null && notices.error.get().getValue().contains("201 inputs"));
  }

  private void choose(String menu, String item) {
    FxThread.run(
        () ->
            ((MenuButton) stage.getScene().lookup(menu))
                .getItems().stream()
                    .filter(it -> item.equals("#" + it.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire());
  }

  private String told() {
    return notices.message.get() == null ? "" : notices.message.get().getValue();
  }

  private static String clipboard() {
    return FxThread.call(PredictViewTest::onClipboard);
  }

  private static String onClipboard() {
    return String.valueOf(Clipboard.getSystemClipboard().getString());
  }

  private double answer() {
    var text = ((Label) stage.getScene().lookup("#predict-answer")).getText();
    return text.equals("–") ? Double.NaN : Double.parseDouble(text.replace('\u2212', '-'));
  }

  private boolean says(String part) {
    return stage.getScene().getRoot().lookupAll(".label").stream()
        .anyMatch(it -> it instanceof Label label && label.getText().contains(part));
  }

  private static DataReference iris() {
    return DataReference.of(BundledSample.IRIS);
  }

  private void trained(DataReference data) {
    show(data, PredictViewTest::words);
    train();
    robot.waitUntil("the form", () -> stage.getScene().lookup("#predict-input-0") != null);
  }

  private void train() {
    FxThread.run(trainer::train);
    robot.waitUntil("the end", () -> trainer.state().get() == RunState.FINISHED);
    robot.frames(2);
  }

  private void show(DataReference data, Function<Language, Words> words) {
    FxThread.run(
        () -> {
          var tasks = new FxBackgroundTasks();
          var document = Document.of(data);
          var training = document.draft().training().withStopping(Stopping.after(60));
          workspace =
              new Workspace(document.withDraft(document.draft().withTraining(training)), tasks);
          trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
          trainer.speed().set(Speed.FULL);
          var messages = new Messages(words, Language.ENGLISH);
          var window = new WindowServices(messages, dialogs, tasks, notices);
          var view =
              new PredictView(
                  new PredictViewModel(workspace, trainer, tasks, executor, PortableProducts::new),
                  new RowsViewModel(workspace, window, PortableProducts::new),
                  tasks,
                  new ChartFiles(window, () -> "iris"),
                  new DecisionPicture(messages, tasks, executor, PortableProducts::new),
                  new MenuButton());
          stage = new Stage();
          var scene = new Scene(view, 690, 520);
          new Theme(Appearance.LIGHT).dress(scene);
          stage.setScene(scene);
          stage.show();
        });
    robot.frames(2);
  }

  private static Words words(Language language) {
    return Sentences.of(language);
  }
}
