package dev.neuralworkbench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.cli.Calls;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Replacement;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.prepare.SplitRule;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.OwnTable;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.HiddenLayers;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.EarlyStopping;
import dev.neuralworkbench.train.Monitor;
import dev.neuralworkbench.train.RunControl;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.StepDecay;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

class ReportTest {

  private static final PortableProducts PRODUCTS = new PortableProducts();

  @TempDir private Path folder;

  private static Document trained(Document document, int epochs) {
    return trained(document, epochs, new RunControl());
  }

  private static Document trained(Document document, int epochs, RunControl control) {
    var draft = document.draft();
    var brief = document.withDraft(draft.withTraining(draft.training().withEpochs(epochs)));
    var plan = TrainingPlan.of(brief);
    var data = PreparedData.of(plan.experiment().preparation(), brief.data().table());
    var session = plan.session(data, PRODUCTS);
    session.run(control);
    return brief.withTrained(plan.model(session, data));
  }

  private static String page(Document document, Language language) {
    var worked = WorkedSteps.of(document, 2, PRODUCTS).orElseThrow();
    return Report.page(
        document, PRODUCTS, worked, Sentences.of(language.locale()), "Neural Workbench");
  }

  private static void assertWellFormed(String page) throws Exception {
    var xml =
        page.replaceFirst("<!doctype html>\n", "")
            .replaceAll("<meta ([^>]*)>", "<meta $1/>")
            .replaceAll("(?s)<style>.*?</style>", "");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void isOneWellFormedPageThatLoadsNothing(Language language) throws Exception {
    for (var sample : List.of(BundledSample.IRIS, BundledSample.DIABETES)) {
      var page = page(trained(Document.of(sample), 5), language);
      assertWellFormed(page);
      for (var reference :
          List.of("http:", "https:", "src=", "href", "url(", "@import", "<script")) {
        assertFalse(page.contains(reference), reference);
      }
      assertTrue(page.contains("<svg") && page.contains("<math"));
      // A browser that is told so would not load it either, whatever a table has put there.
      var head = page.substring(0, page.indexOf("<style>"));
      assertTrue(head.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\">"), head);
      assertFalse(page.contains(" style="), "what is inline is one sheet");
    }
  }

  @Test
  void rateThatWasChangedByHandStandsAmongTheSettings() {
    var document = Document.of(BundledSample.IRIS);
    var first = document.draft().training().optimizer().learningRate();
    var control = new RunControl();
    control.learningRate(0.125);
    var page = page(trained(document, 3, control), Language.ENGLISH);
    var rates = ">" + first + ", then 0.125 from epoch 1<";
    assertTrue(page.contains(rates), rates);
  }

  /** What stands in a table of somebody else's is no markup. */
  @Test
  void namesOfDataAreEscaped() throws Exception {
    var rows = 60;
    var evil = "<script>alert('1')</script>&\"";
    var x = IntStream.range(0, rows).mapToDouble(i -> i % 7).toArray();
    var classes =
        IntStream.range(0, rows).mapToObj(i -> i % 2 == 0 ? evil : "</td>").toArray(String[]::new);
    var table =
        new Table(
            evil,
            List.of(NumberColumn.of(evil + "x", x), TextColumn.of(evil + "y", classes)),
            rows);
    var page =
        page(
            trained(Document.of(DataReference.ofFile(table, ReadingChoices.NONE)), 3),
            Language.ENGLISH);
    assertWellFormed(page);
    assertFalse(page.contains("<script") || page.contains("</td></td>"), page);
    assertTrue(page.contains("&lt;script&gt;"));
  }

  /** A step on a row of one's choice may be on a test row, which is then no longer unseen. */
  @Test
  void rowsThatWereSteppedOnAreNotVouchedFor() {
    var document = trained(Document.of(BundledSample.IRIS), 5);
    var said = "If such a row is among these, the scores are optimistic";
    assertFalse(page(document, Language.ENGLISH).contains(said));
    var plan = TrainingPlan.of(document);
    var data = PreparedData.of(plan.experiment().preparation(), document.data().table());
    var session = plan.session(data, PRODUCTS);
    session.trainRow(List.of(0.5f, 0.5f, 0.5f, 0.5f), List.of(1f, 0f, 0f));
    var stepped = document.withTrained(plan.model(session, data));
    assertTrue(page(stepped, Language.ENGLISH).contains(said));
  }

  @Test
  void scoresAreThoseOfTheTestRows() {
    var document = trained(Document.of(BundledSample.IRIS), 20);
    var model = document.trained();
    var data = PreparedData.of(model.experiment().preparation(), document.data().table());
    var judged =
        Judgement.of(new ModelPredictor(model, PRODUCTS), data.training(), data.rows(RowPart.TEST));
    var page = page(document, Language.ENGLISH);
    for (var metric : Metric.of(judged.problem())) {
      var score = Numbers.typeset(Numbers.rounded(metric.of(judged.network()), 4));
      var constant = Numbers.typeset(Numbers.rounded(metric.of(judged.constant()), 4));
      assertTrue(
          page.replaceAll("\\s", "")
              .matches(".*<td>" + score + "</td><td>[^<]*</td><td>" + constant + "</td>.*"),
          metric.id());
    }
  }

  private static final String SHIFTED =
      "The network and the linear model were trained with class weights: compare their log losses"
          + " with each other, not with that of the most frequent class.";

  @Test
  void startingWeightsAreToldOfEachLayerAndBalancedClassesBesideTheLogLoss() {
    var document = Document.of(BundledSample.IRIS);
    var draft = document.draft();
    var layers =
        List.<LayerDesign>of(
            DenseDesign.of(4, Activation.RELU).withInitializer(Initializer.HE_NORMAL),
            DenseDesign.of(3, Activation.TANH).withInitializer(Initializer.GLOROT_UNIFORM));
    var network = draft.network().withHidden(layers).withOutputInitializer(Initializer.NORMAL);
    var told = page(trained(document.withDraft(draft.withNetwork(network)), 3), Language.ENGLISH);
    assertTrue(
        told.contains(">Weight initializer</th>\n<td>He normal, Glorot uniform, Normal</td>"),
        told);
    assertTrue(told.contains(">Balanced classes</th>\n<td>off</td>"), told);
    assertFalse(told.contains(SHIFTED));
    assertTrue(told.contains(">Logistic regression (L2, C = 1)<"), told);
    var alike =
        draft
            .withNetwork(HiddenLayers.withInitializer(network, Initializer.NORMAL))
            .withPreparation(draft.preparation().withBalanced(true));
    var balanced = page(trained(document.withDraft(alike), 3), Language.ENGLISH);
    assertTrue(balanced.contains(">Weight initializer</th>\n<td>Normal</td>"), balanced);
    assertTrue(
        balanced.contains(">Balanced classes</th>\n<td>on</td>") && balanced.contains(SHIFTED));
    assertTrue(balanced.contains(">Logistic regression (L2, C = 1, balanced)<"), balanced);
  }

  @Test
  void whatIsNoDataIsListed() throws Exception {
    var document = Document.of(BundledSample.IRIS);
    var draft = document.draft();
    var usual = draft.preparation();
    var width = usual.columns().get(1).replacing(List.of(new Replacement("2.3", null)));
    var cleaned =
        usual
            .withPlan(1, width.withMissing(MissingValues.MEDIAN))
            .withLeftOut(RowFilter.NONE.and(1, 2, 9));
    var told =
        page(trained(document.withDraft(draft.withPreparation(cleaned)), 3), Language.ENGLISH);
    assertTrue(told.contains(">Rows left out</th>\n<td>2–3, 10</td>"), told);
    assertTrue(told.contains(">Replaced values of sepal_width_cm</th>\n<td>2.3 → ?</td>"), told);
    assertTrue(told.contains(">Missing values of sepal_width_cm</th>\n<td>Median</td>"), told);
  }

  /** The best epoch's mean was restored: its row is not taken through the last epoch's. */
  @Test
  void theStepOfARowBeginsWithTheWeightsInUse() {
    var document = trained(OwnTable.of(BundledSample.IRIS), 200);
    var model = document.trained();
    assertNotEquals(model.weights(), model.checkpoint().predicting());
    var worked = WorkedSteps.of(document, 2, PRODUCTS).orElseThrow();
    assertEquals(model.weights(), worked.trace().setting().weights());
    assertTrue(
        page(document, Language.ENGLISH)
            .contains(
                "Weights in use: averaged over about 10 epochs (EMA) up to epoch %d (best)."
                    .formatted(RunResult.of(model).used())));
  }

  /** The command at its end trains the same network, to the last bit. */
  @Test
  void theCommandRepeatsTheTraining() throws Exception {
    for (var sample : List.of(BundledSample.IRIS, BundledSample.DIABETES)) {
      var document = Document.of(sample);
      var usual = document.draft();
      var table = document.data().table();
      // By groups of the first column, which is then no input.
      var rule = new SplitRule(SplitRule.Kind.GROUP, table.column(0).name());
      var draft =
          usual.withPreparation(
              usual
                  .preparation()
                  .dividedBy(rule, table)
                  .withBalanced(true)
                  .toggled(Feature.of(Feature.Kind.SQUARE, table.column(1).name())));
      var chosen =
          trained(
              document.withDraft(
                  draft
                      .withTraining(draft.training().withSeed(11).withLearningRate(0.02))
                      .withNetwork(
                          HiddenLayers.withDropout(
                              HiddenLayers.withUnits(draft.network(), List.of(5, 3)), 0.1))),
              7);
      var repetition =
          Repetition.of(chosen.trained().experiment(), chosen.data(), chosen.data().table());
      assertEquals(List.of(), repetition.missing());
      var file = folder.resolve(sample.id() + ".nnw");
      var words = new ArrayList<>(repetition.words().subList(1, repetition.words().size()));
      words.set(words.indexOf("model.nnw"), file.toString());
      words.add("--portable");
      var calls = new Calls(Locale.ENGLISH);
      assertEquals(0, calls.call(words.toArray(String[]::new)), calls.err());
      assertEquals(chosen.trained().weights(), ModelFile.read(file).trained().weights());
      var judged = new Calls(Locale.ENGLISH);
      assertEquals(0, judged.call("evaluate", file.toString(), sample.id()), judged.err());
      var isClass = sample == BundledSample.IRIS;
      assertEquals(isClass, judged.out().contains(SHIFTED), judged.out());
      assertEquals(isClass, judged.out().contains("C = 1, balanced)"), judged.out());
    }
  }

  @Test
  void whatTheCommandCannotSayIsSaid() {
    var document = Document.of(BundledSample.IRIS);
    var draft = document.draft();
    var other =
        trained(
            document.withDraft(draft.withTraining(Chosen.withShuffle(draft.training(), false))), 2);
    var page = page(other, Language.ENGLISH);
    assertTrue(page.contains("the training except for: shuffle: on → off."), page);
  }

  @Test
  void whatIsNotAsUsualStandsAmongTheSettingsAndInTheList() {
    var document = Document.of(BundledSample.IRIS);
    var draft = document.draft();
    var usual = page(trained(document, 2), Language.ENGLISH);
    for (var name : List.of("Beta 1", "Shuffle", "Monitor", "Min. delta", "Restore best weights")) {
      assertFalse(usual.contains(">" + name + "</th>"), name);
    }
    var stop = new EarlyStopping(Monitor.TRAINING_LOSS, 0.25, 30, false);
    var training =
        Chosen.withShuffle(
                draft
                    .training()
                    .withOptimizer(new Adam(0.02, 0.8, 0.95, 1e-5))
                    .withSchedule(new StepDecay(7, 0.5)),
                false)
            .withStopping(draft.training().stopping().withEarlyStopping(stop));
    var page = page(trained(document.withDraft(draft.withTraining(training)), 2), Language.ENGLISH);
    for (var row :
        List.of(
            "Beta 1</th>\n<td>0.8",
            "Beta 2</th>\n<td>0.95",
            "Epsilon</th>\n<td>1e-5",
            "Every (epochs)</th>\n<td>7",
            "Shuffle</th>\n<td>off",
            "Monitor</th>\n<td>Training loss (running)",
            "Min. delta</th>\n<td>0.25",
            "Patience</th>\n<td>30",
            "Restore best weights</th>\n<td>off")) {
      assertTrue(page.contains(">" + row + "<"), row);
    }
    for (var left :
        List.of("beta 1 0.9 → 0.8;", "beta 2 0.999 → 0.95;", "early stopping min. delta")) {
      assertTrue(page.contains(left), left);
    }
  }

  /** A run that was gone back in, stopped, or only begun. */
  @Test
  void anEndThatTheCommandDoesNotReachByItselfIsSaid() {
    var document = Document.of(BundledSample.IRIS);
    var ended = page(trained(document, 2), Language.ENGLISH);
    assertFalse(ended.contains("the training except for"), ended);
    var plan = TrainingPlan.of(document);
    var data = PreparedData.of(plan.experiment().preparation(), document.data().table());
    var session = plan.session(data, PRODUCTS);
    for (var i = 0; i < 3; i++) {
      session.trainEpoch();
    }
    var epochs = document.draft().training().stopping().epochs();
    var open = page(document.withTrained(plan.model(session, data)), Language.ENGLISH);
    var said = "the training except for: stopping after epoch 3 of " + epochs + ".";
    assertTrue(open.contains(said), open);
    var brief = trained(document, 3);
    var onward = TrainingPlan.of(brief);
    var step = onward.session(data, PRODUCTS);
    step.trainBatch();
    var stepped = brief.withTrained(onward.ofStep(brief).model(step, data));
    var page = page(stepped, Language.ENGLISH);
    assertTrue(page.contains("the training except for: the steps after epoch 3."), page);
    var control = new RunControl();
    control.stopWhen(() -> true);
    session.run(control);
    var stopped = page(document.withTrained(plan.model(session, data)), Language.ENGLISH);
    assertTrue(stopped.contains(said), stopped);
  }

  @Test
  void theCommandIsQuotedForAShell() {
    assertEquals(
        "a 'b c' 'd'\\''e' '$x' none",
        new Repetition(List.of("a", "b c", "d'e", "$x", "none"), List.of()).command());
  }
}
