package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.prepare.RowFilter.Comparison;
import dev.neuralworkbench.data.prepare.RowFilter.Condition;
import dev.neuralworkbench.problem.MessageKey;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.form.Choice;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.common.form.Fields;
import dev.neuralworkbench.ui.common.form.WrittenField;
import dev.neuralworkbench.ui.workspace.DocumentChoice;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/** Which rows are no data: some by their numbers, some by a condition. */
final class LeftOutRows extends VBox {

  private static final Condition ANY = new Condition("", Comparison.EQUAL, "");

  private final Workspace workspace;

  LeftOutRows(Workspace workspace, ObservableValue<Preparation> preparation, Fields fields) {
    this.workspace = workspace;
    getStyleClass().add("form");
    var rows = choice("rows", RowFilter::rows, RowFilter::withRows);
    var column =
        choice(
            "where.column",
            it -> where(it).column(),
            (it, name) ->
                it.withWhere(name.isEmpty() ? null : Records.with(where(it), "column", name)));
    var comparison = part("comparison", Condition::comparison);
    var value = part("value", Condition::value);
    var names = preparation.map(LeftOutRows::names);
    var columns =
        Styling.as(new ChoiceField<>(column, names, it -> name(it, fields.messages())), "data");
    var byColumn = fields.field(column, columns, "form.leftOut.column");
    var how =
        fields.choice(
            comparison,
            List.of(Comparison.values()),
            it -> MessageKey.of(it).key(),
            "form.leftOut.comparison");
    var with = fields.field(value, WrittenField.of(value), "form.leftOut.value");
    var numbers =
        new WrittenField<>(
            rows,
            RowFilter::parseRows,
            it -> RowFilter.NONE.withRows(it).rowsText(),
            "data.leftOut.rows");
    var condition = preparation.map(it -> Optional.ofNullable(it.filter().where()));
    getChildren()
        .setAll(
            fields.field(rows, numbers, "form.leftOut.rows"),
            byColumn,
            DataForm.shown(how, condition.map(Optional::isPresent)),
            DataForm.shown(
                with,
                condition.map(
                    it -> it.filter(of -> of.comparison() != Comparison.MISSING).isPresent())));
  }

  private static ObservableValue<String> name(String column, Messages messages) {
    return column.isEmpty() ? messages.text("form.leftOut.none") : new SimpleStringProperty(column);
  }

  /** The empty name first, for no condition. */
  private static List<String> names(Preparation preparation) {
    var names = new ArrayList<>(List.of(""));
    preparation.columns().forEach(it -> names.add(it.name()));
    return names;
  }

  private static Condition where(RowFilter filter) {
    return filter.where() == null ? ANY : filter.where();
  }

  /** A part of the condition, which stays as it is where there is none. */
  private <T> Choice<T> part(String name, Function<Condition, T> get) {
    return choice(
        "where." + name,
        it -> get.apply(where(it)),
        (it, next) -> it.where() == null ? it : it.withWhere(Records.with(it.where(), name, next)));
  }

  private <T> Choice<T> choice(
      String component, Function<RowFilter, T> get, BiFunction<RowFilter, T, RowFilter> set) {
    return DocumentChoice.of(
        workspace,
        "preparation.leftOut." + component,
        "form.leftOut",
        draft -> get.apply(draft.preparation().filter()),
        (draft, next) -> {
          var preparation = draft.preparation();
          return workspace.prepared(
              draft, preparation.withLeftOut(set.apply(preparation.filter(), next)));
        });
  }
}
