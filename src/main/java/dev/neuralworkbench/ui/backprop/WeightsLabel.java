package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.WeightsWords;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.backprop.walk.StepSubject;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/**
 * Says which weights the step begins with where others are in use, what of the run the step
 * forgets, and that an output layer of zeros sends no error back.
 */
final class WeightsLabel extends Label {

  WeightsLabel(BackpropViewModel model, Messages messages) {
    Styling.as(this, "#backprop-weights-note", "muted");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    var document = model.workspace.document();
    textProperty()
        .bind(
            messages.text(
                words -> {
                  var subject = model.rows.subject.get();
                  var lost = lost(words, subject, document.get().trained());
                  return (sentence(words, subject) + " " + lost).strip();
                },
                model.rows.subject,
                document));
    Visibility.when(this, textProperty().isNotEmpty());
  }

  static String sentence(Words words, @Nullable StepSubject subject) {
    if (subject == null) {
      return "";
    }
    return (others(words, subject) + " " + zeros(words, subject.trace().setting().weights()))
        .strip();
  }

  /** What of the run a step forgets: it is made at the epoch that shows, or begins another run. */
  private static String lost(Words words, @Nullable StepSubject of, @Nullable Model trained) {
    var kept = of == null ? 0 : of.basis().setting().epoch();
    return of == null || trained == null || kept >= trained.history().epochs()
        ? ""
        : words.text(
            kept == 0 ? "backprop.apply.forgetsAll" : "backprop.apply.forgets",
            Numbers.count(kept));
  }

  private static String zeros(Words words, NetworkWeights weights) {
    var last = weights.layers().getLast().weights();
    var zeros = IntStream.range(0, last.length).allMatch(i -> last[i] == 0);
    return zeros && weights.layers().size() > 1 ? words.text("backprop.zeroWeights") : "";
  }

  private static String others(Words words, StepSubject subject) {
    var basis = subject.basis();
    var step = subject.trace().setting();
    var said = new WeightsWords(words);
    var these = said.of(basis.document().trained(), step);
    if (subject.isBatch() || basis.standing().equals(step.weights())) {
      return these;
    }
    var average = basis.standing().equals(basis.setting().weights()) ? 0 : step.config().average();
    var changed = said.moment(step.epoch(), step.batch(), average);
    return these + " " + words.text("backprop.weights.apply", changed);
  }
}
