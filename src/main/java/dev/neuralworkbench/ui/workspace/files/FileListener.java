package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.model.Bookmark;
import dev.neuralworkbench.ui.common.dialog.FileKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Told of what was opened and saved; on the FX thread. */
public interface FileListener {

  void opened(FileKind kind);

  /** A network was opened that is to be worked out step by step. */
  void openedLesson();

  /** Where a walk through backpropagation is, to be saved with it; null where none shows. */
  @Nullable Bookmark bookmark();

  /** The table that is being typed and not used yet: what is opened takes its place. */
  Optional<TypedText> typed();

  void preview(Path file, ReadingChoices choices);

  /** Rows came together with the model that was just opened: they want answers. */
  void answer(Path rows);

  /** The files used last, the newest first. */
  List<Path> recent();

  void used(Path file);
}
