package dev.neuralworkbench.cli.check;

import dev.neuralworkbench.file.OwnPlace;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Whether a trained model is the same after it was saved and read.
 *
 * @param words the user's language
 */
public record FileCheck(Words words) implements SelfCheck {

  @Override
  public String id() {
    return "file";
  }

  @Override
  public Finding run() throws Exception {
    var document = KnownRun.train();
    // Neither blanks nor Chinese characters in a name may be in the way.
    Path folder;
    Path file;
    try {
      folder = OwnPlace.SAVING_CHECK.makeFolder();
      file = folder.resolve("模型 1.nnw");
    } catch (InvalidPathException e) {
      return new Finding(false, words.text("cli.check.noNames"));
    }
    try {
      ModelFile.write(file, document, Version.program());
      if (!weights(ModelFile.read(file)).equals(weights(document))) {
        throw new IllegalStateException("another model was read than was written");
      }
      return new Finding(true, Numbers.count(Files.size(file)) + " B");
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private static NetworkWeights weights(Document document) {
    return Objects.requireNonNull(document.trained(), "trained").weights();
  }
}
