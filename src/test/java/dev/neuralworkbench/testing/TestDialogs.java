package dev.neuralworkbench.testing;

import dev.neuralworkbench.ui.common.dialog.Dialogs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Dialogs that answer what a test has laid ready, and count how often they asked. */
public final class TestDialogs implements Dialogs {

  public Optional<Path> data = Optional.empty();
  public Optional<Path> pictures = Optional.empty();
  public Optional<Path> model = Optional.empty();
  public Optional<Path> saved = Optional.empty();

  /** Where rows are saved, if elsewhere. */
  public Optional<Path> savedRows = Optional.empty();

  public Unsaved unsaved = Unsaved.CANCEL;
  public ChangedElsewhere changed = ChangedElsewhere.CANCEL;
  public SavedEpoch epoch = SavedEpoch.CANCEL;

  /** The epochs that were last asked about: shown, in use. */
  public List<Integer> epochs = List.of();

  public EditedWeights edited = EditedWeights.CANCEL;
  public String suggested = "";
  public Path suggestedFolder;
  public String question = "";
  public String loss = "";
  public int asked;

  /** Files that were named to be written, one for each question that asked for one. */
  public final List<Path> named = new CopyOnWriteArrayList<>();

  /** What a test does at a question whether to write, before it is answered. */
  public Runnable whenAsked = () -> {};

  @Override
  public Optional<Path> openData() {
    return data;
  }

  @Override
  public Optional<Path> openModel() {
    return model;
  }

  @Override
  public Optional<Path> openPictures() {
    return pictures;
  }

  @Override
  public Optional<Path> openPicture(List<String> endings) {
    return data;
  }

  @Override
  public Optional<Path> saveModel(String suggestedName, Path folder) {
    suggested = suggestedName;
    suggestedFolder = folder;
    return name(saved);
  }

  @Override
  public Optional<Path> saveTable(String suggestedName) {
    suggested = suggestedName;
    return name(savedRows.or(() -> saved));
  }

  @Override
  public Optional<Path> savePicture(String suggestedName) {
    return name(saved);
  }

  @Override
  public Optional<Path> savePage(String suggestedName) {
    return name(saved);
  }

  @Override
  public Optional<Path> export(String suggestedName, String kindKey, String ending) {
    suggested = suggestedName;
    return name(saved);
  }

  private Optional<Path> name(Optional<Path> file) {
    file.ifPresent(named::add);
    return file;
  }

  @Override
  public Unsaved unsaved(String sentence, String lost) {
    question = sentence;
    loss = lost;
    asked++;
    whenAsked.run();
    return unsaved;
  }

  @Override
  public EditedWeights editedWeights(boolean canContinue) {
    question = canContinue ? "edited" : "edited, none can be kept";
    asked++;
    return edited;
  }

  @Override
  public ChangedElsewhere changedElsewhere(String fileName) {
    asked++;
    whenAsked.run();
    return changed;
  }

  @Override
  public SavedEpoch savedEpoch(int shown, int used) {
    epochs = List.of(shown, used);
    asked++;
    whenAsked.run();
    return epoch;
  }
}
