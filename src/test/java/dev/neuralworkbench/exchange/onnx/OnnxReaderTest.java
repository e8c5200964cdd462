package dev.neuralworkbench.exchange.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.exchange.onnx.Tensor.ValueType;
import dev.neuralworkbench.model.TrainedDocuments;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files that are damaged, lie, or ask for more than there is. */
class OnnxReaderTest {

  private static byte[] bytes(ProtoWriter message) throws Exception {
    var out = new ByteArrayOutputStream();
    message.writeTo(out);
    return out.toByteArray();
  }

  private static String key(ProtoWriter message) throws Exception {
    var all = bytes(message);
    return assertThrows(OnnxException.class, () -> OnnxReader.read(all)).problem().key();
  }

  private static ProtoWriter graph(ProtoWriter graph) {
    return new ProtoWriter().message(7, graph);
  }

  private static ProtoWriter constant(ProtoWriter tensor) {
    return graph(new ProtoWriter().message(5, tensor));
  }

  private static ProtoWriter node(String operator, String from, String to) {
    return new ProtoWriter().text(1, from).text(1, from).text(2, to).text(4, operator);
  }

  private static String runs(ProtoWriter graph) throws Exception {
    var runner = new OnnxRunner(OnnxReader.read(bytes(graph(graph))));
    var x = Map.of("x", Tensor.row(ValueType.FLOAT, new double[1024]));
    return String.valueOf(assertThrows(OnnxException.class, () -> runner.run(x)).problem().found());
  }

  /** The example of the encoding's own page: field 1 is 150. */
  @Test
  void messagesAreEncodedAsProtobufIs() throws Exception {
    assertArrayEquals(new byte[] {8, (byte) 150, 1}, bytes(new ProtoWriter().number(1, 150)));
    assertArrayEquals(
        new byte[] {18, 7, 't', 'e', 's', 't', 'i', 'n', 'g'},
        bytes(new ProtoWriter().text(2, "testing")));
    var read = new ProtoMessage(bytes(new ProtoWriter().number(1, -1).single(3, 1.5f)));
    assertEquals(-1, read.number(1));
    assertEquals(1.5f, read.single(3));
    assertEquals(0, read.number(2));
  }

  @Test
  void lengthsThatLieAreRefused() throws Exception {
    for (var length : List.of(100L, 1L << 31, Long.MAX_VALUE, -1L)) {
      var lying = new ByteArrayOutputStream();
      lying.write((7 << 3) | 2);
      var varint = bytes(new ProtoWriter().number(1, length));
      lying.write(varint, 1, varint.length - 1);
      lying.write(new byte[10]);
      var e = assertThrows(OnnxException.class, () -> OnnxReader.read(lying.toByteArray()));
      assertEquals("exchange.onnx.damaged", e.problem().key());
    }
  }

  @Test
  void shapesThatLieTakeNoMemory() throws Exception {
    var huge = new ProtoWriter().number(1, 1L << 40).number(1, 1L << 40).number(2, 1);
    assertEquals("exchange.onnx.tensor", key(constant(huge.bytes(9, new byte[4]))));
    var negative = new ProtoWriter().number(1, -1).number(1, -1).number(2, 1);
    assertEquals("exchange.onnx.tensor", key(constant(negative.bytes(9, new byte[4]))));
    var overflowing = new ProtoWriter().number(1, 0).number(1, 1L << 40).number(2, 1);
    assertEquals("exchange.onnx.tensor", key(constant(overflowing)));
  }

  @Test
  void otherFilesAndTypesAreRefused() throws Exception {
    var elsewhere = new ProtoWriter().number(2, 1).number(14, 1).text(8, "../../secret");
    assertEquals("exchange.onnx.external", key(constant(elsewhere)));
    assertEquals("exchange.onnx.type", key(constant(new ProtoWriter().number(2, 16))));
  }

  @Test
  void tooManyFieldsAreRefused() {
    // Empty nodes, two bytes each.
    var bytes = new byte[6 + 2 * (ProtoMessage.MOST_FIELDS + 1)];
    var length = bytes.length - 6;
    bytes[0] = (7 << 3) | 2;
    for (var i = 0; i < 5; i++) {
      bytes[1 + i] = (byte) (((length >>> (7 * i)) & 0x7f) | (i < 4 ? 0x80 : 0));
    }
    for (var i = 6; i < bytes.length; i += 2) {
      bytes[i] = (1 << 3) | 2;
    }
    var e = assertThrows(OnnxException.class, () -> OnnxReader.read(bytes));
    assertEquals("exchange.onnx.tooLarge", e.problem().key());
  }

  @Test
  void whatCannotBeRunIsNamed() throws Exception {
    assertEquals("LSTM (1)", runs(new ProtoWriter().message(1, node("LSTM", "x", "y"))));
    // A node that takes what a later one makes, as in a cycle.
    var cycle =
        new ProtoWriter().message(1, node("Add", "z", "y")).message(1, node("Add", "y", "z"));
    assertEquals("Add (1)", runs(cycle));
  }

  @Test
  void valuesThatDoubleAreRefused() throws Exception {
    var doubling = new ProtoWriter();
    for (var i = 0; i < 40; i++) {
      var name = i == 0 ? "x" : "v" + i;
      doubling.message(1, node("Concat", name, "v" + (i + 1)));
    }
    assertEquals("null", runs(doubling)); // too large; no node is to blame
  }

  @Test
  void mutantsAreReadOrRefused() throws Exception {
    var whole = OnnxExportTest.written(Objects.requireNonNull(TrainedDocuments.iris().trained()));
    var random = new Random(42);
    var refused = 0;
    for (var i = 0; i < 500; i++) {
      var mutant = Arrays.copyOf(whole, i % 5 == 0 ? random.nextInt(whole.length) : whole.length);
      for (var change = 0; change < 1 + i % 7 && mutant.length > 0; change++) {
        mutant[random.nextInt(mutant.length)] = (byte) random.nextInt();
      }
      try {
        var model = OnnxReader.read(mutant);
        var inputs = new HashMap<String, Tensor>();
        model.inputs().forEach(it -> inputs.put(it.name(), Tensor.row(ValueType.DOUBLE, 1)));
        new OnnxRunner(model).run(inputs);
      } catch (OnnxException e) {
        refused++;
      }
    }
    assertTrue(refused > 150, "refused " + refused);
  }
}
