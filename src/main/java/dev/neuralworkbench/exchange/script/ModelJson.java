package dev.neuralworkbench.exchange.script;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.neuralworkbench.data.cell.MissingMark;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.model.file.ModelFile;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a script holds of a model beside its weights: members of the model's file, and what else
 * reading cells takes.
 */
record ModelJson(JsonObject object) {

  private static final char LAST_ASCII = '~';

  /** Of a document with a trained model. */
  static ModelJson of(Document document, Model model) {
    var text = ModelFile.describe(document, model, Version.program());
    var object = JsonParser.parseString(text).getAsJsonObject();
    var sizes = model.weights().layers().iterator();
    for (var layer : object.getAsJsonObject("network").getAsJsonArray("layers")) {
      if (layer.getAsJsonObject().has("activation")) {
        var size = sizes.next();
        layer.getAsJsonObject().addProperty("inputs", size.inputs());
        layer.getAsJsonObject().addProperty("units", size.units());
      }
    }
    var marks = new JsonObject();
    marks.addProperty("anywhere", marks(MissingMark::anywhere));
    marks.addProperty("amongNumbers", marks(mark -> !mark.anywhere()));
    object.add("missingMarks", marks);
    return new ModelJson(object);
  }

  /** Marks have no blanks, so a line says them all. */
  private static String marks(Predicate<MissingMark> some) {
    return MissingMark.ALL.stream()
        .filter(some)
        .map(mark -> mark.text().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  /** The same with some members alone. */
  ModelJson only(Collection<String> members) {
    var copy = object.deepCopy();
    copy.keySet().retainAll(members);
    return new ModelJson(copy);
  }

  /**
   * What there is, as templates ask for it: {@code parent.member} where a member is there and
   * neither false nor 0, and {@code parent.member=value} of its value. The parent of what is in an
   * array is the array. A name in a model is a value of members called {@code name}, which no
   * template asks for.
   */
  Set<String> parts() {
    var parts = new HashSet<String>();
    collect("", object, parts);
    return parts;
  }

  private static void collect(String parent, JsonObject object, Set<String> parts) {
    for (var entry : object.entrySet()) {
      var member = parent + "." + entry.getKey();
      switch (entry.getValue()) {
        case JsonObject value -> {
          parts.add(member);
          collect(entry.getKey(), value, parts);
        }
        case JsonArray values -> {
          parts.add(member);
          for (var value : values) {
            if (value instanceof JsonObject item) {
              collect(entry.getKey(), item, parts);
            }
          }
        }
        case JsonPrimitive value when !isNothing(value) -> {
          parts.add(member);
          parts.add(member + "=" + value.getAsString());
        }
        default -> {}
      }
    }
  }

  private static boolean isNothing(JsonPrimitive value) {
    return value.isNumber() ? value.getAsDouble() == 0 : value.isBoolean() && !value.getAsBoolean();
  }

  /**
   * Writes the object so that it can stand between any quotes of Python, raw ones too: apostrophes
   * and all but letters, digits and what ASCII has are {@code \\u} and four digits, so nothing ends
   * the literal or changes the order in which it is shown.
   */
  void writeTo(Writer text) throws IOException {
    var json = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(object);
    for (var i = 0; i < json.length(); i++) {
      var c = json.charAt(i);
      if (c == '\'' || (c > LAST_ASCII && !Character.isLetterOrDigit(c))) {
        text.write("\\u%04x".formatted((int) c));
      } else {
        text.write(c);
      }
    }
  }
}
