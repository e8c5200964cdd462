package dev.neuralworkbench.ui.common.dialog;

import dev.neuralworkbench.data.read.TableReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a file is taken for before it is read, by the ending of its name. */
public enum FileKind {
  MODEL,
  TABLE;

  /** Endings of data files that the dialogs offer; any other file is tried as a table too. */
  static final List<String> DATA = TableReader.endings();

  /** Endings of models: those of this program, and graphs that are imported. */
  static final List<String> MODELS = List.of(".nnw", ".onnx");

  public Optional<Path> last(List<Path> files) {
    return files.reversed().stream().filter(file -> of(file) == this).findFirst();
  }

  /** The name of a file without what says its kind. */
  public static String withoutEnding(String name) {
    var dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  public static FileKind of(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return MODELS.stream().anyMatch(name::endsWith) ? MODEL : TABLE;
  }
}
