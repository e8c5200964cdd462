package dev.neuralworkbench.exchange.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A protobuf message that was read; see {@link ProtoWriter}. A length that goes beyond the message
 * is refused before anything is made of it, and all messages of a file together may have {@value
 * #MOST_FIELDS} fields, so memory is bounded by the size of the file. A message within it is looked
 * into only where somebody asks for it: depth is bounded by what is known.
 */
final class ProtoMessage {

  static final int MOST_FIELDS = 2_000_000;

  /** One field: a whole number or the bits of another one, or bytes from one place to another. */
  private record Field(int number, int kind, long bits, int from, int to) {}

  private final byte[] bytes;
  private final int[] count; // of what all messages of the file hold
  private final List<Field> fields = new ArrayList<>();
  private int at;
  private int end;

  /**
   * Reads a message.
   *
   * @param bytes Kept, not modified.
   * @throws OnnxException if they are none, or one of too many fields
   */
  ProtoMessage(byte[] bytes) throws OnnxException {
    this(bytes, 0, bytes.length, new int[1]);
  }

  private ProtoMessage(byte[] bytes, int from, int end, int[] count) throws OnnxException {
    this.bytes = bytes;
    this.end = end;
    this.count = count;
    for (at = from; at < end; tally()) {
      fields.add(field());
    }
  }

  private void tally() throws OnnxException {
    if (++count[0] > MOST_FIELDS) {
      throw OnnxException.tooLarge(MOST_FIELDS);
    }
  }

  private Field field() throws OnnxException {
    var tag = varint();
    var kind = (int) (tag & 7);
    var bits = kind == ProtoWriter.VARINT || kind == ProtoWriter.BYTES ? varint() : 0;
    var length =
        switch (kind) {
          case ProtoWriter.VARINT -> 0;
          case ProtoWriter.FIXED64 -> Long.BYTES;
          case ProtoWriter.BYTES -> bits;
          case ProtoWriter.FIXED32 -> Integer.BYTES;
          default -> -1;
        };
    if (tag >>> 3 == 0 || tag >>> 32 != 0 || length < 0 || length > end - at) {
      throw OnnxException.damaged(at);
    }
    var from = at;
    at += (int) length;
    return new Field((int) (tag >>> 3), kind, bits, from, at);
  }

  private long varint() throws OnnxException {
    var value = 0L;
    for (var shift = 0; shift < Long.SIZE && at < end; shift += 7) {
      var next = bytes[at++];
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw OnnxException.damaged(at);
  }

  private Stream<Field> of(int number, int kind) {
    return fields.stream().filter(it -> it.number == number && it.kind == kind);
  }

  /** A whole number; 0 if there is none, as messages leave it out. */
  long number(int number) {
    return of(number, ProtoWriter.VARINT).reduce((_, last) -> last).map(Field::bits).orElse(0L);
  }

  /** A number of single precision; 0 if there is none. */
  float single(int number) throws OnnxException {
    return singles(number).stream().reduce(0.0, (_, last) -> last).floatValue();
  }

  /** Numbers of single precision of a repeated field, one by one or in rows. */
  List<Double> singles(int number) throws OnnxException {
    var numbers = new ArrayList<Double>();
    for (var it : fields) {
      if (it.number == number && (it.kind == ProtoWriter.FIXED32 || it.kind == ProtoWriter.BYTES)) {
        var row = ByteBuffer.wrap(bytes, it.from, it.to - it.from).order(ByteOrder.LITTLE_ENDIAN);
        while (row.remaining() >= Float.BYTES) {
          numbers.add((double) row.getFloat());
          tally();
        }
      }
    }
    return numbers;
  }

  List<String> texts(int number) {
    return of(number, ProtoWriter.BYTES)
        .map(it -> new String(bytes, it.from, it.to - it.from, StandardCharsets.UTF_8))
        .toList();
  }

  /** A text; empty if there is none. */
  String text(int number) {
    var texts = texts(number);
    return texts.isEmpty() ? "" : texts.getLast();
  }

  List<ProtoMessage> messages(int number) throws OnnxException {
    var messages = new ArrayList<ProtoMessage>();
    for (var it : of(number, ProtoWriter.BYTES).toList()) {
      messages.add(new ProtoMessage(bytes, it.from, it.to, count));
    }
    return messages;
  }

  /** A message; one without fields if there is none. */
  ProtoMessage message(int number) throws OnnxException {
    var all = messages(number);
    return all.isEmpty() ? new ProtoMessage(bytes, 0, 0, count) : all.getLast();
  }

  /** Whole numbers of a repeated field, one by one or in rows. */
  long[] numbers(int number) throws OnnxException {
    var numbers = LongStream.builder();
    for (var it : fields) {
      if (it.number == number && it.kind == ProtoWriter.VARINT) {
        numbers.add(it.bits);
      } else if (it.number == number) {
        end = it.to;
        for (at = it.from; at < end; tally()) {
          numbers.add(varint());
        }
      }
    }
    return numbers.build().toArray();
  }

  /** Bytes as numbers in a row, the lowest byte first; none if there are none. */
  ByteBuffer raw(int number) {
    var field = of(number, ProtoWriter.BYTES).findFirst();
    return field
        .map(it -> ByteBuffer.wrap(bytes, it.from, it.to - it.from).slice())
        .orElse(ByteBuffer.allocate(0))
        .order(ByteOrder.LITTLE_ENDIAN);
  }
}
