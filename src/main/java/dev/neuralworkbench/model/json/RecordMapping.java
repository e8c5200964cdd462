package dev.neuralworkbench.model.json;

import dev.neuralworkbench.problem.Records;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Maps records to objects and back, member for component: a file is a tree of records, and what it
 * may hold and how large that may be follows from them alone. Numbers, truths, texts, enums (by
 * their ids), durations, lists, {@code float[]} of finite numbers, {@code double[]} in which null
 * is NaN, records, and sealed interfaces of records, whose member {@code type} tells which.
 *
 * <p>A component that may be null is left out where it is; every other one must be there, and
 * nothing else may. A renamed component would change the file: kept old files in the tests tell.
 */
public final class RecordMapping {

  /** Member that tells which record of a sealed interface it is. */
  static final String TYPE = "type";

  private final Map<Class<?>, String> types;
  private final Map<String, Most> most;
  private final Map<Class<?>, Parts> shared;
  private final Map<Class<?>, Map<String, Type>> members = new ConcurrentHashMap<>();

  /**
   * Bounds of an array.
   *
   * @param items that it may have
   * @param bytes memory that each number takes until all is built
   */
  public record Most(int items, int bytes) {}

  /**
   * What stands as the name of something known, or as an array of parts; see {@link Unbuilt}.
   *
   * @param each what a part is
   * @param most parts that it may have
   */
  public record Parts(Class<?> each, int most) {}

  /**
   * A mapping.
   *
   * @param types names of the records of sealed interfaces
   * @param most bounds of arrays, by the names of their components
   * @param shared classes of which there are parts
   */
  public RecordMapping(
      Map<Class<?>, String> types, Map<String, Most> most, Map<Class<?>, Parts> shared) {
    this.types = Map.copyOf(types);
    this.most = Map.copyOf(most);
    this.shared = Map.copyOf(shared);
  }

  /** What the object of a record, or of any record of a sealed interface, may have. */
  Map<String, Type> members(Class<?> type) {
    return members.computeIfAbsent(type, this::look);
  }

  private Map<String, Type> look(Class<?> type) {
    var known = new LinkedHashMap<String, Type>();
    for (var record : records(type)) {
      if (types.containsKey(record)) {
        known.put(TYPE, String.class);
      }
      for (var component : Records.form(record).components()) {
        // Of one name in several records, what is read is the same: see Single.
        known.putIfAbsent(component.name(), component.type());
      }
    }
    return known;
  }

  static boolean isObject(Class<?> type) {
    return type.isRecord() || (type.isSealed() && !type.isEnum());
  }

  static List<Class<?>> records(Class<?> type) {
    return type.isRecord() ? List.of(type) : Arrays.asList(type.getPermittedSubclasses());
  }

  @Nullable String name(Class<?> record) {
    return types.get(record);
  }

  @Nullable Parts parts(Class<?> type) {
    return shared.get(type);
  }

  Most most(String component) {
    var bounds = most.get(component);
    if (bounds == null) {
      throw new IllegalArgumentException("expected bounds of the array " + component);
    }
    return bounds;
  }

  static Type argument(ParameterizedType type) {
    return type.getActualTypeArguments()[0];
  }
}
