package dev.neuralworkbench.data.table;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * A list of things that have names, with their places: of many thousands each is found at once.
 * Immutable.
 */
public final class NamedList<T> extends AbstractList<T> implements RandomAccess {

  private final List<T> things;
  private final Map<String, Integer> places = new HashMap<>();

  public NamedList(List<T> things, Function<T, String> name) {
    this.things = List.copyOf(things);
    for (var i = 0; i < things.size(); i++) {
      places.putIfAbsent(name.apply(things.get(i)), i);
    }
  }

  /** Index of the first of a name, or −1 if there is none. */
  public int place(String name) {
    return places.getOrDefault(name, -1);
  }

  @Override
  public T get(int index) {
    return things.get(index);
  }

  @Override
  public int size() {
    return things.size();
  }
}
