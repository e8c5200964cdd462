package dev.neuralworkbench.app;

import dev.neuralworkbench.app.start.Display;
import dev.neuralworkbench.cli.check.SelfCheck;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;

/**
 * Whether a window opens, trains, draws what it learns and shows every screen.
 *
 * @param words the user's language
 */
record WindowTrial(Words words) implements SelfCheck {

  @Override
  public String id() {
    return "window";
  }

  @Override
  public Finding run() {
    if (!Display.isThere()) {
      return new Finding(false, words.text("cli.check.noDisplay"));
    }
    var outcome = TrialApp.run();
    return new Finding(
        true,
        words.text(
            "cli.check.window.found",
            Numbers.rounded(1e-3 * outcome.answers(), 3),
            Numbers.rounded(1e-3 * outcome.drawn(), 3)));
  }
}
