package dev.neuralworkbench.app;

import com.sun.javafx.text.GlyphLayoutManager;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Keeps the texts of two threads apart. JavaFX 26 gives its one reusable shaper of glyphs to the
 * next text before it has cleared it ({@code PangoGlyphLayout.dispose}): where the window measures
 * a Chinese text while its drawing is rendered, on Linux, both free the same memory, and a picture
 * is lost or the program with it. Once it is taken and never given back, each text makes its own.
 */
public final class TextLayouts {

  private static final Logger LOG = System.getLogger(TextLayouts.class.getName());

  private TextLayouts() {}

  /** Takes the shaper that would be shared. Once JavaFX has started; needs it exported. */
  public static void keepApart() {
    try {
      var taken = GlyphLayoutManager.getInstance();
      LOG.log(Level.TRACE, "not shared: {0}", taken);
    } catch (LinkageError e) {
      LOG.log(Level.DEBUG, "texts share their shaper: started without its export", e);
    }
  }
}
