package dev.neuralworkbench.nn.blas;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Files of the native library, which the build puts beside this class. The system loads libraries
 * from real files only: a package has them as such, and out of a jar they are copied once, into the
 * user's cache.
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

  /** Names the folder in which a package keeps them as files. */
  private static final String PLACE = "neuralworkbench.natives";

  private NativeFiles() {}

  /** The files, OpenBLAS last; empty where the build brought none. */
  static List<Path> inLoadingOrder() throws IOException {
    var place = System.getProperty(PLACE);
    return place == null
        ? ofResources()
        : NAMES.stream().map(name -> Path.of(place, name)).filter(Files::isRegularFile).toList();
  }

  private static List<Path> ofResources() throws IOException {
    var files = new ArrayList<Path>();
    for (var name : NAMES) {
      var resource = NativeFiles.class.getResource(name);
      if (resource != null) {
        files.add(file(resource, name));
      }
    }
    return files;
  }

  private static Path file(URL resource, String name) throws IOException {
    if (resource.getProtocol().equals("file")) {
      try {
        return Path.of(resource.toURI());
      } catch (URISyntaxException e) {
        throw new IOException(e);
      }
    }
    return unpacked(
        resource,
        name,
        cache(System.getProperty("os.name"), System.getProperty("user.home"), System.getenv()));
  }

  /** The file in a folder of its size, so that another version never meets an older one's file. */
  static Path unpacked(URL resource, String name, Path cache) throws IOException {
    var connection = resource.openConnection();
    var size = connection.getContentLengthLong();
    var file = cache.resolve(Long.toString(size)).resolve(name);
    if (Files.isRegularFile(file) && Files.size(file) == size) {
      return file;
    }
    Files.createDirectories(file.getParent());
    // Whole or not at all, also when two programs start at once.
    var partial = Files.createTempFile(file.getParent(), name, ".partial");
    try (var in = connection.getInputStream()) {
      Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Windows moves nothing over a library in use: then somebody else has put it there.
      if (!Files.isRegularFile(file) || Files.size(file) != size) {
        throw e;
      }
    } finally {
      Files.deleteIfExists(partial);
    }
    return file;
  }

  /** Where the system wants files that can be made anew. */
  static Path cache(String system, String home, Map<String, String> environment) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      var local = environment.get("LOCALAPPDATA");
      return (local == null ? Path.of(home, "AppData", "Local") : Path.of(local))
          .resolve("Neural Workbench");
    }
    if (name.startsWith("mac")) {
      return Path.of(home, "Library", "Caches", "Neural Workbench");
    }
    var folder = environment.get("XDG_CACHE_HOME");
    return (folder == null || folder.isBlank() ? Path.of(home, ".cache") : Path.of(folder))
        .resolve("neural-workbench");
  }
}
