package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A file that is no graph that can be run. */
public final class OnnxException extends ProblemException {

  private static final long serialVersionUID = 1;

  OnnxException(Problem problem) {
    super(problem, null);
  }

  OnnxException(String key, @Nullable Object expected, @Nullable Object found) {
    super(Problem.of(key, "", expected, found), null);
  }

  /** Bytes that are no message, or none whose parts go together. */
  static OnnxException damaged(long at) {
    return new OnnxException("exchange.onnx.damaged", null, at);
  }

  /** More of something than a file may have. */
  static OnnxException tooLarge(long most) {
    return new OnnxException("exchange.onnx.tooLarge", most, null);
  }
}
