package dev.neuralworkbench.ui.backprop.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.text.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class TypesetterTest {

  /** One above the other they would look like a fraction. */
  @Test
  void theNumberOfTermsLeftOutStandsBehindTheirSumOnTheSameLine() {
    FxThread.run(
        () -> {
          var words = Sentences.of(Locale.ENGLISH);
          var typesetter = new Typesetter(true, Decimals.DEFAULT, words, Map.of());
          var rest =
              new Expression.OmittedTerms(
                  List.of(new Expression.Constant(-1.25), new Expression.Constant(0.5)));
          var box = typesetter.set(rest);
          box.measure();
          box.place(0, 20);
          var texts = box.nodes().stream().map(it -> (Text) it).toList();
          assertEquals(List.of("−0.7500", "(2 more)"), texts.stream().map(Text::getText).toList());
          assertEquals(List.of(20.0, 20.0), texts.stream().map(Text::getLayoutY).toList());
        });
  }
}
