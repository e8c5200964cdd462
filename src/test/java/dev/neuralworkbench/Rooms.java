package dev.neuralworkbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Packages of the program, written as the rooms they are: {@code "nn nn.blas ui.."}. */
final class Rooms {

  private static final Path SOURCES = Path.of("src", "main", "java", "dev", "neuralworkbench");

  private Rooms() {}

  /** The packages of rooms, parted by spaces. */
  static String[] packages(String rooms) {
    return Stream.of(rooms.trim().split(" +")).map(Rooms::name).toArray(String[]::new);
  }

  /** The package of a room. A room that does not exist is refused: a rule on it would hold none. */
  static String name(String room) {
    var folder = SOURCES.resolve(room.replaceAll("\\.\\.$", "").replace('.', '/'));
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("expected a room, received " + room);
    }
    return "dev.neuralworkbench." + room;
  }

  /** The full name of a type by its room, which must be there: {@code "app.Presenter"}. */
  static String type(String name) {
    if (!Files.isRegularFile(SOURCES.resolve(name.replace('.', '/') + ".java"))) {
      throw new IllegalArgumentException("expected a type, received " + name);
    }
    return "dev.neuralworkbench." + name;
  }

  /** Every room that holds a file, with how many it holds beside what is said about itself. */
  static SortedMap<String, Long> all() {
    var rooms = new TreeMap<String, Long>();
    try (var files = Files.walk(SOURCES)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .map(file -> SOURCES.relativize(file.getParent()).toString().replace('/', '.'))
          .forEach(room -> rooms.merge(room, 1L, Long::sum));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rooms;
  }
}
