package dev.neuralworkbench.text;

import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.ReadingReport.Guess;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.RemarkGroup;
import dev.neuralworkbench.problem.Ids;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

public final class ReadingWords {

  private static final int MOST_MARKS = 4;
  private static final int MOST_COLUMNS = 3;

  private ReadingWords() {}

  /**
   * What a reader should know: what is doubtful, how it was read, and the rest.
   *
   * @param isFile whether it was read from a file, rather than from cells that were typed
   */
  public static List<String> sentences(ReadingReport reading, boolean isFile, Words words) {
    var sentences = new ArrayList<>(doubts(reading, words));
    sentences.add(summary(reading, isFile, words));
    sentences.addAll(told(reading, false, words));
    return List.copyOf(sentences);
  }

  /**
   * What was found out about a file.
   *
   * @param what its name, such as the delimiter
   * @param found what it was found to be
   * @param why the reason, as a sentence
   */
  public record Found(Guess guess, String what, String found, String why) {}

  /** What was found out before the cells were read, in an order to be looked through. */
  public static List<Found> found(ReadingReport reading, Words words) {
    return Arrays.stream(Guess.values())
        .flatMap(guess -> reading.reason(guess).stream())
        .map(
            reason ->
                new Found(
                    reason.guess(),
                    words.text("reading.guess." + Ids.of(reason.guess())),
                    found(reading, reason.guess(), words),
                    words.text(reason.key(), reason.arguments().toArray())))
        .toList();
  }

  public static String found(ReadingReport reading, Guess guess, Words words) {
    var value =
        switch (guess) {
          case DELIMITER -> String.valueOf(reading.delimiter());
          case ENCODING -> reading.encoding();
          case DECIMAL -> String.valueOf(reading.decimal());
          case HEADER -> String.valueOf(reading.header());
          case SKIPPED -> String.valueOf(reading.skippedLines());
          case SHEET -> reading.sheet();
        };
    return name(guess, value, words);
  }

  /**
   * What a value is called.
   *
   * @param value as it is chosen: a character, {@code true}, a number, a name
   */
  public static String name(Guess guess, String value, Words words) {
    return switch (guess) {
      case DELIMITER -> delimiter(value.charAt(0), words);
      case DECIMAL -> words.text(value.equals(",") ? "reading.style.comma" : "reading.style.point");
      case HEADER ->
          words.text(value.equals("true") ? "reading.header.names" : "reading.header.row");
      case ENCODING, SKIPPED, SHEET -> value;
    };
  }

  public static String delimiter(char delimiter, Words words) {
    return switch (delimiter) {
      case ',' -> words.text("reading.delimiter.comma");
      case ';' -> words.text("reading.delimiter.semicolon");
      case '\t' -> words.text("reading.delimiter.tab");
      case '|' -> words.text("reading.delimiter.bar");
      case ReadingReport.BLANKS -> words.text("reading.delimiter.blanks");
      default -> String.valueOf(delimiter);
    };
  }

  public static List<String> doubts(ReadingReport reading, Words words) {
    return told(reading, true, words);
  }

  /** What is doubtful, or what is not; what is so of several columns in one sentence. */
  public static List<String> told(ReadingReport reading, boolean doubtful, Words words) {
    return RemarkGroup.of(reading.remarks()).stream()
        .filter(group -> group.doubtful() == doubtful)
        .map(group -> sentence(group, words))
        .toList();
  }

  public static String sentence(RemarkGroup group, Words words) {
    if (group.remarks().size() == 1) {
      return sentence(group.remarks().getFirst(), words);
    }
    var mark =
        group.mark().isEmpty()
            ? words.text("reading.several.texts")
            : words.text("reading.several.text", group.mark());
    var columns = AnswersWords.few(group.columns(), MOST_COLUMNS, words);
    return words.text(group.severalKey(), group.remarks().size(), mark, columns);
  }

  public static String sentence(Remark remark, Words words) {
    return words.text(remark.key(), remark.arguments().toArray());
  }

  /**
   * Delimiter, encoding, decimal mark, and the marks that were taken for missing values.
   *
   * @param isFile whether it was read from a file, and delimiter and encoding mean something
   */
  public static String summary(ReadingReport reading, boolean isFile, Words words) {
    var parts = new ArrayList<Object>();
    if (isFile) {
      parts.addAll(origin(reading, words));
    } else {
      parts.add(decimal(reading, words));
    }
    if (!reading.header()) {
      parts.add(words.text("reading.noNames"));
    }
    var line = new StringBuilder(words.text("reading.summary", parts));
    var counts = reading.missing();
    for (var count : counts.subList(0, Math.min(MOST_MARKS, counts.size()))) {
      line.append(" \u00b7 ").append(words.text("reading.missing", count.cells(), count.mark()));
    }
    var others = counts.stream().skip(MOST_MARKS).mapToInt(count -> count.cells()).sum();
    if (others > 0) {
      line.append(" \u00b7 ").append(words.text("reading.missing.others", others));
    }
    return line.toString();
  }

  private static List<Object> origin(ReadingReport reading, Words words) {
    return switch (reading.format()) {
      case TEXT ->
          List.of(
              delimiter(reading.delimiter(), words), reading.encoding(), decimal(reading, words));
      case XLSX -> List.of(words.text("reading.sheet", reading.sheet()));
      case JSON -> {
        var key = reading.choices().flattens() ? "reading.json.flat" : "reading.json";
        yield List.of(words.text(key), reading.encoding());
      }
      case ARFF -> List.of(words.text("reading.arff"), reading.encoding());
      case PICTURES -> List.of(words.text("reading.pictures"));
    };
  }

  private static String decimal(ReadingReport reading, Words words) {
    return words.text("reading.decimal." + (reading.decimal() == ',' ? "comma" : "point"));
  }
}
