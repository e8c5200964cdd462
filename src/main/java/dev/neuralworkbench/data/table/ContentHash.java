package dev.neuralworkbench.data.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of data, as 64 lower-case hexadecimal digits, to tell whether two are the same. */
public final class ContentHash {

  private static final int BUFFER_BYTES = 1 << 16;

  private ContentHash() {}

  /**
   * Hash of a table's content: names and cells in their order, but neither the table's name nor how
   * the cells were written or are stored. A file saved with other line ends, quotes or encoding
   * hashes the same.
   */
  public static String of(Table table) {
    var digest = sha256();
    var buffer = ByteBuffer.allocate(BUFFER_BYTES);
    buffer.putInt(table.rows());
    for (var column : table.columns()) {
      put(column.name(), buffer, digest);
      switch (column) {
        case NumberColumn numbers -> {
          for (var row = 0; row < table.rows(); row++) {
            room(Double.BYTES, buffer, digest);
            buffer.putDouble(numbers.value(row));
          }
        }
        case TextColumn text -> {
          for (var row = 0; row < table.rows(); row++) {
            put(text.text(row), buffer, digest);
          }
        }
      }
    }
    digest.update(buffer.flip());
    return HexFormat.of().formatHex(digest.digest());
  }

  public static String of(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Length and bytes, so that no two sequences of texts run into the same bytes. */
  private static void put(String text, ByteBuffer buffer, MessageDigest digest) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES, buffer, digest);
    buffer.putInt(bytes.length);
    if (bytes.length > buffer.remaining()) {
      room(BUFFER_BYTES, buffer, digest);
      digest.update(bytes);
    } else {
      buffer.put(bytes);
    }
  }

  private static void room(int bytes, ByteBuffer buffer, MessageDigest digest) {
    if (buffer.remaining() < bytes) {
      digest.update(buffer.flip());
      buffer.clear();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException("every Java has SHA-256", e));
    }
  }
}
