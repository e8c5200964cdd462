package dev.neuralworkbench;

import static org.junit.jupiter.api.Assertions.assertTrue;

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
    var is = Files.exists(PICTURE) ? Files.readString(PICTURE) : "";
    assertTrue(
        drawn.equals(is),
        () ->
            "rooms, their files or arrows have changed, such as "
                + drawn.lines().filter(it -> !is.contains(it)).limit(3).toList()
                + ": draw the picture anew with"
                + " mvn test -Dtest=RoomsPictureTest -Drooms.draw=true");
  }
}
