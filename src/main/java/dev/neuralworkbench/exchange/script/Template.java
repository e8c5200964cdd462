package dev.neuralworkbench.exchange.script;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A script as it lies among the resources: Python that can be read as it is, with comments that say
 * what a model needs of it.
 *
 * <pre>
 *   #include rows.py                 the lines of another template
 *   "relu": …,  #? a b               the line stays where the model has a part a or b
 *   #[ a b … #]                      the lines between stay likewise; they may be nested
 *   #name                            a line of its own: what is written there, see {@link #write}
 * </pre>
 *
 * Nothing that is written at a place is looked at for such comments, so that no name in a model can
 * add any.
 */
record Template(List<String> lines) {

  private static final String INCLUDE = "#include ";
  private static final String BEGIN = "#[ ";
  private static final String END = "#]";
  private static final String IF = "  #? ";

  /** Writes what stands at a place. */
  interface Content {

    void writeTo(Writer text) throws IOException;
  }

  /** A template with the lines of those that it includes. */
  static Template of(String name) {
    var lines = new ArrayList<String>();
    var path = "/dev/neuralworkbench/exchange/script/" + name;
    try (var in = Objects.requireNonNull(Template.class.getResourceAsStream(path), path);
        var text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (var line : text.lines().toList()) {
        if (line.startsWith(INCLUDE)) {
          lines.addAll(of(line.substring(INCLUDE.length())).lines);
        } else {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
    return new Template(lines);
  }

  /** What a model with these parts needs of it; no more than two blank lines in a row. */
  Template with(Set<String> parts) {
    var kept = new ArrayList<String>();
    var open = new ArrayDeque<Boolean>();
    for (var line : lines) {
      var text = line.strip();
      if (text.startsWith(BEGIN)) {
        open.push(isAny(text.substring(BEGIN.length()), parts));
      } else if (text.equals(END)) {
        open.pop();
      } else if (!open.contains(false)) {
        var at = line.indexOf(IF);
        if (at < 0) {
          kept.add(line);
        } else if (isAny(line.substring(at + IF.length()), parts)) {
          kept.add(line.substring(0, at));
        }
      }
    }
    var text = String.join("\n", kept).replaceAll("\n{4,}", "\n\n\n");
    return new Template(List.of(text.split("\n", -1)));
  }

  private static boolean isAny(String wanted, Set<String> parts) {
    return Arrays.stream(wanted.split(" ")).anyMatch(parts::contains);
  }

  /**
   * Writes the script.
   *
   * @param places what stands in the place of a line that is a comment of this name
   */
  void write(Map<String, Content> places, Writer text) throws IOException {
    for (var line : lines) {
      var content = line.startsWith("#") ? places.get(line.substring(1)) : null;
      if (content == null) {
        text.write(line);
      } else {
        content.writeTo(text);
      }
      text.write('\n');
    }
  }
}
