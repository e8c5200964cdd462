package dev.neuralworkbench.ui.backprop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.explain.trace.PreparedRow;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.BackpropState;
import dev.neuralworkbench.ui.backprop.walk.ChosenRows.RowSource;
import dev.neuralworkbench.ui.backprop.walk.StepSubject;
import dev.neuralworkbench.ui.workspace.entry.RowInput;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A row that is entered by hand. */
class RowByHandTest extends BackpropModelCase {

  @Test
  void aRowEnteredByHandBeginsAsOneOfTheTable() {
    open(DataReference.of(BundledSample.IRIS));
    model.rows.row.set(3);
    var ofTable = model.rows.subject.get();
    model.rows.source.set(RowSource.HAND);
    var byHand = model.rows.subject.get();
    assertEquals(BackpropState.READY, model.rows.state.get());
    assertEquals(ofTable.prepared(), byHand.prepared());
    assertEquals(ofTable.trace().before().loss(), byHand.trace().before().loss(), 0);
    model.rows.row.set(120);
    assertEquals("virginica", target(model.rows.subject.get()));
  }

  private static String target(StepSubject subject) {
    return ((PreparedRow.OneHot) subject.prepared().getFirst().target()).value();
  }

  @Test
  void whatIsEnteredGoesThroughTheStepInTheUsersUnits() {
    open(DataReference.of(BundledSample.IRIS));
    model.rows.source.set(RowSource.HAND);
    var form = model.rows.entry.form.get();
    var width = (RowInput.OfNumber) form.inputs().get(1);
    var species = (RowInput.OfCategory) form.inputs().get(4);
    width.choice().choose(9.75);
    species.choice().choose("versicolor");
    var subject = model.rows.subject.get();
    var cell = (PreparedRow.Scaled) subject.prepared().getFirst().cells().get(1);
    assertEquals(9.75, cell.value(), 0);
    assertEquals(
        (9.75 - cell.shift().offset()) / cell.shift().scale(),
        subject.trace().rows().inputs()[0][1],
        1e-15);
    assertArrayEquals(new double[] {0, 1, 0}, subject.trace().rows().targets()[0], 0);
    // It stays while the model learns from it, and goes when it is to begin anew.
    model.apply();
    assertEquals(9.75, width.choice().value().getValue(), 0);
    var row = (Intervention.RowStep) last(workspace.document().get().trained());
    assertEquals((float) subject.trace().rows().inputs()[0][1], row.inputs().get(1));
    assertEquals(List.of(0f, 1f, 0f), row.targets());
    model.rows.entry.refill();
    assertEquals(3.5, width.choice().value().getValue(), 0);
    assertEquals("setosa", target(model.rows.subject.get()));
  }

  private static Intervention last(Model trained) {
    return trained.history().interventions().getLast();
  }

  @Test
  void aNumberIsEnteredAsTheTargetWhereOneIsAskedFor() {
    open(DataReference.of(BundledSample.DIABETES));
    model.rows.source.set(RowSource.HAND);
    var inputs = model.rows.entry.form.get().inputs();
    ((RowInput.OfNumber) inputs.getLast()).choice().choose(321.5);
    var target = (PreparedRow.Scaled) model.rows.subject.get().prepared().getFirst().target();
    assertEquals(321.5, target.value(), 0);
    assertEquals(target.encoded(), model.rows.subject.get().trace().target(0, 0), 0);
  }

  @Test
  void whatCannotBeUsedIsToldAtItsField() {
    open(circles());
    model.rows.source.set(RowSource.HAND);
    var field = ((RowInput.OfNumber) model.rows.entry.form.get().inputs().getFirst()).choice();
    field.choose(1e30);
    assertEquals("problem.range", field.problems().getValue().getFirst().key());
    assertEquals(BackpropState.UNREADABLE, model.rows.state.get());
    assertNull(model.rows.subject.get());
    field.unreadable(Problem.of("problem.number", "x", null, "abc"));
    assertEquals(BackpropState.UNREADABLE, model.rows.state.get());
    field.choose(0.5);
    assertEquals(BackpropState.READY, model.rows.state.get());
    assertEquals(List.of(), model.rows.subject.get().rows());
  }

  @Test
  void otherColumnsAskForOtherValues() {
    open(circles());
    model.rows.source.set(RowSource.HAND);
    workspace.edit("x", _ -> Document.of(DataReference.of(BundledSample.IRIS)));
    assertEquals(5, model.rows.entry.form.get().inputs().size());
    assertEquals(BackpropState.READY, model.rows.state.get());
  }
}
