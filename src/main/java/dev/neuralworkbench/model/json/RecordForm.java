package dev.neuralworkbench.model.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record is made of, looked up once: reflection takes longer than reading what a component
 * is in a file.
 */
record RecordForm(List<Component> components, Constructor<?> constructor) {

  private static final ClassValue<RecordForm> FORMS =
      new ClassValue<>() {
        @Override
        protected RecordForm computeValue(Class<?> type) {
          return look(type);
        }
      };

  /**
   * A component.
   *
   * @param of what Java says of it
   * @param optional whether it may be null
   */
  record Component(RecordComponent of, boolean optional) {

    /** Its name, in files too. */
    String name() {
      return of.getName();
    }
  }

  static RecordForm of(Class<?> type) {
    return FORMS.get(type);
  }

  private static RecordForm look(Class<?> type) {
    var components = List.of(type.getRecordComponents());
    var types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return new RecordForm(
          components.stream().map(it -> new Component(it, mayBeNull(it))).toList(),
          type.getConstructor(types));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("expected a public record, received " + type, e);
    }
  }

  private static boolean mayBeNull(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /**
   * A record with these values.
   *
   * @throws InvocationTargetException if the record refuses them
   */
  Record with(@Nullable Object[] values) throws InvocationTargetException {
    try {
      return (Record) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw e;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("expected a public record for " + Arrays.toString(values), e);
    }
  }
}
