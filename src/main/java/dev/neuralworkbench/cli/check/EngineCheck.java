package dev.neuralworkbench.cli.check;

import dev.neuralworkbench.nn.blas.BlasProducts;

/** What computes the products of matrices: OpenBLAS where the program brings it. */
public final class EngineCheck implements SelfCheck {

  @Override
  public String id() {
    return "engine";
  }

  @Override
  public Finding run() {
    return new Finding(BlasProducts.available(), BlasProducts.best().description());
  }
}
