package dev.hubtwin.internal.metrics;

import java.util.List;

/** A part of the server that can be measured. */
@FunctionalInterface
public interface MetricSource {

    /** What is measured of it. This is asked once, when somebody wants metrics for the first time. */
    List<Measurement> measurements();
}
