package dev.neuralworkbench.train;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.Team;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * The training rows in the order of an epoch, cut into batches, and each batch into blocks of at
 * most {@value #BLOCK_ROWS} rows. Blocks bound the buffers, whatever the batch; they do not depend
 * on anything but the batch, so neither do the bits.
 */
final class Batches {

  static final int BLOCK_ROWS = 256;

  /** Numbers in a block that are worth more than one thread to be copied. */
  private static final int SHARED = 30_000;

  private static final int PIECE_ROWS = 16;

  private final Dataset data;
  private final int batchSize;
  private final boolean shuffle;
  private final long seed;
  private final RandomSource random;
  private final int[] order;

  /** Inputs of the block loaded, (rows × inputs). Valid until the next. */
  final FMatrixRMaj inputs; // (block rows × inputs)

  /** Targets of the block loaded, (rows × outputs). Valid until the next. */
  final FMatrixRMaj targets; // (block rows × outputs)

  private final Team.Work copyWork = this::copyPiece;
  private int ordered = -1; // the epoch whose order it is
  private int first; // position of the block's first row in the order

  /**
   * @param batchSize rows a batch; 0 for all
   */
  Batches(Dataset data, int outputs, int batchSize, boolean shuffle, long seed) {
    this.data = data;
    this.batchSize = batchSize == 0 ? data.rows() : Math.min(batchSize, data.rows());
    this.shuffle = shuffle;
    this.seed = seed;
    random = RandomSource.of(seed, Purpose.SHUFFLE);
    order = new int[data.rows()];
    var rows = Math.min(this.batchSize, BLOCK_ROWS);
    inputs = new FMatrixRMaj(rows, data.inputs().numCols);
    targets = new FMatrixRMaj(rows, outputs);
  }

  /** Batches of an epoch; the last may be smaller. */
  int perEpoch() {
    return Math.ceilDiv(data.rows(), batchSize);
  }

  /** Puts the rows into the order of an epoch; shuffles start from the identity. */
  void order(int epoch) {
    if (ordered == epoch) {
      return;
    }
    ordered = epoch;
    for (var i = 0; i < order.length; i++) {
      order[i] = i;
    }
    if (shuffle) {
      random.restart(seed, Purpose.SHUFFLE).at(epoch).shuffle(order);
    }
  }

  int rows(int batch) {
    return Math.min(batchSize, data.rows() - batch * batchSize);
  }

  /** The data's rows in a batch, in its order, from 0 on; the caller's own. */
  int[] rowsOf(int batch) {
    return Arrays.copyOfRange(order, batch * batchSize, batch * batchSize + rows(batch));
  }

  int blocks(int batch) {
    return Math.ceilDiv(rows(batch), BLOCK_ROWS);
  }

  /** Copies the rows of a block into {@link #inputs} and {@link #targets}. */
  void load(int batch, int block, Team team) {
    first = batch * batchSize + block * BLOCK_ROWS;
    var rows = Math.min(BLOCK_ROWS, rows(batch) - block * BLOCK_ROWS);
    inputs.reshape(rows, inputs.numCols);
    targets.reshape(rows, targets.numCols);
    if (rows * inputs.numCols < SHARED) {
      copy(0, rows);
    } else {
      team.run(Math.ceilDiv(rows, PIECE_ROWS), copyWork);
    }
  }

  private void copyPiece(int index) {
    var from = index * PIECE_ROWS;
    copy(from, Math.min(inputs.numRows, from + PIECE_ROWS));
  }

  private void copy(int from, int to) {
    var width = inputs.numCols;
    var outputs = targets.numCols;
    for (var i = from; i < to; i++) {
      var row = order[first + i];
      System.arraycopy(data.inputs().data, row * width, inputs.data, i * width, width);
      data.targets().write(row, targets.data, i * outputs, outputs);
    }
  }
}
