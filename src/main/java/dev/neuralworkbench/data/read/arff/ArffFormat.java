package dev.neuralworkbench.data.read.arff;

import dev.neuralworkbench.data.read.cells.Origin;
import dev.neuralworkbench.data.read.cells.ReadingRemarks;
import dev.neuralworkbench.data.read.cells.TableDemands;
import dev.neuralworkbench.data.read.cells.TableFormat;
import dev.neuralworkbench.data.read.dialect.DialectDetector.Detected;
import dev.neuralworkbench.data.read.dialect.TextEncoding;
import dev.neuralworkbench.data.read.source.FileHead;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.read.text.EncodedText;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.ColumnNames;
import dev.neuralworkbench.data.table.ReadingReport.Format;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.progress.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Attribute-Relation File Format, in which Weka keeps tables: a line declares each column, and rows
 * follow, dense or sparse. In UTF-8, else in the encoding that is guessed for texts.
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
    return new EncodedText(bytes, demands.choices().encoding(), FileHead.of(bytes))
        .read(encoding -> read(bytes, encoding, demands, progress), progress);
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

  /**
   * Reads an ARFF file: {@code @relation}, an {@code @attribute} for each column, {@code @data},
   * then a row a line. A row in braces is sparse: places, from 0, with their values; a number that
   * is left out is 0, a nominal value the first of those declared. A question mark is missing. What
   * a column was declared not to hold is refused, with its line.
   */
  private static final class ArffReader {

    /** Rows between two looks at the memory taken. */
    private static final int MEMORY_INTERVAL = 4096;

    private static final int LONGEST_LINE = FileHead.mostMillions() << 20;

    private final String name;
    private final BufferedReader text;
    private final Origin origin;
    private final TableDemands demands;
    private final List<ArffAttribute> attributes = new ArrayList<>();
    private long line;
    private int rows;
    private long leftOut;

    ArffReader(String name, Reader text, Origin origin, TableDemands demands) {
      this.name = name;
      this.text = new BufferedReader(text);
      this.origin = origin;
      this.demands = demands;
    }

    Table read() throws IOException, TableFormatException {
      readHead();
      for (var next = next(); next != null; next = next()) {
        if (!next.isAtEnd()) {
          readRow(next);
        }
      }
      if (rows == 0) {
        throw TableFormatException.at("data.file.headerOnly", Place.file(name), null, null);
      }
      var names = ColumnNames.unique(attributes.stream().map(it -> it.name).toList());
      var columns = new ArrayList<Column>();
      for (var i = 0; i < names.size(); i++) {
        columns.add(attributes.get(i).build(names.get(i)));
      }
      var facts = attributes.stream().map(ArffAttribute::facts).toList();
      // Types are declared: nominal numbers are names because the file says so.
      var declared = demands.withText(_ -> true);
      return new Table(
          name,
          columns,
          rows,
          ReadingRemarks.of(origin, Detected.WRITTEN, columns, facts, declared));
    }

    private void readHead() throws IOException, TableFormatException {
      for (var next = next(); next != null; next = next()) {
        if (next.isAtEnd()) {
          continue;
        }
        var word = next.word("").text().toLowerCase(Locale.ROOT);
        switch (word) {
          case "@relation" -> {}
          case "@attribute" -> {
            attributes.add(ArffAttribute.of(next, place(), demands));
            TableDemands.checkColumns(Place.file(name), attributes.size());
          }
          case "@data" -> {
            checkHead();
            return;
          }
          default -> throw TableFormatException.at("data.arff.head", place(), null, word);
        }
      }
      throw TableFormatException.at("data.arff.noData", Place.file(name), null, null);
    }

    private void checkHead() throws TableFormatException {
      if (attributes.isEmpty()) {
        throw TableFormatException.at("data.arff.noData", Place.file(name), null, null);
      } else if (attributes.size() < demands.fewestColumns()) {
        throw TableFormatException.at(
            "data.file.oneColumn",
            Place.file(name),
            demands.fewestColumns(),
            attributes.getFirst().name);
      }
    }

    private void readRow(ArffLine next) throws TableFormatException {
      if (next.take('{')) {
        readSparse(next);
      } else {
        readDense(next);
      }
      rows++;
      if (rows % MEMORY_INTERVAL == 1) {
        demands.checkBytes(
            Place.file(name), attributes.stream().mapToLong(ArffAttribute::bytes).sum());
      }
    }

    private void readDense(ArffLine next) throws TableFormatException {
      var values = next.row();
      if (values.size() > attributes.size() && values.getLast().text().startsWith("{")) {
        throw TableFormatException.at("data.arff.weight", place(), null, values.getLast().text());
      } else if (values.size() != attributes.size()) {
        throw TableFormatException.at(
            "data.file.ragged", place(), attributes.size(), values.size());
      }
      for (var i = 0; i < values.size(); i++) {
        attributes.get(i).add(values.get(i), place());
      }
    }

    private void readSparse(ArffLine next) throws TableFormatException {
      Map<Integer, ArffLine.Value> given = new HashMap<>();
      while (!next.isAt('}')) {
        if (next.isAtEnd()) {
          throw TableFormatException.at("data.arff.braces", place(), "", null);
        }
        var index = index(next.word(",}").text());
        if (given.put(index, next.word(",}")) != null) {
          throw TableFormatException.at("data.arff.twice", place(), null, index);
        }
        next.take(',');
      }
      next.take('}');
      if (!next.isAtEnd()) {
        throw TableFormatException.at("data.arff.weight", place(), null, next.word("").text());
      }
      leftOut += attributes.size() - given.size();
      if (leftOut > TableDemands.MOST_LEFT_OUT) {
        throw TableFormatException.at(
            "data.file.leftOut", Place.file(name), TableDemands.MOST_LEFT_OUT, null);
      }
      for (var i = 0; i < attributes.size(); i++) {
        var value = given.get(i);
        if (value == null) {
          attributes.get(i).addOmitted(place());
        } else {
          attributes.get(i).add(value, place());
        }
      }
    }

    private int index(String text) throws TableFormatException {
      var isPlace =
          text.length() < 6 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
      var index = isPlace ? Integer.parseInt(text) : -1;
      if (index < 0 || index >= attributes.size()) {
        throw TableFormatException.at("data.arff.index", place(), attributes.size() - 1, text);
      }
      return index;
    }

    /** The next line; null at the end. One that goes on without end is refused. */
    private @Nullable ArffLine next() throws IOException, TableFormatException {
      var found = new StringBuilder();
      var c = text.read();
      if (c < 0) {
        return null;
      }
      line++;
      for (; c >= 0 && c != '\n' && c != '\r'; c = text.read()) {
        found.append((char) c);
        if (found.length() > LONGEST_LINE) {
          throw TableFormatException.at(
              "data.file.longLine", Place.file(name), FileHead.mostMillions(), null);
        }
      }
      if (c == '\r') {
        text.mark(1);
        if (text.read() != '\n') {
          text.reset();
        }
      }
      return new ArffLine(found.toString(), place());
    }

    private Place place() {
      return Place.line(name, line);
    }
  }
}
