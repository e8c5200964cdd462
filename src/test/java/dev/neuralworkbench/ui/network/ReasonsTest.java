package dev.neuralworkbench.ui.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.split.DataShape;
import dev.neuralworkbench.text.Sentences;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentence behind the sign beside the preset, by hand from the rule. */
class ReasonsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2|2|255|45|16 units: few classes, network inputs and rows. L1 0.0003, L2 0.001: stronger with more \
          network inputs and fewer training rows, here 2 and 255. 5-fold CV instead of validation rows: \
          below 3,000 rows, every training row is also used for validation.
          4|0|40|10|16 units: few network inputs and rows. Tanh, as it is smooth: 50 rows cannot \
          determine where ReLU should bend. L1 0.003, L2 0.01: stronger with more network inputs and fewer training \
          rows, here 4 and 40. 5-fold CV instead of validation rows: below 3,000 rows, every training \
          row is also used for validation.
          37|7|1000|200|128 units: 7 classes, 37 network inputs, 1,200 rows. L1 0.0004, L2 0.001: stronger \
          with more network inputs and fewer training rows, here 37 and 1,000. 5-fold CV instead of \
          validation rows: below 3,000 rows, every training row is also used for validation.
          2|2|4|0|4 rows: too few to hold any out or to train more units.
          """)
  void sentenceSaysWhatTheRuleSays(int inputs, int classes, int rows, int test, String expected) {
    var shape = new DataShape(inputs, classes, rows, 0, test);
    assertEquals(expected, NetworkForm.reasons(Sentences.of(Locale.ENGLISH), shape));
  }
}
