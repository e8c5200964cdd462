package dev.neuralworkbench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.metrics.BestThreshold.Aim;
import dev.neuralworkbench.metrics.BestThreshold.Score;
import dev.neuralworkbench.model.Background;
import dev.neuralworkbench.model.Decision;
import dev.neuralworkbench.model.Decision.Threshold;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.OwnTable;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.nn.HiddenLayers;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.text.Sentences;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the report explains, read from its page. */
class ReportReasonsTest {

  private static final PortableProducts PRODUCTS = new PortableProducts();

  private static String section(Document of) {
    var page = Report.page(of, PRODUCTS, null, Sentences.of(Locale.ENGLISH), "test");
    return page.replaceAll("(?s).*<h2>Explanations</h2>|<h2>.*", "");
  }

  private static List<MatchResult> all(String pattern, String in) {
    return Pattern.compile(pattern).matcher(in).results().toList();
  }

  private static List<Double> probabilities(ModelPredictor of, RawRow row) {
    return ((Prediction.OfClass) of.predict(row)).probabilities();
  }

  /** Rows in which the true class is least probable, each as a sum from the mean to the output. */
  @Test
  void worstPredictionsAddUp() {
    var document = TrainedDocuments.iris();
    var said = section(document);
    assertEquals(said, section(document), "the same each time");
    var model = document.trained();
    var table = document.data().table();
    var predictor = new ModelPredictor(model, PRODUCTS);
    var test = model.prepared(table).test();
    var truths = ((ClassTargets) test.targets()).classes();
    var worst =
        IntStream.range(0, test.rows())
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                    i -> {
                      var row = RawRow.of(model.preprocessor(), table, test.sourceRows()[i]);
                      return probabilities(predictor, row).get(truths[i]);
                    }))
            .limit(3)
            .map(i -> String.valueOf(test.sourceRows()[i] + 1))
            .toList();
    var rows = all("<p class=\"role\">Row (\\d+): true \\w+, predicted (\\w+)</p>", said);
    assertEquals(worst, rows.stream().map(it -> it.group(1)).toList());
    var background = Background.draw(model, table).values();
    for (var row : rows) {
      var numbers = all("<td>([+−]?[\\d.]+)(%| points)</td>", said.substring(row.end()));
      var parts = numbers.stream().map(it -> it.group(1).replace('−', '-')).limit(6).toList();
      var sum = parts.subList(0, 5).stream().map(BigDecimal::new).reduce(BigDecimal::add);
      assertEquals(0, sum.orElseThrow().compareTo(new BigDecimal(parts.get(5))), parts + "");
      var raw = RawRow.of(model.preprocessor(), table, Integer.parseInt(row.group(1)) - 1);
      var prediction = (Prediction.OfClass) predictor.predict(raw);
      assertEquals(prediction.answer(), row.group(2));
      var mean =
          IntStream.range(0, background.rows())
              .mapToObj(i -> RawRow.of(model.preprocessor(), background, i))
              .mapToDouble(it -> probabilities(predictor, it).get(prediction.index()))
              .average()
              .orElseThrow();
      assertEquals(100 * mean, Double.parseDouble(parts.getFirst()), 0.06);
    }
  }

  private static String page(Document of, Decision by) {
    var decided = of.withTrained(Objects.requireNonNull(of.trained()).withDecision(by));
    return Report.page(decided, PRODUCTS, null, Sentences.of(Locale.ENGLISH), "test");
  }

  /** Which class is predicted is told with what it takes to decide so again. */
  @Test
  void decisionIsToldWithItsCommand() {
    var circles = TrainedDocuments.circles();
    var validation = Decision.Rows.VALIDATION;
    var byCosts = new Threshold(0, 0.25, validation, new Aim(Score.COSTS, 5, 1.5));
    var said = page(circles, byCosts);
    assertTrue(
        said.contains(
            "neural-workbench tune-threshold model.nnw circles --positive A"
                + " --cost-false-positive 5.0 --cost-false-negative 1.5 -o model.nnw</pre>"),
        said);
    assertTrue(said.contains("total cost: 5 per false positive, 1.5 per false negative."));
    var youden = page(circles, new Threshold(1, 0.25, validation, new Aim(Score.YOUDEN, 1, 1)));
    assertTrue(youden.contains("--positive B --for youden -o model.nnw"), youden);
    var byHand = page(circles, new Threshold(1, 0.25));
    assertFalse(byHand.contains("tune-threshold"));
    assertTrue(byHand.contains("except for: the threshold set by hand"), byHand);
    var costs = List.of(List.of(0.0, 4.0, 1.0), List.of(1.0, 0.0, 2.5), List.of(7.0, 1.0, 0.0));
    var iris = page(TrainedDocuments.iris(), new Decision.Costs(costs));
    assertTrue(iris.contains("model.nnw iris --costs costs.csv -o model.nnw"), iris);
    assertTrue(iris.contains("<th>versicolor</th>\n<td>1</td>\n<td>0</td>\n<td>2.5</td>"), iris);
  }

  /** Of each input a drop in accuracy, which is some of the 5 · 22 predictions. */
  @Test
  void inputsAreRankedByTheirImportance() {
    var said = section(TrainedDocuments.iris());
    var rows = all("Accuracy on (\\d+) rows: [\\d.]+\\.", said);
    var predictions = 5 * Integer.parseInt(rows.getFirst().group(1));
    var drops = all("<th>(\\w+)</th>\n<td>([−\\d.]+) ± [\\d.]+</td>", said);
    assertEquals(4, drops.stream().map(it -> it.group(1)).distinct().count());
    var numbers = drops.stream().map(it -> Double.valueOf(it.group(2).replace('−', '-'))).toList();
    assertEquals(numbers.stream().sorted(Comparator.reverseOrder()).toList(), numbers);
    assertTrue(numbers.getFirst() > 0.2, "something is used");
    for (var it : numbers) {
      assertEquals(Math.rint(it * predictions), it * predictions, 0.06, it + "");
    }
  }

  @Test
  void whatTakesLongIsLeftOut() {
    var document = OwnTable.of(BundledSample.DIGITS);
    var draft = document.draft();
    var wide = HiddenLayers.withUnits(draft.network(), List.of(700));
    var said = section(TrainedDocuments.trained(document.withDraft(draft.withNetwork(wide)), 1));
    assertTrue(said.contains("omitted because 64 inputs take long"), said);
    assertTrue(said.contains("Shapley values are omitted"), said);
    assertFalse(said.contains("<table"), said);
  }
}
