package dev.neuralworkbench.ui.workspace.backup;

import dev.neuralworkbench.file.AtomicFile;
import dev.neuralworkbench.file.FileStamp;
import dev.neuralworkbench.file.HeldFile;
import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.file.DraftFile;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.model.file.ModelFormatException;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.RecordMapping;
import dev.neuralworkbench.model.json.RecordReader;
import dev.neuralworkbench.model.json.RecordWriter;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Work that was written down for the case of a crash: a document, what it was called, and a lock
 * that a program holds as long as it lives. Whoever holds the lock may read and remove it.
 */
public record UnsavedWork(Path stem, HeldFile lock) {

  /**
   * What is told of work that was kept for the case of a crash, before it is opened.
   *
   * @param name what the document was called: its file, or its data where it had none
   * @param epochs epochs that its network was trained for; −1 where there is no network
   * @param typedRows rows that were typed or pasted and stand in no file; 0 for none
   */
  public record KeptWork(String name, String data, int epochs, long typedRows, Instant time) {

    static KeptWork of(Document document, String name) {
      var trained = document.trained();
      var data = document.data();
      return new KeptWork(
          name,
          data.name(),
          trained == null ? -1 : trained.history().epochs(),
          data.source() instanceof DataSource.Embedded ? data.rows() : 0,
          Instant.now());
    }
  }

  /** What is written beside the work. */
  private record Told(ToldWork kept, @Nullable String file, @Nullable ToldStamp stamp) {}

  private record ToldWork(String name, String data, int epochs, long typedRows) {

    KeptWork at(Instant time) {
      return new KeptWork(name, data, epochs, typedRows, time);
    }
  }

  private record ToldStamp(long size, String modified, String key) {

    FileStamp stamp() {
      return new FileStamp(size, Instant.parse(modified), key);
    }
  }

  private static final Logger LOG = System.getLogger(UnsavedWork.class.getName());
  private static final RecordMapping MAPPING = new RecordMapping(Map.of(), Map.of(), Map.of());

  public Path model() {
    return with(".nnw");
  }

  /** The file that holds the document where nothing is trained. */
  Path draft() {
    return with(".draft");
  }

  /** The file that is there; null before anything was written. */
  @Nullable Path content() {
    return Stream.of(model(), draft()).filter(Files::exists).findFirst().orElse(null);
  }

  boolean isHeld() {
    return lock.isThere();
  }

  void write(Document document, String program, Progress progress) throws IOException {
    if (document.trained() == null) {
      DraftFile.write(draft(), document);
      OwnFolder.close(draft());
      Files.deleteIfExists(model());
    } else {
      ModelFile.write(model(), document, program, progress);
      OwnFolder.close(model());
      Files.deleteIfExists(draft());
    }
  }

  public Document read(Progress progress) throws ModelFormatException {
    return draft().equals(content()) ? DraftFile.read(draft()) : ModelFile.read(model(), progress);
  }

  public KeptWork kept() {
    var name = String.valueOf(stem.getFileName());
    return told(told -> told.kept.at(time()))
        .orElseGet(() -> new KeptWork(name, name, -1, 0, time()));
  }

  Instant time() {
    var content = content();
    try {
      return content == null ? Instant.EPOCH : Files.getLastModifiedTime(content).toInstant();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "age of unsaved work not known", e);
      return Instant.EPOCH;
    }
  }

  /** The file that the document was opened from or saved to; null if there was none. */
  public @Nullable Path file() {
    return told(told -> told.file == null ? null : Path.of(told.file)).orElse(null);
  }

  /** That file as it was when the document was last in it; null if that is not known. */
  public @Nullable FileStamp stamp() {
    return told(told -> told.stamp == null ? null : told.stamp.stamp()).orElse(null);
  }

  void about(KeptWork kept, @Nullable Path file, @Nullable FileStamp stamp) throws IOException {
    var told =
        new Told(
            new ToldWork(kept.name, kept.data, kept.epochs, kept.typedRows),
            file == null ? null : file.toAbsolutePath().toString(),
            stamp == null || !stamp.exists()
                ? null
                : new ToldStamp(stamp.size(), stamp.modified().toString(), stamp.key()));
    AtomicFile.write(with(".json"), text -> RecordWriter.write(MAPPING, told, text, _ -> {}));
    OwnFolder.close(with(".json"));
  }

  void discard() {
    try {
      Files.deleteIfExists(model());
      Files.deleteIfExists(draft());
      Files.deleteIfExists(with(".json"));
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "unsaved work not removed", e);
    }
    lock.remove();
  }

  void leave() {
    lock.release();
  }

  /** What is told of it; a file of another program or version may lack that. */
  private <T> Optional<T> told(Function<Told, @Nullable T> read) {
    var file = with(".json");
    try (var text = Files.newBufferedReader(file)) {
      var told = RecordReader.read(MAPPING, text, Told.class, Files.size(file));
      return Optional.ofNullable(read.apply(told));
    } catch (IOException | JsonException | IllegalArgumentException | DateTimeException e) {
      LOG.log(Level.DEBUG, "what is told of unsaved work not read", e);
      return Optional.empty();
    }
  }

  private Path with(String ending) {
    return stem.resolveSibling(stem.getFileName() + ending);
  }
}
