package dev.neuralworkbench.explain.why;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.explain.why.Explanation.Contribution;
import dev.neuralworkbench.model.answer.Prediction;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static String written(int row, Prediction of) throws IOException {
    var parts = List.of(new Contribution("x", "5.1", 0.25), new Contribution("", "", -0.125));
    var to = new StringWriter();
    var said = new Explanation(of, 0.625, 0.5, parts, List.of("y", "z"));
    TableWriter.write(said.table(row), to);
    return to.toString();
  }

  @Test
  void namesRowAndClass() throws IOException {
    assertEquals(
        """
        row,column,value,contribution
        7,base,,0.5
        7,x,5.1,0.25
        7,"y, z",,-0.125
        7,output,no,0.625
        """,
        written(7, new Prediction.OfClass(1, List.of("yes", "no"), List.of(0.375, 0.625))));
    assertTrue(written(0, new Prediction.OfNumber(0.625)).endsWith("\n,output,,0.625\n"));
  }
}
