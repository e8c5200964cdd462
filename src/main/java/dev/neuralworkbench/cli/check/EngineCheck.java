package dev.neuralworkbench.cli.check;

import dev.neuralworkbench.nn.blas.Products;

/** What computes the products of matrices. */
public final class EngineCheck implements SelfCheck {

  @Override
  public String id() {
    return "engine";
  }

  @Override
  public Finding run() {
    return new Finding(true, Products.best().description());
  }
}
