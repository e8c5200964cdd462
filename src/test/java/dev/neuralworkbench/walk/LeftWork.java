package dev.neuralworkbench.walk;

import dev.neuralworkbench.model.file.ModelFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Work that a start of the program left behind that ended without saving. */
final class LeftWork {

  private LeftWork() {}

  /** Leaves a model with a name of its file, as the program finds it at its next start. */
  static void leave(Path folder, Path model) throws Exception {
    Files.createDirectories(folder);
    Files.createFile(folder.resolve("work-1.lock"));
    ModelFile.write(folder.resolve("work-1.nnw"), ModelFile.read(model), "walk");
    var name = model.getFileName();
    Files.writeString(
        folder.resolve("work-1.json"),
        "{\"kept\": {\"name\": \"%s\", \"data\": \"%s\", \"epochs\": 3, \"typedRows\": 0}, \"file\": \"%s\"}"
            .formatted(name, name, model));
  }
}
