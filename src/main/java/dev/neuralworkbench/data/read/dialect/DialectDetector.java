package dev.neuralworkbench.data.read.dialect;

import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.table.ColumnNames;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.ReadingReport.Guess;
import dev.neuralworkbench.data.table.ReadingReport.Reason;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.problem.Records;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds how a text writes its table, from its first lines. */
public final class DialectDetector {

  /** Share of numbers from which blanks may stand between cells; fewer, and they may be words. */
  private static final double BLANKS_NEED_NUMBERS = 0.5;

  /** The same where all texts are quoted. */
  private static final double SOME_NUMBERS = 0.1;

  private static final int LINES_LOOKED_AT = 100;

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
   * @param decimalKnown whether its numbers tell their decimal mark
   */
  public record Detected(
      CsvDialect dialect, boolean decimalKnown, List<Reason> reasons, List<Remark> remarks) {

    /** Nothing of it has to be found out. */
    public static final Detected WRITTEN =
        new Detected(CsvDialect.WRITTEN, true, List.of(), List.of());

    public Detected {
      reasons = List.copyOf(reasons);
      remarks = List.copyOf(remarks);
    }

    /** Whether some numbers are numbers only with the decimal mark that was found. */
    public boolean tellsDecimal() {
      return reasons.stream().anyMatch(reason -> reason.key().equals(DecimalVote.VOTED));
    }

    /** The same with reasons for some of it alone. */
    public Detected only(Guess... guesses) {
      var kept = reasons.stream().filter(it -> List.of(guesses).contains(it.guess())).toList();
      return new Detected(dialect, decimalKnown, kept, remarks);
    }

    /** The same with one more remark. */
    public Detected with(Remark more) {
      var all = Stream.concat(remarks.stream(), Stream.of(more)).toList();
      return new Detected(dialect, decimalKnown, reasons, all);
    }

    /** The same with the other decimal mark, which a later line told. */
    public Detected withOtherDecimal() {
      var why =
          reasons.stream()
              .map(
                  it ->
                      it.guess() == Guess.DECIMAL
                          ? Reason.of(Guess.DECIMAL, DecimalVote.VOTED)
                          : it)
              .toList();
      return new Detected(
          Records.with(dialect, "style", dialect.style().other()),
          true,
          why,
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
   * @param choices what is not to be guessed
   * @param usual decimal mark of numbers that leave it open; null for none
   */
  public static Detected detect(String sample, ReadingChoices choices, @Nullable String usual) {
    var skipped = choices.skippedLines() == null ? 0 : choices.skippedLines();
    var preamble = Preamble.of(Preamble.without(skipped, sample));
    var style = usual == null ? null : new NumberStyle(usual.charAt(0));
    var best =
        best(preamble, choices, style).orElseGet(() -> candidate(preamble, ',', choices, style));
    var named = choices.header();
    var header =
        named == null
            ? HeaderRule.of(best.lines(), best.vote().style(), best.rowNames())
            : HeaderRule.Header.chosen(named);
    var dialect =
        new CsvDialect(
            best.delimiter(),
            best.vote().style(),
            header.names(),
            best.rowNames(),
            skipped + preamble.lines() + best.titleLines(),
            preamble.comments());
    return new Detected(
        dialect,
        best.vote().known(),
        reasons(best, preamble, header, choices),
        remarks(best, header, dialect, choices));
  }

  private static DialectCandidate candidate(
      Preamble preamble, char delimiter, ReadingChoices choices, @Nullable NumberStyle usual) {
    return DialectCandidate.of(preamble.rest(), delimiter, preamble.comments(), choices, usual);
  }

  private static Optional<DialectCandidate> best(
      Preamble preamble, ReadingChoices choices, @Nullable NumberStyle usual) {
    var sample = preamble.rest();
    var chosen = choices.delimiter();
    var told = chosen == null ? preamble.delimiter() : Character.valueOf(chosen.charAt(0));
    if (told != null) {
      return Optional.of(candidate(preamble, told, choices, usual));
    }
    var candidates = new ArrayList<DialectCandidate>();
    for (var delimiter : CsvDialect.DELIMITERS) {
      if (sample.indexOf(delimiter) >= 0) {
        candidates.add(candidate(preamble, delimiter, choices, usual));
      }
    }
    if (sample.indexOf(' ') >= 0 || sample.indexOf('\t') >= 0) {
      var blanks = candidate(preamble, ReadingReport.BLANKS, choices, usual);
      // Where lines begin with a quotation mark, as R writes names, blanks are no words.
      var isQuoted = sample.lines().limit(LINES_LOOKED_AT).allMatch(it -> it.startsWith("\""));
      if (blanks.unanimous()
          && blanks.numberShare() >= (isQuoted ? SOME_NUMBERS : BLANKS_NEED_NUMBERS)
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

  private static List<Reason> reasons(
      DialectCandidate best, Preamble preamble, HeaderRule.Header header, ReadingChoices choices) {
    var reasons = new ArrayList<Reason>();
    if (choices.delimiter() != null) {
      reasons.add(Reason.of(Guess.DELIMITER, HeaderRule.CHOSEN));
    } else if (preamble.delimiter() != null) {
      reasons.add(Reason.of(Guess.DELIMITER, "reading.why.delimiter.told"));
    } else if (best.fields() < 2) {
      reasons.add(Reason.of(Guess.DELIMITER, "reading.why.delimiter.none"));
    } else {
      var key = best.unanimous() ? "reading.why.delimiter.all" : "reading.why.delimiter.most";
      reasons.add(Reason.of(Guess.DELIMITER, key, best.lines().size(), best.fields()));
    }
    var decimal = choices.decimal() == null ? best.vote().why() : HeaderRule.CHOSEN;
    reasons.add(Reason.of(Guess.DECIMAL, decimal));
    reasons.add(Reason.of(Guess.HEADER, header.why()));
    var isChosen = choices.skippedLines() != null;
    var isNone = preamble.lines() + best.titleLines() == 0;
    var skipped = isNone ? "none" : best.titleLines() == 0 ? "comments" : "titles";
    reasons.add(
        Reason.of(Guess.SKIPPED, isChosen ? HeaderRule.CHOSEN : "reading.why.skipped." + skipped));
    return reasons;
  }

  private static List<Remark> remarks(
      DialectCandidate best, HeaderRule.Header header, CsvDialect dialect, ReadingChoices choices) {
    var remarks = new ArrayList<Remark>();
    var doubt = best.vote().doubt();
    if (doubt != null) {
      remarks.add(Remark.of(doubt, !doubt.startsWith(DecimalVote.AS_USUAL)));
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
      var isDoubtful = best.titleLines() > 0 && choices.skippedLines() == null;
      remarks.add(Remark.of("reading.skipped", isDoubtful, dialect.skippedLines()));
    }
    if (best.rowNames()) {
      remarks.add(Remark.of("reading.rowNames", false, ColumnNames.generated(0)));
    }
    return remarks;
  }
}
