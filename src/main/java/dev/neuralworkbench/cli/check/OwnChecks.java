package dev.neuralworkbench.cli.check;

import dev.neuralworkbench.bench.Bench;
import dev.neuralworkbench.bench.Workload;
import dev.neuralworkbench.cli.check.SelfCheck.Finding;
import dev.neuralworkbench.file.OwnPlace;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Version;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.text.Words;
import java.awt.Font;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the command line can try by itself: a method each. */
public final class OwnChecks {

  /** Of the weights of the known run on the machine that it was written on. */
  private static final String BITS = "5fd222fe";

  /** Key of a text with characters that only its language has. */
  private static final String SAMPLE = "command.train.tip";

  private OwnChecks() {}

  public static List<SelfCheck> all(Words words) {
    return List.of(
        new SelfCheck("engine", OwnChecks::engine),
        new SelfCheck("bits", OwnChecks::bits),
        new SelfCheck("file", () -> file(words)),
        new SelfCheck("languages", () -> languages(words)),
        new SelfCheck("speed", () -> speed(words)),
        new SelfCheck("cache", CacheCheck.ofThisProgram(words)::run));
  }

  /** What computes the products of matrices: OpenBLAS where the program brings it. */
  private static Finding engine() {
    return new Finding(BlasProducts.available(), BlasProducts.best().description());
  }

  private static Finding bits() {
    var found = KnownRun.bits(Objects.requireNonNull(KnownRun.train().trained()));
    if (!found.equals(BITS)) {
      throw new IllegalStateException(BITS + " ≠ " + found);
    }
    return new Finding(true, found);
  }

  /** Whether a trained model is the same after it was saved and read. */
  private static Finding file(Words words) throws Exception {
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

  /** Whether the texts of every language are there, and a font with their characters. */
  private static Finding languages(Words words) {
    var lacking = new ArrayList<String>();
    var font = new Font(Font.DIALOG, Font.PLAIN, 12);
    for (var language : Language.values()) {
      if (font.canDisplayUpTo(Sentences.of(language).text(SAMPLE)) != -1) {
        lacking.add(words.text(language.nameKey()));
      }
    }
    return lacking.isEmpty()
        ? new Finding(
            true,
            Arrays.stream(Language.values())
                .map(language -> words.text(language.nameKey()))
                .collect(Collectors.joining(", ")))
        : new Finding(false, words.text("cli.check.noFont", String.join(", ", lacking)));
  }

  /**
   * How fast a small network trains here, once the compiler has settled. The cache of the start is
   * made by a self-test: without some seconds of training in it, what it remembers of the
   * compiler's first guesses would slow every later training by a fifth.
   */
  private static Finding speed(Words words) {
    var workload = Workload.named("spiral").orElseThrow();
    var best = new Bench(BlasProducts.best()).run(workload, 1).best();
    return new Finding(
        true, words.text("cli.check.speed.found", Numbers.count(Math.round(best / 1000) * 1000L)));
  }
}
