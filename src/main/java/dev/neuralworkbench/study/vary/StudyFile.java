package dev.neuralworkbench.study.vary;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.neuralworkbench.data.table.ContentHash;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.model.RunResult;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.study.vary.StudyRun.StudyRow;
import dev.neuralworkbench.train.StopReason;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A study as a CSV file, one line a run: a mark of the study, the varied values, the seed, and what
 * the run came to, numbers in full. The mark is of all that is not varied, so a file can be gone on
 * with where values or seeds are added, and not where anything else is different.
 */
public final class StudyFile {

  private static final int MARK_SIGNS = 12;

  private static final Range FROM_0 = Range.closed(-RunResult.ROUNDING, Double.POSITIVE_INFINITY);

  /** Settings that came later count where they are chosen: files from before are gone on with. */
  private static final Pattern LATER =
      Pattern.compile(
          ", (?:maxNorm|priorCorrected|leftOut|replaced|filledDown|together)=null|,"
              + " missing=null(?=, replaced)");

  private final Study study;
  private final String mark;
  private final List<String> header;

  /**
   * The file of a study.
   *
   * @param names ids of what is varied, in the order of its settings
   * @param data hash of the rows
   */
  public StudyFile(Study study, List<String> names, String data) {
    this.study = study;
    var base = LATER.matcher(study.base().toString()).replaceAll("");
    mark = ContentHash.of(base + " " + study.redealt() + " " + data).substring(0, MARK_SIGNS);
    header = header(names, study.base().preparation().problemType());
  }

  private static List<String> header(List<String> names, ProblemType type) {
    var score = type == ProblemType.CLASSIFICATION ? "accuracy" : "r2";
    var results =
        List.of(
            "seed",
            "validation_" + score,
            "validation_loss",
            "training_" + score,
            "training_loss",
            "best_epoch",
            "epochs",
            "seconds",
            "end");
    return Stream.of(List.of("study"), names, results).flatMap(List::stream).toList();
  }

  /**
   * What a file has.
   *
   * @param rows the runs of the study
   * @param others the lines of runs with other values or seeds, which stay
   */
  public record Content(List<StudyRow> rows, List<List<String>> others) {

    public static final Content NONE = new Content(List.of(), List.of());

    public Content {
      rows = List.copyOf(rows);
      others = others.stream().map(List::copyOf).toList();
    }

    public Content with(List<StudyRow> runs) {
      return new Content(runs, others);
    }
  }

  /** Writes the runs of a study in their order, then the others. */
  public void write(Content content, Writer to) throws IOException {
    var rows =
        content.rows().stream()
            .sorted((a, b) -> Integer.compare(a.run().index(), b.run().index()))
            .map(this::cells);
    TableWriter.lines(header, Stream.concat(rows, content.others().stream()), to);
  }

  private List<String> cells(StudyRow row) {
    var result = row.result();
    var cells = new ArrayList<>(key(row.run()));
    for (var number :
        new @Nullable Number[] {
          result.validationScore(),
          result.validationLoss(),
          result.trainingScore(),
          result.trainingLoss(),
          result.used(),
          result.epochs(),
          result.seconds()
        }) {
      cells.add(number == null ? "" : number.toString());
    }
    cells.add(result.stopReason() == null ? "" : Ids.of(result.stopReason()));
    return cells;
  }

  /** What tells a run from all others of all studies. */
  private List<String> key(StudyRun run) {
    var seed = List.of(String.valueOf(run.seed()));
    return Stream.of(List.of(mark), run.setting().texts(), seed).flatMap(List::stream).toList();
  }

  /**
   * Reads a file of this study.
   *
   * @param file its name, for sentences
   * @throws StudyException if it is no file of this study, or has a damaged line
   */
  public Content read(Reader from, Path file) throws IOException, StudyException {
    Map<List<String>, StudyRun> wanted = new LinkedHashMap<>();
    study.runs().forEach(run -> wanted.put(key(run), run));
    var name = file.toString();
    var rows = new ArrayList<StudyRow>();
    var others = new ArrayList<List<String>>();
    var text = whole(from);
    try (var reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      var records = reader.iterator();
      if (!records.hasNext() || !records.next().getFields().equals(header)) {
        throw refused("study.problem.file", Place.file(name), String.join(",", header));
      }
      while (records.hasNext()) {
        var line = records.next();
        var run = wanted.remove(keyOf(line, name));
        var result = result(line, name);
        if (run == null) {
          others.add(line.getFields());
        } else {
          rows.add(new StudyRow(run, result));
        }
      }
    } catch (CsvParseException e) {
      throw refused("study.problem.file", Place.file(name), String.join(",", header));
    }
    return new Content(rows, others);
  }

  /** The whole lines: one that was cut while it was written is as if it were not there. */
  private static String whole(Reader from) throws IOException {
    var text = from.readAllAsString();
    return text.substring(0, text.lastIndexOf('\n') + 1);
  }

  private List<String> keyOf(CsvRecord line, String file) throws StudyException {
    if (line.getFieldCount() != header.size()) {
      throw refused("study.problem.line", place(line, file), null);
    } else if (!line.getField(0).equals(mark)) {
      throw refused("study.problem.otherStudy", place(line, file), null);
    }
    return line.getFields().subList(0, header.indexOf("seed") + 1);
  }

  private RunResult result(CsvRecord line, String file) throws StudyException {
    var score = RunResult.score(study.base().preparation().problemType());
    var first = header.indexOf("seed") + 1;
    try {
      var validationScore = optional(line, first, score, file);
      var validationLoss = optional(line, first + 1, FROM_0, file);
      var trainingScore = optional(line, first + 2, score, file);
      var trainingLoss = optional(line, first + 3, FROM_0, file);
      var epochs = (int) number(line, first + 5, RunResult.EPOCHS, file);
      return new RunResult(
          epochs,
          (int) number(line, first + 4, RunResult.used(epochs), file),
          trainingLoss,
          validationLoss,
          trainingScore,
          validationScore,
          number(line, first + 6, FROM_0, file),
          Ids.find(StopReason.class, line.getField(first + 7))
              .orElseThrow(NumberFormatException::new));
    } catch (NumberFormatException _) {
      throw refused("study.problem.line", place(line, file), null);
    }
  }

  private @Nullable Double optional(CsvRecord line, int column, Range range, String file)
      throws StudyException {
    return line.getField(column).isEmpty() ? null : number(line, column, range, file);
  }

  private double number(CsvRecord line, int column, Range range, String file)
      throws StudyException {
    var number = Double.parseDouble(line.getField(column));
    if (Double.isInfinite(number) || !range.contains(number)) {
      var place = new Place(file, line.getStartingLineNumber(), header.get(column), null, 0);
      throw new StudyException(Problem.at("study.problem.result", place, null, number));
    }
    return number;
  }

  private static Place place(CsvRecord line, String file) {
    return Place.line(file, line.getStartingLineNumber());
  }

  private static StudyException refused(String key, Place place, @Nullable String expected) {
    return new StudyException(Problem.at(key, place, expected, null));
  }
}
