package dev.neuralworkbench;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The house as a picture: a box for each group of rooms with the rooms in it, on the lowest floor
 * that lies above everything it knows, and an arrow to each group it knows that no other arrow
 * leads to already. Made from the compiled classes, as SVG.
 */
final class RoomsPicture {

  private static final String ROOT = "dev.neuralworkbench.";
  private static final int WIDTH = 1000;
  private static final int LINE = 17;
  private static final int PAD = 9;
  private static final int FLOOR_GAP = 36;
  private static final double LETTER = 7.8;

  private final SortedMap<String, SortedMap<String, Integer>> groups = new TreeMap<>();
  private final SortedMap<String, Set<String>> known = new TreeMap<>();
  private final Map<String, Box> boxes = new TreeMap<>();

  private record Box(double x, double y, double width, double height) {

    double middle() {
      return x + width / 2;
    }
  }

  RoomsPicture(JavaClasses program) {
    Rooms.all().forEach((room, files) -> rooms(group(room)).put(room, Math.toIntExact(files)));
    for (var type : program) {
      var from = groupOf(type.getPackageName());
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        var to = groupOf(dependency.getTargetClass().getPackageName());
        if (groups.containsKey(from) && groups.containsKey(to) && !from.equals(to)) {
          known.computeIfAbsent(from, _ -> new TreeSet<>()).add(to);
        }
      }
    }
    groups.keySet().forEach(group -> known.computeIfAbsent(group, _ -> new TreeSet<>()));
  }

  private SortedMap<String, Integer> rooms(String group) {
    return groups.computeIfAbsent(group, _ -> new TreeMap<>());
  }

  private static String groupOf(String name) {
    return name.startsWith(ROOT) ? group(name.substring(ROOT.length())) : "";
  }

  /** The first word of a room, and of the window's rooms the first two. */
  private static String group(String room) {
    var end = room.indexOf('.', room.startsWith("ui.") ? "ui.".length() : 0);
    return end < 0 ? room : room.substring(0, end);
  }

  private int floor(String group) {
    return known.get(group).stream().mapToInt(this::floor).max().orElse(-1) + 1;
  }

  private boolean leadsTo(String from, String to) {
    return known.get(from).stream().anyMatch(next -> next.equals(to) || leadsTo(next, to));
  }

  /** The picture. */
  String svg() {
    var floors = new ArrayList<List<String>>();
    groups.keySet().stream()
        .sorted(Comparator.comparingInt(this::floor).reversed().thenComparing(it -> it))
        .forEach(
            group -> {
              while (floors.size() <= floor(group)) {
                floors.add(new ArrayList<>());
              }
              floors.get(floor(group)).add(group);
            });
    var top = (double) PAD;
    for (var floor : floors.reversed()) {
      top += place(floor, top) + FLOOR_GAP;
    }
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %.0f" font-family="sans-serif">
        <defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7"
        markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#7d8590"/></marker></defs>
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        """
            .formatted(WIDTH, top - FLOOR_GAP + PAD));
    boxes.keySet().forEach(group -> arrows(group, svg));
    boxes.forEach((group, box) -> box(group, box, svg));
    return svg.append("</svg>\n").toString();
  }

  /** Places the groups of a floor below those that know them; says how high the floor is. */
  private double place(List<String> floor, double top) {
    var gap = (WIDTH - floor.stream().mapToDouble(this::width).sum()) / (floor.size() + 1);
    var left = gap;
    for (var group : floor.stream().sorted(Comparator.comparingDouble(this::wanted)).toList()) {
      boxes.put(group, new Box(left, top, width(group), height(group)));
      left += width(group) + gap;
    }
    return floor.stream().mapToDouble(this::height).max().orElse(0);
  }

  /** The middle of those above that know a group. */
  private double wanted(String group) {
    return boxes.entrySet().stream()
        .filter(box -> known.get(box.getKey()).contains(group))
        .mapToDouble(box -> box.getValue().middle())
        .average()
        .orElse(WIDTH / 2.0);
  }

  private List<String> lines(String group) {
    var lines = new ArrayList<String>();
    groups
        .get(group)
        .forEach(
            (room, files) ->
                lines.add(
                    (room.equals(group) ? "" : room.substring(group.length()) + " ")
                        + "(%d)".formatted(files)));
    return lines;
  }

  private double width(String group) {
    var letters = lines(group).stream().mapToInt(String::length).max().orElse(0);
    return Math.max(letters, group.length() + 1) * LETTER + 2 * PAD;
  }

  private double height(String group) {
    return (lines(group).size() + 1) * LINE + PAD;
  }

  private void box(String group, Box box, StringBuilder svg) {
    svg.append(
        format(
            "<rect x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" rx=\"5\" fill=\"%s\""
                + " stroke=\"#57606a\"/>%n",
            box.x(),
            box.y(),
            box.width(),
            box.height(),
            group.startsWith("ui.") ? "#eaf2fd" : "#f6f8fa"));
    var y = box.y() + LINE;
    svg.append(text(box.x() + PAD, y, "font-weight=\"bold\" fill=\"#1f2328\"", group));
    for (var line : lines(group)) {
      y += LINE;
      svg.append(text(box.x() + PAD, y, "fill=\"#57606a\"", line));
    }
  }

  private void arrows(String group, StringBuilder svg) {
    var from = boxes.get(group);
    for (var next : known.get(group)) {
      if (known.get(group).stream().anyMatch(other -> leadsTo(other, next))) {
        continue;
      }
      var to = boxes.get(next);
      svg.append(
          format(
              "<path d=\"M%.0f %.0fC%.0f %.0f %.0f %.0f %.0f %.0f\" fill=\"none\""
                  + " stroke=\"#7d8590\" marker-end=\"url(#tip)\"/>%n",
              from.middle(),
              from.y() + from.height(),
              from.middle(),
              from.y() + from.height() + FLOOR_GAP,
              to.middle(),
              to.y() - FLOOR_GAP,
              to.middle(),
              to.y()));
    }
  }

  private static String text(double x, double y, String style, String text) {
    return format("<text x=\"%.0f\" y=\"%.0f\" font-size=\"13\" %s>%s</text>%n", x, y, style, text);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern.replace("%n", "\n"), values);
  }
}
