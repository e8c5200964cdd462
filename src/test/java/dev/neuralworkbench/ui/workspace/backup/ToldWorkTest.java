package dev.neuralworkbench.ui.workspace.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of unsaved work is read as earlier versions of the program have written it. */
class ToldWorkTest {

  @TempDir private Path folder;

  @Test
  void workWithoutAFileIsRead() throws Exception {
    var work = work("{\"kept\":{\"name\":\"a\",\"data\":\"b\",\"epochs\":3,\"typedRows\":2}}");
    assertEquals(3, work.kept().epochs());
    assertEquals("a", work.kept().name());
    assertNull(work.file());
  }

  @Test
  void workOfAFileIsRead() throws Exception {
    var work =
        work(
            "{\"kept\":{\"name\":\"a\",\"data\":\"b\",\"epochs\":3,\"typedRows\":2},"
                + "\"file\":\"/m.nnw\",\"stamp\":{\"size\":5,"
                + "\"modified\":\"2026-11-01T10:00:00Z\",\"key\":\"k\"}}");
    assertEquals(Path.of("/m.nnw"), work.file());
    assertEquals(5, work.stamp().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"kept\":3}", "{\"kept\":{\"name\":1}}", "null"})
  void whatIsBrokenIsNoWork(String json) throws Exception {
    assertNull(work(json).file());
  }

  private UnsavedWork work(String json) throws Exception {
    Files.writeString(folder.resolve("w.json"), json);
    return new UnsavedWork(folder.resolve("w"), null);
  }
}
