package dev.neuralworkbench.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentHashTest {

  @TempDir private Path folder;

  /** So a model knows the table that it has learned from, though its ids are copied as texts. */
  @Test
  void numbersThatWereReadAsTextsAreThoseNumbersAgain() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("ids.csv"), "id,gap,word,x\n00012,1.50,a,1\n7,NA,b,2\n-0,,7,3\n");
    var learned = new TableReader().read(file, Progress.NONE);
    var copied = new TableReader().withText(name -> !name.equals("x")).read(file, Progress.NONE);
    assertEquals("00012", copied.column("id").text(0));
    assertNotEquals(ContentHash.of(learned), ContentHash.of(copied));
    var again =
        copied.columns().stream()
            .map(column -> column instanceof TextColumn texts ? texts.asRead() : column)
            .toList();
    assertEquals(ContentHash.of(learned), ContentHash.of(new Table("ids", List.copyOf(again), 3)));
  }
}
