package dev.neuralworkbench;

import java.util.stream.Stream;

/** Packages of the program, written as the rooms they are: {@code "nn nn.blas ui.."}. */
final class Rooms {

  private Rooms() {}

  static String[] packages(String rooms) {
    return Stream.of(rooms.trim().split(" +")).map(Rooms::name).toArray(String[]::new);
  }

  static String name(String room) {
    return "dev.neuralworkbench." + room;
  }
}
