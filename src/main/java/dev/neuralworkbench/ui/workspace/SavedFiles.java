package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.file.FileStamp;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.ui.common.Same;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which files hold what; a value. A file belongs to a stretch of documents, since one was opened or
 * made until the next is: undo past the opening finds the earlier file again.
 *
 * @param ofStretch the model file of each stretch that has one
 * @param known what this window last read from or wrote to each of those files; a file that a crash
 *     kept from being saved is not among them
 * @param keptRows hashes of typed rows that a file holds
 */
record SavedFiles(Map<Integer, Path> ofStretch, Map<Path, Content> known, Set<String> keptRows) {

  static final SavedFiles NONE = new SavedFiles(Map.of(), Map.of(), Set.of());

  /** What a file held, and its stamp just before it was read, or just after it was written. */
  record Content(Document document, FileStamp stamp) {}

  SavedFiles {
    ofStretch = Map.copyOf(ofStretch);
    known = Map.copyOf(known);
    keptRows = Set.copyOf(keptRows);
  }

  @Nullable Path of(int stretch) {
    return ofStretch.get(stretch);
  }

  SavedFiles bind(int stretch, Path file) {
    var files = new HashMap<>(ofStretch);
    files.put(stretch, key(file));
    return new SavedFiles(files, known, keptRows);
  }

  SavedFiles bind(int stretch, Path file, Content content) {
    var contents = new HashMap<>(known);
    contents.put(key(file), content);
    return new SavedFiles(bind(stretch, file).ofStretch, contents, keptRows);
  }

  SavedFiles withRows(Document document) {
    var hashes = new HashSet<>(keptRows);
    hashes.add(document.data().hash());
    return new SavedFiles(ofStretch, known, hashes);
  }

  /** Forgets the files of stretches that nothing leads to any more, and their weights with them. */
  SavedFiles keep(Set<Integer> stretches) {
    if (stretches.containsAll(ofStretch.keySet())) {
      return this;
    }
    var files = new HashMap<>(ofStretch);
    files.keySet().retainAll(stretches);
    var contents = new HashMap<>(known);
    contents.keySet().retainAll(files.values());
    return new SavedFiles(files, contents, keptRows);
  }

  /** What a file holds as far as this window knows: its stamp tells whether it is still so. */
  @Nullable Content contentOf(Path file) {
    return known.get(key(file));
  }

  /** Whether a file is as this window last read or wrote it, or is gone: nobody's work is in it. */
  boolean isAsKnown(Path file, FileStamp present) {
    var content = contentOf(file);
    return !present.exists() || (content != null && present.equals(content.stamp));
  }

  /** Whether closing would lose the model of a document, or rows that were typed. */
  boolean lacks(Document document, int stretch) {
    // A list of several runs would be lost: a single one is soon trained again.
    var several = document.trained() != null || document.runs().present().size() > 1;
    return !isOfAnotherProgram(document)
        && (lacksMoreThanRuns(document, stretch) || (several && !holdsRuns(document, stretch)));
  }

  /** Whether its model is as it was imported: it is in the other program's file. */
  private static boolean isOfAnotherProgram(Document document) {
    var model = document.trained();
    return model != null
        && document.data().source() instanceof DataSource.Elsewhere
        && model.isSetByHand()
        && model.history().interventions().isEmpty()
        && model.decision() == null
        && document.draft().equals(model.experiment());
  }

  /** The same but for the list of runs, which may grow while a file is written. */
  boolean lacksMoreThanRuns(Document document, int stretch) {
    var lacksModel = document.trained() != null && !holdsModel(document, stretch);
    var isTyped = document.data().source() instanceof DataSource.Embedded;
    return lacksModel || (isTyped && !keptRows.contains(document.data().hash()));
  }

  private boolean holdsRuns(Document document, int stretch) {
    var content = content(stretch);
    return content != null
        && document.data().hash().equals(content.document.data().hash())
        && document.runs().isSameButForLooks(content.document.runs());
  }

  long runsLacking(Document document, int stretch) {
    var content = content(stretch);
    var first = content == null ? 0 : content.document.runs().next();
    return document.runs().present().stream().filter(run -> run.number() >= first).count();
  }

  private @Nullable Content content(int stretch) {
    var file = of(stretch);
    return file == null ? null : known.get(file);
  }

  private boolean holdsModel(Document document, int stretch) {
    var content = content(stretch);
    return content != null
        && Same.is(document.trained(), content.document.trained())
        && document.data().hash().equals(content.document.data().hash())
        && document.draft().equals(content.document.draft());
  }

  private static Path key(Path file) {
    return file.toAbsolutePath().normalize();
  }
}
