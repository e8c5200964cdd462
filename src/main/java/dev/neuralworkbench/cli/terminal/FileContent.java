package dev.neuralworkbench.cli.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.function.Predicate;

/** What a file holds, as far as its beginning tells: the result of a command replaces its like. */
public enum FileContent {
  /** A model of this program, damaged ones too. */
  MODEL("file.notModel", FileContent::isModel),
  TABLE("file.notTable", head -> !isModel(head) && head.indexOf('\0') < 0),
  PAGE(
      "file.notPage",
      head -> head.stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype html")),
  /** What begins with its version, as files of ONNX do. */
  ONNX("file.notOnnx", head -> head.matches("(?s)\\x08[\\x01-\\x1f].*"));

  private static final int HEAD = 512;

  /** What every model's file says of itself in its first line. */
  private static final String FORMAT = "\"neural-workbench\"";

  final String refusal;

  // A question about a text has no state.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Predicate<String> isLike;

  FileContent(String refusal, Predicate<String> isLike) {
    this.refusal = refusal;
    this.isLike = isLike;
  }

  /**
   * Whether there is nothing to be lost where a path leads, or something of this kind.
   *
   * @throws IOException if that may not be looked at
   */
  boolean mayReplace(Path file) throws IOException {
    try {
      if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
        return true;
      }
    } catch (NoSuchFileException _) {
      return true;
    }
    try (var in = Files.newInputStream(file)) {
      var head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      return head.isBlank() || isLike.test(head);
    }
  }

  private static boolean isModel(String head) {
    return head.stripLeading().startsWith("{") && head.contains(FORMAT);
  }
}
