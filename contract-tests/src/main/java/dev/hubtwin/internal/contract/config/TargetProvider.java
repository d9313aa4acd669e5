package dev.hubtwin.internal.contract.config;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Finds the targets of a test run; the run's parameter {@link #SOURCE} says where they come from. */
public final class TargetProvider {

    /** The parameter of the test run that names the class of the {@link Source}, or is what {@link #offer} gave. */
    public static final String SOURCE = "hubtwin.contract.source";

    private static final Map<String, Source> OFFERED = new ConcurrentHashMap<>();

    /** A source of targets. A test run makes one, and closes it at the end if it is {@link AutoCloseable}. */
    public interface Source {

        /** Returns the targets of one class of scenarios, each a root of a server. */
        List<Target> targets();

        /**
         * Whether all classes have the same target. Then the scenarios of a class may run side by side, too; else
         * classes do, which have nothing in common.
         */
        default boolean isShared() {
            return false;
        }
    }

    private TargetProvider() {}

    /**
     * Offers an existing source to test runs.
     *
     * @return the value for {@link #SOURCE}
     */
    public static String offer(Source source) {
        String name = UUID.randomUUID().toString();
        OFFERED.put(name, source);
        return name;
    }

    /** Withdraws an offer. */
    public static void withdraw(String name) {
        OFFERED.remove(name);
    }

    /** Returns the source of a test run. */
    public static Source source(ExtensionContext context) {
        String name = context.getConfigurationParameter(SOURCE)
                .orElseThrow(() -> new IllegalStateException("no targets: " + SOURCE + " is not set"));
        Source offered = OFFERED.get(name);
        return offered != null
                ? offered
                : context.getRoot()
                        .getStore(Namespace.create(TargetProvider.class))
                        .computeIfAbsent(SOURCE, key -> make(name), Source.class);
    }

    private static Source make(String name) {
        try {
            return Class.forName(name)
                    .asSubclass(Source.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " gives no targets", e);
        }
    }
}
