package dev.neuralworkbench.cli.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.model.ReferenceCase;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of the reference case before and after its training, and when it is inspected. */
class TrainingTextTest {

  private static final Words WORDS = Sentences.of(Locale.ENGLISH);

  private static PreparedData data(ReferenceCase of) {
    return PreparedData.of(of.model().experiment().preparation(), ReferenceCase.table());
  }

  @Test
  void scoresOfTheValidationRowsStandBesideThoseWithoutANetwork() {
    var said = ReferenceCase.KIND.expected(RowPart.VALIDATION);
    var constant = said.getAsJsonObject("constant");
    var name = WORDS.text("evaluate.constant.classes");
    assertEquals(
        List.of("accuracy", "log_loss").stream()
            .map(
                id ->
                    WORDS.text(
                        "cli.train.validation",
                        WORDS.text("study.metric." + id),
                        "%.4f".formatted(said.get(id).getAsDouble()),
                        name,
                        "%.4f".formatted(constant.get(id).getAsDouble())))
            .toList(),
        new TrainingText(WORDS)
            .after(ReferenceCase.KIND.model(), data(ReferenceCase.KIND), new PortableProducts()));
  }

  @Test
  void partsAreCountedInTheirOrderAndTheTargetGoesFromItsLeast() {
    var preparation = ReferenceCase.HEIGHT.model().experiment().preparation();
    var lines =
        new TrainingText(WORDS)
            .before(preparation, ReferenceCase.table(), data(ReferenceCase.HEIGHT));
    var learned = ReferenceCase.learnedHeights();
    var least = DoubleStream.of(learned).min().orElseThrow();
    var most = DoubleStream.of(learned).max().orElseThrow();
    assertEquals(WORDS.text("cli.train.target.number", "height", least, most), lines.getFirst());
    assertTrue(lines.contains(WORDS.text("cli.train.split", 32, 14, 20)), lines::toString);
    assertTrue(lines.contains(WORDS.text("split.withoutTarget", 6)), lines::toString);
  }

  @Test
  void aColumnThatIsInspectedGoesFromItsLeastToItsGreatest() {
    var table = ReferenceCase.table();
    var preparation = ReferenceCase.HEIGHT.model().experiment().preparation();
    var inspection = new InspectionText(table, table, preparation, List.of(), 2);
    var all =
        IntStream.range(0, 72)
            .mapToDouble(table.column("height")::value)
            .filter(Double::isFinite)
            .summaryStatistics();
    var json = JsonParser.parseString(inspection.json(WORDS).toString());
    var columns = json.getAsJsonObject().getAsJsonArray("columns");
    var height = columns.get(5).getAsJsonObject();
    assertEquals(all.getMin(), height.get("minimum").getAsDouble());
    assertEquals(all.getMax(), height.get("maximum").getAsDouble());
    assertEquals(6, height.get("missing").getAsInt());
    assertEquals(5, columns.get(4).getAsJsonObject().get("missing").getAsInt());
    var range = Numbers.grouped(all.getMin()) + " \u2013 " + Numbers.grouped(all.getMax());
    assertTrue(
        inspection.lines(WORDS).stream()
            .anyMatch(it -> it.startsWith("height") && it.endsWith(range)));
  }
}
