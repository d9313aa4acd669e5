package dev.hubtwin.internal.contract.config;

import dev.hubtwin.internal.contract.http.ForgeableJwt;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a target has for scenarios that run anywhere: names, credentials, and leave to do things. */
public final class TargetConfig {

    /** Nothing: what needs no fixture runs all the same. */
    public static final TargetConfig NONE = new TargetConfig(new EnumMap<>(ConfigKey.class));

    /** What the world of {@code fixture.yaml} has. */
    public static final TargetConfig FIXTURE = fixture();

    private final Map<ConfigKey, String> values;

    private TargetConfig(Map<ConfigKey, String> values) {
        this.values = Collections.unmodifiableMap(values);
    }

    /**
     * Reads a config file in YAML or JSON; {@code ${NAME}} in a value is an environment variable.
     *
     * @throws IllegalArgumentException with one sentence that names file and key, and no secret
     */
    public static TargetConfig read(Path file) {
        return read(file, System::getenv);
    }

    /** Likewise, with another environment: the value of a variable, or null. */
    static TargetConfig read(Path file, UnaryOperator<String> environment) {
        return new TargetConfig(new TargetConfigFile(file, environment).read());
    }

    /**
     * These with another value.
     *
     * @param value as it would stand in a config file; of a private key its text or the path of its file
     * @throws IllegalArgumentException with one sentence, if it cannot be the value of that name
     */
    public TargetConfig with(ConfigKey name, String value) {
        Map<ConfigKey, String> more = values.isEmpty() ? new EnumMap<>(ConfigKey.class) : new EnumMap<>(values);
        more.put(name, TargetConfigFile.value(name, value, Path.of("")));
        return new TargetConfig(more);
    }

    /** The value of a name. */
    public Optional<String> find(ConfigKey name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Whether there is a value, and leave if it is one of leave; things may be changed unless it is said otherwise. */
    public boolean has(ConfigKey name) {
        return name.kind() == ConfigKey.Kind.LEAVE
                ? values.getOrDefault(name, Boolean.toString(name == ConfigKey.MAY_WRITE))
                        .equals("true")
                : values.containsKey(name);
    }

    /** Why what needs all of these cannot be done here; empty if it can. */
    public Optional<String> reasonToSkip(List<ConfigKey> needed) {
        List<ConfigKey> lacking = needed.stream().filter(name -> !has(name)).toList();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of("needs "
                        + list(lacking.stream().map(ConfigKey::meaning).toList()) + ": set "
                        + list(lacking.stream().map(TargetConfig::setting).toList()) + " in the config file");
    }

    private static String list(List<String> words) {
        int last = words.size() - 1;
        return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    private static String setting(ConfigKey name) {
        return name.kind() == ConfigKey.Kind.LEAVE ? name.key() + ": true" : name.key();
    }

    /** What no report may show. */
    public Set<String> secrets() {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().isSecret())
                .map(Map.Entry::getValue)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The keys that have a value, without the values. */
    @Override
    public String toString() {
        return values.keySet().stream().map(ConfigKey::key).toList().toString();
    }

    private static TargetConfig fixture() {
        Map<ConfigKey, String> values = new EnumMap<>(Map.ofEntries(
                Map.entry(ConfigKey.ORGANIZATION, "harbor"),
                Map.entry(ConfigKey.OWNER, "anna"),
                Map.entry(ConfigKey.MEMBER, "cleo"),
                Map.entry(ConfigKey.OUTSIDER, "hank"),
                Map.entry(ConfigKey.INVITEE, "dana"),
                Map.entry(ConfigKey.PENDING, "edda"),
                Map.entry(ConfigKey.COLLABORATOR, "finn"),
                Map.entry(ConfigKey.OWNER_TOKEN, "ghp_anna_everything"),
                Map.entry(ConfigKey.MEMBER_TOKEN, FixtureIdentity.CLEO.token()),
                Map.entry(ConfigKey.OUTSIDER_TOKEN, FixtureIdentity.HANK.token()),
                Map.entry(ConfigKey.PENDING_TOKEN, FixtureIdentity.EDDA.token()),
                Map.entry(ConfigKey.SCOPELESS_TOKEN, FixtureIdentity.ANNA_WITHOUT_SCOPES.token()),
                Map.entry(ConfigKey.APP_ID, "4300"),
                Map.entry(ConfigKey.APP_KEY, ForgeableJwt.pem("first")),
                Map.entry(ConfigKey.APP_CLIENT_ID, "Iv1.pilotpilotpilot1"),
                Map.entry(ConfigKey.APP_CLIENT_SECRET, "pilot-secret"),
                Map.entry(ConfigKey.APP_USER_TOKEN, FixtureIdentity.ANNA_THROUGH_PILOT.token()),
                Map.entry(ConfigKey.INSTALLATION, "601"),
                Map.entry(ConfigKey.ALERTS_REPOSITORY, "601"),
                Map.entry(ConfigKey.ALERT_NUMBERS, "1")));
        Arrays.stream(ConfigKey.values())
                .filter(name -> name.kind() == ConfigKey.Kind.LEAVE)
                .forEach(name -> values.put(name, "true"));
        return new TargetConfig(values);
    }
}
