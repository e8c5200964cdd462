package dev.neuralworkbench.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Tells pipes and terminals from files, on systems that have them at paths. */
final class Pipes {

  static final Path STANDARD_OUTPUT = Path.of("/dev/stdout");

  private static final Path STANDARD_INPUT = Path.of("/dev/stdin");

  /** The bits of a file's mode that tell its kind, and those of a pipe and of a terminal. */
  private static final int KIND = 0170000;

  private static final int PIPE = 0010000;

  private static final int CHARACTERS = 0020000;

  private Pipes() {}

  /** Whether a path is a pipe of the person's own; one that a shell made is a link to it. */
  static boolean isNamed(Path path) {
    return isKind(PIPE, path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Whether the result goes to another program: then a failed write says that it has ended. */
  static boolean isStandardOutput() {
    return isKind(PIPE, STANDARD_OUTPUT);
  }

  static boolean isTerminal() {
    return isKind(CHARACTERS, STANDARD_OUTPUT);
  }

  /** Whether the standard input is typed at a terminal; what is empty is no terminal. */
  static boolean isTyped() {
    try {
      return isKind(CHARACTERS, STANDARD_INPUT)
          && !Files.isSameFile(STANDARD_INPUT, Path.of("/dev/null"));
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean isKind(int kind, Path path, LinkOption... options) {
    try {
      return Files.getAttribute(path, "unix:mode", options) instanceof Integer mode
          && (mode & KIND) == kind;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
      // Nothing is there, or the system has no such kinds.
      return false;
    }
  }
}
