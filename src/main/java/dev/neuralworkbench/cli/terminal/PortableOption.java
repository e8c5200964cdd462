package dev.neuralworkbench.cli.terminal;

import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.blas.Products;
import picocli.CommandLine.Option;

/** The option that chooses what computes: the fastest, or the same bits on every machine. */
public final class PortableOption {

  @Option(names = "--portable")
  private boolean portable;

  public Products products() {
    return portable ? new PortableProducts() : BlasProducts.best();
  }
}
