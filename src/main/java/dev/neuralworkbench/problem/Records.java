package dev.neuralworkbench.problem;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records by their components: what is chosen is immutable, and changed by a new record. */
public final class Records {

  /** Of a class, worked out once. */
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          var parts = type.getRecordComponents();
          if (parts == null) {
            throw new IllegalArgumentException("expected a record, received " + type);
          }
          var types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
          try {
            return new Shape(List.of(parts), type.getConstructor(types));
          } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("expected a public record, received " + type, e);
          }
        }
      };

  private record Shape(List<RecordComponent> parts, Constructor<?> constructor) {}

  private Records() {}

  /** The names of the components of a record, in order. */
  public static List<String> components(Object of) {
    return SHAPES.get(of.getClass()).parts.stream().map(RecordComponent::getName).toList();
  }

  /**
   * A component of a record.
   *
   * @param path its name, or where it is one of a component's own, {@code split.test}: null then
   *     where that component is null or has none of that name
   * @throws IllegalArgumentException if it has none of that name
   */
  public static @Nullable Object get(Object of, String path) {
    var dot = path.lastIndexOf('.');
    if (dot < 0) {
      return component(of, path);
    }
    var within = get(of, path.substring(0, dot));
    var name = path.substring(dot + 1);
    return within != null && components(within).contains(name) ? component(within, name) : null;
  }

  private static @Nullable Object component(Object of, String component) {
    return read(
        SHAPES.get(of.getClass()).parts.stream()
            .filter(it -> it.getName().equals(component))
            .findFirst()
            .orElseThrow(() -> unknown(of, component)),
        of);
  }

  /**
   * The record with another component.
   *
   * @param path its name, or where it is one of a component's own, {@code split.test}
   * @param value for a component of whole numbers any number, of which the whole part is taken
   * @throws IllegalArgumentException if it has none of that name, or cannot have this value
   */
  public static <R> R with(R of, String path, @Nullable Object value) {
    var dot = path.lastIndexOf('.');
    if (dot < 0) {
      return replaced(of, path, value);
    }
    var outer = path.substring(0, dot);
    var within = get(of, outer);
    if (within == null) {
      throw unknown(of, path);
    }
    return with(of, outer, replaced(within, path.substring(dot + 1), value));
  }

  @SuppressWarnings("unchecked") // A record's constructor makes a record of its class.
  private static <R> R replaced(R of, String component, @Nullable Object value) {
    var shape = SHAPES.get(of.getClass());
    var values = shape.parts.stream().map(it -> read(it, of)).toArray();
    var index = components(of).indexOf(component);
    if (index < 0) {
      throw unknown(of, component);
    }
    values[index] = fitting(shape.parts.get(index).getType(), value);
    try {
      return (R) shape.constructor.newInstance(values);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new IllegalArgumentException("expected a " + component + ", received " + value, e);
    }
  }

  private static @Nullable Object fitting(Class<?> type, @Nullable Object value) {
    return switch (value) {
      case Number number when type == int.class -> (Object) number.intValue();
      case Number number when type == long.class -> number.longValue();
      case null, default -> value;
    };
  }

  private static @Nullable Object read(RecordComponent part, Object of) {
    try {
      return part.getAccessor().invoke(of);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalArgumentException("cannot read " + part, e);
    }
  }

  private static IllegalArgumentException unknown(Object of, String component) {
    return new IllegalArgumentException("expected a record with " + component + ": " + of);
  }
}
