package dev.neuralworkbench.model.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.model.ReferenceCase;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers for a table of which some rows have no target, the first among them. */
class ReferenceAnswersTest {

  private static TableAnswers answers(ReferenceCase of) {
    return new TableAnswers(of.model(), of.predictor(), ReferenceCase.table(), Progress.NONE);
  }

  @Test
  void aPartlyLabelledTableIsScoredByTheAnswersOfItsLabelledRows() {
    for (var of : ReferenceCase.values()) {
      var said = of.expected().getAsJsonObject("all");
      var judged = Judgement.of(of.model(), answers(of)).orElseThrow();
      assertEquals(said.get("rows").getAsInt(), judged.network().rows());
      for (var metric : Metric.of(judged.problem())) {
        var expected = said.get(metric.id()).getAsDouble();
        assertEquals(expected, metric.of(judged.network()), 1e-5, metric.id());
      }
    }
  }

  @Test
  void everyLineOfTheFileHasTheAnswerOfItsRow() throws IOException {
    var said = ReferenceCase.KIND.expected();
    var lines = written(ReferenceCase.KIND);
    assertEquals(
        "part,site,x,y,kind,height,predicted kind,probability elm,probability oak,probability yew",
        lines.getFirst());
    assertEquals(73, lines.size());
    for (var row = 0; row < 72; row++) {
      var cells = lines.get(row + 1).split(",", -1);
      assertEquals(said.getAsJsonArray("predicted").get(row).getAsString(), cells[6]);
      for (var c = 0; c < 3; c++) {
        var probability = said.getAsJsonArray("probabilities").get(row).getAsJsonArray().get(c);
        assertEquals(probability.getAsDouble(), Double.parseDouble(cells[7 + c]), 1e-5);
      }
    }
    var numbers = ReferenceCase.HEIGHT.expected().getAsJsonArray("predicted");
    var ofNumbers = written(ReferenceCase.HEIGHT);
    assertEquals("part,site,x,y,kind,height,predicted height", ofNumbers.getFirst());
    for (var row = 0; row < 72; row++) {
      var cells = ofNumbers.get(row + 1).split(",", -1);
      assertEquals(numbers.get(row).getAsDouble(), Double.parseDouble(cells[6]), 1e-4);
    }
  }

  private static List<String> written(ReferenceCase of) throws IOException {
    var text = new StringWriter();
    AnswersFile.write(answers(of), text, false, Progress.NONE);
    return text.toString().lines().toList();
  }
}
