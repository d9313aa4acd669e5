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

/** What a target has for portable scenarios: names, credentials, and permissions to change things. */
public final class TargetConfig {

    /** An empty config, for scenarios that need nothing. */
    public static final TargetConfig NONE = new TargetConfig(new EnumMap<>(ConfigKey.class));

    /** The config of the world of {@code fixture.yaml}. */
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

    /** Reads a config file with an environment, which gives the value of a variable or null. */
    static TargetConfig read(Path file, UnaryOperator<String> environment) {
        return new TargetConfig(new TargetConfigFile(file, environment).read());
    }

    /**
     * Returns this config with another value.
     *
     * @param value as it would stand in a config file; of a private key its text or the path of its file
     * @throws IllegalArgumentException with one sentence, if the value does not fit the key
     */
    public TargetConfig with(ConfigKey name, String value) {
        Map<ConfigKey, String> more = values.isEmpty() ? new EnumMap<>(ConfigKey.class) : new EnumMap<>(values);
        more.put(name, TargetConfigFile.value(name, value, Path.of("")));
        return new TargetConfig(more);
    }

    /** Returns this config with the values of another, which go before. */
    public TargetConfig with(TargetConfig other) {
        Map<ConfigKey, String> all = new EnumMap<>(ConfigKey.class);
        all.putAll(values);
        all.putAll(other.values);
        return new TargetConfig(all);
    }

    /** Returns the value of a key. */
    public Optional<String> find(ConfigKey name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Whether there is a value, which is true if it is a permission. {@code may.write} is true by default. */
    public boolean has(ConfigKey name) {
        return name.isPermission()
                ? values.getOrDefault(name, Boolean.toString(name == ConfigKey.MAY_WRITE))
                        .equals("true")
                : values.containsKey(name);
    }

    /** Returns why a scenario that needs these values is skipped; empty if all are there. */
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
        return name.isPermission() ? name.key() + ": true" : name.key();
    }

    /** Returns the values that no report may show. */
    public Set<String> secrets() {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().isSecret())
                .map(Map.Entry::getValue)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the keys that have a value. */
    public List<String> keys() {
        return values.keySet().stream().map(ConfigKey::key).toList();
    }

    /** Returns the keys that have a value, without the values. */
    @Override
    public String toString() {
        return keys().toString();
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
        Arrays.stream(ConfigKey.values()).filter(ConfigKey::isPermission).forEach(name -> values.put(name, "true"));
        return new TargetConfig(values);
    }
}
