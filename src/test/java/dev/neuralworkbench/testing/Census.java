package dev.neuralworkbench.testing;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What lives in the program right now, after a full garbage collection.
 *
 * @param heap bytes in use
 * @param shown nodes in the scene
 * @param nodes nodes that are reached from anywhere, in the scene or not
 * @param listeners listeners of the toolkit's properties and lists, and what holds them
 * @param lambdas functions of the program, which listen, draw or wait
 * @param animations timers and animations
 */
public record Census(
    long heap, int shown, long nodes, long listeners, long lambdas, long animations) {

  /** Counts all of it; takes a while. */
  public static Census of(Scene scene) {
    int shown = FxThread.call(() -> count(scene.getRoot()));
    var lines = histogram();
    return new Census(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        shown,
        instances(lines, Census::isNode),
        instances(lines, Census::isListener),
        instances(lines, name -> name.startsWith("dev.neuralworkbench.") && name.contains("$$La")),
        instances(
            lines,
            name ->
                name.startsWith("javafx.animation.") || name.contains("$AnimationTimerReceiv")));
  }

  private static boolean isNode(String name) {
    return name.matches("javafx\\.scene\\.(shape|control|text|canvas|layout|image)\\.[A-Z]\\w*")
        || name.matches("javafx\\.scene\\.(Group|Node\\$\\w+|Parent\\$\\w+)");
  }

  private static boolean isListener(String name) {
    // The weak shell of a binding that is gone stays until the list that it is in has no room.
    return (name.matches("com\\.sun\\.javafx\\.(binding|collections)\\.\\w*(Helper|Listener)\\S*")
            && !name.equals("com.sun.javafx.binding.BindingHelperObserver"))
        || name.matches("javafx\\.(beans|collections)\\.Weak\\w*Listener")
        || name.contains("$Listener");
  }

  private static int count(Node node) {
    var sum = 1;
    if (node instanceof Parent parent) {
      for (var child : parent.getChildrenUnmodifiable()) {
        sum += count(child);
      }
    }
    return sum;
  }

  /** A line a class: rank, instances, bytes, name. */
  private static String[] histogram() {
    try {
      var answer =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
      return answer.toString().split("\n", -1);
    } catch (JMException e) {
      throw new AssertionError(e);
    }
  }

  private static long instances(String[] lines, Predicate<String> ofClass) {
    var sum = 0L;
    for (var line : lines) {
      var words = line.trim().split("\\s+", -1);
      if (words.length >= 4 && words[0].endsWith(":") && ofClass.test(words[3])) {
        sum += Long.parseLong(words[1]);
      }
    }
    return sum;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "heap %.1f MB, nodes %d shown and %d alive, listeners %d, lambdas %d, animations %d",
        heap / 1e6,
        shown,
        nodes,
        listeners,
        lambdas,
        animations);
  }
}
