package dev.neuralworkbench.model.json;

import dev.neuralworkbench.problem.Records;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record of which parts are known, but not what all of them stand for: that follows from the rest
 * of the file, whose members may come in any order.
 *
 * @param <R> the record
 * @param values of its components, null where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on from the reader or to the writer, and read.
public record Unbuilt<R extends Record>(Records.Form form, @Nullable Object[] values, Spot at) {

  /**
   * What stands in a file for values that may be alike: the name of one that is known, or its
   * parts.
   *
   * @param <V> their type, as the mapping knows it
   */
  public interface Shared<V> {

    Class<V> type();

    /** A name, or a list of parts. */
    Object write(V value);

    V read(Object written, Spot at) throws JsonException;
  }

  /** A record taken apart, to be written. */
  public static <R extends Record> Unbuilt<R> of(R record, Shared<?> shared) {
    var form = Records.form(record.getClass());
    var values = form.values(record);
    for (var i = 0; i < values.length; i++) {
      var value = values[i];
      values[i] = value == null ? null : apart(value, shared);
    }
    return new Unbuilt<>(form, values, Spot.ROOT);
  }

  private static <V> Object apart(Object value, Shared<V> shared) {
    if (shared.type().isInstance(value)) {
      return shared.write(shared.type().cast(value));
    }
    return switch (value) {
      case Record record -> of(record, shared);
      case List<?> list -> list.stream().map(item -> apart(item, shared)).toList();
      default -> value;
    };
  }

  /** The record, now that it is known what its parts stand for. */
  @SuppressWarnings("unchecked") // The form is that of the record.
  public R build(Shared<?> shared) throws JsonException {
    var built = values.clone();
    for (var i = 0; i < built.length; i++) {
      var component = form.components().get(i);
      var value = built[i];
      if (value != null) {
        built[i] = built(value, component.type(), shared, at.member(component.name()));
      }
    }
    return (R) record(form, built, at);
  }

  /** A record of its values; what it refuses is refused at its place. */
  static Object record(Records.Form form, @Nullable Object[] values, Spot at) throws JsonException {
    try {
      return form.with(values);
    } catch (InvocationTargetException e) {
      throw at.problem("model.invalid", null, null);
    }
  }

  private static Object built(Object value, Type type, Shared<?> shared, Spot at)
      throws JsonException {
    if (type == shared.type()) {
      return shared.read(value, at);
    } else if (value instanceof Unbuilt<?> inner) {
      return inner.build(shared);
    } else if (value instanceof List<?> list) {
      var item = RecordMapping.argument((ParameterizedType) type);
      var items = new ArrayList<>();
      for (var i = 0; i < list.size(); i++) {
        items.add(built(list.get(i), item, shared, at.item(i)));
      }
      return items;
    }
    return value;
  }
}
