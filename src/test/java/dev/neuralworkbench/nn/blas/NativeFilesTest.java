package dev.neuralworkbench.nn.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.neuralworkbench.testing.Strangers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFilesTest {

  private static final String LIBRARY = "libopenblas.so.0";
  private static final String GENUINE = "genuine";
  private static final String PADDED = "another";

  @TempDir private Path folder;

  /** Prints the libraries that would be loaded. */
  static final class Lister {

    private Lister() {}

    public static void main(String[] arguments) throws Exception {
      NativeFiles.inLoadingOrder().forEach(System.out::println);
    }
  }

  /** The program's jar, with a library in it as builds once had. */
  private Path program() throws IOException {
    var jar = Files.createDirectories(folder.resolve("lib")).resolve("neural-workbench.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (var kind : List.of(NativeFiles.class, Lister.class)) {
        var name = kind.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(name));
        try (var in = kind.getClassLoader().getResourceAsStream(name)) {
          in.transferTo(out);
        }
      }
      out.putNextEntry(new JarEntry("dev/neuralworkbench/nn/blas/" + LIBRARY));
      out.write(GENUINE.getBytes(StandardCharsets.UTF_8));
    }
    return jar;
  }

  private List<Path> loaded(Path program, String... options) throws Exception {
    var words =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    words.addAll(List.of(options));
    words.addAll(
        List.of(
            "-Duser.home=" + folder.resolve("home"),
            "-cp",
            program.toString(),
            Lister.class.getName()));
    var builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().remove("XDG_CACHE_HOME");
    var process = builder.start();
    var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), told);
    return told.lines().map(Path::of).toList();
  }

  /** Of the same size, in a folder that a group may write: nothing in a user's cache is trusted. */
  @Test
  void aLibraryThatSomebodyPutIntoTheCacheIsNotLoaded() throws Exception {
    var program = program();
    var cache =
        Files.createDirectories(
            folder.resolve("home/.cache/neural-workbench").resolve("" + PADDED.length()));
    Files.writeString(cache.resolve(LIBRARY), PADDED);
    Strangers.mode(cache, 0775);
    assertEquals(List.of(), loaded(program));
    assertEquals(PADDED, Files.readString(cache.resolve(LIBRARY)));
  }

  @Test
  void librariesLieBesideTheProgramAndNothingIsUnpacked() throws Exception {
    var program = program();
    var natives = Files.createDirectory(program.resolveSibling("natives"));
    Files.writeString(natives.resolve(LIBRARY), GENUINE);
    Files.writeString(natives.resolve("libquadmath.so.0"), "needed by it");
    assertEquals(
        List.of(natives.resolve("libquadmath.so.0"), natives.resolve(LIBRARY)), loaded(program));
    assertFalse(Files.exists(folder.resolve("home")));
  }

  @Test
  void aPackageForSeveralSystemsNamesTheFolder() throws Exception {
    var natives = Files.createDirectories(folder.resolve("lib/linux x64/natives"));
    Files.writeString(natives.resolve(LIBRARY), GENUINE);
    assertEquals(
        List.of(natives.resolve(LIBRARY)),
        loaded(program(), "-Dneuralworkbench.natives=" + natives));
  }

  @Test
  void aBuildHasThemBesideTheirClass() {
    assertEquals(folder.resolve("dev/neuralworkbench/nn/blas"), NativeFiles.beside(folder));
  }
}
