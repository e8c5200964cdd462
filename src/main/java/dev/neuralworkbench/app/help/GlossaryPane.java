package dev.neuralworkbench.app.help;

import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The terms that contain what is searched for, those that are called so first. */
final class GlossaryPane extends ListView<GlossaryPane.Row> {

  private static final double BESIDE_TEXT = 48;

  private final Messages messages;

  /** A row of the list: a term with its name, or a heading, which has no term. */
  record Row(Glossary.@Nullable Term term, String text) {}

  GlossaryPane(Messages messages) {
    this.messages = messages;
    Styling.as(this, "#help-terms", "help-list");
    accessibleTextProperty().bind(messages.text("help.terms"));
    setCellFactory(_ -> new TermCell());
  }

  void show(String id) {
    for (var row = 0; row < getItems().size(); row++) {
      var term = getItems().get(row).term();
      if (term != null && term.id().equals(id)) {
        getSelectionModel().select(row);
        scrollTo(row);
      }
    }
  }

  void fill(Filter filter) {
    var groups = new Glossary(messages.words()).groups;
    var rows = new ArrayList<Row>();
    if (filter.isEmpty()) {
      for (var group : groups) {
        rows.add(new Row(null, group.name()));
        group.terms().forEach(term -> rows.add(new Row(term, term.name())));
      }
    } else {
      Predicate<Glossary.Term> called = term -> filter.finds(String.join(" ", term.names()));
      var terms = groups.stream().flatMap(group -> group.terms().stream()).toList();
      add(terms, called, rows);
      add(terms, called.negate().and(term -> filter.finds(term.means())), rows);
    }
    getItems().setAll(rows);
  }

  private static void add(
      List<Glossary.Term> terms, Predicate<Glossary.Term> wanted, List<Row> rows) {
    terms.stream().filter(wanted).forEach(term -> rows.add(new Row(term, term.name())));
  }

  /** Texts of a width of their own: a label in a list does not know how high it becomes. */
  private final class TermCell extends ListCell<Row> {

    private final Text name = Styling.as(new Text(), "term-name");
    private final Text means = Styling.as(new Text(), "term-means");
    private final VBox both = Styling.as(new VBox(name, means), "term");

    TermCell() {
      var width = GlossaryPane.this.widthProperty().subtract(BESIDE_TEXT);
      name.wrappingWidthProperty().bind(width);
      means.wrappingWidthProperty().bind(width);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      var term = row == null ? null : row.term();
      getStyleClass().remove("term-group");
      setMouseTransparent(term == null);
      setText(row == null || empty || term != null ? null : row.text());
      setGraphic(empty || term == null ? null : both);
      if (term != null) {
        name.setText(term.name());
        means.setText(term.means());
        setAccessibleText(term.name() + ": " + term.means());
      } else if (row != null) {
        getStyleClass().add("term-group");
        setAccessibleText(row.text());
      }
    }
  }
}
