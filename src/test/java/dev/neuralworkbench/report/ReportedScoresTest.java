package dev.neuralworkbench.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.ReferenceCase;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.train.StopReason;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What the report says of the reference case, read from its page, against scikit-learn. */
class ReportedScoresTest {

  private static final Words WORDS = Sentences.of(Locale.ENGLISH);

  private static Element page(ReferenceCase of) throws Exception {
    return page(of.document());
  }

  private static Element page(Document document) throws Exception {
    var page = Report.page(document, new PortableProducts(), null, WORDS, "test");
    var xml =
        page.replaceFirst("<!doctype html>\n", "")
            .replaceAll("<meta [^>]*>", "")
            .replaceAll("(?s)<style>.*?</style>", "");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  private static List<Element> all(Element in, String tag) {
    var found = in.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  /** Beside a score in its cell, or in a cell of its own. */
  private static final Pattern INTERVAL =
      Pattern.compile("(^| \\()\u2212?[\\d.]+( – |–)\u2212?[\\d.]+\\)?$");

  /** The rows of all tables, as texts, without intervals. */
  private static List<List<String>> rows(Element page) {
    return all(page, "tr").stream().map(row -> texts(row.getChildNodes())).toList();
  }

  private static List<String> texts(NodeList cells) {
    return IntStream.range(0, cells.getLength())
        .mapToObj(cells::item)
        .filter(Element.class::isInstance)
        .map(cell -> INTERVAL.matcher(cell.getTextContent().strip()).replaceFirst(""))
        .toList();
  }

  private static List<String> line(JsonObject said, String id) {
    var numbers =
        Stream.of(said, said.getAsJsonObject("constant"), said.getAsJsonObject("linear"))
            .map(it -> Numbers.typeset(Numbers.rounded(it.get(id).getAsDouble(), 4)))
            .toList();
    return List.of(
        WORDS.text("study.metric." + id), numbers.get(0), "", numbers.get(1), numbers.get(2));
  }

  private static List<String> ofClass(String name, JsonObject said, String rows) {
    var shares =
        Stream.of("precision", "recall", "specificity", "f1")
            .map(id -> Numbers.typeset(Numbers.rounded(said.get(id).getAsDouble(), 4)));
    return Stream.of(Stream.of(name), shares, Stream.of(rows)).flatMap(it -> it).toList();
  }

  private static List<String> head(String type) {
    return List.of(
        "",
        WORDS.text("evaluate.network"),
        WORDS.text("evaluate.interval"),
        WORDS.text("evaluate.constant" + type),
        WORDS.text("cli.evaluate.linear" + type));
  }

  @Test
  void scoresAndMatrixOfTheTestRowsAreThoseOfScikitLearn() throws Exception {
    var found = rows(page(ReferenceCase.KIND));
    var said = ReferenceCase.KIND.expected(RowPart.TEST);
    var expected = new ArrayList<List<String>>();
    expected.add(head(".classes"));
    List.of("accuracy", "log_loss", "auc", "mcc").forEach(id -> expected.add(line(said, id)));
    var names = List.of("elm", "oak", "yew");
    expected.add(List.of("Class", "Precision", "Recall", "Specificity", "F1", "Rows"));
    for (var it : said.getAsJsonArray("classes")) {
      var of = it.getAsJsonObject();
      expected.add(ofClass(of.get("name").getAsString(), of, of.get("rows").getAsString()));
    }
    var specificity =
        said.getAsJsonArray("classes").asList().stream()
            .mapToDouble(it -> it.getAsJsonObject().get("specificity").getAsDouble())
            .average()
            .orElseThrow();
    said.addProperty("specificity", specificity);
    expected.add(ofClass("Macro average", said, said.get("rows").getAsString()));
    expected.add(Stream.concat(Stream.of(""), names.stream()).toList());
    for (var c = 0; c < 3; c++) {
      var counts = said.getAsJsonArray("confusion").get(c).getAsJsonArray().asList();
      expected.add(
          Stream.concat(Stream.of(names.get(c)), counts.stream().map(it -> it.getAsString()))
              .toList());
    }
    var from = found.indexOf(expected.getFirst());
    assertTrue(from >= 0, found::toString);
    var shown = new ArrayList<>(found.subList(from, from + expected.size() + 2));
    shown.removeIf(it -> it.getFirst().startsWith("Micro") || it.getFirst().startsWith("Weighted"));
    assertEquals(expected, shown);
  }

  @Test
  void scoresOfNumbersAreThoseOfScikitLearn() throws Exception {
    var found = rows(page(ReferenceCase.HEIGHT));
    var said = ReferenceCase.HEIGHT.expected(RowPart.TEST);
    var from = found.indexOf(head(".numbers"));
    assertTrue(from >= 0, found::toString);
    assertEquals(
        Stream.of("r2", "rmse", "mae").map(id -> line(said, id)).toList(),
        found.subList(from + 1, from + 4));
  }

  /** A tick of an axis: its place, and its number. */
  private record Tick(double place, double number) {

    static Tick of(Element text, String place, double moved) {
      var number = Numbers.read(text.getTextContent()).orElseThrow();
      return new Tick(Double.parseDouble(text.getAttribute(place)) + moved, number);
    }
  }

  /** The first and the last tick of an axis, by which its places are read. */
  private record Axis(Tick first, Tick last) {

    double number(String place) {
      var steps = (last.number - first.number) / (last.place - first.place);
      return first.number + (Double.parseDouble(place) - first.place) * steps;
    }
  }

  /** The axes of a chart. */
  private record Axes(Axis across, Axis down) {

    static Axes of(Element svg) {
      var across = new ArrayList<Tick>();
      var down = new ArrayList<Tick>();
      for (var text : all(svg, "text")) {
        if (text.getAttribute("text-anchor").equals("middle")) {
          across.add(Tick.of(text, "x", 0));
        } else if (text.getPreviousSibling() instanceof Element line
            && line.getAttribute("class").equals("grid")) {
          down.add(Tick.of(text, "y", -4));
        }
      }
      return new Axes(
          new Axis(across.getFirst(), across.getLast()), new Axis(down.getFirst(), down.getLast()));
    }

    double[] numbers(String x, String y) {
      return new double[] {across.number(x), down.number(y)};
    }
  }

  @Test
  void actualNumbersLieAcrossAndPredictedOnesUpwards() throws Exception {
    var svg = all(page(ReferenceCase.HEIGHT), "svg").getLast();
    var names = all(svg, "text").stream().map(Element::getTextContent).toList();
    // The name of the axis below stands before that of the axis at the side.
    assertEquals(
        List.of(WORDS.text("report.actual"), WORDS.text("report.predicted")),
        names.subList(names.size() - 2, names.size()));
    var table = ReferenceCase.table();
    var height = Objects.requireNonNull(table.column("height"));
    var part = Objects.requireNonNull(table.column("part"));
    var predicted = ReferenceCase.HEIGHT.expected().getAsJsonArray("predicted");
    var rows =
        IntStream.range(0, table.rows())
            .filter(row -> part.text(row).equals("test") && !height.isMissing(row))
            .toArray();
    var axes = Axes.of(svg);
    var dots = all(svg, "circle");
    assertEquals(rows.length, dots.size());
    for (var i = 0; i < rows.length; i++) {
      assertArrayEquals(
          new double[] {height.value(rows[i]), predicted.get(rows[i]).getAsDouble()},
          axes.numbers(dots.get(i).getAttribute("cx"), dots.get(i).getAttribute("cy")),
          0.02);
    }
  }

  /** Each is the history's, and its name stands at its end. */
  @Test
  void theFullLineIsTheTrainingLossAndTheDashedOneTheValidations() throws Exception {
    var svg = all(page(ReferenceCase.KIND), "svg").getFirst();
    var history = ReferenceCase.KIND.model().history();
    var axes = Axes.of(svg);
    var lines = all(svg, "path");
    var last = history.epochs() - 1;
    for (var i = 0; i < 2; i++) {
      var isTraining = i == 0;
      var line = lines.get(i);
      assertEquals(isTraining, line.getAttribute("stroke-dasharray").isEmpty());
      var points = line.getAttribute("d").substring(1).split("[ L]", -1);
      for (var epoch : List.of(0, last)) {
        var loss = isTraining ? history.trainingLoss(epoch) : history.validationLoss(epoch);
        assertArrayEquals(
            new double[] {epoch + 1, loss},
            axes.numbers(points[2 * epoch], points[2 * epoch + 1]),
            0.01);
      }
      var name = WORDS.text("report.loss." + (isTraining ? "training" : "validation"));
      var at =
          all(svg, "text").stream()
              .filter(it -> it.getTextContent().equals(name))
              .findFirst()
              .orElseThrow()
              .getAttribute("y");
      assertEquals(Double.parseDouble(points[2 * last + 1]) + 4, Double.parseDouble(at), 0.2);
    }
  }

  /** Runs of two settings, of which no two numbers are alike. */
  @Test
  void runsHaveTheirScoresAndLossesBelowTheirHeads() throws Exception {
    var document = ReferenceCase.KIND.document();
    var log = RunLog.NONE;
    var experiment = document.trained().experiment();
    var results =
        new double[][] {{0.5, 1.5, 0.6, 0.7}, {0.4, 1.25, 0.65, 0.9}, {0.3, 1.75, 1, 0.8}};
    for (var i = 0; i < 3; i++) {
      var of = results[i];
      var seed = experiment.training().withSeed(5 + i % 2);
      var training = i < 2 ? seed : seed.withLearningRate(0.25);
      var result = new RunResult(40 + i, 30, of[0], of[1], of[2], of[3], 1, StopReason.COMPLETED);
      var record =
          new RunRecord(
              i + 1,
              document.data().hash(),
              experiment.withTraining(training),
              true,
              null,
              result,
              RunCurve.NONE,
              List.of(),
              null,
              null);
      log = log.with(new LoggedRun(record, null));
    }
    var found = rows(page(document.withRuns(log)));
    var head =
        List.of(
            WORDS.text("runs.column.run"),
            WORDS.text("training.optimizer.learningRate"),
            WORDS.text("runs.column.validationScore.classification"),
            WORDS.text("runs.column.validationLoss"),
            WORDS.text("runs.column.epochs"));
    var from = found.indexOf(head);
    assertTrue(from >= 0, found::toString);
    assertEquals(
        List.of(
            List.of("0.01", "0.8 ± 0.14", "1.375 ± 0.18", "40.5 ± 0.71"),
            List.of("0.25", "0.8", "1.75", "42")),
        found.subList(from + 1, from + 3).stream().map(it -> it.subList(1, it.size())).toList());
  }

  @Test
  void epochsAndTheOneInUseAndBothSharesStandInTheirPlaces() throws Exception {
    var document = TrainedDocuments.iris();
    var split = document.trained().experiment().preparation().split();
    assertEquals(List.of(0.0, 0.15), List.of(split.validation(), split.test()));
    assertTrue(
        rows(page(document))
            .contains(
                List.of(
                    WORDS.text("report.data.split"),
                    WORDS.text("report.data.shares", "0%", "15%", ""))));
    var result = RunResult.of(ReferenceCase.KIND.model());
    assertEquals(40, result.epochs());
    var said =
        WORDS.text(
            "report.end",
            40,
            result.used(),
            Numbers.rounded(result.seconds(), 3),
            WORDS.text("runs.end.completed"));
    assertTrue(result.used() < 40);
    assertTrue(
        all(page(ReferenceCase.KIND), "p").stream()
            .anyMatch(it -> it.getTextContent().strip().equals(said)));
  }
}
