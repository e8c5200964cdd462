package dev.neuralworkbench.ui.common.dialog;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Questions that stop everything else. An interface, because the system's file dialogs do not open
 * on a screen that is not there.
 */
public interface Dialogs {

  Optional<Path> openData();

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

  ChangedElsewhere changedElsewhere(String fileName);

  /**
   * Asks which model is to be saved while the past of a run is looked at.
   *
   * @param shown the epoch that is looked at
   * @param used the epoch whose weights are in use
   */
  SavedEpoch savedEpoch(int shown, int used);

  enum SavedEpoch {
    SHOWN,
    IN_USE,
    CANCEL
  }

  /**
   * Asks whether training may start without weights that were edited by hand.
   *
   * @param canContinue whether it could continue with them
   */
  EditedWeights editedWeights(boolean canContinue);

  enum EditedWeights {
    TRAIN_ANEW,
    CONTINUE,
    CANCEL
  }

  enum ChangedElsewhere {
    REPLACE,
    SAVE_AS,
    CANCEL
  }

  enum Unsaved {
    SAVE,
    DISCARD,
    CANCEL
  }
}
