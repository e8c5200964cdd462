package dev.neuralworkbench.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.testing.RecordedLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

  @TempDir private Path folder;

  @Test
  void aFolderThatIsNotTheUsersAloneIsToldOfOnceAndOneThatIsSwitchedOffNever() throws IOException {
    var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    var link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);
    try (var told = new RecordedLog()) {
      new LogFile(new OwnFolder(link)).start();
      assertEquals(1, told.faults().size());
      assertEquals(0, elsewhere.toFile().list().length);
      var off = new LogFile(new OwnFolder(folder.resolve("off"), true, null));
      off.start();
      assertEquals(1, told.faults().size());
      assertFalse(Files.exists(off.file()));
    }
  }
}
