package dev.neuralworkbench.ui.workspace.preferences;

import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.problem.Ids;

public enum Engine {
  /** The fastest of this machine; another kind of processor may round the last bit differently. */
  FASTEST,
  /** Plain Java: the same bits on every machine, several times slower with wide layers. */
  PORTABLE;

  /** The products; each call may give new ones. */
  public Products products() {
    return switch (this) {
      case FASTEST -> BlasProducts.best();
      case PORTABLE -> new PortableProducts();
    };
  }

  public String nameKey() {
    return "engine." + Ids.of(this);
  }
}
