package dev.neuralworkbench.app.menu;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever the program is packed with is named with its licence. */
class LicencesTest {

  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>.*?<artifactId>(.*?)</artifactId>(.*?)</dependency>", Pattern.DOTALL);

  @Test
  void everyDependencyIsNamed() throws IOException {
    var pom = Files.readString(Path.of("pom.xml")).replaceAll("(?s)<profiles>.*", "");
    var licences = About.licences();
    var found = 0;
    for (var match = DEPENDENCY.matcher(pom); match.find(); ) {
      if (!match.group(2).contains("<scope>test</scope>")) {
        found++;
        assertTrue(licences.contains(match.group(1)), match.group(1));
      }
    }
    assertTrue(found > 8, "the pattern finds them");
    for (var brought : new String[] {"openblas", "ejml-core", "jfreechart", "fxgraphics2d"}) {
      assertTrue(licences.contains(brought), brought);
    }
  }

  @Test
  void sourceIsOfferedAndTheProgramsOwnLicenceNamed() throws IOException {
    var licences = About.licences().replaceAll("\\s+", " ");
    assertTrue(licences.contains("Written offer of source"));
    assertTrue(licences.contains("JavaFX, JFreeChart, JFreeChart-FX, the libraries of the GNU"));
    assertTrue(licences.contains("Neural Workbench itself has not been given a licence"));
  }
}
