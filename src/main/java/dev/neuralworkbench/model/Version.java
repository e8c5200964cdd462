package dev.neuralworkbench.model;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

/** Which program this is. */
public final class Version {

  private Version() {}

  /** Name and version, as model files carry it; the name alone where it is run from classes. */
  public static String program() {
    var number =
        Optional.ofNullable(Version.class.getModule().getDescriptor())
            .flatMap(ModuleDescriptor::rawVersion)
            .or(() -> Optional.ofNullable(Version.class.getPackage().getImplementationVersion()));
    return "Neural Workbench" + number.map(" "::concat).orElse("");
  }
}
