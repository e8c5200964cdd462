package dev.neuralworkbench.exchange.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

  @Test
  void keepsTheLinesOfWhatAModelHas() {
    var template =
        new Template(
            List.of("a  #? x", "b  #? y z", "#[ x y", "c", "#[ z", "d", "#]", "e", "#]", "f"));

    assertEquals(List.of("a", "c", "e", "f"), template.with(Set.of("x")).lines());
    assertEquals(List.of("b", "f"), template.with(Set.of("z")).lines());
    assertEquals(List.of("b", "c", "d", "e", "f"), template.with(Set.of("y", "z")).lines());
  }

  @Test
  void leavesTwoBlankLinesAtMost() {
    var template = new Template(List.of("a", "", "", "#[ x", "b", "", "", "#]", "c"));

    assertEquals(List.of("a", "", "", "c"), template.with(Set.of()).lines());
    assertEquals(List.of("a", "", "", "b", "", "", "c"), template.with(Set.of("x")).lines());
  }

  @Test
  void takesWhatIsWrittenAtAPlaceForNothingElse() throws Exception {
    var text = new StringWriter();

    new Template(List.of("first", "#json", "#other"))
        .with(Set.of())
        .write(Map.of("json", to -> to.write("#weights\n#[ x\n#include rows.py")), text);

    assertEquals("first\n#weights\n#[ x\n#include rows.py\n#other\n", text.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"numpy_model.py", "pytorch_model.py"})
  void everyMarkHasAnEnd(String name) {
    var lines = Template.of(name).lines();

    assertEquals(
        lines.stream().filter(line -> line.strip().startsWith("#[ ")).count(),
        lines.stream().filter(line -> line.strip().equals("#]")).count());
    assertTrue(lines.stream().noneMatch(line -> line.startsWith("#include")));
  }
}
