"""Backpropagation in matrix form, and why softmax and the logarithm cancel, in NumPy.

Prints the numbers of dev.neuralworkbench.explain.step.MatrixFormTest: z = W a + b with a row of W for
each unit, delta(l) = (W(l + 1))^T delta(l + 1) * f'(z), dL/dW = delta a^T; and the whole Jacobian of
softmax, whose product with the slope of -ln p is p - y.
"""

import numpy as np

np.set_printoptions(precision=15, suppress=True)

W1 = np.array([[0.5, -0.25], [0.75, 0.125], [-0.5, 1.0]])
b1 = np.array([0.25, -0.125, 0.5])
W2 = np.array([[1.0, -0.5, 0.25], [0.5, 0.75, -1.0], [-0.25, 0.5, 0.125]])
b2 = np.array([0.125, -0.25, 0.0])
x = np.array([0.5, -1.0])
y = np.array([0.0, 1.0, 0.0])

z1 = W1 @ x + b1
a1 = np.tanh(z1)
z2 = W2 @ a1 + b2
p = np.exp(z2) / np.exp(z2).sum()
print("z1", z1, "a1", a1, "z2", z2, "p", p, "loss", -np.log(p[1]), sep="\n")

jacobian = np.diag(p) - np.outer(p, p)  # d p_k / d z_j
upstream = -y / p  # d loss / d p_k
print("upstream", upstream[1], "row of the true class", jacobian[1], sep="\n")
d2 = jacobian.T @ upstream
print("delta2", d2, "p - y", p - y, sep="\n")

back = W2.T @ d2
slope = 1 - np.tanh(z1) ** 2
d1 = back * slope
print("W2^T delta2", back, "f'(z1)", slope, "delta1", d1, sep="\n")
print("dL/dW2", np.outer(d2, a1), "dL/dW1", np.outer(d1, x), sep="\n")
