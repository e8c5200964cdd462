package dev.neuralworkbench.exchange.onnx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of tensors that lie in a file beside the model, as PyTorch writes them. A file from a
 * stranger must not read others: only a plain name leads anywhere, in the model's folder, and to no
 * link. All numbers together may have as many bytes as a model.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/docs/ExternalData.md">external data</a>
 */
final class ExternalNumbers {

  /** For models that are to be in one file. */
  static final ExternalNumbers NONE = new ExternalNumbers(null, 0);

  private final @Nullable Path folder;
  private long room;

  /**
   * Numbers in the files of a folder.
   *
   * @param room most bytes that are read
   */
  ExternalNumbers(@Nullable Path folder, long room) {
    this.folder = folder;
    this.room = room;
  }

  /** The bytes of a tensor's numbers, the lowest first. */
  ByteBuffer of(ProtoMessage tensor) throws OnnxException {
    var said = new HashMap<String, String>();
    for (var it : tensor.messages(13)) {
      said.put(it.text(1), it.text(2));
    }
    var name = said.getOrDefault("location", "");
    if (folder == null) {
      throw new OnnxException("exchange.onnx.external", null, tensor.text(8));
    } else if (name.isBlank() || name.matches("\\.\\.?") || name.matches("(?s).*[/\\\\:\\x00].*")) {
      throw new OnnxException("exchange.import.path", null, name);
    }
    var file = folder.resolve(name);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new OnnxException("exchange.import.absent", null, name);
    }
    try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      var size = Files.size(file);
      var from = number(said.getOrDefault("offset", "0"));
      var length = number(said.getOrDefault("length", Long.toString(size - from)));
      if (from < 0 || length < 0 || from > size || length > size - from) {
        throw new OnnxException("exchange.import.lies", null, name);
      }
      room -= length;
      if (room < 0) {
        throw OnnxException.tooLarge(Affine.MOST_WEIGHTS);
      }
      in.skipNBytes(from);
      return ByteBuffer.wrap(in.readNBytes((int) length)).order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw new OnnxException("exchange.import.absent", null, name);
    }
  }

  private static long number(String digits) {
    return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : -1;
  }
}
