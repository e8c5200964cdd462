package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.prepare.RowFilter.Span;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.WhileInScene;
import java.util.List;
import javafx.scene.control.TextField;

/** A field for numbers of rows, such as {@code 12, 51–60}, taken while they are typed. */
public final class RowsField extends TextField {

  private static final int COLUMNS = 10;

  private final Choice<List<Span>> choice;

  public RowsField(Choice<List<Span>> choice) {
    this.choice = choice;
    setPrefColumnCount(COLUMNS);
    textProperty().addListener((_, _, text) -> typed(text));
    OnAnyChange.whenLeft(this, this::leave);
    setOnAction(_ -> leave());
    WhileInScene.subscribe(
        this,
        () ->
            choice
                .value()
                .subscribe(this::show)
                .and(choice.reverted().subscribe(this::write))
                .and(ProblemLabel.mark(this, choice.problems())));
  }

  private void typed(String text) {
    var rows = RowFilter.parseRows(text);
    if (rows.isEmpty()) {
      choice.unreadable(Problem.of("data.leftOut.rows", choice.component(), null, text));
    } else if (!rows.get().equals(choice.value().getValue())) {
      choice.choose(rows.get());
    }
  }

  /** Rows that are typed in another order or with blanks stay as they are until they are left. */
  private void show(List<Span> rows) {
    if (!RowFilter.parseRows(getText()).filter(rows::equals).isPresent()) {
      write();
    }
  }

  private void leave() {
    choice.settled();
    if (RowFilter.parseRows(getText()).isPresent()) {
      write();
    }
  }

  private void write() {
    setText(RowFilter.NONE.withRows(choice.value().getValue()).rowsText());
  }
}
