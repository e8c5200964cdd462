package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertNotSame;

import com.sun.javafx.text.GlyphLayoutManager;
import dev.neuralworkbench.testing.FxThread;
import org.junit.jupiter.api.Test;

class TextLayoutsTest {

  @Test
  void shaperThatIsGivenBackIsNotGivenToAnotherText() {
    FxThread.run(TextLayouts::keepApart);
    var one = GlyphLayoutManager.getInstance();
    GlyphLayoutManager.dispose(one);
    assertNotSame(one, GlyphLayoutManager.getInstance());
  }
}
