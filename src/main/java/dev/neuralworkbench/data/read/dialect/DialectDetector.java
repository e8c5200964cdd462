package dev.neuralworkbench.data.read.dialect;

import dev.neuralworkbench.data.table.ColumnNames;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds how a text writes its table, from its first lines. */
public final class DialectDetector {

  static final char[] DELIMITERS = {',', ';', '\t', '|'};

  /** Share of numbers from which blanks may stand between cells; fewer, and they may be words. */
  private static final double BLANKS_NEED_NUMBERS = 0.5;

  private static final Comparator<DialectCandidate> BETTER =
      Comparator.comparing(DialectCandidate::consistent)
          .thenComparing(DialectCandidate::unanimous)
          .thenComparing(candidate -> candidate.titleLines() == 0 && !candidate.rowNames())
          .thenComparingDouble(DialectCandidate::numberShare)
          .thenComparingInt(DialectCandidate::fields);

  private static final int MOST_NAMED = 4;

  /** How the keys of the remarks about the decimal mark begin. */
  private static final String DECIMAL = "reading.decimal.";

  private DialectDetector() {}

  /**
   * What was found.
   *
   * @param dialect how the text writes its table
   * @param decimalKnown whether its numbers tell their decimal mark
   * @param remarks what was guessed
   */
  public record Detected(CsvDialect dialect, boolean decimalKnown, List<Remark> remarks) {

    /** Copies the list. */
    public Detected {
      remarks = List.copyOf(remarks);
    }

    /** The same with the other decimal mark, which a later line told. */
    public Detected withOtherDecimal() {
      return new Detected(
          dialect.with(dialect.style().other()),
          true,
          remarks.stream().filter(remark -> !remark.key().startsWith(DECIMAL)).toList());
    }
  }

  /**
   * The most likely dialect. The delimiter is the one that the text tells, or that cuts most lines
   * into the same number of fields, more than one, and best all of them, without a title above; of
   * several the one whose fields are numbers most often, then the one of most fields: in {@code
   * 1,5;2,5} both the comma and the semicolon are consistent.
   *
   * @param sample whole lines from the start of the text
   */
  public static Detected detect(String sample) {
    var preamble = Preamble.of(sample);
    var best =
        best(preamble)
            .orElseGet(() -> DialectCandidate.of(preamble.rest(), ',', preamble.comments()));
    var header = HeaderRule.of(best.lines(), best.vote().style(), best.rowNames());
    var dialect =
        new CsvDialect(
            best.delimiter(),
            best.vote().style(),
            header.names(),
            best.rowNames(),
            preamble.lines() + best.titleLines(),
            preamble.comments());
    return new Detected(dialect, best.vote().known(), remarks(best, header, dialect));
  }

  private static Optional<DialectCandidate> best(Preamble preamble) {
    var sample = preamble.rest();
    var told = preamble.delimiter();
    if (told != null) {
      return Optional.of(DialectCandidate.of(sample, told, preamble.comments()));
    }
    var candidates = new ArrayList<DialectCandidate>();
    for (var delimiter : DELIMITERS) {
      if (sample.indexOf(delimiter) >= 0) {
        candidates.add(DialectCandidate.of(sample, delimiter, preamble.comments()));
      }
    }
    if (sample.indexOf(' ') >= 0 || sample.indexOf('\t') >= 0) {
      var blanks = DialectCandidate.of(sample, ReadingReport.BLANKS, preamble.comments());
      if (blanks.unanimous()
          && blanks.numberShare() >= BLANKS_NEED_NUMBERS
          && candidates.stream().noneMatch(other -> isAsGood(other, blanks))) {
        candidates.add(blanks);
      }
    }
    return candidates.stream().filter(candidate -> candidate.fields() > 1).max(BETTER);
  }

  /** Whether a delimiter proper cuts all lines alike, and into as many numbers as blanks do. */
  private static boolean isAsGood(DialectCandidate proper, DialectCandidate blanks) {
    return proper.fields() > 1
        && proper.unanimous()
        && proper.titleLines() == 0
        && !proper.rowNames()
        && proper.numberShare() >= blanks.numberShare();
  }

  private static List<Remark> remarks(
      DialectCandidate best, HeaderRule.Header header, CsvDialect dialect) {
    var remarks = new ArrayList<Remark>();
    var doubt = best.vote().doubt();
    if (doubt != null) {
      remarks.add(Remark.of(doubt, true));
    }
    if (header.guessed()) {
      var first = best.lines().getFirst();
      var named = String.join(", ", first.subList(0, Math.min(MOST_NAMED, first.size())));
      remarks.add(
          Remark.of(
              header.names() ? "reading.header.guessed" : "reading.header.doubt",
              true,
              first.size() > MOST_NAMED ? named + ", \u2026" : named));
    }
    if (dialect.skippedLines() > 0) {
      remarks.add(Remark.of("reading.skipped", best.titleLines() > 0, dialect.skippedLines()));
    }
    if (best.rowNames()) {
      remarks.add(Remark.of("reading.rowNames", false, ColumnNames.generated(0)));
    }
    return remarks;
  }
}
