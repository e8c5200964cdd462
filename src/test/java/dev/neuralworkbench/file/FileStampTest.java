package dev.neuralworkbench.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStampTest {

  @TempDir private Path folder;
  private Path file;
  private FileStamp written;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("m.nnw");
    written = AtomicFile.write(file, text -> text.write("one"));
  }

  @Test
  void stampOfWhatWasWrittenIsThatOfTheFile() throws IOException {
    assertEquals(written, FileStamp.of(file));
    assertTrue(written.exists());
    assertEquals(3, written.size());
    var link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertEquals(written, FileStamp.of(link), "through a link");
    Files.readString(file);
    assertEquals(written, FileStamp.of(file), "after reading");
  }

  @Test
  void fileThatGrewHasAnotherStamp() throws IOException {
    Files.writeString(file, "more");
    assertNotEquals(written, FileStamp.of(file));
  }

  @Test
  void fileWrittenInPlaceWithAsManyBytesHasAnotherStamp() throws IOException {
    Files.writeString(file, "two");
    Files.setLastModifiedTime(file, FileTime.from(written.modified().plusNanos(1)));
    assertNotEquals(written, FileStamp.of(file));
  }

  @Test
  void fileReplacedByOneAsLargeAndAsOldHasAnotherStamp() throws IOException {
    var other = Files.writeString(folder.resolve("other"), "two");
    Files.setLastModifiedTime(other, FileTime.from(written.modified()));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    assertNotEquals(written, FileStamp.of(file));
  }

  @Test
  void whereNoFileIsThereIsNone() throws IOException {
    assertEquals(FileStamp.NONE, FileStamp.of(folder));
    Files.delete(file);
    assertEquals(FileStamp.NONE, FileStamp.of(file));
    assertFalse(FileStamp.of(file).exists());
  }
}
