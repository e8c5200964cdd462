package dev.neuralworkbench.model.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.progress.Progress;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableAnswersTest {

  private static final double[] NUMBERS = IntStream.range(0, 24).asDoubleStream().toArray();
  private static final String[] COLOURS =
      IntStream.range(0, 24).mapToObj(i -> i % 2 == 0 ? "red" : "green").toArray(String[]::new);

  @Test
  void rowsThatTheModelWasNotTrainedForHaveNoAnswerAndTheOthersTheirOwn() throws Exception {
    var model = model(MissingValues.MEAN);
    var table =
        Table.of(
            "new.csv",
            NumberColumn.of("unused", 1, 2, 3, 4),
            TextColumn.of("colour", "red", "purple", "green", null),
            TextColumn.of("x", "1", "2", "three", "4"));
    var answers = answers(model, table, Progress.NONE);
    assertEquals(3, answers.answered());
    assertEquals(0, answers.position(0));
    assertEquals(1, answers.position(1), "an unknown category is none of the known");
    assertEquals(-1, answers.position(2));
    assertEquals(2, answers.position(3));
    var alone =
        AllRows.of(
            new ModelPredictor(model, new PortableProducts()),
            Table.of("one", TextColumn.of("colour", "red"), NumberColumn.of("x", 1.0)));
    assertEquals(alone.number(0), answers.answers().number(0));
    var written = new StringWriter();
    AnswersFile.write(answers, written, false, Progress.NONE);
    var lines = written.toString().split("\n", -1);
    assertEquals("unused,colour,x,predicted price", lines[0]);
    assertEquals("1,red,1," + alone.number(0), lines[1]);
    assertTrue(lines[2].startsWith("2,purple,2,"), lines[2]);
    assertEquals("3,green,three,", lines[3]);
    assertTrue(lines[4].startsWith("4,,4,"), lines[4]);
  }

  @Test
  void rowsWithMissingValuesHaveNoAnswerWhereTheyWereLeftOutOfTraining() {
    var table =
        Table.of(
            "new.csv", TextColumn.of("colour", "red", "red"), NumberColumn.of("x", Double.NaN, 1));
    assertEquals(2, answers(model(MissingValues.MEAN), table, Progress.NONE).answered());
    var dropping = answers(model(MissingValues.DROP_ROW), table, Progress.NONE);
    assertEquals(-1, dropping.position(0));
    assertEquals(0, dropping.position(1));
  }

  @Test
  void scoreStandsBesideTheMeanOfTheTrainingRows() {
    var model = model(MissingValues.MEAN);
    var table =
        Table.of(
            "new.csv",
            TextColumn.of("colour", "red", "red", "green"),
            TextColumn.of("x", "1", "two", "3"),
            NumberColumn.of("price", 10, 1e6, Double.NaN));
    var answers = answers(model, table, Progress.NONE);
    var score = Judgement.of(model, answers).orElseThrow();
    assertEquals(1, score.network().rows(), "a row without answer or target does not count");
    var mean = (Scores.OfNumbers) score.constant();
    assertEquals(Math.abs(10 - ((NumberTarget) score.target()).mean()), mean.report().rmse(), 1e-4);
    assertEquals(
        Math.abs(10 - answers.answers().number(0)),
        ((Scores.OfNumbers) score.network()).report().rmse(),
        1e-4);
    var without = Table.of("x", table.columns().get(0), table.columns().get(1));
    assertTrue(Judgement.of(model, answers(model, without, Progress.NONE)).isEmpty());
  }

  @Test
  void accuracyStandsBesideTheMostFrequentClassOfTheRows() {
    var document = TrainedDocuments.iris();
    var model = Objects.requireNonNull(document.trained());
    var table = Objects.requireNonNull(document.data().table());
    var answers = answers(model, table, Progress.NONE);
    var score = Judgement.of(model, answers).orElseThrow();
    var constant = (Scores.OfClasses) score.constant();
    assertEquals(1 / 3.0, constant.confusion().accuracy(), 1e-9);
    var right =
        IntStream.range(0, table.rows())
            .filter(
                row ->
                    answers
                        .answers()
                        .classes()
                        .get(answers.answers().predictedClass(row))
                        .equals(Objects.requireNonNull(table.column("species")).text(row)))
            .count();
    assertEquals(right / 150.0, ((Scores.OfClasses) score.network()).confusion().accuracy(), 1e-9);
  }

  @Test
  void classIsWrittenAsTheTargetColumnOfTheTableWritesItAndGuardedWhereTheTableLacksIt()
      throws Exception {
    var names = new String[] {"=1+1", "@b"};
    var trainedOn =
        Table.of(
            "trap",
            NumberColumn.of("x", NUMBERS),
            TextColumn.of(
                "y", IntStream.range(0, 24).mapToObj(i -> names[i / 12]).toArray(String[]::new)));
    var document = TrainedDocuments.trained(Document.of(DataReference.ofTyped(trainedOn)), 200);
    var model = Objects.requireNonNull(document.trained());
    var x = NumberColumn.of("x", 0, 1, 22, 23);
    var all = Table.of("all.csv", x, TextColumn.of("y", "=1+1", "=1+1", "@b", "@b"));
    assertEquals(List.of("=1+1", "=1+1", "@b", "@b"), predicted(model, all));
    var one = Table.of("one.csv", x, TextColumn.of("y", "=1+1", "=1+1", null, "'@b"));
    assertEquals(List.of("=1+1", "=1+1", "'@b", "'@b"), predicted(model, one));
    var none = Table.of("none.csv", x, TextColumn.of("z", "=1+1", "@b", "u", "v"));
    assertEquals(List.of("'=1+1", "'=1+1", "'@b", "'@b"), predicted(model, none));
  }

  /** The column of answers, of a file of two columns. */
  private static List<String> predicted(Model model, Table table) throws Exception {
    var written = new StringWriter();
    AnswersFile.write(answers(model, table, Progress.NONE), written, false, Progress.NONE);
    return written.toString().lines().skip(1).map(line -> line.split(",", -1)[2]).toList();
  }

  @Test
  void answeringAndWritingEndWhenAsked() {
    var model = model(MissingValues.MEAN);
    var table = Table.of("new.csv", TextColumn.of("colour", "red"), NumberColumn.of("x", 1.0));
    assertThrows(CancellationException.class, () -> answers(model, table, new Cancelled()));
    var answers = answers(model, table, Progress.NONE);
    assertThrows(
        CancellationException.class,
        () -> AnswersFile.write(answers, new StringWriter(), false, new Cancelled()));
  }

  private static TableAnswers answers(Model model, Table table, Progress progress) {
    return new TableAnswers(
        model, new ModelPredictor(model, new PortableProducts()), table, progress);
  }

  private static Model model(MissingValues missing) {
    var table =
        Table.of(
            "fruit",
            TextColumn.of("colour", COLOURS),
            NumberColumn.of("x", NUMBERS),
            NumberColumn.of("price", NUMBERS));
    var document = Document.of(DataReference.ofTyped(table));
    var draft = document.draft();
    return Objects.requireNonNull(
        TrainedDocuments.trained(
                document.withDraft(draft.withPreparation(draft.preparation().withMissing(missing))),
                5)
            .trained());
  }

  private static final class Cancelled implements Progress {
    @Override
    public void done(long amount, long ofTotal) {}

    @Override
    public boolean cancelled() {
      return true;
    }
  }
}
