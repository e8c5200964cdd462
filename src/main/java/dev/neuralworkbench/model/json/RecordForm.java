package dev.neuralworkbench.model.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a record is made of, looked up once: reflection takes longer than reading a component. */
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
   * @param name its name, in files too
   * @param optional whether it may be null
   */
  record Component(String name, Type type, boolean optional, Method accessor) {

    static Component of(RecordComponent of) {
      var optional = of.getAnnotatedType().isAnnotationPresent(Nullable.class);
      of.getAccessor().setAccessible(true);
      return new Component(of.getName(), of.getGenericType(), optional, of.getAccessor());
    }
  }

  static RecordForm of(Class<?> type) {
    return FORMS.get(type);
  }

  private static RecordForm look(Class<?> type) {
    var components = type.getRecordComponents();
    var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return new RecordForm(Arrays.stream(components).map(Component::of).toList(), constructor);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("expected a record, received " + type, e);
    }
  }

  @Nullable Object[] values(Record of) {
    var values = new @Nullable Object[components.size()];
    try {
      for (var i = 0; i < values.length; i++) {
        values[i] = components.get(i).accessor.invoke(of);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record tells its components", e);
    }
    return values;
  }

  Record with(@Nullable Object[] values, Spot at) throws JsonException {
    try {
      return (Record) constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw at.problem("model.invalid", null, null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("expected a record for " + Arrays.toString(values), e);
    }
  }
}
