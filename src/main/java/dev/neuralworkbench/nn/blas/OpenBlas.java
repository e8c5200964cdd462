package dev.neuralworkbench.nn.blas;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.net.URISyntaxException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The functions taken from OpenBLAS. Loaded once, on first use; its own threads are off, since they
 * spin, fight ours, and collapse when the machine is busy.
 */
@SuppressWarnings("restricted") // Native code is this room's business.
final class OpenBlas {

  /** cblas_sgemm, or null where the library cannot be loaded. */
  static final @Nullable MethodHandle SGEMM;

  /** cblas_dgemm, the same in double. */
  static final @Nullable MethodHandle DGEMM;

  /** What was loaded, such as "OpenBLAS 0.3.31 SkylakeX". */
  static final String DESCRIPTION;

  private static final int LONGEST_TEXT = 256;

  static {
    MethodHandle sgemm = null;
    MethodHandle dgemm = null;
    var description = "";
    try {
      var library = load();
      if (library != null) {
        call(library, "openblas_set_num_threads", FunctionDescriptor.ofVoid(JAVA_INT)).invoke(1);
        // "OpenBLAS 0.3.31 DYNAMIC_ARCH …": name and version are its first words.
        var words = text(library, "openblas_get_config").split(" ", 3);
        description = words[0] + " " + words[1] + " " + text(library, "openblas_get_corename");
        sgemm = gemm(library, "cblas_sgemm", JAVA_FLOAT);
        dgemm = gemm(library, "cblas_dgemm", JAVA_DOUBLE);
      }
    } catch (Throwable e) { // Whatever is wrong with a native library, products go on without it.
      Logger.getLogger(OpenBlas.class.getName())
          .log(Level.WARNING, "OpenBLAS cannot be loaded; products are computed in Java", e);
    }
    SGEMM = sgemm;
    DGEMM = dgemm;
    DESCRIPTION = description;
  }

  private OpenBlas() {}

  /** The library with those that it needs, which the system would not find by itself. */
  private static @Nullable SymbolLookup load() throws URISyntaxException {
    SymbolLookup last = null;
    for (var file : NativeFiles.inLoadingOrder()) {
      last = SymbolLookup.libraryLookup(file, Arena.global());
    }
    return last;
  }

  private static MethodHandle gemm(SymbolLookup library, String name, MemoryLayout number) {
    // order, transA, transB, m, n, k, alpha, A, lda, B, ldb, beta, C, ldc
    var shape =
        FunctionDescriptor.ofVoid(
            JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, number, ADDRESS, JAVA_INT,
            ADDRESS, JAVA_INT, number, ADDRESS, JAVA_INT);
    // Critical with heap access: Java's arrays are passed as they are, without a copy.
    return Linker.nativeLinker()
        .downcallHandle(library.findOrThrow(name), shape, Linker.Option.critical(true));
  }

  private static MethodHandle call(SymbolLookup library, String name, FunctionDescriptor shape) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), shape);
  }

  private static String text(SymbolLookup library, String name) throws Throwable {
    var address = (MemorySegment) call(library, name, FunctionDescriptor.of(ADDRESS)).invokeExact();
    return address.reinterpret(LONGEST_TEXT).getString(0);
  }
}
