package dev.neuralworkbench.walk;

import dev.neuralworkbench.model.Document;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which file belongs to the open document, found out from the outside: a document that was seen
 * before belongs where it did, one that was opened begins anew, any other belongs with the one
 * before it, and saving moves all that belong together.
 */
final class FilesExpected {

  private final IdentityHashMap<Document, Integer> belongs = new IdentityHashMap<>();
  private final Map<Integer, Path> files = new HashMap<>();
  private int groups;
  private Document last;

  FilesExpected(Document first) {
    last = first;
    belongs.put(first, 0);
  }

  /** Another document shows. */
  void sees(Document present) {
    belongs.putIfAbsent(present, Objects.requireNonNullElse(group(present), belongs.get(last)));
    last = present;
  }

  /** Where a document belongs that was seen before, perhaps with other runs. */
  private @Nullable Integer group(Document present) {
    var known = belongs.get(present);
    return known != null
        ? known
        : belongs.entrySet().stream()
            .filter(it -> same(it.getKey(), present))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
  }

  /** Whether a document was seen before, or is one that was, with its rows. */
  @SuppressWarnings("ReferenceEquality") // models are shared, not copied
  boolean knows(Document present) {
    return group(present) != null
        || (present.trained() == last.trained()
            && present.data().hash().equals(last.data().hash())
            && last.data().table() == null);
  }

  /** Whether two are one document but for their runs, which are no step. */
  @SuppressWarnings("ReferenceEquality")
  static boolean same(Document one, Document other) {
    return one.trained() == other.trained()
        && one.data() == other.data()
        && one.draft().equals(other.draft());
  }

  /** A document shows that was just opened. */
  void opened(Document present) {
    groups++;
    belongs.put(present, groups);
    last = present;
  }

  /** The document that shows was opened from a file. */
  void openedFrom(Path file) {
    files.put(groups, file);
  }

  /** The document was saved to a file; one of the very moment belongs to the last that was seen. */
  void saved(Document written, Path to) {
    var group = group(written);
    files.put(group == null ? belongs.get(last) : group, to);
  }

  /** The file of the document that shows. */
  @Nullable Path file() {
    return files.get(belongs.get(last));
  }
}
