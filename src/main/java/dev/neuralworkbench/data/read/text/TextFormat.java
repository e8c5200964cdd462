package dev.neuralworkbench.data.read.text;

import dev.neuralworkbench.data.read.cells.Origin;
import dev.neuralworkbench.data.read.cells.TableDemands;
import dev.neuralworkbench.data.read.cells.TableFormat;
import dev.neuralworkbench.data.read.dialect.DialectDetector;
import dev.neuralworkbench.data.read.dialect.DialectDetector.Detected;
import dev.neuralworkbench.data.read.dialect.TextEncoding;
import dev.neuralworkbench.data.read.source.FileHead;
import dev.neuralworkbench.data.read.source.OtherFormat;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.ReadingReport.Format;
import dev.neuralworkbench.data.table.ReadingReport.Guess;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Text files of rows: cells between commas, semicolons, tabs or bars, quoted with {@code "} where
 * need be (RFC 4180), or numbers between blanks. Delimiter, encoding (a byte order mark, UTF-8,
 * else a guess), decimal mark, header and what stands above the table are found by looking, as far
 * as they are not chosen, and told in the table's {@link ReadingReport}. A column is numeric if the
 * cells that are there are numbers, see {@code NumberStyle}, but for a few, see {@code OddCells}.
 * Missing are these, empty cells and those of a {@code MissingMark}. Spaces around cells are
 * dropped. Two columns of one name are told apart by a number behind the second, see {@code
 * ColumnNames}.
 */
public final class TextFormat implements TableFormat {

  @Override
  public List<String> endings() {
    return List.of(".csv", ".tsv", ".txt", ".data");
  }

  /** Whatever is no other format is tried. */
  @Override
  public boolean isOf(Path file, byte[] head) {
    return true;
  }

  @Override
  public Table read(Path file, TableSource bytes, TableDemands demands, Progress progress)
      throws IOException, TableFormatException {
    var head = FileHead.of(bytes);
    refuseOther(bytes, head);
    var text = new EncodedText(bytes, demands.choices().encoding(), head);
    return text.read(
        encoding -> {
          var origin = new Origin(Format.TEXT, encoding, List.of(text.reason(encoding)));
          var detected =
              DialectDetector.detect(
                  head.wholeLines(encoding), demands.choices(), demands.usualDecimal());
          return new DialectTable(bytes, encoding, origin, demands).read(detected, progress);
        },
        progress);
  }

  /** Reads a text that {@code TableWriter} wrote: nothing about it has to be guessed. */
  public static Table readWritten(
      TableSource source, Origin origin, TableDemands demands, Progress progress)
      throws IOException, TableFormatException {
    return new DialectTable(source, TextEncoding.UTF_8, origin, demands)
        .read(Detected.WRITTEN, progress);
  }

  /** Reads cells that a spreadsheet holds: what is a title and what a header is looked for. */
  public static Table readCells(
      TableSource source, Origin origin, TableDemands demands, Progress progress)
      throws IOException, TableFormatException {
    // Between the cells as they are written nothing is to be guessed.
    var choices = demands.choices().withDelimiter(",").withDecimal(".");
    var head = FileHead.of(source).wholeLines(TextEncoding.UTF_8);
    var detected = DialectDetector.detect(head, choices, null).only(Guess.HEADER, Guess.SKIPPED);
    return new DialectTable(source, TextEncoding.UTF_8, origin, demands).read(detected, progress);
  }

  private static void refuseOther(TableSource source, FileHead head) throws TableFormatException {
    var format = OtherFormat.of(head.bytes());
    var file = source.place();
    if (format.isPresent()) {
      throw TableFormatException.at(OtherFormat.key(format.get()), file, "CSV", format.get());
    }
    if (head.isEndlessLine()) {
      throw TableFormatException.at("data.file.longLine", file, FileHead.mostMillions(), null);
    }
  }
}
