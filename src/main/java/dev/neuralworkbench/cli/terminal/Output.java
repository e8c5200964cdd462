package dev.neuralworkbench.cli.terminal;

import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.file.NotSavedException;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a command writes its result: the file of {@code --output}, or the standard output. It is
 * looked at before the work begins, and never takes the place of what the command reads or of a
 * file of another kind. One of its own kind is replaced, as compilers and scripts do and expect,
 * and that is told.
 */
public final class Output {

  private final Terminal terminal;

  private final @Nullable Path file;
  private final boolean replaces;

  private Output(Terminal terminal, @Nullable Path file, boolean replaces) {
    this.terminal = terminal;
    this.file = file;
    this.replaces = replaces;
  }

  /**
   * Looks at where a result is to go.
   *
   * @param name the file's name; null for the standard output
   * @param kind what is written there
   * @param inputs what the command's words name: files that it reads, or samples
   * @throws CommandFailure if nothing can be written there, or what stands there must stay
   */
  public static Output of(
      @Nullable String name, FileContent kind, List<String> inputs, Terminal terminal) {
    if (name == null) {
      return new Output(terminal, null, false);
    }
    var file = Path.of(name);
    if (isSame(file, Pipes.STANDARD_OUTPUT)) {
      return new Output(terminal, null, false);
    }
    if (inputs.stream().anyMatch(input -> isSame(file, Path.of(input)))) {
      throw refusal("file.input", name);
    }
    if (kind == FileContent.MODEL && name.toLowerCase(Locale.ROOT).endsWith(".csv")) {
      throw CommandFailure.option("cli.model.name", "--output", null, null);
    }
    try {
      AtomicFile.check(file);
      if (!kind.mayReplace(file)) {
        throw refusal(kind.refusal, name);
      }
      return new Output(terminal, file, Files.isRegularFile(file) && Files.size(file) > 0);
    } catch (NotSavedException e) {
      throw CommandFailure.of(e.problem(), e);
    } catch (IOException e) {
      throw CommandFailure.of(Problem.at("data.file.denied", Place.file(name), null, null), e);
    }
  }

  /** The file's name, of which the person is told; null for the standard output. */
  public @Nullable String name() {
    return file == null ? null : file.toString();
  }

  public void write(AtomicFile.Content content) {
    try {
      if (file != null) {
        told(() -> AtomicFile.write(file, content));
        return;
      }
      content.writeTo(terminal.out());
    } catch (IOException e) {
      throw CommandFailure.of(Problem.of("cli.out", "", null, null), e);
    }
  }

  /** Writes what there is so far into the file, if there is one, without a word. */
  public void keep(AtomicFile.Content content) {
    if (file != null) {
      saved(() -> AtomicFile.write(file, content));
    }
  }

  public interface Writing {

    void write() throws NotSavedException;
  }

  /** Lets a file be written, and tells what that waits for and what it replaced. */
  public void told(Writing writing) {
    // A pipe of the person's own takes nothing before something reads it; a shell's has a reader.
    if (file != null && Pipes.isNamed(file)) {
      terminal.tell("cli.pipe", file);
    }
    saved(writing);
    if (replaces) {
      terminal.tell("cli.replaced", String.valueOf(file));
    }
  }

  /** Lets a file be written; that it was not is the command's failure. */
  public static void saved(Writing writing) {
    try {
      writing.write();
    } catch (NotSavedException e) {
      throw CommandFailure.of(e.problem(), e);
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
