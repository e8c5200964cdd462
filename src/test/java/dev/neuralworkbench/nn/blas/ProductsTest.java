package dev.neuralworkbench.nn.blas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both kinds of products against sums in double, over odd shapes and over parts of them. */
class ProductsTest {

  private static final int[] SIDES = {1, 2, 3, 7, 16, 33, 64, 100, 129};

  private final RandomSource random = RandomSource.of(2, Purpose.GENERATED_DATA);

  static List<Products> products() {
    return Stream.concat(
            Stream.of(new PortableProducts()),
            BlasProducts.available() ? Stream.of(new BlasProducts()) : Stream.of())
        .toList();
  }

  @Test
  void nativeProductsAreThereWhereTheBuildBringsTheirLibrary() {
    assumeTrue(ProductsTest.class.getResource("libopenblas.so.0") != null);
    assertTrue(BlasProducts.available());
    assertTrue(
        BlasProducts.best().description().startsWith("OpenBLAS"),
        BlasProducts.best().description());
  }

  @ParameterizedTest
  @MethodSource("products")
  void productsAreThoseOfTheFormula(Products products) {
    for (var m : SIDES) {
      for (var n : SIDES) {
        for (var k : SIDES) {
          check(products, m, n, k);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void longProductsAreCutAndStillThose(Products products) {
    check(products, 64, 60, 20_000);
    check(products, 300, 2_100, 90);
  }

  @ParameterizedTest
  @MethodSource("products")
  void samePartHasTheSameBitsEveryTime(Products products) {
    var a = random(65, 130);
    var b = random(130, 70);
    var first = new FMatrixRMaj(65, 70);
    products.multiply(a, b, first, 16, 64);
    for (var i = 0; i < 50; i++) {
      var again = new FMatrixRMaj(65, 70);
      products.multiply(a, b, again, 16, 64);
      assertArrayEquals(first.data, again.data);
    }
  }

  private static FMatrixRMaj transposed(FMatrixRMaj matrix) {
    var transposed = new FMatrixRMaj(matrix.numCols, matrix.numRows);
    for (var row = 0; row < matrix.numRows; row++) {
      for (var column = 0; column < matrix.numCols; column++) {
        transposed.set(column, row, matrix.get(row, column));
      }
    }
    return transposed;
  }

  private void check(Products products, int m, int n, int k) {
    var a = random(m, k);
    var b = random(k, n);
    var expected = product(a, b);
    var aT = transposed(a);
    var bT = transposed(b);
    var what = m + " × " + n + " × " + k;

    var c = random(m, n);
    products.multiply(a, b, c, 0, n);
    assertClose(expected, c, k, what);
    products.multiplyTransposedB(a, bT, c, 0, n);
    assertClose(expected, c, k, what);
    products.multiplyTransposedA(aT, b, c, 0, m, false);
    assertClose(expected, c, k, what);
    products.multiplyTransposedA(aT, b, c, 0, m, true);
    var twice = expected.copy();
    for (var i = 0; i < twice.data.length; i++) {
      twice.data[i] *= 2;
    }
    assertClose(twice, c, k, what);

    var columns = new int[] {n / 3, n - n / 4};
    var rows = new int[] {m / 3, m - m / 4};
    var part = filled(m, n);
    products.multiply(a, b, part, columns[0], columns[1]);
    assertPart(expected, part, 0, m, columns[0], columns[1], k);
    part = filled(m, n);
    products.multiplyTransposedB(a, bT, part, columns[0], columns[1]);
    assertPart(expected, part, 0, m, columns[0], columns[1], k);
    part = filled(m, n);
    products.multiplyTransposedA(aT, b, part, rows[0], rows[1], false);
    assertPart(expected, part, rows[0], rows[1], 0, n, k);
  }

  private static void assertClose(FMatrixRMaj expected, FMatrixRMaj found, int terms, String what) {
    for (var i = 0; i < expected.getNumElements(); i++) {
      assertEquals(expected.data[i], found.data[i], bound(terms), what);
    }
  }

  /** Inside the part the product, outside of it what was there. */
  private static void assertPart(
      FMatrixRMaj expected,
      FMatrixRMaj found,
      int top,
      int bottom,
      int left,
      int right,
      int terms) {
    for (var row = 0; row < expected.numRows; row++) {
      for (var column = 0; column < expected.numCols; column++) {
        var inside = row >= top && row < bottom && column >= left && column < right;
        assertEquals(
            inside ? expected.get(row, column) : 7,
            found.get(row, column),
            inside ? bound(terms) : 0);
      }
    }
  }

  private static FMatrixRMaj product(FMatrixRMaj a, FMatrixRMaj b) {
    var product = new FMatrixRMaj(a.numRows, b.numCols);
    for (var i = 0; i < a.numRows; i++) {
      for (var j = 0; j < b.numCols; j++) {
        var sum = 0.0;
        for (var k = 0; k < a.numCols; k++) {
          sum += (double) a.get(i, k) * b.get(k, j);
        }
        product.set(i, j, (float) sum);
      }
    }
    return product;
  }

  private static double bound(int terms) {
    return 1e-6 * (2 + terms);
  }

  private static FMatrixRMaj filled(int rows, int columns) {
    var matrix = new FMatrixRMaj(rows, columns);
    matrix.fill(7);
    return matrix;
  }

  private FMatrixRMaj random(int rows, int columns) {
    var matrix = new FMatrixRMaj(rows, columns);
    for (var i = 0; i < matrix.data.length; i++) {
      matrix.data[i] = 2 * (float) random.nextDouble() - 1;
    }
    return matrix;
  }
}
