package dev.neuralworkbench.data.read.json;

import com.google.gson.stream.JsonToken;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.read.text.WrittenCells;
import dev.neuralworkbench.data.read.text.WrittenCells.TooManyException;
import dev.neuralworkbench.problem.MessageKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of all members of some records, in the order in which they first occur. */
final class JsonColumns extends JsonRecords {

  private static final int LONGEST = 60;

  private final Map<String, Integer> places = new HashMap<>();
  final List<String> names = new ArrayList<>();
  private final long mostBytes;
  private long given;
  private long letters;

  /** Names that take so many bytes at most: those of flattened objects repeat what is before. */
  JsonColumns(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Cells for which the records have no member. */
  long leftOut() {
    return count * names.size() - given;
  }

  @Override
  void member(String name, @Nullable String value, boolean isText) throws TooManyException {
    given++;
    if (places.putIfAbsent(name, names.size()) == null) {
      names.add(name);
      letters += name.length();
      if (letters * Character.BYTES > mostBytes) {
        throw new TooManyException();
      }
    }
  }

  Rows rows(long mostBytes) throws TooManyException {
    return new Rows(mostBytes);
  }

  static String shortened(String name) {
    return name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "\u2026";
  }

  static MessageKey named(JsonToken token) {
    return new MessageKey(
        switch (token) {
          case BEGIN_ARRAY -> "data.json.kind.list";
          case BEGIN_OBJECT -> "data.json.kind.record";
          default -> "data.json.kind.value";
        });
  }

  final class Rows extends JsonRecords {

    private final WrittenCells cells;
    private final @Nullable String[] values = new @Nullable String[names.size()];
    private final boolean[] quoted = new boolean[names.size()];
    private final boolean[] given = new boolean[names.size()];
    private @Nullable String twice;

    private Rows(long mostBytes) throws TooManyException {
      cells = new WrittenCells(mostBytes);
      names.forEach(cells::name);
      cells.end();
    }

    @Override
    void member(String name, @Nullable String value, boolean isText) {
      var place = places.getOrDefault(name, 0);
      twice = given[place] ? name : twice;
      given[place] = true;
      values[place] = value;
      quoted[place] = isText;
    }

    @Override
    void end() throws TooManyException {
      for (var i = 0; i < values.length; i++) {
        var value = values[i];
        if (value == null) {
          cells.empty();
        } else if (quoted[i]) {
          cells.text(value);
        } else {
          cells.plain(value);
        }
      }
      cells.end();
      Arrays.fill(values, null);
      Arrays.fill(given, false);
    }

    @Override
    @Nullable String twice() {
      return twice;
    }

    TableSource source(String name) throws TooManyException {
      return cells.source(name);
    }

    boolean isPadded(int column) {
      return cells.isPadded(column);
    }
  }
}
