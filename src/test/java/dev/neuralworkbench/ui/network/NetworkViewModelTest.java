package dev.neuralworkbench.ui.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.OwnTable;
import dev.neuralworkbench.model.setting.Settings;
import dev.neuralworkbench.nn.LayerDesign;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Initializer;
import dev.neuralworkbench.ui.setting.SettingFields;
import dev.neuralworkbench.ui.workspace.InlineTasks;
import dev.neuralworkbench.ui.workspace.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkViewModelTest {

  private final Workspace workspace =
      new Workspace(OwnTable.of(GeneratedSample.of(SampleKind.CIRCLES)), new InlineTasks());
  private final NetworkViewModel model = new NetworkViewModel(workspace);
  private final SettingFields.SettingChoices choices = new SettingFields.SettingChoices(workspace);

  @Test
  void layersChangePlaces() {
    var layer = DenseDesign.of(5, Activation.RELU);
    hidden(layer, new DropoutDesign(0.25));
    model.moveDown(0);
    assertEquals(List.of(new DropoutDesign(0.25), layer), network().hidden());
    assertEquals("form.moveLayerDown", workspace.undoName.get());
    model.moveDown(0);
    assertEquals(List.of(layer, new DropoutDesign(0.25)), network().hidden());
  }

  @Test
  void startingWeightsAreChosenForEachLayer() {
    hidden(DenseDesign.of(5, Activation.RELU));
    assertEquals(Initializer.HE_UNIFORM, model.initializer(0).value().getValue());
    model.initializer(0).choose(Initializer.NORMAL);
    choices.name(Settings.OUTPUT_INITIALIZER).choose("zeros");
    assertEquals(Initializer.NORMAL, ((DenseDesign) network().hidden().get(0)).initializer());
    assertEquals(Initializer.ZEROS, network().outputInitializer());
  }

  @Test
  void chosenStartingWeightsStayWithAnotherActivation() {
    hidden(DenseDesign.of(5, Activation.RELU).withInitializer(Initializer.NORMAL));
    model.activation(0).choose(Activation.TANH);
    assertEquals(Initializer.NORMAL, model.initializer(0).value().getValue());
  }

  @Test
  void weightsAndBiasesAreCounted() {
    hidden(DenseDesign.of(5, Activation.RELU), new DropoutDesign(0.25));
    // 2 inputs and a bias into 5 units, 5 and a bias into 1 output.
    assertEquals(3 * 5 + 6 * 1, model.outline().getValue().parameters());
  }

  @Test
  void presetFillsNetworkAndTrainingInOneStep() {
    assertEquals("recommended", model.preset().choice().value().getValue());
    assertEquals("recommended", model.preset().offered().getValue().getFirst());
    assertTrue(model.preset().offered().getValue().contains("logistic_regression"));
    assertFalse(model.preset().offered().getValue().contains("linear_regression"));
    var before = draft();
    model.preset().choice().choose("logistic_regression");
    assertEquals(List.of(), network().hidden());
    assertEquals("sgd", draft().training().optimizer().id());
    assertEquals(before.preparation(), draft().preparation());
    assertEquals("logistic_regression", model.preset().choice().value().getValue());
    assertEquals("preset", workspace.undoName.get());
    workspace.undo();
    assertEquals(before, draft());
    assertNull(workspace.undoName.get());
  }

  @Test
  void editedPresetIsCustom() {
    var preset = model.preset().choice().value();
    model.addLayer();
    assertEquals(PresetOffer.CUSTOM, preset.getValue());
    workspace.undo();
    assertEquals("recommended", preset.getValue());
  }

  @Test
  void openedModelOfOtherChoicesIsNoPreset() {
    var choice = model.preset();
    var layer = DenseDesign.of(3, Activation.SIGMOID);
    var document = workspace.document().get();
    var network = draft().network().withHidden(List.of(layer, layer, layer, layer, layer, layer));
    workspace.open("command.openModel", document.withDraft(draft().withNetwork(network)));
    assertEquals(PresetOffer.CUSTOM, choice.choice().value().getValue());
    assertTrue(choice.offered().getValue().contains(PresetOffer.CUSTOM));
  }

  @Test
  void outputFunctionOfCrossEntropyIsItsOwn() {
    choices.name(Settings.LOSS).choose("mean_squared_error");
    choices.name(Settings.OUTPUT_ACTIVATION).choose("sigmoid");
    choices.name(Settings.LOSS).choose("binary_cross_entropy");
    assertEquals(Activation.IDENTITY, network().outputActivation());
    assertEquals(List.of(), workspace.problems().get());
  }

  private void hidden(LayerDesign... layers) {
    workspace.editDraft(
        "form.layers", draft -> draft.withNetwork(draft.network().withHidden(List.of(layers))));
  }

  private Experiment draft() {
    return workspace.document().get().draft();
  }

  private NetworkDesign network() {
    return draft().network();
  }
}
