package dev.neuralworkbench.keys;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a method does, as far as keys need it.
 *
 * @param id class, name and descriptor
 * @param calls what it calls, in order
 * @param joined texts that it joins
 * @param literals texts in it
 * @param returns what it may return
 * @param stores what it puts into fields, by class and name
 */
record MethodCode(
    String id,
    List<Site> calls,
    List<Join> joined,
    Set<String> literals,
    Set<Expr> returns,
    Map<String, Set<Expr>> stores) {

  /** A call in a line. */
  record Site(int line, Expr.Call call) {}

  /** Texts that are joined in a line. */
  record Join(int line, Expr.Joined expr) {}

  /** Class, name and descriptor without the program's own package in the class's name. */
  String shortId() {
    return id.replaceFirst("dev/neuralworkbench/", "");
  }

  /** Class and name. */
  String shortName() {
    return shortId().substring(0, shortId().indexOf('('));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MethodCode method && method.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
