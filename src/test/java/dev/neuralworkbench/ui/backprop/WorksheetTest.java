package dev.neuralworkbench.ui.backprop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.WorkedNetwork;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.report.WorkedSteps;
import dev.neuralworkbench.report.Worksheet;
import dev.neuralworkbench.testing.PrintedMaths;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.RowSource;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;
import dev.neuralworkbench.ui.workspace.preferences.ComputingPreferences;
import dev.neuralworkbench.ui.workspace.preferences.Engine;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WorksheetTest {

  private static final Pattern WORKED =
      Pattern.compile("<p class=\"worked\"><math[^>]*>(.*?)</math></p>");

  private static BackpropViewModel model(Document document) {
    var tasks = new InlineTasks();
    var workspace = new Workspace(document, tasks);
    var trainer = new Trainer(workspace, tasks, new ComputingPreferences(Engine.PORTABLE, 1));
    var model = new BackpropViewModel(workspace, trainer, tasks, PortableProducts::new);
    model.seen(true);
    return model;
  }

  private static Document flowers() {
    var document = Document.of(BundledSample.IRIS);
    var draft = document.draft();
    return document.withDraft(
        draft
            .withNetwork(
                draft
                    .network()
                    .withHidden(
                        List.of(DenseDesign.of(3, Activation.GELU), new DropoutDesign(0.5))))
            .withTraining(
                Chosen.withMaxNorm(
                    Chosen.withClipNorm(draft.training().withOptimizer(Adam.DEFAULT), 0.5), 0.75)));
  }

  private static List<Step> steps(BackpropViewModel model) {
    var walk = model.walker.walk.get();
    return LongStream.range(0, walk.size()).mapToObj(walk::step).toList();
  }

  private static String page(BackpropViewModel model, Locale language, boolean solved) {
    return Worksheet.page(
        new WorkedSteps(model.rows.subject.get().trace(), steps(model), 0, Decimals.DEFAULT),
        "<t> & t, row 1",
        "Weights <of> it.",
        Sentences.of(language),
        solved);
  }

  @Test
  void aPageLoadsNothing() {
    var page = page(model(flowers()), Locale.ENGLISH, true);
    var head = page.substring(0, page.indexOf("<style>"));
    assertTrue(head.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\">"), head);
  }

  /**
   * Somebody who reads nothing but the solution's page, and works out each line from the numbers
   * printed in it, gets what is printed behind the sign: to the last digit after =, and but for
   * what rounding does after ≈.
   */
  @Test
  void whatIsPrintedCanBeWorkedOutFromWhatIsPrinted() {
    for (var document :
        List.of(
            WorkedNetwork.TWO_TWO_ONE.document("t"),
            WorkedNetwork.THREE_TWO_ONE.document("t"),
            WorkedNetwork.SOLVED_XOR.document("t"),
            flowers())) {
      var model = model(document);
      var found = WORKED.matcher(page(model, Locale.ENGLISH, true));
      var lines = 0;
      var exact = 0;
      while (found.find()) {
        var line =
            PrintedMaths.of(found.group(1).replace("</math> <math displaystyle=\"true\">", ""));
        if (line.isWorkedOut()) {
          lines++;
          exact += line.isExact() ? 1 : 0;
          assertEquals(
              line.printed(),
              line.value(),
              line.isExact() ? 0.5001 * line.lastDigit() : 0.02 * Math.abs(line.printed()) + 2e-3,
              found.group(1));
        }
      }
      assertTrue(lines >= 0.6 * steps(model).size(), lines + " lines");
      assertTrue(exact >= lines / 2, exact + " of " + lines);
    }
  }

  /** The page with blanks gives no result away, and says every number that is not worked out. */
  @Test
  void theSheetWithBlanksHasARoomForEachResultAndWhatItNeeds() {
    var model = model(WorkedNetwork.TWO_TWO_ONE.document("t"));
    var blank = page(model, Locale.ENGLISH, false);
    var solved = page(model, Locale.ENGLISH, true);
    // What is only looked up is told in both.
    assertEquals(
        count(solved, "class=\"worked\""),
        count(blank, "class=\"blank\"") + count(blank, "class=\"worked\""));
    for (var given : List.of("0.1500", "0.2000", "0.3500", "0.4000", "0.4500", "0.6000")) {
      assertTrue(blank.contains("<td>" + given + "</td>"), given);
    }
    assertTrue(blank.contains("<mn>0.25</mn>"), "the learning rate");
    assertEquals(9, count(blank, "<td>"));
    assertEquals(5, count(blank, "<circle"));
    assertEquals(6, count(blank, "<path"));
    var trace = model.rows.subject.get().trace();
    for (var result :
        List.of(
            trace.before().z(0, 0, 0),
            trace.before().value(0, 0, 1),
            trace.before().prediction(0, 0),
            trace.before().loss(),
            trace.delta(0, 0, 0),
            trace.newWeight(1, 0, 0))) {
      var text = Decimals.DEFAULT.text(result);
      assertFalse(blank.contains(text), text);
      assertTrue(solved.contains(text), text);
    }
  }

  /** Paper is no wider than a few numbers; a row is a unit's, as in the matrix W. */
  @Test
  void weightsIntoALayerOfManyInputsStandInSeveralTables() {
    var document = WorkedNetwork.TWO_TWO_ONE.document("t");
    var draft = document.draft();
    var wide = draft.network().withHidden(List.of(DenseDesign.of(9, Activation.TANH)));
    var model = model(document.withDraft(draft.withNetwork(wide)).withTrained(null));
    var blank = page(model, Locale.ENGLISH, false);
    assertEquals(2 * 9 + 9 + 9 + 1, count(blank, "<td>"));
    assertEquals(3, count(blank, "<table>"));
    for (var each : blank.split("<tr>", -1)) {
      assertTrue(count(each, "<td>") <= 8, each);
    }
    var weights = model.rows.subject.get().trace();
    var first = Decimals.DEFAULT.text(weights.weight(NetworkLocation.weight(0, 0, 1)));
    var second = Decimals.DEFAULT.text(weights.weight(NetworkLocation.weight(0, 1, 1)));
    var row = "<th>→ 2</th>\n<td>" + first + "</td>\n<td>" + second + "</td>";
    assertTrue(blank.contains(row), blank);
  }

  /** Units cover the ends of the lines, or no name could be read. */
  @Test
  void noLineOfTheDrawingGoesThroughAName() {
    var blank = page(model(WorkedNetwork.TWO_TWO_ONE.document("t")), Locale.ENGLISH, false);
    assertTrue(blank.lastIndexOf("<path") < blank.indexOf("<circle"));
  }

  /** In a mean over rows, the number of the row followed is called what it was asked for by. */
  @Test
  void whatTheRowFollowedComesToIsNotGivenAwayBesideTheMean() {
    var document = Document.of(BundledSample.IRIS);
    var draft = document.draft();
    var model =
        model(
            document.withDraft(
                draft
                    .withNetwork(
                        draft.network().withHidden(List.of(DenseDesign.of(2, Activation.TANH))))
                    .withTraining(draft.training().withBatchSize(4))));
    model.rows.source.set(RowSource.BATCH);
    var trace = model.rows.subject.get().trace();
    var blank = page(model, Locale.ENGLISH, false);
    var loss = Decimals.DEFAULT.text(trace.before().loss(0));
    assertFalse(blank.contains("<mn>" + loss + "</mn>"), loss);
    assertTrue(blank.contains("<mn>" + Decimals.DEFAULT.text(trace.before().loss(1)) + "</mn>"));
    var last = trace.layers() - 1;
    var gradient = Decimals.DEFAULT.text(trace.rowGradient(last, 0, 0, 0));
    assertFalse(blank.contains("<mn>" + gradient + "</mn>"), gradient);
    assertTrue(blank.contains("<mi>g</mi><mtext>1</mtext></msub><mo>=</mo><mfrac>"), blank);
  }

  @Test
  void pagesAreWholeInBothLanguagesAndNamesAreNoMarkup() throws Exception {
    for (var language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      var page = page(model(flowers()), language, true);
      assertTrue(page.contains("&lt;t&gt; &amp; t, row 1"));
      assertTrue(page.contains(">Weights &lt;of&gt; it. "));
      assertFalse(page.contains("explain."), "a key");
      PrintedMaths.check(page);
    }
  }

  /** Somebody adds up what is printed: no row of the mini-batch is missing from its means. */
  @Test
  void theSumsOfAMiniBatchAreComplete() {
    var document = Document.of(BundledSample.IRIS);
    var draft = document.draft();
    var model =
        model(
            document.withDraft(
                draft
                    .withNetwork(
                        draft.network().withHidden(List.of(DenseDesign.of(2, Activation.TANH))))
                    .withTraining(draft.training().withBatchSize(20))));
    model.rows.source.set(RowSource.BATCH);
    var trace = model.rows.subject.get().trace();
    var solved = page(model, Locale.ENGLISH, true);
    for (var row = 0; row < 20; row++) {
      var loss = "<mn>" + Decimals.DEFAULT.text(trace.before().loss(row)) + "</mn>";
      assertTrue(solved.contains(loss), "loss of row " + row);
      var gradient = "<mn>" + Decimals.DEFAULT.text(trace.rowGradient(1, row, 0, 2)) + "</mn>";
      assertTrue(solved.replace("<mn>-", "<mn>−").contains(gradient), "gradient of row " + row);
    }
  }

  @Test
  void itsHeadNamesRowBatchAndEpoch() {
    var model = model(flowers());
    var words = Sentences.of(Locale.ENGLISH);
    assertEquals("iris, row 1 of 150 · epoch 1", model.about(model.rows.subject.get(), words));
    model.rows.row.set(7);
    assertEquals("iris, row 7 of 150 · epoch 1", model.about(model.rows.subject.get(), words));
    model.rows.source.set(RowSource.BATCH);
    model.walker.focus.set(2);
    var subject = model.rows.subject.get();
    assertEquals(
        "iris, row 3 of "
            + subject.rows().size()
            + " in the batch · table row "
            + (subject.rows().get(2) + 1)
            + " · epoch 1, batch 1 of "
            + subject.basis().batches(),
        model.about(subject, words));
  }

  private static int count(String text, String what) {
    return text.split(Pattern.quote(what), -1).length - 1;
  }
}
