package dev.neuralworkbench.app;

import dev.neuralworkbench.ui.common.Dialogs;
import java.nio.file.Path;
import java.util.Optional;

/** Dialogs that answer what a test has laid ready, and count how often they asked. */
final class TestDialogs implements Dialogs {

  Optional<Path> data = Optional.empty();
  Optional<Path> model = Optional.empty();
  Optional<Path> saved = Optional.empty();
  Unsaved unsaved = Unsaved.CANCEL;
  String suggested = "";
  int asked;

  @Override
  public Optional<Path> openData() {
    return data;
  }

  @Override
  public Optional<Path> openModel() {
    return model;
  }

  @Override
  public Optional<Path> saveModel(String suggestedName) {
    suggested = suggestedName;
    return saved;
  }

  @Override
  public Optional<Path> saveTable(String suggestedName) {
    return saved;
  }

  @Override
  public Optional<Path> savePicture(String suggestedName) {
    return saved;
  }

  @Override
  public Unsaved unsaved(String documentName) {
    asked++;
    return unsaved;
  }
}
