package dev.neuralworkbench.ui.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.cli.CommandLineProgram;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.answer.AnswersFile;
import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.model.file.ModelFormatException;
import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.testing.TestDialogs;
import dev.neuralworkbench.text.AnswersWords;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.ReadingWords;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Notices;
import dev.neuralworkbench.ui.common.dialog.WindowServices;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The window and the command line answer the same rows of any file, with the same remarks. */
class SameAnswersTest {

  private static final Words WORDS = Sentences.of(Locale.ENGLISH);

  @TempDir Path folder;

  private final TestDialogs dialogs = new TestDialogs();
  private final Notices notices = new Notices();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path model;
  private Path saveAs;

  private RowsViewModel rows;

  @BeforeEach
  void train() throws IOException {
    var text = new StringBuilder("island,bill,mass,species\n");
    for (var i = 0; i < 120; i++) {
      var third = i % 3;
      text.append(List.of("Biscoe", "Dream", "Torgersen").get((i / 3) % 3))
          .append(",%s,%d,".formatted(38 + third * 5 + i % 7 / 2.0, 3500 + third * 400 + i))
          .append(List.of("Adelie", "Chinstrap", "Gentoo").get(third))
          .append('\n');
    }
    var data = Files.writeString(folder.resolve("penguins.csv"), text);
    model = folder.resolve("penguins.nnw");
    assertEquals(
        0, call("train", data.toString(), "-o", model.toString(), "--epochs", "30"), err::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          unknown category      | 3 | 1 | island,bill,mass\\nDream,40,3600\\nBermuda,41,3700\\nDream,42,3800
          only unknown          | 2 | 1 | island,bill,mass\\nBermuda,41,3700\\nBermuda,42,3800
          other order           | 1 | 0 | mass,id,bill,island\\n3600,7,40,Dream
          surplus columns       | 1 | 0 | id,island,note,bill,mass\\n1,Dream,x,40,3600
          no number             | 1 | 1 | island,bill,mass\\nDream,wide,3600\\nDream,41,3700
          too large             | 1 | 1 | island,bill,mass\\nDream,1e300,3600\\nDream,41,3700
          outside               | 2 | 2 | island,bill,mass\\nDream,400,3600\\nDream,41,-3700
          gaps                  | 3 | 3 | island,bill,mass\\n,40,3600\\nDream,,3600\\nDream,41,NA
          decimal comma         | 2 | 0 | island;bill;mass\\nDream;40,5;3600\\nDream;41,25;3700
          mark of the model     | 1 | 0 | island;bill;mass\\nDream;40;3,600
          windows line ends     | 2 | 0 | island,bill,mass\\r\\nDream,40.5,3600\\r\\nDream,41,3700\\r\\n
          unknown class         | 2 | 1 | island,bill,mass,species\\nDream,40,3600,Emperor\\nDream,41,3700,Adelie
          no class known        | 1 | 1 | island,bill,mass,species\\nDream,40,3600,Emperor
          target is a gap       | 2 | 0 | island,bill,mass,species\\nDream,40,3600,\\nDream,41,3700,Adelie
          own names             | 1 | 0 | island,bill,mass,predicted species\\nDream,40,3600,Adelie
          quotes and commas     | 1 | 0 | island,bill,mass,"no, te"\\nDream,40,3600,"a ""b"" c"
          """)
  void fileIsAnsweredAlike(String name, int answered, int remarks, String text) throws IOException {
    var file = folder.resolve(name + ".csv");
    Files.writeString(file, text.replace("\\n", "\n").replace("\\r", "\r"));
    assertEquals(remarks, assertSame(file, answered).answers().remarks().size());
  }

  @ParameterizedTest
  @CsvSource({"UTF-16, 1", "windows-1252, 1", "GB18030, 1"})
  void otherEncodingsAreAnsweredAlike(String encoding, int answered) throws IOException {
    var file = folder.resolve("encoded.csv");
    var text = "island,bill,mass,Größe\nDream,40,3600,groß\n";
    Files.write(file, text.getBytes(Charset.forName(encoding)));
    assertSame(file, answered);
  }

  @ParameterizedTest
  @CsvSource({
    "'island,bill,mass\nDream,x,1\nDream,y,2', 'row 1, column “bill”: “x” is not a number.'",
    "'island,bill,mass\n', 'has column names but no rows'",
    "'island,bill,mass\n1,2,3,4\n', 'expected 3 fields, found 4'",
    "'', 'is empty'"
  })
  void fileThatCannotBeAnsweredIsRefusedAlike(String text, String part) throws IOException {
    var file = Files.writeString(folder.resolve("refused.csv"), text);
    assertTrue(inWindow(file).isEmpty());
    var said = Objects.requireNonNull(notices.error.get()).getValue();
    assertEquals(1, call("predict", model.toString(), file.toString()));
    assertEquals(said, err.toString().strip());
    assertTrue(said.contains(part), said);
  }

  /** The window asks which column stands for it, the command line says how to tell. */
  @Test
  void rowsThatLackAColumnAreAskedAbout() throws IOException {
    var file = Files.writeString(folder.resolve("refused.csv"), "island,mass\nDream,3600\n");
    assertTrue(inWindow(file).isEmpty());
    assertNull(notices.error.get());
    assertEquals(
        List.of("bill"),
        rows.mapping.get().items().stream()
            .filter(MappingQuestion.Item::isInput)
            .map(it -> it.name().apply(Sentences.of(Locale.ENGLISH)))
            .toList());
    assertEquals(1, call("predict", model.toString(), file.toString()));
    assertTrue(
        err.toString().contains("lacks columns that the model needs: bill."), err.toString());
    assertTrue(err.toString().contains("--map"), err.toString());
  }

  /** Names that are written otherwise are told by hand, and answered as the model's own. */
  @Test
  void categoriesThatAreWrittenOtherwiseStandForThoseOfTheModel() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("shouted.csv"),
            "island,bill,mass\nDREAM,40,3600\nElsewhere,40,3600\nDream,40,3600\n");
    inWindow(file);
    var unknown = rows.unknown().getValue();
    assertEquals(List.of("DREAM", "Elsewhere"), unknown.stream().map(it -> it.text()).toList());
    assertEquals(List.of("Dream", ""), unknown.stream().map(it -> it.likely()).toList());
    rows.askForCategories();
    var question = rows.mapping.get();
    rows.answer(question, List.of("Dream", ""));
    var answers = rows.answered.get().answers();
    assertEquals(answers.answers().prediction(2), answers.answers().prediction(0));
    // What was told can be looked at and told otherwise.
    assertEquals(unknown, rows.unknown().getValue());
    rows.askForCategories();
    assertEquals(
        List.of("Dream", ""), rows.mapping.get().items().stream().map(it -> it.likely()).toList());
    rows.answer(rows.mapping.get(), List.of("", ""));
    assertEquals(
        List.of("DREAM", "Elsewhere"),
        rows.answered.get().answers().unknown().stream().map(it -> it.text()).toList());
    assertEquals(
        0,
        call("predict", model.toString(), file.toString(), "--map-category", "island:Dream=DREAM"));
    var lines = out.toString().lines().toList();
    assertEquals(lines.get(3), lines.get(1));
    assertEquals(
        2,
        call("predict", model.toString(), file.toString(), "--map-category", "island:Mars=DREAM"));
    assertTrue(err.toString().contains("does not map a category"), err.toString());
    assertEquals(
        2,
        call("predict", model.toString(), file.toString(), "--map-category", "island:Dream=NOPE"));
    assertTrue(err.toString().contains("“NOPE” does not occur in its column"), err.toString());
  }

  @Test
  void modelInThePlaceOfRowsIsToldAsOneAlike() throws IOException {
    assertTrue(inWindow(model).isEmpty());
    var said = Objects.requireNonNull(notices.error.get()).getValue();
    assertTrue(said.startsWith("penguins.nnw is a model file, not a table."), said);
    assertEquals(1, call("predict", model.toString(), model.toString()));
    assertEquals(said, err.toString().strip());
  }

  @Test
  void ownTableIsSaidToBeLearnedFrom() throws IOException {
    assertSame(folder.resolve("penguins.csv"), 120);
    assertTrue(err.toString().contains("The model was trained on 102 of these 120 rows"));
  }

  /** Whoever joins the answers to their rows needs the ids as they were. */
  @Test
  void columnsThatAreNotUsedAreCopiedAsTheyAreWritten() throws IOException {
    var rows =
        "id,island,bill,mass,note\n00012,Dream,40,3600,-0\n9007199254740993,Dream,41,3700,1.50\n";
    var given = assertSame(Files.writeString(folder.resolve("ids.csv"), rows), 2);
    assertFalse(AnswersFile.hasFormulas(given.table()), "no box is shown");
    var lines = out.toString().lines().toList();
    assertTrue(lines.get(1).startsWith("00012,Dream,40,3600,-0,"), lines.get(1));
    assertTrue(lines.get(2).startsWith("9007199254740993,Dream,41,3700,1.50,"), lines.get(2));
  }

  @Test
  void formulasAreGuardedAlike() throws IOException {
    var text = "=note,island,bill,mass\n=1+1,Dream,40,3600\n-7,Dream,41,3700\n";
    var file = Files.writeString(folder.resolve("formulas.csv"), text);
    var given = inWindow(file).orElseThrow();
    assertTrue(AnswersFile.hasFormulas(given.table()), "a box is shown");
    rows.guarded.set(true);
    rows.save();
    var call = new String[] {"predict", model.toString(), file.toString(), "--guard-formulas"};
    assertEquals(0, call(call), err::toString);
    assertEquals(Files.readString(dialogs.saved.orElseThrow()), out.toString());
    assertTrue(out.toString().startsWith("'=note,island,bill,mass,predicted"), out::toString);
    assertTrue(out.toString().contains("\n'=1+1,Dream") && out.toString().contains("\n-7,"));
  }

  @Test
  void answersNeverReplaceTheirRows() throws IOException {
    var text = "island,bill,mass\nDream,40,3600\n";
    var rows = Files.writeString(folder.resolve("asked.csv"), text);
    saveAs = rows;
    inWindow(rows);
    assertEquals(text, Files.readString(rows));
    var said = Objects.requireNonNull(notices.error.get()).getValue();
    assertTrue(said.startsWith("asked.csv holds the rows that were predicted"), said);
  }

  private RowsAnswer.Given assertSame(Path file, int answered) throws IOException {
    var given = inWindow(file).orElseThrow();
    assertNull(notices.error.get());
    assertEquals(answered, given.answers().answered());
    assertEquals(0, call("predict", model.toString(), file.toString()), err::toString);
    assertEquals(Files.readString(dialogs.saved.orElseThrow()), out.toString());
    var said = new ArrayList<String>();
    said.add(AnswersWords.facts(given, WORDS));
    said.addAll(AnswersWords.remarks(given, _ -> true, WORDS));
    said.add(AnswersWords.unused(given, WORDS));
    said.removeIf(String::isEmpty);
    var told = new ArrayList<>(err.toString().lines().toList());
    assertTrue(told.removeAll(ReadingWords.sentences(given.table().reading(), true, WORDS)));
    assertEquals(said, told.subList(0, said.size()));
    assertEquals(
        given.judgement() != null, err.toString().contains("Accuracy"), () -> err.toString());
    return given;
  }

  /** What the window answers, saved by its button; empty if it refuses. */
  private Optional<RowsAnswer.Given> inWindow(Path file) throws IOException {
    var tasks = new InlineTasks();
    var messages = new Messages(Sentences::of, Language.ENGLISH);
    rows =
        new RowsViewModel(
            new Workspace(read(), tasks),
            new WindowServices(messages, dialogs, tasks, notices),
            BlasProducts::best);
    rows.answer(file);
    var given = rows.answered.get();
    if (given != null) {
      dialogs.saved =
          Optional.of(saveAs == null ? folder.resolve("saved by the window.csv") : saveAs);
      rows.save();
    }
    return Optional.ofNullable(given);
  }

  private Document read() throws IOException {
    try {
      return ModelFile.read(model);
    } catch (ModelFormatException e) {
      throw new IOException(e);
    }
  }

  private int call(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return new CommandLineProgram(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            WORDS,
            false,
            List.of("test"),
            List.of())
        .run(arguments);
  }
}
