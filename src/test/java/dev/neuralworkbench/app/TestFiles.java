package dev.neuralworkbench.app;

import dev.neuralworkbench.model.TrainedDocuments;
import dev.neuralworkbench.model.file.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files for tests of the window. */
final class TestFiles {

  private TestFiles() {}

  /** A model of the circles, {@code circles.nnw}. */
  static Path circlesModel(Path folder) throws IOException {
    var file = folder.resolve("circles.nnw");
    ModelFile.write(file, TrainedDocuments.circles(), "test");
    return file;
  }

  /** Two rows for it, {@code rows.csv}. */
  static Path circlesRows(Path folder) throws IOException {
    return Files.writeString(folder.resolve("rows.csv"), "x2,x1\n0,0\n1,0.1\n");
  }
}
