package dev.neuralworkbench.data.read.json;

import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.neuralworkbench.data.read.cells.Origin;
import dev.neuralworkbench.data.read.cells.TableDemands;
import dev.neuralworkbench.data.read.cells.TableFormat;
import dev.neuralworkbench.data.read.dialect.TextEncoding;
import dev.neuralworkbench.data.read.source.FileHead;
import dev.neuralworkbench.data.read.source.OtherFormat;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.read.text.EncodedText;
import dev.neuralworkbench.data.read.text.TextFormat;
import dev.neuralworkbench.data.read.text.WrittenCells.TooManyException;
import dev.neuralworkbench.data.table.ReadingReport.Format;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Records of JSON (RFC 8259): a list of them, or one after the other, as a line each (<i>JSON
 * lines</i>). The columns are all names that occur, in the order in which they do; what a record
 * lacks is missing in it, as is {@code null}. Objects within records are refused, or flattened
 * where that is chosen: their members become columns such as {@code a.b}, which is what {@code
 * pandas.json_normalize} calls them. Lists are no cells: their lengths would decide on the columns.
 */
public final class JsonFormat implements TableFormat {

  /** Key of the problem that flattening solves. */
  public static final String NESTED = "data.json.nested";

  @Override
  public List<String> endings() {
    return List.of(".json", ".jsonl", ".ndjson");
  }

  @Override
  public boolean isOf(Path file, byte[] head) {
    return OtherFormat.of(head).filter(OtherFormat.JSON::equals).isPresent();
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
    var mostBytes = demands.mostBytes() / 2;
    var flatten = demands.choices().flattens();
    try {
      var columns = new JsonColumns(mostBytes);
      records(source, encoding, columns, flatten, progress);
      check(columns, source);
      var rows = columns.rows(mostBytes);
      records(source, encoding, rows, flatten, progress);
      var origin = new Origin(Format.JSON, encoding, List.of());
      return TextFormat.readWritten(
          rows.source(source.name()), origin, demands.withPadded(rows::isPadded), progress);
    } catch (TooManyException e) {
      throw TableFormatException.tooLarge(source.place(), demands.mostBytes(), e);
    }
  }

  private static void check(JsonColumns columns, TableSource source) throws TableFormatException {
    if (columns.names.isEmpty()) {
      throw TableFormatException.at("data.file.empty", source.place(), null, null);
    }
    TableDemands.checkColumns(source.place(), columns.names.size());
    if (columns.leftOut() > TableDemands.MOST_LEFT_OUT) {
      throw TableFormatException.at(
          "data.file.leftOut", source.place(), TableDemands.MOST_LEFT_OUT, columns.leftOut());
    }
  }

  private static void records(
      TableSource source, TextEncoding encoding, JsonRecords to, boolean flatten, Progress progress)
      throws IOException, TableFormatException, TooManyException {
    try (var json = new JsonReader(encoding.reader(source.open(progress)))) {
      json.setStrictness(Strictness.LENIENT);
      if (json.peek() == JsonToken.BEGIN_ARRAY) {
        json.beginArray();
        while (json.hasNext()) {
          record(source, json, to, flatten);
        }
        json.endArray();
        if (json.peek() != JsonToken.END_DOCUMENT) {
          throw problem("data.json.after", source, to.count, JsonColumns.named(json.peek()));
        }
      } else {
        while (json.peek() != JsonToken.END_DOCUMENT) {
          record(source, json, to, flatten);
        }
      }
    } catch (MalformedJsonException | JsonParseException | EOFException e) {
      throw new TableFormatException(
          Problem.at("data.json.broken", source.place(), null, to.count + 1), e);
    }
  }

  private static void record(TableSource source, JsonReader json, JsonRecords to, boolean flatten)
      throws IOException, TableFormatException, TooManyException {
    if (json.peek() != JsonToken.BEGIN_OBJECT) {
      throw problem("data.json.record", source, to.count + 1, JsonColumns.named(json.peek()));
    }
    members(source, json, to, flatten, "");
    var twice = to.twice();
    if (twice != null) {
      throw problem("data.json.twice", source, to.count + 1, JsonColumns.shortened(twice));
    }
    to.end();
    to.count++;
  }

  /** Reads an object whose members are called by names that begin so. */
  private static void members(
      TableSource source, JsonReader json, JsonRecords to, boolean flatten, String within)
      throws IOException, TableFormatException, TooManyException {
    json.setStrictness(Strictness.LEGACY_STRICT);
    json.beginObject();
    while (json.hasNext()) {
      var name = within + json.nextName();
      // A bare NaN is no JSON, but what some programs write for a missing number.
      json.setStrictness(Strictness.LENIENT);
      switch (json.peek()) {
        case BEGIN_OBJECT -> {
          if (!flatten) {
            throw problem(NESTED, source, to.count + 1, JsonColumns.shortened(name));
          }
          members(source, json, to, true, name + ".");
        }
        case BEGIN_ARRAY ->
            throw problem("data.json.listed", source, to.count + 1, JsonColumns.shortened(name));
        case NULL -> {
          json.nextNull();
          to.member(name, null, false);
        }
        case NUMBER -> {
          var number = json.nextString();
          if (Double.isInfinite(Double.parseDouble(number))) {
            throw problem("data.json.number", source, to.count + 1, number);
          }
          to.member(name, number, false);
        }
        case BOOLEAN -> to.member(name, Boolean.toString(json.nextBoolean()), false);
        default -> to.member(name, json.nextString(), true);
      }
      json.setStrictness(Strictness.LEGACY_STRICT);
    }
    json.endObject();
    json.setStrictness(Strictness.LENIENT);
  }

  private static TableFormatException problem(
      String key, TableSource source, long record, Object found) {
    return TableFormatException.at(key, source.place(), record, found);
  }
}
