package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.train.StopReason;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.ui.common.Same;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A step that was made in the model, and what it did to the loss of its rows; on a row its trace
 * begins with the weights that training goes on from, which need not be those that showed.
 */
public record AppliedStep(StepSubject subject, BackpropTrace trace, Model made) {

  /** A step made in the model by the engine; empty where a number is too large. Takes time. */
  public static Optional<AppliedStep> of(StepSubject subject, Products products) {
    var basis = subject.basis();
    var session = basis.plan().session(basis.data(), products);
    var finite = subject.isBatch() ? trainsBatch(session) : trainsRow(session, subject);
    var model = basis.plan().ofStep(basis.document()).model(session, basis.data());
    if (!finite || !model.weights().isFinite() || !session.checkpoint().optimizer().isFinite()) {
      return Optional.empty();
    }
    var setting = basis.setting();
    var from = subject.isBatch() ? setting : setting.ofRow(basis.standing(), basis.rowBlock());
    var trace = BackpropTrace.of(from, subject.trace().rows());
    return Optional.of(new AppliedStep(subject, trace, model));
  }

  private static boolean trainsBatch(TrainingSession session) {
    session.trainBatch();
    return session.history().stopReason() != StopReason.DIVERGED;
  }

  private static boolean trainsRow(TrainingSession session, StepSubject subject) {
    var rows = subject.trace().rows();
    var loss = session.trainRow(singles(rows.inputs()[0]), singles(rows.targets()[0]));
    return Double.isFinite(loss);
  }

  private static List<Float> singles(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(number -> (float) number).toList();
  }

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
    return trace.before().loss();
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
