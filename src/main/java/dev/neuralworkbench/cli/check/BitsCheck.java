package dev.neuralworkbench.cli.check;

import java.util.Objects;

public final class BitsCheck implements SelfCheck {

  /** Of the weights on the machine that it was written on. */
  static final String EXPECTED = "5512c554";

  @Override
  public String id() {
    return "bits";
  }

  @Override
  public Finding run() {
    var found = KnownRun.bits(Objects.requireNonNull(KnownRun.train().trained()));
    if (!found.equals(EXPECTED)) {
      throw new IllegalStateException(EXPECTED + " ≠ " + found);
    }
    return new Finding(true, found);
  }
}
