package dev.hubtwin.internal.metrics;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadMXBean;
import java.util.List;

/** The heap, the threads and the age of this process. */
final class ProcessMetrics implements MetricSource {

    @Override
    public List<Measurement> measurements() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        return List.of(
                Measurement.gauge(
                        "hubtwin.heap.used.bytes",
                        "How much of the heap is in use.",
                        () -> memory.getHeapMemoryUsage().getUsed()),
                Measurement.gauge(
                        "hubtwin.heap.committed.bytes",
                        "How much memory the heap has.",
                        () -> memory.getHeapMemoryUsage().getCommitted()),
                Measurement.gauge(
                        "hubtwin.heap.limit.bytes",
                        "How large the heap may become.",
                        () -> Runtime.getRuntime().maxMemory()),
                Measurement.gauge("hubtwin.threads", "Threads of the process.", threads::getThreadCount),
                Measurement.gauge(
                        "hubtwin.process.uptime.seconds",
                        "How long the process has been running.",
                        () -> runtime.getUptime() / 1e3));
    }
}
