package dev.neuralworkbench;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
