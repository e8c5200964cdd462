package dev.neuralworkbench.nn.blas;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files of the native library. The system loads libraries from real files only, so every package
 * has them as such: beside the program's jar, whose keeper is theirs too. What is packed in a jar
 * is not unpacked, for nobody could answer for a copy.
 */
final class NativeFiles {

  /** Of all systems, each after those that it needs; the build brings those of one system. */
  private static final List<String> NAMES =
      List.of(
          "libgcc_s.so.1",
          "libgcc_s.1.1.dylib",
          "libquadmath.so.0",
          "libquadmath.0.dylib",
          "libgfortran.so.5",
          "libgfortran.5.dylib",
          "libopenblas.so.0",
          "libopenblas.0.dylib",
          "libopenblas.dll");

  /** Names the folder where a package for several systems keeps those of one. */
  private static final String PLACE = "neuralworkbench.natives";

  private NativeFiles() {}

  /** The files, OpenBLAS last; empty where the build brought none. */
  static List<Path> inLoadingOrder() throws URISyntaxException {
    var named = System.getProperty(PLACE);
    var program = NativeFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    var folder = named == null ? beside(Path.of(program)) : Path.of(named);
    return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
  }

  /**
   * Where the files of a program lie.
   *
   * @param program its jar, or the folder of its classes, into which the build puts them
   */
  static Path beside(Path program) {
    return Files.isDirectory(program)
        ? program.resolve("dev/neuralworkbench/nn/blas")
        : program.resolveSibling("natives");
  }
}
