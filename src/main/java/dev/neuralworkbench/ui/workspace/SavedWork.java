package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The file of the document, what it holds, and whether closing would lose anything. */
final class SavedWork {

  private final ReadOnlyObjectWrapper<@Nullable Path> file =
      new ReadOnlyObjectWrapper<>(this, "file");
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper(this, "unsaved");
  private Document saved;
  private @Nullable String keptRows;

  SavedWork(Document first) {
    saved = first;
  }

  ReadOnlyObjectProperty<@Nullable Path> file() {
    return file.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  /** The file holds this; null while there is none. Rows that were typed are then in no file. */
  void isSaved(Document document, @Nullable Path in) {
    saved = document;
    file.set(in);
    if (in != null) {
      rowsAreKept(document);
    }
  }

  /** A file holds the rows of a document. */
  void rowsAreKept(Document document) {
    keptRows = document.data().hash();
  }

  /** The file, or nothing, holds a document without its model. */
  void lacksModel(Document document) {
    saved = document.withTrained(null);
  }

  /** The present document got its rows, which change nothing of what is saved. */
  @SuppressWarnings("ReferenceEquality")
  void completed(Document present, Document complete) {
    if (saved == present) {
      saved = complete;
    }
  }

  /** Looks whether closing would lose the model of a document, or rows that were typed. */
  void look(Document present) {
    unsaved.set((present.trained() != null && !isSaved(present)) || losesRows(present));
  }

  private boolean losesRows(Document present) {
    return present.data().source() instanceof DataSource.Embedded
        && !present.data().hash().equals(keptRows);
  }

  /** Whether the file holds this; the rows themselves are not in it. */
  @SuppressWarnings("ReferenceEquality")
  private boolean isSaved(Document present) {
    return present.trained() == saved.trained()
        && present.data().hash().equals(saved.data().hash())
        && present.draft().equals(saved.draft());
  }
}
