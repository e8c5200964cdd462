package dev.neuralworkbench.cli;

import dev.neuralworkbench.model.AtomicFile;
import dev.neuralworkbench.model.NotSavedException;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a command writes its result: the file of {@code --output}, or the standard output. It is
 * looked at before the work begins, and never takes the place of what the command reads or of a
 * file of another kind.
 */
final class Output {

  private static final Path STANDARD = Path.of("/dev/stdout");

  private final Terminal terminal;
  private final @Nullable Path file;

  private Output(Terminal terminal, @Nullable Path file) {
    this.terminal = terminal;
    this.file = file;
  }

  /**
   * Looks at where a result is to go.
   *
   * @param name the file's name; null for the standard output
   * @param kind what is written there
   * @param inputs what the command's words name: files that it reads, or samples
   * @throws CommandFailure if nothing can be written there, or what stands there must stay
   */
  static Output of(
      @Nullable String name, FileContent kind, List<String> inputs, Terminal terminal) {
    if (name == null) {
      return new Output(terminal, null);
    }
    var file = path(name);
    if (isSame(file, STANDARD)) {
      return new Output(terminal, null);
    }
    if (inputs.stream().anyMatch(input -> isSame(file, path(input)))) {
      throw refusal("file.input", name);
    }
    try {
      AtomicFile.check(file);
      if (!kind.mayReplace(file)) {
        throw refusal(kind.refusal(), name);
      }
    } catch (NotSavedException e) {
      throw CommandFailure.of(e);
    } catch (IOException e) {
      throw CommandFailure.of(Problem.at("data.file.denied", Place.file(name), null, null), e);
    }
    return new Output(terminal, file);
  }

  /** The file's name, of which the person is told; null for the standard output. */
  @Nullable String name() {
    return file == null ? null : file.toString();
  }

  /** Writes the result. */
  void write(AtomicFile.Content content) {
    try {
      if (file != null) {
        AtomicFile.write(file, content);
        return;
      }
      content.writeTo(terminal.out());
      if (terminal.out().checkError()) {
        throw CommandFailure.of("cli.out", null, null);
      }
    } catch (NotSavedException e) {
      throw CommandFailure.of(e);
    } catch (IOException e) {
      throw CommandFailure.of(Problem.of("cli.out", "", null, null), e);
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw refusal("file.name", name);
    }
  }

  /** Whether two names are of one file, however they are spelled and through links. */
  private static boolean isSame(Path one, Path other) {
    try {
      return Files.exists(other) && Files.isSameFile(one, other);
    } catch (IOException _) {
      return false;
    }
  }

  private static CommandFailure refusal(String key, String name) {
    return CommandFailure.of(Problem.at(key, Place.file(name), null, null));
  }
}
