package dev.neuralworkbench.ui.common.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.ui.common.dialog.Dialogs.Kind;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KindTest {

  @Test
  void onlyANameThatWasLeftAsSuggestedGetsTheMark() {
    var kind = new Kind("Python script (PyTorch)", "_torch", ".py");
    var folder = Path.of("folder");
    assertEquals(
        folder.resolve("iris_torch"), kind.file(folder.resolve("iris"), "iris"), "as suggested");
    assertEquals(folder.resolve("my"), kind.file(folder.resolve("my"), "iris"));
    assertEquals(folder.resolve("iris.py"), kind.file(folder.resolve("iris.py"), "iris"));
  }
}
