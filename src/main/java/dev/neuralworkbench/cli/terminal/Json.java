package dev.neuralworkbench.cli.terminal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/**
 * An object for a program, in the order in which it is filled: with numbers, texts, objects like
 * this one, and anything that can be iterated as a list of these. A number that does not exist is
 * null in a list.
 */
public final class Json {

  private static final Gson PRINTED =
      new GsonBuilder().serializeNulls().setPrettyPrinting().disableHtmlEscaping().create();

  private final JsonObject object = new JsonObject();

  /** Adds a value; null, and a number that does not exist, are left out. */
  public Json add(String name, @Nullable Object value) {
    var element = element(value);
    return element.isJsonNull() ? this : addOrNull(name, value);
  }

  /** Adds a value, null for a number that does not exist. */
  public Json addOrNull(String name, @Nullable Object value) {
    object.add(name, element(value));
    return this;
  }

  private static JsonElement element(@Nullable Object value) {
    return switch (value) {
      case null -> JsonNull.INSTANCE;
      case Json json -> json.object;
      case Double number when !Double.isFinite(number) -> JsonNull.INSTANCE;
      case Number number -> new JsonPrimitive(number);
      case Boolean is -> new JsonPrimitive(is);
      case Iterable<?> all -> {
        var array = new JsonArray();
        all.forEach(it -> array.add(element(it)));
        yield array;
      }
      default -> new JsonPrimitive(value.toString());
    };
  }

  /** The object as it is printed. */
  @Override
  public String toString() {
    return PRINTED.toJson(object);
  }
}
