package dev.neuralworkbench.nn.blas;

/** The earlier name of {@link PortableProducts}. */
public final class EjmlProducts extends PortableProducts {

  /** Products in plain Java. */
  public EjmlProducts() {}
}
