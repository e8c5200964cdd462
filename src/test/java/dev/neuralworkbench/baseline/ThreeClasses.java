package dev.neuralworkbench.baseline;

/** Thirty rows of three classes that overlap. */
final class ThreeClasses {

  static final int[] CLASSES = {
    1, 1, 2, 0, 2, 0, 1, 1, 2, 0, 2, 2, 2, 0, 2, 2, 0, 1, 1, 0, 1, 1, 2, 2, 1, 1, 1, 2, 0, 1
  };

  static final float[][] INPUTS = {
    {0.63f, -0.13f}, {1.14f, 0.1f}, {0.46f, 0.36f}, {1.3f, 0.95f}, {0.3f, -1.27f},
    {-0.62f, 0.04f}, {-1.83f, -0.22f}, {-0.75f, -0.73f}, {0.46f, -0.32f}, {0.41f, 1.04f},
    {0.87f, 1.37f}, {0.33f, 0.35f}, {1.9f, 0.09f}, {-0.74f, -0.92f}, {0.54f, 0.22f},
    {-0.01f, -0.21f}, {-0.16f, 0.54f}, {0.71f, 0.36f}, {-0.15f, -0.13f}, {0.78f, 1.49f},
    {-0.76f, 1.51f}, {1.85f, 0.78f}, {1.26f, -0.31f}, {2.46f, 1.96f}, {2.3f, 1.32f},
    {0.86f, -1.21f}, {0.5f, 0.66f}, {-0.29f, 0.4f}, {0.43f, 0.7f}, {-0.68f, -0.66f}
  };

  private ThreeClasses() {}
}
