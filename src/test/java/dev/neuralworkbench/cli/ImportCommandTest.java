package dev.neuralworkbench.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network of another program as a model. */
class ImportCommandTest {

  @TempDir Path folder;

  private final Calls calls = new Calls(Locale.ENGLISH);

  private static String file(String name) throws Exception {
    var there = "/dev/neuralworkbench/exchange/onnx/" + name;
    var url = Objects.requireNonNull(ImportCommandTest.class.getResource(there), name);
    return Path.of(url.toURI()).toString();
  }

  private String imported(String name, String... more) throws Exception {
    var model = folder.resolve("model.nnw").toString();
    var call = new java.util.ArrayList<>(List.of("import", file(name), "-o", model));
    call.addAll(List.of(more));
    assertEquals(0, calls.call(call.toArray(String[]::new)), calls.err());
    return model;
  }

  @Test
  void whoTakesTheFileForAModelIsToldHowItBecomesOne() throws Exception {
    var onnx = file("sklearn_regressor.onnx");
    assertEquals(1, calls.call("predict", onnx, "iris"));
    var told =
        "sklearn_regressor.onnx is an ONNX file. Turn it into a model first: neural-workbench";
    assertTrue(calls.err().contains(told), calls.err());
  }

  @Test
  void aModelWithoutRowsPredicts() throws Exception {
    var model = imported("torch_relu_logits.onnx");
    assertEquals(
        "Imported as "
            + model
            + ": 4 inputs, 2 layers.\n"
            + "The file has no softmax: its outputs are taken as the logits of 3 classes.\n"
            + "The file does not name the classes; they are called 0 to 2.\n",
        calls.err());
    var rows = Files.writeString(folder.resolve("rows.csv"), "x1,x2,x3,x4\n0.1,0.2,0.3,0.4\n");
    assertEquals(0, calls.call("predict", model, rows.toString()), calls.err());
    assertTrue(calls.out().startsWith("x1,x2,x3,x4,"), calls.out());
    assertFalse(calls.out().contains("e30"), calls.out());
    assertEquals(
        0,
        calls.call(
            "predict",
            imported("sklearn_regressor.onnx"),
            rows.toString(),
            "--map",
            "age=x1",
            "--map",
            "height=x2",
            "--map",
            "weight=x3"),
        calls.err());
  }

  @Test
  void withRowsItIsEvaluatedAndExplained() throws Exception {
    var model = imported("torch_gelu_mish.onnx", "--data", "iris", "--target", "species");
    assertEquals(0, calls.call("evaluate", model, "iris", "--rows", "test"), calls.err());
    assertTrue(calls.out().contains("Accuracy"), calls.out());
    assertEquals(0, calls.call("predict", model, "iris", "--explain"), calls.err());
    assertTrue(calls.out().contains("contribution sepal_length_cm"), calls.out());
    var further = folder.resolve("further.nnw").toString();
    var train = new String[] {"train", "iris", "--resume", model, "--epochs", "2", "-o", further};
    assertEquals(0, calls.call(train), calls.err());
    assertEquals(0, calls.call("export", further, "--to", "onnx", "-o", further + ".onnx"));
  }

  @Test
  void whatCannotBeImportedIsSaid() throws Exception {
    var model = folder.resolve("model.nnw").toString();
    var images = file("torch_images.onnx");
    assertEquals(1, calls.call("import", images, "-o", model, "--data", "iris"));
    assertTrue(calls.err().contains("does not fit this model"), calls.err());
    assertEquals(2, calls.call("import", images, "-o", model, "--target", "y"));
    var absent = folder.resolve("none.onnx").toString();
    assertEquals(1, calls.call("import", absent, "-o", model));
    assertEquals(1, calls.call("import", folder.toString(), "-o", model));
    assertEquals(1, calls.call("import", file("expected.txt"), "-o", model));
    assertFalse(Files.exists(Path.of(model)));
  }
}
