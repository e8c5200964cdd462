package dev.neuralworkbench.nn.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFilesTest {

  @TempDir private Path folder;

  @Test
  void fileIsUnpackedOnceAndWhole() throws IOException {
    var packed = Files.writeString(folder.resolve("packed"), "library").toUri().toURL();
    var cache = folder.resolve("缓存 folder");
    var file = NativeFiles.unpacked(packed, "lib.so", cache);
    assertEquals("library", Files.readString(file));
    var written = Files.getLastModifiedTime(file);
    assertEquals(file, NativeFiles.unpacked(packed, "lib.so", cache));
    assertEquals(written, Files.getLastModifiedTime(file));
    Files.writeString(file, "cut");
    assertEquals("library", Files.readString(NativeFiles.unpacked(packed, "lib.so", cache)));
  }

  @Test
  void anotherVersionGetsAnotherFile() throws IOException {
    var old = Files.writeString(folder.resolve("old"), "library 1").toUri().toURL();
    var next = Files.writeString(folder.resolve("next"), "library 10").toUri().toURL();
    assertNotEquals(
        NativeFiles.unpacked(old, "lib.so", folder), NativeFiles.unpacked(next, "lib.so", folder));
  }

  @Test
  void cacheIsWhereTheSystemWantsIt() {
    assertEquals(
        Path.of("/home/u/.cache/neural-workbench"),
        NativeFiles.cache("Linux", "/home/u", Map.of()));
    assertEquals(
        Path.of("/c/neural-workbench"),
        NativeFiles.cache("Linux", "/home/u", Map.of("XDG_CACHE_HOME", "/c")));
    assertEquals(
        Path.of("/Users/u/Library/Caches/Neural Workbench"),
        NativeFiles.cache("Mac OS X", "/Users/u", Map.of()));
    assertEquals(
        Path.of("/l/Neural Workbench"),
        NativeFiles.cache("Windows 11", "/u", Map.of("LOCALAPPDATA", "/l")));
  }
}
