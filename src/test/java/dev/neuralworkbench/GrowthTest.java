package dev.neuralworkbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.cli.Calls;
import dev.neuralworkbench.cli.print.InspectionText;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RowsToPredict;
import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Feature;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.ColumnNames;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.Tables;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.data.trap.Traps;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Defaults;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.LoggedRun;
import dev.neuralworkbench.model.RunCurve;
import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.model.RunRecord;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.model.answer.CategoryMapping;
import dev.neuralworkbench.model.answer.ColumnMapping;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.study.runs.RunListFile;
import dev.neuralworkbench.study.runs.RunTable;
import dev.neuralworkbench.testing.Growth;
import dev.neuralworkbench.testing.Growth.Preparing;
import dev.neuralworkbench.testing.Growth.Work;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.train.Chosen;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.ui.workspace.TestModels;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Twice as many columns, names or categories are twice the work, and not four times. Up to {@value
 * #USUAL}, or {@code -Dgrowth.most=64000}, with which whole commands are looked at too.
 */
@Tag("thorough")
class GrowthTest {

  private static final int FEWEST = 1_000;
  private static final int USUAL = 8_000;
  private static final int MOST = Integer.getInteger("growth.most", USUAL);
  private static final int ROWS = 24;

  /**
   * A log keeps hardly more runs; an input of so many categories and rows fills 768 MB; columns and
   * what was made of each are as many inputs as a network may have.
   */
  private static final Map<String, Integer> FEWER =
      Map.of(
          "runs compared",
          8_000,
          "categories in a model file",
          8_000,
          "columns in a model file",
          32_000);

  @TempDir private Path folder;

  /** Makes a column of a name. */
  private interface Making {

    Column of(String name, int index);
  }

  /** A table of so many columns, and a target of two classes. */
  private static Table wide(int count, Making making) {
    var columns = new ArrayList<Column>();
    for (var i = 0; i < count - 1; i++) {
      columns.add(making.of("name" + i, i));
    }
    columns.add(text("target", row -> row % 2 == 0 ? "yes" : "no"));
    return new Table("wide", columns, ROWS);
  }

  private static Column text(String name, IntFunction<String> cell) {
    return TextColumn.of(name, IntStream.range(0, ROWS).mapToObj(cell).toArray(String[]::new));
  }

  private static Column numbers(String name, int index) {
    return NumberColumn.of(
        name, IntStream.range(0, ROWS).mapToDouble(row -> (row * 7 + index) % 11).toArray());
  }

  private static Column constant(String name, int index) {
    return NumberColumn.of(name, IntStream.range(0, ROWS).mapToDouble(_ -> 5).toArray());
  }

  private static Column identifier(String name, int index) {
    return NumberColumn.of(
        name, IntStream.range(0, ROWS).mapToDouble(row -> (row * 7 + index) % ROWS).toArray());
  }

  private static Column mixed(String name, int index) {
    return index % 3 == 0 ? text(name, row -> "c" + row % 4) : numbers(name, index);
  }

  private static Preprocessor fitted(Table table) {
    return Preprocessor.fit(Preparation.defaults(table), table, Tables.allRows(table));
  }

  private static Work traps(int count, Making making) {
    var table = wide(count, making);
    var preparation = Preparation.defaults(table);
    return () -> Traps.of(preparation, table, Progress.NONE);
  }

  private static Work parsed(String text) {
    return () -> TableReader.parse("text", text);
  }

  private Work read(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.writeString(file, text);
    return () -> TableReader.forPrediction().read(file, Progress.NONE);
  }

  private static String list(int count, IntFunction<String> item) {
    return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(","));
  }

  private static Work asked(int count) {
    var table = wide(count, GrowthTest::mixed);
    var fitted = fitted(table);
    return () -> {
      var isText = fitted.isText();
      assertTrue(table.columns().stream().map(Column::name).filter(isText).count() < count);
      RowsToPredict.problems(fitted, table);
      fitted.lacking(table);
      new RowsToPredict(fitted, table).remarks();
      fitted.dataset(table, Tables.allRows(table));
    };
  }

  private static Work engineered(int count) {
    var table = wide(count, GrowthTest::numbers);
    var features =
        IntStream.range(0, count - 1)
            .mapToObj(i -> Feature.of(Feature.Kind.SQUARE, "name" + i))
            .toList();
    var preparation = Preparation.defaults(table).withFeatures(features);
    return () -> {
      preparation.problems(table);
      var fitted = Preprocessor.fit(preparation, table, Tables.allRows(table));
      fitted.dataset(table, Tables.allRows(table));
      preparation.withColumns(preparation.columns());
    };
  }

  private static Work named(int count) {
    var table = wide(count, GrowthTest::mixed);
    var fitted = fitted(table);
    var others =
        new Table(
            "others",
            table.columns().stream().map(it -> it.renamed("_" + it.name())).toList(),
            ROWS);
    return () -> {
      var mapping = ColumnMapping.likely(fitted, others);
      assertEquals(count, mapping.columns().size());
      mapping.in(fitted, others);
    };
  }

  private static Work inspected(int count) throws Exception {
    var cells = list(count, i -> "n" + i) + "\n";
    var rows = IntStream.range(0, 6).mapToObj(row -> list(count, _ -> row == 3 ? "x" : "" + row));
    var table = TableReader.parse("text", cells + rows.collect(Collectors.joining("\n")) + "\n");
    var preparation = Preparation.defaults(table);
    var words = Sentences.of(Locale.ENGLISH);
    return () -> {
      ReadingWords.sentences(table.reading(), true, words);
      var inspection = new InspectionText(table, table, preparation, List.of(), 1);
      inspection.lines(words);
      inspection.json(words);
    };
  }

  /** So many categories in a column, and others that the model does not know. */
  private static Work categories(int count) {
    var rows = 2 * count;
    var names = IntStream.range(0, rows).mapToObj(row -> "c" + row / 2).toArray(String[]::new);
    var others = IntStream.range(0, rows).mapToObj(row -> "o" + row / 2).toArray(String[]::new);
    var target = IntStream.range(0, rows).mapToDouble(row -> row % 7).toArray();
    var table = Table.of("names", TextColumn.of("x", names), NumberColumn.of("y", target));
    var asked = Table.of("names", TextColumn.of("x", others), NumberColumn.of("y", target));
    var plans =
        List.of(
            new ColumnPlan("x", ColumnRole.INPUT, ColumnKind.CATEGORY),
            new ColumnPlan("y", ColumnRole.TARGET, ColumnKind.NUMBER));
    var preparation =
        new Preparation(plans, Scaling.STANDARDIZE, MissingValues.MEAN, Split.DEFAULT);
    return () -> {
      preparation.problems(table);
      var fitted = Preprocessor.fit(preparation, table, Tables.allRows(table));
      new RowsToPredict(fitted, table).remarks();
      new RowsToPredict(fitted, asked).remarks();
      CategoryMapping.unknown(fitted, asked, 1);
      Traps.of(preparation, table, Progress.NONE);
    };
  }

  private Work arff(int count) throws IOException {
    var head = "@relation r\n@attribute a {" + list(count, i -> "k" + i) + "}\n@attribute b {0}\n";
    var rows = IntStream.range(0, count).mapToObj(i -> "k" + i + ",0");
    return read("n.arff", head + "@data\n" + rows.collect(Collectors.joining("\n")) + "\n");
  }

  private Work json(int count) throws IOException {
    return read("m.json", "[{" + list(count, i -> "\"n" + i + "\": 1") + "}, {\"n0\": 2}]");
  }

  private Work attributes(int count) throws IOException {
    var head = IntStream.range(0, count).mapToObj(i -> "@attribute n" + i + " numeric");
    return read(
        "a.arff",
        "@relation r\n"
            + head.collect(Collectors.joining("\n"))
            + "\n@data\n{"
            + list(count, i -> i + " 1")
            + "}\n");
  }

  /** So many columns of numbers and what was made of each, in a model's file. */
  private Work keptColumns(int count) throws IOException {
    var table = wide(count, GrowthTest::numbers);
    var features =
        IntStream.range(0, count - 1)
            .mapToObj(i -> Feature.of(Feature.Kind.SQUARE, "name" + i))
            .toList();
    return kept(table, Preparation.defaults(table).withFeatures(features));
  }

  /** So many categories with an input, and as many that are too rare for one. */
  private Work keptCategories(int count) throws IOException {
    var rows = 3 * count;
    var names =
        IntStream.range(0, rows)
            .mapToObj(row -> row < count ? "a" + row : "b" + (row - count) / 2)
            .toArray(String[]::new);
    var target = IntStream.range(0, rows).mapToDouble(row -> row % 7).toArray();
    var table = Table.of("names", TextColumn.of("x", names), NumberColumn.of("y", target));
    var plans =
        List.of(
            new ColumnPlan("x", ColumnRole.INPUT, ColumnKind.CATEGORY),
            new ColumnPlan("y", ColumnRole.TARGET, ColumnKind.NUMBER));
    var preparation = new Preparation(plans, Scaling.STANDARDIZE, MissingValues.MEAN, Split.NONE);
    return kept(table, Chosen.withRare(preparation, 2));
  }

  private Work kept(Table table, Preparation preparation) throws IOException {
    var draft = Defaults.experiment(preparation, table);
    var hidden = draft.network().withHidden(List.of(DenseDesign.of(1, Activation.TANH)));
    var document =
        Document.of(DataReference.ofFile(table, ReadingChoices.NONE))
            .withDraft(draft.withNetwork(hidden));
    return written(document.withTrained(TestModels.untrained(document)));
  }

  private Work written(Document document) {
    var file = folder.resolve("kept.nnw");
    return () -> {
      ModelFile.write(file, document, "test");
      assertEquals(document.runs().runs().size(), ModelFile.read(file).runs().runs().size());
    };
  }

  /** So many runs, of which each is another setting than the one before. */
  private static RunLog runs(int count) {
    var iris = Document.of(BundledSample.IRIS);
    var experiment = iris.draft();
    var result = new RunResult(1, 1, 0.5, 0.5, 0.5, 0.5, 1, StopReason.COMPLETED);
    var curve = new RunCurve(List.of(1), List.of(0.5f), List.of(0.5f));
    var runs =
        IntStream.rangeClosed(1, count)
            .mapToObj(
                i ->
                    new RunRecord(
                        i,
                        iris.data().hash(),
                        experiment.withTraining(experiment.training().withLearningRate(i * 1e-5)),
                        true,
                        null,
                        result,
                        curve,
                        List.of(),
                        null,
                        null))
            .map(it -> new LoggedRun(it, null))
            .toList();
    return RunLog.NONE.withNew(runs);
  }

  /** A thousand of them are as much as many thousands of anything else. */
  private Work keptRuns(int count) {
    var iris = Document.of(BundledSample.IRIS);
    return written(iris.withTrained(TestModels.untrained(iris)).withRuns(runs(count / 8)));
  }

  private static Work comparedRuns(int count) {
    var log = runs(count);
    var numbers = log.runs().stream().map(LoggedRun::number).toList();
    var scores = numbers.stream().collect(Collectors.toMap(it -> it, _ -> 0.5));
    return () -> {
      RunTable.of(log.present()).luck();
      new RunListFile(log.runs(), log.marks()).write(Writer.nullWriter());
      var all =
          log.withNew(log.runs())
              .with(numbers, it -> new RunLog.RunMark(true, it.deleted(), it.note()))
              .looked(scores);
      assertEquals(Math.min(2 * count, RunLog.MOST), all.with(all.runs().getFirst()).runs().size());
      all.kept(null);
      all.leftOut(null);
    };
  }

  private Work sharedTexts(int count) throws IOException {
    var texts = IntStream.range(0, count).mapToObj(i -> "<si><t>t" + i + "</t></si>");
    var rows =
        IntStream.range(0, count)
            .mapToObj(i -> "<row><c t=\"s\"><v>" + i + "</v></c><c><v>1</v></c></row>");
    var file = folder.resolve("shared.xlsx");
    var parts =
        Map.of(
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"s\" sheetId=\"1\" id=\"r1\"/></sheets></workbook>",
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"r1\" Target=\"s.xml\"/></Relationships>",
            "xl/sharedStrings.xml",
            texts.collect(Collectors.joining("", "<sst>", "</sst>")),
            "xl/s.xml",
            rows.collect(
                Collectors.joining("", "<worksheet><sheetData>", "</sheetData></worksheet>")));
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return () -> assertEquals(count, TableReader.forPrediction().read(file, Progress.NONE).rows());
  }

  /** A problem of each column. */
  private static Work problems(int count) {
    var table = wide(count, GrowthTest::numbers);
    var texts = wide(count, (name, _) -> text(name, _ -> "x"));
    var preparation = Preparation.defaults(table);
    var fitted = fitted(table);
    var words = Sentences.of(Locale.ENGLISH);
    return () -> {
      for (var problems :
          List.of(preparation.problems(texts), RowsToPredict.problems(fitted, texts))) {
        assertEquals(count - 1, problems.stream().map(words::sentence).distinct().count());
      }
    };
  }

  private Map<String, Preparing> works() {
    return Map.ofEntries(
        Map.entry(
            "columns of one name", n -> () -> ColumnNames.unique(Collections.nCopies(n, "x"))),
        Map.entry(
            "names in a header",
            n -> parsed(list(n, _ -> "x") + "\n" + list(n, _ -> "1") + "\n" + list(n, _ -> "2"))),
        Map.entry(
            "columns prepared",
            n -> {
              var table = wide(n, GrowthTest::mixed);
              return () -> Preparation.defaults(table).problems(table);
            }),
        Map.entry("columns asked", GrowthTest::asked),
        Map.entry("engineered inputs", GrowthTest::engineered),
        Map.entry("columns named otherwise", GrowthTest::named),
        Map.entry("columns inspected", GrowthTest::inspected),
        Map.entry("traps among numbers", n -> traps(n, GrowthTest::numbers)),
        Map.entry("constant columns", n -> traps(n, GrowthTest::constant)),
        Map.entry("columns that number rows", n -> traps(n, GrowthTest::identifier)),
        Map.entry("categories", GrowthTest::categories),
        Map.entry("nominal values", this::arff),
        Map.entry("attributes", this::attributes),
        Map.entry("members", this::json),
        Map.entry("columns in a model file", this::keptColumns),
        Map.entry("categories in a model file", this::keptCategories),
        Map.entry("runs in a model file", this::keptRuns),
        Map.entry("runs compared", GrowthTest::comparedRuns),
        Map.entry("shared texts", this::sharedTexts),
        Map.entry("problems", GrowthTest::problems));
  }

  private static Stream<String> names() {
    return new GrowthTest().works().keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("names")
  void twiceAsManyAreTwiceTheWork(String name) throws Exception {
    var most = Math.min(MOST, FEWER.getOrDefault(name, MOST));
    Growth.nearlyLinear(name, FEWEST, most, works().get(name));
  }

  @Test
  @EnabledIfSystemProperty(named = "growth.most", matches = "\\d+")
  void commandsTakeTwiceAsLongForTwiceAsManyColumns() throws Exception {
    for (var command : List.of("inspect", "inspect --json", "predict", "evaluate", "report")) {
      Growth.nearlyLinear(
          command,
          FEWEST,
          MOST,
          count -> {
            var data = folder.resolve("wide.csv").toString();
            var model = folder.resolve("wide.nnw");
            var page = folder.resolve("page.html");
            return () -> {
              if (!Files.exists(Path.of(data + count))) {
                Files.createFile(Path.of(data + count));
                Files.deleteIfExists(model);
                Files.writeString(
                    Path.of(data),
                    list(count, i -> "n" + i)
                        + "\n"
                        + IntStream.range(0, ROWS)
                            .mapToObj(row -> list(count, i -> "" + (row * 7 + i) % 11))
                            .collect(Collectors.joining("\n"))
                        + "\n");
                call("train " + data + " -o " + model + " --hidden 2 --epochs 1");
              }
              Files.deleteIfExists(page);
              call(
                  switch (command) {
                    case "inspect", "inspect --json" -> command + " " + data;
                    case "report" -> command + " " + model + " -o " + page;
                    default -> command + " " + model + " " + data;
                  });
            };
          });
    }
  }

  private static void call(String line) {
    var calls = new Calls(Locale.ENGLISH);
    assertEquals(0, calls.call(line.split(" ", -1)), calls::err);
  }

  /** What the test is for. */
  @Test
  void workOfTheSquareIsFound() {
    assertThrows(
        AssertionError.class,
        () ->
            Growth.nearlyLinear(
                "square",
                FEWEST,
                2 * USUAL,
                count -> {
                  var names = IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
                  return () -> assertEquals(count, names.stream().filter(names::contains).count());
                }));
  }
}
