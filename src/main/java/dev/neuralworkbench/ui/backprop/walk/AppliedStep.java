package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.ui.common.Same;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A step that was made in the model, and what it did to the loss of its rows.
 *
 * @param trace every number of the step: on a row it begins with the weights that training goes on
 *     from, which need not be those that showed
 */
public record AppliedStep(StepSubject subject, BackpropTrace trace, Model made) {

  /** Whether model and choices are still those of the step. By identity, as for its weights. */
  public boolean isOf(Document document) {
    return Same.is(document.trained(), made)
        && document.draft().equals(subject.basis().document().draft());
  }

  public boolean isBefore(@Nullable StepSubject now) {
    return now != null
        && now.isBatch() == subject.isBatch()
        && (now.isBatch()
            || (now.rows().equals(subject.rows()) && now.prepared().equals(subject.prepared())));
  }

  public double before() {
    return trace.loss();
  }

  public double after() {
    return trace.after().loss();
  }

  /** Whether dropout has taken part, which draws anew for the next step. */
  public boolean drops() {
    return IntStream.range(NetworkLocation.INPUTS, trace.layers()).anyMatch(trace::thins);
  }

  public String key() {
    var rows = subject.isBatch() ? "batch" : subject.rows().isEmpty() ? "hand" : "row";
    var change = after() < before() ? ".fell" : after() > before() ? ".rose" : ".same";
    return "backprop.applied." + rows + change;
  }

  /** The row's number in the table, or how many rows the mini-batch has. */
  public int number() {
    return subject.isBatch() || subject.rows().isEmpty()
        ? subject.prepared().size()
        : subject.rows().getFirst() + 1;
  }
}
