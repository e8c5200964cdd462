package dev.neuralworkbench.model.json;

import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.problem.Word;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps records to objects and back, member for component: what a user chooses is a tree of records,
 * and its file is the same tree. Numbers, truths, texts, enums (by their ids), durations, lists,
 * records, and sealed interfaces of records, whose member {@code type} tells which.
 *
 * <p>A component that may be null is left out where it is; every other one must be there, and
 * nothing else may. A renamed component would change the file: kept old files in the tests tell.
 */
public final class RecordMapping {

  /** Member that tells which record of a sealed interface it is. */
  static final String TYPE = "type";

  /** Longer than anybody waits, and still countable in nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private final Map<Class<?>, String> types;
  private final Map<Class<?>, Codec<?>> codecs;
  private final Map<String, Integer> most;

  /** How a class that is no record, or a record that asks for more, is written. */
  public interface Codec<T> {

    Json write(T value);

    T read(JsonView view) throws JsonException;

    /** What the value may be in a file. */
    Outline outline();
  }

  /**
   * A mapping.
   *
   * @param types names of the records of sealed interfaces
   * @param codecs classes with a form of their own
   * @param most items that lists may have, by the names of their components
   */
  public RecordMapping(
      Map<Class<?>, String> types, Map<Class<?>, Codec<?>> codecs, Map<String, Integer> most) {
    this.types = Map.copyOf(types);
    this.codecs = Map.copyOf(codecs);
    this.most = Map.copyOf(most);
  }

  /** What a record, or one of a sealed interface, may be in a file. */
  public Outline outline(Class<?> type) {
    return new RecordOutline(types, codecs, most).of(type);
  }

  public Json write(Record value) {
    var object = new Json.Members();
    var type = types.get(value.getClass());
    if (type != null) {
      object.with(TYPE, new Json.Text(type));
    }
    for (var component : value.getClass().getRecordComponents()) {
      var content = content(component, value);
      if (content != null) {
        object.with(component.getName(), writeValue(content));
      }
    }
    return object;
  }

  private <T> Json writeValue(T value) {
    @SuppressWarnings("unchecked") // The map holds codecs of their keys.
    var codec = (@Nullable Codec<T>) codecs.get(value.getClass());
    if (codec != null) {
      return codec.write(value);
    }
    return switch (value) {
      case Record inner -> write(inner);
      case Enum<?> constant -> new Json.Text(Ids.of(constant));
      case String text -> new Json.Text(text);
      case Boolean truth -> new Json.Truth(truth);
      case Duration time -> new Json.Text(time.toString());
      case Integer number -> Json.Digits.of(number.longValue());
      case Long number -> Json.Digits.of(number);
      case Float number -> Json.Digits.of(number.doubleValue());
      case Double number -> Json.Digits.of(number.doubleValue());
      case List<?> list when isOfFloats(list) -> new Json.Floats(floats(list));
      case List<?> list -> new Json.Items(list.stream().map(this::writeValue).toList());
      default ->
          throw new IllegalArgumentException("expected a value of records, received " + value);
    };
  }

  private static boolean isOfFloats(List<?> list) {
    return !list.isEmpty() && list.getFirst() instanceof Float;
  }

  private static float[] floats(List<?> list) {
    var floats = new float[list.size()];
    for (var i = 0; i < floats.length; i++) {
      floats[i] = (Float) list.get(i);
    }
    return floats;
  }

  private static @Nullable Object content(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("expected a public record, received " + value, e);
    }
  }

  /**
   * A record from an object.
   *
   * @throws JsonException if the object is not as the record asks
   */
  public <T> T read(JsonView view, Class<T> type) throws JsonException {
    return type.cast(readValue(view, type));
  }

  private Object readValue(JsonView view, Type type) throws JsonException {
    if (type instanceof ParameterizedType list) {
      var items = new ArrayList<Object>();
      if (list.getActualTypeArguments()[0] == Float.class) {
        for (var number : view.floats()) {
          items.add(number);
        }
        return items;
      }
      for (var item : view.items()) {
        items.add(readValue(item, list.getActualTypeArguments()[0]));
      }
      return items;
    }
    return readValue(view, (Class<?>) type);
  }

  private Object readValue(JsonView view, Class<?> type) throws JsonException {
    var codec = codecs.get(type);
    if (codec != null) {
      return codec.read(view);
    } else if (type.isEnum()) {
      return constant(view, type);
    } else if (type.isRecord()) {
      return record(view, type);
    } else if (type.isSealed()) {
      return record(view, permitted(view.member(TYPE), type));
    } else if (type == String.class) {
      return view.text();
    } else if (type == boolean.class || type == Boolean.class) {
      return view.truth();
    } else if (type == int.class || type == Integer.class) {
      return view.integer();
    } else if (type == long.class) {
      return view.wholeNumber();
    } else if (type == double.class || type == Double.class) {
      return view.number();
    } else if (type == float.class) {
      return view.singleNumber();
    } else if (type == Duration.class) {
      return duration(view);
    }
    throw new IllegalArgumentException("expected a type of records, received " + type);
  }

  private Record record(JsonView view, Class<?> type) throws JsonException {
    var form = RecordForm.of(type);
    var values = new @Nullable Object[form.components().size()];
    for (var i = 0; i < values.length; i++) {
      var component = form.components().get(i);
      var member = view.optional(component.name());
      if (member.isPresent() || !component.optional()) {
        values[i] = readValue(view.member(component.name()), component.of().getGenericType());
      }
    }
    if (types.containsKey(type)) {
      permitted(view.member(TYPE), type);
    }
    view.end();
    try {
      return form.with(values);
    } catch (InvocationTargetException e) {
      throw view.problem("model.invalid", null, null);
    }
  }

  /** The record that a type's name stands for: the type itself, or one that it permits. */
  private Class<?> permitted(JsonView view, Class<?> type) throws JsonException {
    var name = view.text();
    var subclasses = type.getPermittedSubclasses();
    var candidates = subclasses == null ? List.<Class<?>>of(type) : List.of(subclasses);
    for (var candidate : candidates) {
      if (name.equals(types.get(candidate))) {
        return candidate;
      }
    }
    throw view.problem("model.choice", candidates.stream().map(types::get).toList(), name);
  }

  private static Object constant(JsonView view, Class<?> type) throws JsonException {
    var id = view.text();
    var names = new ArrayList<String>();
    for (var constant : type.getEnumConstants()) {
      var name = Ids.of((Enum<?>) constant);
      if (name.equals(id)) {
        return constant;
      }
      names.add(name);
    }
    throw view.problem("model.choice", names, id);
  }

  private static Duration duration(JsonView view) throws JsonException {
    try {
      var duration = Duration.parse(view.text());
      if (duration.abs().compareTo(LONGEST) <= 0) {
        return duration;
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw view.problem("model.wrongKind", new Word("model.kind.duration"), view.text());
    }
    throw view.problem("model.wrongKind", new Word("model.kind.duration"), view.text());
  }
}
