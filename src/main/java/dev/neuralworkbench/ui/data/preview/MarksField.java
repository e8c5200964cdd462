package dev.neuralworkbench.ui.data.preview;

import java.util.Arrays;
import java.util.List;
import javafx.scene.control.TextField;

/** A field for texts that stand for missing values, with commas between them. */
final class MarksField extends TextField {

  private final PreviewViewModel model;
  private String shown = "";

  MarksField(PreviewViewModel model) {
    this.model = model;
    getStyleClass().add("data");
    setPromptText("., unknown");
    setOnAction(_ -> take());
    focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                take();
              }
            });
    model.choices().subscribe(choices -> show(choices.missing()));
  }

  /** What was not typed stays as it is: a mark may hold a comma. */
  private void take() {
    if (!getText().equals(shown)) {
      model.change(it -> it.withMissing(marks()));
    }
  }

  private List<String> marks() {
    return Arrays.stream(getText().split(",", -1))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }

  private void show(List<String> marks) {
    if (!marks.equals(marks())) {
      setText(String.join(", ", marks));
    }
    shown = getText();
  }
}
