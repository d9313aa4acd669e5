package dev.hubtwin.internal.contract.scenario;

import dev.hubtwin.internal.contract.config.Target;
import dev.hubtwin.internal.contract.config.TargetProvider;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.http.ContractViolation;
import dev.hubtwin.internal.contract.http.HttpAnswer;
import dev.hubtwin.internal.contract.http.RequestLine;
import java.util.Arrays;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.opentest4j.TestAbortedException;

/**
 * What a server is held to that is no twin: what GitHub's documents promise. Of the rest it is told, unless it is
 * strict.
 */
@ParameterizedClass(name = "{0}")
@ArgumentsSource(TargetProvider.class)
public abstract class ScenarioBase {

    /** The server, and where on it. */
    @Parameter
    public Target target;

    /** Skips the scenario unless something is given, and says why. */
    public static void given(boolean what, String otherwise) {
        if (!what) {
            throw new TestAbortedException(otherwise);
        }
    }

    /** Fails with a sentence about an answer unless something holds. */
    public static void hold(boolean what, HttpAnswer answer, String expected) {
        if (!what) {
            throw new AssertionError(answer.told(expected));
        }
    }

    /**
     * The answer, if it has the first of some statuses, or one of the others. What GitHub's documents do not promise is
     * held against a strict target only; there the first status is the one, and of the others it is told.
     */
    public HttpAnswer expect(HttpAnswer answer, int status, int... others) {
        boolean other = !target.strict() && Arrays.stream(others).anyMatch(one -> one == answer.status());
        if (answer.status() == status || other) {
            return answer;
        }
        AssertionError failure = new AssertionError(answer.told("the status " + status));
        throw isDocumented(answer.asked(), status) || answer.status() >= 500 ? failure : forgiven(failure);
    }

    private boolean isDocumented(RequestLine asked, int status) {
        String path =
                asked.uri().getRawPath().substring(target.root().getRawPath().length());
        return Description.PUBLISHED
                .operation(asked.method(), path)
                .map(operation -> Description.PUBLISHED.isDocumented(operation, status))
                .orElse(false);
    }

    /**
     * A check of what GitHub does and its documents do not promise: held against a strict target only; of others it is
     * told.
     */
    public void byConvention(Runnable check) {
        try {
            check.run();
        } catch (ContractViolation e) {
            throw e;
        } catch (AssertionError e) {
            throw forgiven(e);
        }
    }

    private Error forgiven(AssertionError failure) {
        if (target.strict()) {
            return failure;
        }
        throw new TestAbortedException(
                "unlike GitHub, but its documents promise nothing here (--strict makes it a failure): "
                        + failure.getMessage(),
                failure);
    }
}
