package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * A network of dense layers from an ONNX file of another program, as a document whose rows are
 * elsewhere. What the graph does is found out, not run; see {@link NetworkFinder}.
 *
 * @param remarks what the file does not say and was taken to be
 */
public record OnnxImport(Document document, List<Problem> remarks) {

  /** What the file's name ends with. */
  public static final String ENDING = ".onnx";

  /** Key of the remark that classes have no names. */
  public static final String UNNAMED = "exchange.import.unnamed";

  /** Bytes as a share of memory: numbers are doubles on the way, of which there are copies. */
  private static final int SHARE = 10;

  /** Whether a name is that of such a file. */
  public static boolean isOne(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  /**
   * Reads a file, and what numbers of it are in another file of its folder.
   *
   * @throws OnnxException if it cannot be read, or is no network of this program's layers
   */
  public static OnnxImport read(Path file) throws OnnxException {
    var name = String.valueOf(file.getFileName());
    var most = Math.min(OnnxReader.MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE);
    try {
      if (Files.isDirectory(file)) {
        throw new OnnxException(Problem.at("data.file.directory", Place.file(name), null, null));
      } else if (Files.size(file) > most) {
        throw OnnxException.tooLarge(Affine.MOST_WEIGHTS);
      }
      byte[] bytes;
      try (var in = Files.newInputStream(file)) {
        bytes = in.readNBytes((int) most);
      }
      var folder = file.toAbsolutePath().getParent();
      var model = OnnxReader.read(bytes, new ExternalNumbers(folder, most));
      if (model.metadata().containsKey("schema") && model.metadata().containsKey("settings")) {
        throw new OnnxException("exchange.import.own", null, null);
      }
      var network = ImportedNetwork.of(model);
      return new OnnxImport(
          ImportedDocument.of(network, name, hash(bytes)), List.copyOf(network.remarks()));
    } catch (IOException e) {
      var key = Files.exists(file) ? "data.file.unreadable" : "data.file.absent";
      throw new OnnxException(Problem.at(key, Place.file(name), null, null));
    }
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
