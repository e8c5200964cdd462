package dev.neuralworkbench.exchange.onnx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A protobuf message while it is written: fields of a tag, (number &lt;&lt; 3 | wire type), and a
 * value. A message in it must say its length first, so its bytes are kept as pieces: a tensor of
 * any size is not copied however deep it lies.
 *
 * @see <a href="https://protobuf.dev/programming-guides/encoding/">the encoding</a>
 */
final class ProtoWriter {

  static final int VARINT = 0;
  static final int FIXED64 = 1;
  static final int BYTES = 2;
  static final int FIXED32 = 5;

  private final List<byte[]> pieces = new ArrayList<>();
  private long length;

  /** A whole number, seven bits a byte, the lowest first. */
  ProtoWriter number(int field, long value) {
    return varint(((long) field << 3) | VARINT).varint(value);
  }

  ProtoWriter single(int field, float value) {
    var bytes = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN).putFloat(value);
    return varint(((long) field << 3) | FIXED32).append(bytes.array());
  }

  ProtoWriter text(int field, String text) {
    return bytes(field, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes. Kept, not copied. */
  ProtoWriter bytes(int field, byte[] bytes) {
    return varint(((long) field << 3) | BYTES).varint(bytes.length).append(bytes);
  }

  ProtoWriter message(int field, ProtoWriter message) {
    varint(((long) field << 3) | BYTES).varint(message.length);
    pieces.addAll(message.pieces);
    length += message.length;
    return this;
  }

  private ProtoWriter varint(long value) {
    var bytes =
        new byte[Math.max(1, Math.ceilDiv(Long.SIZE - Long.numberOfLeadingZeros(value), 7))];
    for (var i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (((value >>> (7 * i)) & 0x7f) | (i < bytes.length - 1 ? 0x80 : 0));
    }
    return append(bytes);
  }

  private ProtoWriter append(byte[] bytes) {
    pieces.add(bytes);
    length += bytes.length;
    return this;
  }

  void writeTo(OutputStream out) throws IOException {
    for (var piece : pieces) {
      out.write(piece);
    }
  }
}
