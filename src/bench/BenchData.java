import dev.neuralworkbench.bench.Workload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the rows of every workload for the peers: {@code BenchData FOLDER}. A file a workload,
 * little-endian floats, row by row the inputs and the number of the class.
 */
final class BenchData {

  private BenchData() {}

  public static void main(String[] arguments) throws IOException {
    var folder = Files.createDirectories(Path.of(arguments[0]));
    for (var workload : Workload.ALL) {
      Files.write(folder.resolve(workload.name() + ".rows"), bytes(workload));
    }
  }

  private static byte[] bytes(Workload workload) {
    var data = workload.data();
    var bytes =
        ByteBuffer.allocate(Float.BYTES * workload.rows() * (workload.inputs() + 1))
            .order(ByteOrder.LITTLE_ENDIAN);
    var target = new float[workload.classes()];
    for (var row = 0; row < workload.rows(); row++) {
      for (var input = 0; input < workload.inputs(); input++) {
        bytes.putFloat(data.inputs().get(row, input));
      }
      data.targets().write(row, target, 0, workload.classes());
      var chosen = 0;
      while (target[chosen] != 1) {
        chosen++;
      }
      bytes.putFloat(chosen);
    }
    return bytes.array();
  }
}
