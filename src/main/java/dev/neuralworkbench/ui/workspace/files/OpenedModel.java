package dev.neuralworkbench.ui.workspace.files;

import dev.neuralworkbench.file.FileStamp;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.model.file.ModelFormatException;
import dev.neuralworkbench.progress.Progress;
import java.nio.file.Path;

/**
 * A document read from a file, and which content the file had.
 *
 * @param stamp the file just before it was read: what another program writes meanwhile is noticed
 */
record OpenedModel(Document document, FileStamp stamp) {

  static OpenedModel read(Path file, Progress progress) throws ModelFormatException {
    var stamp = FileStamp.of(file);
    return new OpenedModel(ModelFile.read(file, progress), stamp);
  }
}
