package dev.neuralworkbench.nn;

import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;

/**
 * Where a training step stands in its run, from which dropout's draws follow: seed, epoch, batch
 * and block of rows within the batch. Reused from step to step, so that nothing is allocated.
 */
public final class DropoutDraws {

  private final long seed;
  private final RandomSource random; // of drops alone
  private long epoch;
  private long batch;
  private long block;

  /** Draws of a run with this seed, at its first block. */
  public DropoutDraws(long seed) {
    this.seed = seed;
    random = RandomSource.of(seed, Purpose.DROPOUT);
  }

  /**
   * Moves to a block of rows; each part is counted from 0.
   *
   * @return these draws
   */
  public DropoutDraws at(long epoch, long batch, long block) {
    this.epoch = epoch;
    this.batch = batch;
    this.block = block;
    return this;
  }

  /**
   * Whether dropout drops one element at this block.
   *
   * @param layer which layer of the network the dropout is, from 0 on; layers without weights count
   * @param rate share dropped
   * @param element row · units + unit, within the block
   */
  public boolean drops(int layer, double rate, long element) {
    restart(random, layer);
    return random.floatAt(element) < (float) rate;
  }

  /**
   * Makes a generator draw for one layer at this block, until it is restarted again. Layers that
   * work at the same time need a generator each.
   *
   * @param random the layer's own. Modified.
   */
  void restart(RandomSource random, int layer) {
    random.restart(seed, Purpose.DROPOUT).at(epoch).at(batch).at(layer).at(block);
  }
}
