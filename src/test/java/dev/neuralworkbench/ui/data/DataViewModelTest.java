package dev.neuralworkbench.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.RowFilter;
import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.OwnTable;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.data.DataViewModel.TableContent;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DataViewModelTest {

  private static final Document CIRCLES =
      Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES)));
  private static final Document IRIS = OwnTable.of(BundledSample.IRIS);

  private final Workspace workspace = new Workspace(IRIS, new InlineTasks());
  private final DataViewModel model =
      new DataViewModel(workspace, new InlineTasks(), new TestSources(workspace).asked());

  @Test
  void aColumnThatNamesValidationRowsNeedsNoFoldsToJudge() throws Exception {
    var text = new StringBuilder("some,all,x,y\n");
    for (var row = 0; row < 60; row++) {
      text.append(row % 5 == 0 ? "test," : "train,").append(row % 5 == 0 ? "val," : "train,");
      text.append(row * 7 % 11).append(row % 2 == 0 ? ",a\n" : ",b\n");
    }
    var table = TableReader.parse("parts.csv", text.toString());
    workspace.open("command.openData", Document.of(DataReference.ofTyped(table)));
    var form = new DataFormViewModel(workspace);
    assertEquals(5, form.folds().getValue());
    form.dividedBy().choose(DividedBy.PART);
    assertEquals("some", form.byColumn().value().getValue());
    assertEquals(5, form.folds().getValue());
    assertEquals(List.of(), workspace.problems().get());
    form.byColumn().choose("all");
    assertEquals(0, form.folds().getValue());
    assertEquals(List.of(), workspace.problems().get());
    form.dividedBy().choose(DividedBy.CHANCE);
    assertEquals(5, form.folds().getValue(), "something judges again");
    form.validation().choose(0.2);
    assertEquals(0, form.folds().getValue());
    form.validation().choose(0.0);
    assertEquals(5, form.folds().getValue());
    assertEquals(List.of(), workspace.problems().get());
  }

  @Test
  void fewGroupsAreJudgedByAsManyFoldsAsThereAre() throws Exception {
    var text = new StringBuilder("site,part,x,y\n");
    for (var row = 0; row < 60; row++) {
      text.append("s").append(row % 3).append(row % 5 == 0 ? ",val," : ",train,");
      text.append(row * 7 % 11).append(row % 2 == 0 ? ",a\n" : ",b\n");
    }
    var table = TableReader.parse("sites.csv", text.toString());
    workspace.open("command.openData", Document.of(DataReference.ofTyped(table)));
    var form = new DataFormViewModel(workspace);
    form.dividedBy().choose(DividedBy.PART);
    form.byColumn().choose("part");
    assertEquals(0, form.folds().getValue());
    form.dividedBy().choose(DividedBy.GROUP);
    assertEquals("site", form.byColumn().value().getValue());
    assertEquals(2, form.folds().getValue(), "one of three is for the test");
    assertEquals(List.of(), workspace.problems().get());
  }

  @Test
  void firstInputIsChosenAtFirstAndTheChoiceStaysWhenRolesChange() {
    model.shown();
    assertEquals(0, model.column.get());
    model.choose(1);
    model.choices.role(0, ColumnRole.TARGET);
    assertEquals(1, model.column.get());
  }

  @Test
  void newTableIsShownWithColumnsOfItsOwnChosen() {
    model.shown();
    model.choose(3);
    workspace.open("command.openData", CIRCLES);
    assertEquals(0, model.column.get());
    assertEquals(1, model.axes.get().y());
    assertEquals(300, content().rows());
    assertEquals(3, content().columns());
  }

  @Test
  void columnOfTheSameNameStaysChosenInATableMadeAnew() {
    workspace.open("command.openData", CIRCLES);
    model.shown();
    model.choose(2);
    model.choose(1, 0);
    var noisier = new GeneratedSample(SampleKind.CIRCLES, 200, 0.3, 1);
    workspace.open("command.openData", Document.of(DataReference.of(noisier)));
    assertEquals(2, model.column.get());
    assertEquals(1, model.axes.get().x());
    assertEquals(200, found(model.shownColumn.get()).column().rows());
  }

  @Test
  void numbersOfTheChosenColumnAreThoseOfTheTable() {
    model.shown();
    model.choose(2);
    var numbers = found(found(model.shownColumn.get()).numbers());
    // R: summary(iris$Petal.Length), and sd() times √(149/150).
    assertEquals(3.758, numbers.mean(), 1e-9);
    assertEquals(4.35, numbers.median(), 1e-9);
    assertEquals(1.7594040657, numbers.deviation(), 1e-9);
    assertEquals(43, numbers.distinct());
    assertEquals(3, found(model.shownColumn.get()).classes().size());
    model.choices.switchKind(2);
    assertEquals(43, found(model.shownColumn.get()).categories().names().size());
  }

  @Test
  void scatterIsColouredByTheTarget() {
    model.shown();
    assertEquals(150, found(model.scatter.get()).rows());
    assertInstanceOf(Tints.Classes.class, found(model.scatter.get()).plane().tints());
    model.choices.role(3, ColumnRole.TARGET);
    var tints = found(model.scatter.get()).plane().tints();
    assertEquals("petal_width_cm", ((Tints.Values) tints).name());
    model.choose(4, 0);
    assertEquals(
        List.of("setosa", "versicolor", "virginica"),
        found(model.scatter.get()).plane().xCategories());
  }

  @Test
  void splitIsCountedWhileTheChoicesFit() {
    model.shown();
    assertEquals(127, found(model.split.get()).rows(RowPart.TRAINING));
    model.choices.role(4, ColumnRole.IGNORED);
    assertNull(model.split.get());
  }

  @Test
  void validationRowsTakeThePlaceOfFoldsAtAPressWhichIsAStep() {
    assertEquals(5, model.choices.folds().getValue());
    var before = workspace.document().get().draft();
    model.choices.holdOut();
    assertEquals(0, model.choices.folds().getValue());
    assertEquals(0.15, workspace.document().get().draft().preparation().split().validation());
    assertEquals(23, workspace.facts().get().shape().validation());
    assertEquals(List.of(), workspace.problems().get());
    workspace.undo();
    assertEquals(before, workspace.document().get().draft());
    assertNull(workspace.undoName.get());
  }

  @Test
  void aCategoryIsReadAsAnotherAndAnIncompleteConditionKeepsIt() {
    model.shown();
    model.readAs(0, 4, "virginica");
    assertEquals(
        100, model.split.get().rows(1, RowPart.TRAINING) + model.split.get().rows(1, RowPart.TEST));
    assertEquals("virginica", model.content.get().text(0, 4));
    workspace.prepare(
        "form.leftOut",
        it ->
            it.withLeftOut(
                it.filter()
                    .withWhere(
                        new RowFilter.Condition(
                            it.columns().getFirst().name(), RowFilter.Comparison.GREATER, ""))));
    assertEquals(1, workspace.problems().get().size());
    assertEquals("virginica", model.content.get().text(0, 4), "while the value is not typed yet");
    workspace.undo();
    workspace.undo();
    assertEquals("setosa", model.content.get().text(0, 4));
  }

  @Test
  void roleIsOneStepOfUndo() {
    model.shown();
    model.choices.role(0, ColumnRole.TARGET);
    assertEquals("target", content().look(0));
    assertEquals("input", content().look(4));
    workspace.undo();
    assertEquals("input", content().look(0));
    assertEquals("target", content().look(4));
    assertNull(workspace.undoName.get());
  }

  @Test
  void problemOfTheTargetIsAProblemOfItsColumn() {
    model.shown();
    model.choices.switchKind(4);
    assertEquals("data.cell.notNumber", model.problems(4).getFirst().key());
    assertEquals(0, model.problems(3).size());
  }

  @Test
  void rowsAreMarkedByWhatTheyAreUsedForUnlessThatIsUnknown() {
    model.shown();
    assertNotNull(content().mark(0));
    model.choices.role(4, ColumnRole.INPUT);
    assertNull(content().mark(0));
  }

  @Test
  void hiddenScreenDoesNotFollow() {
    model.shown();
    model.hidden();
    workspace.open("command.openData", CIRCLES);
    assertEquals(150, content().rows());
    model.shown();
    assertEquals(300, content().rows());
  }

  @Test
  void modelWithoutItsDataShowsNoTable() {
    var data = IRIS.data();
    var closed =
        new DataReference(
            data.name(), data.rows(), data.hash(), data.columns(), data.source(), null);
    workspace.open("command.openModel", IRIS.withData(closed));
    model.shown();
    assertNull(model.content.get());
    assertEquals(-1, model.column.get());
    workspace.bring(data);
    assertEquals(150, content().rows());
  }

  private TableContent content() {
    return found(model.content.get());
  }

  private static <T> T found(@Nullable T value) {
    assertNotNull(value);
    return value;
  }
}
