package dev.neuralworkbench.cli;

import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.blas.Products;
import picocli.CommandLine.Option;

/** The option that chooses what computes: the fastest, or the same bits on every machine. */
final class PortableOption {

  @Option(names = "--portable")
  private boolean portable;

  Products products() {
    return portable ? new PortableProducts() : BlasProducts.best();
  }
}
