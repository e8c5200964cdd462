package dev.neuralworkbench.ui.runs;

import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.ui.runs.landscape.LandscapeViewModel;
import dev.neuralworkbench.ui.runs.pair.PairViewModel;
import dev.neuralworkbench.ui.runs.rate.RateViewModel;
import dev.neuralworkbench.ui.runs.study.StudyViewModel;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The view-models of the screen, and the thread that draws their pictures one after another. */
public record RunsModels(
    RunsViewModel runs,
    GapsViewModel gaps,
    PairViewModel pair,
    LandscapeViewModel landscape,
    RateViewModel rate,
    StudyViewModel study,
    Executor pictures,
    Supplier<Products> products) {}
