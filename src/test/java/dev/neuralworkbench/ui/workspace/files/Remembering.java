package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a listener of files was told last. */
final class Remembering implements FileListener {

  @Override
  public void openedLesson() {}

  @Override
  public @Nullable Bookmark bookmark() {
    return null;
  }

  @Override
  public Optional<TypedText> typed() {
    return Optional.empty();
  }

  final List<Path> recent = new ArrayList<>();
  Path asked = Path.of("none");
  Path previewed = asked;
  ReadingChoices choices = ReadingChoices.NONE;

  @Override
  public void opened(FileKind kind) {}

  @Override
  public void preview(Path file, ReadingChoices chosen) {
    previewed = file;
    choices = chosen;
  }

  @Override
  public void answer(Path file) {
    asked = file;
  }

  @Override
  public List<Path> recent() {
    return recent;
  }

  @Override
  public void used(Path file) {}
}
