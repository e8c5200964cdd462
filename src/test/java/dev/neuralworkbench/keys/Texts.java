package dev.neuralworkbench.keys;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every place where the program asks for a text, and the keys that it can ask for there. */
final class Texts {

  private static final String OBJECTS = "[Ljava/lang/Object;";
  private static final String MARK = "\1";

  /**
   * Where a key is given to something that tells it, or that is told later.
   *
   * @param method class, name and first parameters
   * @param key which argument is the key
   * @param arguments which argument is the array that fills it in; negative for a fixed number
   */
  private record Asker(String method, int key, int arguments) {}

  private static final List<Asker> ASKERS =
      List.of(
          new Asker("text/Words.text(Ljava/lang/String;" + OBJECTS, 1, 2),
          new Asker("text/Sentences.text(Ljava/lang/String;" + OBJECTS, 1, 2),
          new Asker("ui/common/Messages.text(Ljava/lang/String;" + OBJECTS, 1, 2),
          new Asker("ui/common/Messages.now(Ljava/lang/String;" + OBJECTS, 1, 2),
          new Asker("ui/live/LiveWords$Phrase.of(Ljava/lang/String;" + OBJECTS, 0, 1),
          new Asker("data/table/ReadingReport$Reason.of(", 1, 2),
          new Asker("data/table/ReadingReport$Remark.of(", 0, 2),
          new Asker("problem/MessageKey.<init>(", 1, 0),
          new Asker("problem/Problem.<init>(", 1, -3));

  /**
   * A key with what fills it in.
   *
   * @param key with {@link Values#HOLE} for what is not known
   * @param arguments how many there are; −1 where that is not known
   */
  record Asked(String key, int arguments) implements Comparable<Asked> {
    @Override
    public int compareTo(Asked other) {
      return (key + arguments).compareTo(other.key + other.arguments);
    }
  }

  private final Map<String, Set<Asked>> places = new TreeMap<>();

  Texts(Code code) {
    var values = new Values(code);
    var askers = new HashMap<MethodCode, Asker>();
    for (var method : code.methods()) {
      ASKERS.stream()
          .filter(it -> method.shortId().startsWith(it.method))
          .forEach(it -> askers.put(method, it));
    }
    for (var method : code.methods()) {
      if (!tells(method)) {
        for (var site : method.calls()) {
          code.targets(site.call()).stream()
              .filter(askers::containsKey)
              .findFirst()
              .ifPresent(it -> add(method, site.call(), askers.get(it), values));
        }
      }
    }
  }

  /** What passes on what it is asked for. */
  private static boolean tells(MethodCode method) {
    return Stream.of("text/Sentences.", "ui/common/Messages.")
        .anyMatch(method.shortId()::startsWith);
  }

  private void add(MethodCode method, Expr.Call call, Asker asker, Values values) {
    var count =
        asker.arguments > 0
            ? call.arguments().get(asker.arguments)
            : new Expr.Whole(-asker.arguments);
    var asked =
        new Expr.Joined(List.of(call.arguments().get(asker.key), new Expr.Literal(MARK), count));
    var found = places.computeIfAbsent(method.shortName(), _ -> new TreeSet<>());
    for (var text : values.of(method, asked)) {
      var end = text.indexOf(MARK);
      var number = text.substring(end + 1);
      found.add(
          new Asked(
              text.substring(0, end),
              number.contains(Values.HOLE) ? -1 : Integer.parseInt(number)));
    }
  }

  /** What is asked for, by class and method. */
  Map<String, Set<Asked>> places() {
    return places;
  }
}
