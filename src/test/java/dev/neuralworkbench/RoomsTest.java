package dev.neuralworkbench;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomsTest {

  @Test
  void roomsArePackages() {
    assertArrayEquals(
        new String[] {"dev.neuralworkbench.nn.blas", "dev.neuralworkbench.ui.."},
        Rooms.packages("nn.blas ui.."));
  }

  @Test
  void guideNamesEveryRoom() throws IOException {
    var guide = Files.readString(Path.of(".github", "CONTRIBUTING.md"));
    assertEquals(
        List.of(),
        Rooms.all().keySet().stream().filter(room -> !guide.contains("`" + room + "`")).toList());
  }

  @Test
  void misspeltRoomIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Rooms.packages("nn trian"));
  }
}
