package dev.neuralworkbench.ui.common.dialog;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Questions that stop everything else. An interface, because the system's file dialogs do not open
 * on a screen that is not there.
 */
public interface Dialogs {

  /** Asks for a data file to open. */
  Optional<Path> openData();

  /** Asks for a model file to open. */
  Optional<Path> openModel();

  /**
   * Asks where to save a model; the name ends in {@code .nnw}.
   *
   * @param folder where the question begins; null for the folder that was used last
   */
  Optional<Path> saveModel(String suggestedName, @Nullable Path folder);

  /** Asks where to save a table; the name ends in {@code .csv}. */
  Optional<Path> saveTable(String suggestedName);

  /** Asks where to save a picture; the name ends in {@code .png}. */
  Optional<Path> savePicture(String suggestedName);

  /** Asks where to save a page; the name ends in {@code .html}. */
  Optional<Path> savePage(String suggestedName);

  /**
   * Asks what becomes of unsaved work.
   *
   * @param question whether to save it, and what it is
   * @param loss what would be lost, and to what
   */
  Unsaved unsaved(String question, String loss);

  /** Asks what becomes of a file that somebody else has written since. */
  ChangedElsewhere changedElsewhere(String fileName);

  /** What becomes of a file that somebody else has written since. */
  enum ChangedElsewhere {
    REPLACE,
    SAVE_AS,
    CANCEL
  }

  /** What becomes of unsaved work. */
  enum Unsaved {
    SAVE,
    DISCARD,
    CANCEL
  }
}
