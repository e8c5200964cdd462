package dev.neuralworkbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The picture of the rooms that a newcomer sees first. {@code -Drooms.draw=true} draws it anew. */
@AnalyzeClasses(
    packages = "dev.neuralworkbench",
    importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsPictureTest {

  private static final Path PICTURE = Path.of(".github", "rooms.svg");

  @ArchTest
  static void pictureShowsTheRoomsAsTheyAre(JavaClasses program) throws IOException {
    var drawn = new RoomsPicture(program).svg();
    if (Boolean.getBoolean("rooms.draw")) {
      Files.writeString(PICTURE, drawn);
    }
    assertEquals(
        drawn,
        Files.exists(PICTURE) ? Files.readString(PICTURE) : "",
        "rooms or arrows have changed: draw the picture anew with"
            + " mvn test -Dtest=RoomsPictureTest -Drooms.draw=true");
  }
}
