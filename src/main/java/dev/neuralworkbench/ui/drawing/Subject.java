package dev.neuralworkbench.ui.drawing;

import dev.neuralworkbench.nn.NetworkDesign;
import org.jspecify.annotations.Nullable;

/**
 * What a picture is of.
 *
 * @param unit a hidden unit; null for the whole network
 */
record Subject(World world, NetworkDesign design, View view, NetworkPart.@Nullable Unit unit) {}
