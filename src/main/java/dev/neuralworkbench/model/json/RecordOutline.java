package dev.neuralworkbench.model.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Map;

/**
 * The outline of records in a file, from their components.
 *
 * @param types names of the records of sealed interfaces
 * @param codecs classes with a form of their own
 * @param most items that lists may have, by the names of their components
 */
record RecordOutline(
    Map<Class<?>, String> types,
    Map<Class<?>, RecordMapping.Codec<?>> codecs,
    Map<String, Integer> most) {

  /** Memory that a number of a list takes: kept in the tree, and each as an object in the list. */
  private static final int BYTES = 28;

  /** The outline of a component's type. */
  Outline of(Class<?> type) {
    var codec = codecs.get(type);
    if (codec != null) {
      return codec.outline();
    } else if (type.isRecord()) {
      return members(type);
    } else if (type.isSealed() && !type.isEnum()) {
      var outline = new Outline.Members();
      for (var subclass : type.getPermittedSubclasses()) {
        outline.with(members(subclass));
      }
      return outline;
    }
    return Outline.VALUE;
  }

  private Outline.Members members(Class<?> type) {
    var outline = new Outline.Members();
    if (types.containsKey(type)) {
      outline.with(RecordMapping.TYPE, Outline.VALUE);
    }
    for (var component : type.getRecordComponents()) {
      outline.with(component.getName(), of(component));
    }
    return outline;
  }

  private Outline of(RecordComponent component) {
    if (!(component.getGenericType() instanceof ParameterizedType list)) {
      return of(component.getType());
    }
    var items = most.get(component.getName());
    if (items == null) {
      throw new IllegalArgumentException("expected a limit of the list " + component);
    }
    var item = (Class<?>) list.getActualTypeArguments()[0];
    return item == Float.class
        ? new Outline.Numbers(items, true, BYTES)
        : new Outline.Items(items, of(item));
  }
}
