package dev.hubtwin.internal.exchange;

import dev.hubtwin.internal.faults.ArmedFault;
import dev.hubtwin.internal.traffic.LoggedRequest;
import java.util.Map;

/** How far a request has come on its way, for those who are told afterwards. */
public final class RequestProgress {

    private final long begun = System.nanoTime();
    private PipelineStage step = PipelineStage.ROUTING;
    private LoggedRequest.Refused refusal;
    private ArmedFault fault;
    private LoggedRequest logged;

    public void reach(PipelineStage reached) {
        this.step = reached;
    }

    /** Remembers that the request is refused, here and with these words. */
    public void refused(String message) {
        this.refusal = new LoggedRequest.Refused(step.word(), message);
    }

    /** Why the request was refused; null if it was not. */
    public LoggedRequest.Refused refusal() {
        return refusal;
    }

    /** Remembers how the request stands in the log, but for its number. */
    public void logged(LoggedRequest entry) {
        this.logged = entry;
    }

    /** How the request stands in the log; null if it does not. */
    public LoggedRequest logged() {
        return logged;
    }

    public void faulted(ArmedFault by) {
        this.fault = by;
    }

    /** The fault that struck the request; null if none did. */
    public ArmedFault fault() {
        return fault;
    }

    /** The headers that the fault adds, if one struck. */
    public Map<String, String> faultHeaders() {
        return fault == null ? Map.of() : fault.fault().effect().headers();
    }

    /** How long it has taken so far, in nanoseconds. */
    public long elapsed() {
        return System.nanoTime() - begun;
    }
}
