package dev.neuralworkbench.ui.common.dialog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Questions that stop all else; an interface, as those of the system need a screen. */
public interface Dialogs {

  Optional<Path> openData();

  Optional<Path> openModel();

  /** Asks for a folder of pictures. */
  Optional<Path> openPictures();

  /** Asks for a picture, whose name may have one of some endings. */
  Optional<Path> openPicture(List<String> endings);

  /** Asks where to save a model, ending in {@code .nnw}; null begins in the folder used last. */
  Optional<Path> saveModel(String suggestedName, @Nullable Path folder);

  /** Asks where to save a table; the name ends in {@code .csv}. */
  Optional<Path> saveTable(String suggestedName);

  /** Asks where to save a picture; the name ends in {@code .png}. */
  Optional<Path> savePicture(String suggestedName);

  /** Asks where to save a page; the name ends in {@code .html}. */
  Optional<Path> savePage(String suggestedName);

  /** Asks where to save a file of another program; its kind is called by a key. */
  Optional<Path> export(String suggestedName, String kindKey, String ending);

  /** Asks whether to save work, called by what it is; the loss is what would go, and to what. */
  Unsaved unsaved(String question, String loss);

  ChangedElsewhere changedElsewhere(String fileName);

  SavedEpoch savedEpoch(int shown, int used);

  enum SavedEpoch {
    SHOWN,
    IN_USE,
    CANCEL
  }

  /** Asks whether training may start without weights that were edited by hand, or with them. */
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
