package dev.neuralworkbench.ui.common.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.prepare.RowFilter.Span;
import dev.neuralworkbench.testing.FxThread;
import java.util.List;
import javafx.event.ActionEvent;
import org.junit.jupiter.api.Test;

class WrittenFieldTest {

  private final FakeChoice<List<Span>> rows = new FakeChoice<>("rows", List.of());

  private WrittenField<List<Span>> field() {
    return new WrittenField<>(
        rows,
        RowFilter::parseRows,
        it -> RowFilter.NONE.withRows(it).rowsText(),
        "data.leftOut.rows");
  }

  @Test
  void whatIsTypedStaysAsItIsUntilTheFieldIsLeft() {
    FxThread.run(
        () -> {
          var field = field();
          field.setText("7 5-6,");
          assertEquals(List.of(new Span(5, 7)), rows.value.get());
          assertEquals("7 5-6,", field.getText());
          field.fireEvent(new ActionEvent());
          assertEquals("5–7", field.getText());
          assertEquals(1, rows.settled);
        });
  }

  @Test
  void textOfTheValueBeforeTakesTheProblemAway() {
    FxThread.run(
        () -> {
          var field = field();
          field.setText("5-7");
          field.setText("5-7 x");
          assertEquals("data.leftOut.rows", rows.problems.get().getFirst().key());
          field.fireEvent(new ActionEvent());
          assertEquals("5-7 x", field.getText());
          assertEquals(List.of(new Span(5, 7)), rows.value.get());
          field.setText("5-7 ");
          assertEquals(List.of(), rows.problems.get());
        });
  }
}
