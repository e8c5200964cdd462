package dev.neuralworkbench.testing;

import dev.neuralworkbench.ui.common.Dialogs;
import java.nio.file.Path;
import java.util.Optional;

/** Dialogs that answer what a test has laid ready, and count how often they asked. */
public final class TestDialogs implements Dialogs {

  public Optional<Path> data = Optional.empty();
  public Optional<Path> model = Optional.empty();
  public Optional<Path> saved = Optional.empty();
  public Unsaved unsaved = Unsaved.CANCEL;
  public ChangedElsewhere changed = ChangedElsewhere.CANCEL;
  public String suggested = "";
  public Path suggestedFolder;
  public String question = "";
  public int asked;

  @Override
  public Optional<Path> openData() {
    return data;
  }

  @Override
  public Optional<Path> openModel() {
    return model;
  }

  @Override
  public Optional<Path> saveModel(String suggestedName, Path folder) {
    suggested = suggestedName;
    suggestedFolder = folder;
    return saved;
  }

  @Override
  public Optional<Path> saveTable(String suggestedName) {
    suggested = suggestedName;
    return saved;
  }

  @Override
  public Optional<Path> savePicture(String suggestedName) {
    return saved;
  }

  @Override
  public Unsaved unsaved(String sentence) {
    question = sentence;
    asked++;
    return unsaved;
  }

  @Override
  public ChangedElsewhere changedElsewhere(String fileName) {
    asked++;
    return changed;
  }
}
