package dev.neuralworkbench.problem;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records by their components: what is chosen is immutable, and changed by a new record. */
public final class Records {

  private static final ClassValue<Form> FORMS =
      new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
          return look(type);
        }
      };

  /** What a record is made of, looked up once: reflection takes longer than reading a component. */
  public record Form(List<Component> components, Constructor<?> constructor) {

    /** The values of a record's components. */
    public @Nullable Object[] values(Object of) {
      return components.stream().map(it -> it.in(of)).toArray();
    }

    /**
     * A record.
     *
     * @throws InvocationTargetException if it refuses the values
     * @throws IllegalArgumentException if one is not of its component's type
     */
    public Object with(@Nullable Object[] values) throws InvocationTargetException {
      try {
        return constructor.newInstance(values);
      } catch (InstantiationException | IllegalAccessException e) {
        throw new IllegalStateException("expected a record for " + Arrays.toString(values), e);
      }
    }

    private int place(String component) {
      var place = components.stream().map(Component::name).toList().indexOf(component);
      if (place < 0) {
        throw unknown(constructor.getDeclaringClass(), component);
      }
      return place;
    }
  }

  /**
   * A component.
   *
   * @param optional whether it may be null
   */
  public record Component(String name, Type type, boolean optional, Method accessor) {

    private static Component of(RecordComponent of) {
      var optional = of.getAnnotatedType().isAnnotationPresent(Nullable.class);
      of.getAccessor().setAccessible(true);
      return new Component(of.getName(), of.getGenericType(), optional, of.getAccessor());
    }

    private @Nullable Object in(Object record) {
      try {
        return accessor.invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("a record tells its components", e);
      }
    }
  }

  private Records() {}

  /**
   * What the records of a class are made of.
   *
   * @throws IllegalArgumentException if it is no record
   */
  public static Form form(Class<?> type) {
    return FORMS.get(type);
  }

  private static Form look(Class<?> type) {
    var components = type.getRecordComponents();
    if (components == null) {
      throw new IllegalArgumentException("expected a record, received " + type);
    }
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return new Form(Arrays.stream(components).map(Component::of).toList(), constructor);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record has its constructor: " + type, e);
    }
  }

  /** The names of the components of a record, in order. */
  public static List<String> components(Object of) {
    return form(of.getClass()).components.stream().map(Component::name).toList();
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
    var form = form(of.getClass());
    return form.components.get(form.place(component)).in(of);
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
    var form = form(of.getClass());
    var place = form.place(component);
    var values = form.values(of);
    values[place] = fitting(form.components.get(place).type, value);
    try {
      return (R) form.with(values);
    } catch (InvocationTargetException | IllegalArgumentException e) {
      throw new IllegalArgumentException("expected a " + component + ", received " + value, e);
    }
  }

  private static @Nullable Object fitting(Type type, @Nullable Object value) {
    return switch (value) {
      case Number number when type == int.class -> (Object) number.intValue();
      case Number number when type == long.class -> number.longValue();
      case null, default -> value;
    };
  }

  private static IllegalArgumentException unknown(Object of, String component) {
    return new IllegalArgumentException("expected a record with " + component + ": " + of);
  }
}
