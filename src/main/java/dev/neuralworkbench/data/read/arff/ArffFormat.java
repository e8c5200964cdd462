package dev.neuralworkbench.data.read.arff;

import dev.neuralworkbench.data.read.cells.Origin;
import dev.neuralworkbench.data.read.cells.TableDemands;
import dev.neuralworkbench.data.read.cells.TableFormat;
import dev.neuralworkbench.data.read.dialect.TextEncoding;
import dev.neuralworkbench.data.read.source.FileHead;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.read.text.EncodedText;
import dev.neuralworkbench.data.table.ReadingReport.Format;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Attribute-Relation File Format, in which Weka keeps tables: a line declares each column, and rows
 * follow, dense or sparse; see {@link ArffReader}. In UTF-8, else in the encoding that is guessed
 * for texts.
 */
public final class ArffFormat implements TableFormat {

  private static final String ENDING = ".arff";

  @Override
  public List<String> endings() {
    return List.of(ENDING);
  }

  @Override
  public boolean isOf(Path file, byte[] head) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  @Override
  public Table read(Path file, TableSource bytes, TableDemands demands, Progress progress)
      throws IOException, TableFormatException {
    return read(bytes, demands, progress);
  }

  static Table read(TableSource source, TableDemands demands, Progress progress)
      throws IOException, TableFormatException {
    return new EncodedText(source, demands.choices().encoding(), FileHead.of(source))
        .read(encoding -> read(source, encoding, demands, progress), progress);
  }

  private static Table read(
      TableSource source, TextEncoding encoding, TableDemands demands, Progress progress)
      throws IOException, TableFormatException {
    try (var text = encoding.reader(source.open(progress))) {
      return new ArffReader(
              source.name(), text, new Origin(Format.ARFF, encoding, List.of()), demands)
          .read();
    }
  }
}
