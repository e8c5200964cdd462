package dev.neuralworkbench.data.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.ContentHash;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.nn.function.ProblemType;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SampleDataTest {

  @ParameterizedTest
  @CsvSource({
    "xor,4,2,CLASSIFICATION,2",
    "textbook-linear,4,2,REGRESSION,0",
    "textbook-logistic,4,2,CLASSIFICATION,2",
    "textbook-network,4,2,CLASSIFICATION,2",
    "iris,150,4,CLASSIFICATION,3",
    "wine,178,13,CLASSIFICATION,3",
    "breast-cancer,569,30,CLASSIFICATION,2",
    "digits,1797,64,CLASSIFICATION,10",
    "diabetes,442,10,REGRESSION,0",
    "circles,300,2,CLASSIFICATION,2",
    "moons,300,2,CLASSIFICATION,2",
    "gaussians,300,2,CLASSIFICATION,2",
    "spiral,500,2,CLASSIFICATION,2",
    "sine,200,1,REGRESSION,0",
    "plane,200,2,REGRESSION,0"
  })
  void everySampleIsReadyToTrain(
      String id, int rows, int inputs, ProblemType problemType, int classes) {
    var table = Sample.named(id).orElseThrow().table();
    var preparation = Preparation.defaults(table);
    assertEquals(List.of(), preparation.problems(table));
    assertEquals(rows, table.rows());
    assertEquals(id, table.name());
    assertEquals(problemType, preparation.problemType());
    var prepared = PreparedData.of(preparation, table);
    assertEquals(inputs, prepared.preprocessor().inputCount());
    if (prepared.preprocessor().target() instanceof ClassTarget target) {
      assertEquals(classes, target.classes().size());
    }
  }

  @Test
  void idsAreAllDifferent() {
    var ids = Sample.all().stream().map(Sample::id).distinct().count();
    assertEquals(15, ids);
    assertEquals(15, Sample.all().size());
  }

  @ParameterizedTest
  @EnumSource
  void sameRecipeGivesTheSameTableAndItsExportIsTheSame(SampleKind kind) throws Exception {
    var recipe = GeneratedSample.of(kind);
    var hash = ContentHash.of(recipe.table());
    assertEquals(hash, ContentHash.of(recipe.table()));
    var csv = new StringWriter();
    TableWriter.write(recipe.table(), csv);
    assertEquals(hash, ContentHash.of(TableReader.parse("copy", csv.toString())));
    var other = new GeneratedSample(kind, recipe.rows(), recipe.noise(), 1);
    assertNotEquals(ContentHash.of(recipe.table()), ContentHash.of(other.table()));
  }

  @Test
  void circlesWithoutNoiseLieOnTheirRings() {
    var table = new GeneratedSample(SampleKind.CIRCLES, 100, 0, 3).table();
    for (var row = 0; row < 100; row++) {
      var radius = Math.hypot(value(table, 0, row), value(table, 1, row));
      assertEquals("A".equals(table.column(2).text(row)) ? 0.5 : 1, radius, 1e-4);
    }
  }

  @Test
  void noiseHasTheStandardDeviationAskedFor() {
    var table = new GeneratedSample(SampleKind.SINE, 20_000, 0.25, 1).table();
    var squares =
        IntStream.range(0, 20_000)
            .mapToDouble(row -> value(table, 1, row) - Math.sin(value(table, 0, row)))
            .map(residual -> residual * residual)
            .sum();
    assertEquals(0.25, Math.sqrt(squares / 20_000), 0.005);
  }

  @Test
  void usualGaussiansAreSeparatedByALine() {
    for (var seed = 0; seed < 10; seed++) {
      var table = new GeneratedSample(SampleKind.GAUSSIANS, 300, 0.3, seed).table();
      for (var row = 0; row < 300; row++) {
        var side = value(table, 0, row) + value(table, 1, row);
        assertEquals("A".equals(table.column(2).text(row)), side < 0);
      }
    }
  }

  @Test
  void recipesOutsideTheirRangesHaveProblems() {
    assertEquals(2, new GeneratedSample(SampleKind.MOONS, 3, -1, 0).problems().size());
    assertTrue(GeneratedSample.of(SampleKind.MOONS).problems().isEmpty());
  }

  private static double value(Table table, int column, int row) {
    return ((NumberColumn) table.column(column)).value(row);
  }
}
