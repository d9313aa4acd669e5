package dev.hubtwin.contract;

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
public final class Names {

  /** Nothing: what needs no fixture runs all the same. */
  public static final Names NONE = new Names(new EnumMap<>(Name.class));

  /** What the world of {@code fixture.yaml} has. */
  public static final Names FIXTURE = fixture();

  private final Map<Name, String> values;

  private Names(Map<Name, String> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /**
   * Reads a config file in YAML or JSON; {@code ${NAME}} in a value is an environment variable.
   *
   * @throws IllegalArgumentException with one sentence that names file and key, and no secret
   */
  public static Names read(Path file) {
    return read(file, System::getenv);
  }

  /** Likewise, with another environment: the value of a variable, or null. */
  static Names read(Path file, UnaryOperator<String> environment) {
    return new Names(new NamesFile(file, environment).read());
  }

  /**
   * These with another value.
   *
   * @param value as it would stand in a config file; of a private key its text or the path of its file
   * @throws IllegalArgumentException with one sentence, if it cannot be the value of that name
   */
  public Names with(Name name, String value) {
    Map<Name, String> more = values.isEmpty() ? new EnumMap<>(Name.class) : new EnumMap<>(values);
    more.put(name, NamesFile.value(name, value, Path.of("")));
    return new Names(more);
  }

  /** The value of a name. */
  public Optional<String> find(Name name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Whether there is a value, and leave if it is one of leave; things may be changed unless it is said otherwise. */
  public boolean has(Name name) {
    return name.kind() == Name.Kind.LEAVE
        ? values.getOrDefault(name, Boolean.toString(name == Name.MAY_WRITE)).equals("true") : values.containsKey(name);
  }

  /** Why what needs all of these cannot be done here; empty if it can. */
  public Optional<String> lack(List<Name> needed) {
    List<Name> lacking = needed.stream().filter(name -> !has(name)).toList();
    return lacking.isEmpty() ? Optional.empty() : Optional.of("needs " + list(lacking.stream().map(Name::meaning).toList())
        + ": set " + list(lacking.stream().map(Names::setting).toList()) + " in the config file");
  }

  private static String list(List<String> words) {
    int last = words.size() - 1;
    return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  private static String setting(Name name) {
    return name.kind() == Name.Kind.LEAVE ? name.key() + ": true" : name.key();
  }

  /** What no report may show. */
  public Set<String> secrets() {
    return values.entrySet().stream().filter(entry -> entry.getKey().isSecret()).map(Map.Entry::getValue)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The keys that have a value, without the values. */
  @Override
  public String toString() {
    return values.keySet().stream().map(Name::key).toList().toString();
  }

  private static Names fixture() {
    Map<Name, String> values = new EnumMap<>(Map.ofEntries(
        Map.entry(Name.ORGANIZATION, "harbor"),
        Map.entry(Name.OWNER, "anna"),
        Map.entry(Name.MEMBER, "cleo"),
        Map.entry(Name.OUTSIDER, "hank"),
        Map.entry(Name.INVITEE, "dana"),
        Map.entry(Name.PENDING, "edda"),
        Map.entry(Name.COLLABORATOR, "finn"),
        Map.entry(Name.OWNER_TOKEN, "ghp_anna_everything"),
        Map.entry(Name.MEMBER_TOKEN, Who.CLEO.token()),
        Map.entry(Name.OUTSIDER_TOKEN, Who.HANK.token()),
        Map.entry(Name.PENDING_TOKEN, Who.EDDA.token()),
        Map.entry(Name.SCOPELESS_TOKEN, Who.ANNA_WITHOUT_SCOPES.token()),
        Map.entry(Name.APP_ID, "4300"),
        Map.entry(Name.APP_KEY, Jwt.pem("first")),
        Map.entry(Name.APP_CLIENT_ID, "Iv1.pilotpilotpilot1"),
        Map.entry(Name.APP_CLIENT_SECRET, "pilot-secret"),
        Map.entry(Name.APP_USER_TOKEN, Who.ANNA_THROUGH_PILOT.token()),
        Map.entry(Name.INSTALLATION, "601"),
        Map.entry(Name.ALERTS_REPOSITORY, "601"),
        Map.entry(Name.ALERT_NUMBERS, "1")));
    Arrays.stream(Name.values()).filter(name -> name.kind() == Name.Kind.LEAVE).forEach(name -> values.put(name, "true"));
    return new Names(values);
  }
}
