package dev.hubtwin.internal.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.seed.SeedException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which a seed can be wrong is said with its line, its path and what was expected. */
class RefusedSeedTest {

    private static final String BASE = """
      users:
        - {login: olivia, id: 1}
        - {login: mike, id: 2}
      """;

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(
                        "colour: red",
                        "line 4, colour: this key is unknown; expected one of signed_in, settings, users, organizations, repositories, oauth_apps, apps, manifest_codes, tokens, counters"),
                wrong(
                        "organizations:\n  - login: acme\n    members:\n      - {login: olivia}\n      - login: bob",
                        "line 8, organizations[0].members[1].login: there is no user \"bob\"; expected the login of a user in \"users\""),
                wrong(
                        "organizations: [{login: acme, colour: red}]",
                        "line 4, organizations[0].colour: this key is unknown; expected one of login, id,"),
                wrong(
                        "organizations: [{name: Acme}]",
                        "line 4, organizations[0]: \"login\" is missing; expected it here"),
                wrong(
                        "organizations: [{login: MIKE}]",
                        "line 4, organizations[0].login: the login \"MIKE\" is taken; expected another: users and organizations share them"),
                wrong(
                        "organizations: [{login: acme, id: 2}]",
                        "line 4, organizations[0].id: the id 2 is taken; expected another"),
                wrong("organizations: {login: acme}", "line 4, organizations: this is an object; expected a list"),
                wrong(
                        "organizations: [{login: acme, id: '7'}]",
                        "line 4, organizations[0].id: this is a text; expected a whole number"),
                wrong(
                        "organizations: [{login: acme, id: 7.0}]",
                        "line 4, organizations[0].id: this is a number; expected a whole number"),
                wrong(
                        "organizations: [{login: acme, id: 0}]",
                        "line 4, organizations[0].id: this is out of range; expected a number from 1 to 9007199254740991"),
                wrong(
                        "organizations: [{login: acme, id: 99999999999999999999}]",
                        "line 4, organizations[0].id: this is out of range"),
                wrong(
                        "organizations: [{login: acme, name: 7}]",
                        "line 4, organizations[0].name: this is a number; expected a text: put it in quotes"),
                wrong(
                        "organizations: [{login: acme, is_verified: yes}]",
                        "line 4, organizations[0].is_verified: this is a text; expected true or false"),
                wrong(
                        "organizations: [{login: 'a b'}]",
                        "line 4, organizations[0].login: this is not a name; expected ^[A-Za-z0-9_.-]+"),
                wrong(
                        "organizations: [{login: acme, default_repository_permission: pull}]",
                        "line 4, organizations[0].default_repository_permission: \"pull\" is not one of them; expected read or write or admin or none"),
                wrong(
                        "organizations: [{login: acme, created_at: yesterday}]",
                        "line 4, organizations[0].created_at: this is not a date-time; expected one, like 2026-01-01T00:00:00Z"),
                wrong(
                        "organizations: [{login: acme, created_at: +12026-01-01T00:00:00Z}]",
                        "line 4, organizations[0].created_at: this is not a date-time"),
                wrong(
                        "organizations: [{login: acme, members_can_create_internal_repositories: true}]",
                        "line 4, organizations[0].members_can_create_internal_repositories: internal repositories need an enterprise; expected false, or \"enterprise\""),
                wrong(
                        "organizations: [{login: acme, members: [{login: mike}, {login: Mike}]}]",
                        "line 4, organizations[0].members[1].login: \"Mike\" is here twice; expected it once"),
                wrong(
                        "organizations: [{login: acme, members: [{login: mike, state: pending, public: true}]}]",
                        "line 4, organizations[0].members[0].public: a pending membership is not public; expected false"),
                wrong(
                        "organizations: [{login: acme, members: [{login: mike, state: pending, converts_at: 2026-01-01T00:00:00Z}]}]",
                        "line 4, organizations[0].members[0].converts_at: a pending membership is not converted; expected none"),
                wrong(
                        "organizations: [{login: acme, members: [{login: mike, invited_into: [{team: a}]}], teams: [{slug: a}]}]",
                        "line 4, organizations[0].members[0].invited_into: a member comes into no team by accepting; expected none, and the login in the \"members\" of the team"),
                wrong(
                        "organizations: [{login: acme, invitations: [{role: admin}]}]",
                        "line 4, organizations[0].invitations[0]: somebody is invited by one name; expected either \"login\" or \"email\""),
                wrong(
                        "organizations: [{login: acme, invitations: [{login: mike}]}]",
                        "line 4, organizations[0].invitations[0]: a user who can accept is a pending member; expected it in \"members\", or \"failed_at\""),
                wrong(
                        "organizations: [{login: acme, invitations: [{login: mike, id: 7, role: billing_manager}]}]",
                        "line 4, organizations[0].invitations[0].id: the invitation of a user has the id of the user; expected none"),
                wrong(
                        "organizations: [{login: acme, invitations: [{email: a@b.c}, {email: A@b.c}]}]",
                        "line 4, organizations[0].invitations[1]: who is invited here is a member or invited already; expected one of these"),
                wrong(
                        "organizations: [{login: acme, invitations: [{email: a@b.c, teams: [{team: x}]}]}]",
                        "line 4, organizations[0].invitations[0].teams[0].team: there is no team \"x\" in acme; expected the slug of one in its \"teams\""),
                wrong(
                        "organizations: [{login: acme, members: [{login: mike}], teams: [{slug: a, maintainers: [mike]}]}]",
                        "line 4, organizations[0].teams[0].maintainers[0]: \"mike\" is not a member of the team; expected one of its \"members\""),
                wrong(
                        "organizations: [{login: acme, teams: [{slug: a, members: [mike]}]}]",
                        "line 4, organizations[0].teams[0].members[0]: \"mike\" is not a member of the organization; expected the login of one in its \"members\""),
                wrong(
                        "organizations: [{login: acme, teams: [{slug: a, parent: b}, {slug: b, parent: a}]}]",
                        "line 4, organizations[0].teams[1].parent: the team would stand below itself; expected another"),
                wrong(
                        "organizations: [{login: acme, teams: [{slug: a}, {slug: A}]}]",
                        "line 4, organizations[0].teams[1].slug: the slug \"A\" is taken in the organization; expected another"),
                wrong(
                        "organizations: [{login: acme, teams: [{slug: a, repositories: [{name: x}]}]}]",
                        "line 4, organizations[0].teams[0].repositories[0].name: there is no repository \"x\" of acme; expected the name of one in \"repositories\""),
                wrong(
                        "organizations: [{login: acme, security_managers: [s]}]",
                        "line 4, organizations[0].security_managers[0]: there is no team \"s\" in acme"),
                wrong(
                        "organizations: [{login: acme, hooks: [{config: {url: here}}]}]",
                        "line 4, organizations[0].hooks[0].config.url: this is not a uri; expected one, like https://example.com/"),
                wrong(
                        "organizations: [{login: acme, hooks: [{config: {url: 'http://x/', insecure_ssl: 1}}]}]",
                        "line 4, organizations[0].hooks[0].config.insecure_ssl: this is a number; expected a text"),
                wrong(
                        "organizations: [{login: acme, hooks: [{config: {url: 'http://x/'}, oauth_app: x}]}]",
                        "line 4, organizations[0].hooks[0].oauth_app: there is no OAuth app \"x\""),
                wrong(
                        "organizations: [{login: acme, campaigns: [{name: a, number: 2}, {name: b, number: 2}]}]",
                        "line 4, organizations[0].campaigns[1].number: the number 2 is taken; expected another"),
                wrong(
                        "organizations: [{login: acme, campaigns: [{name: a, closed_at: 2026-01-01T00:00:00Z}]}]",
                        "line 4, organizations[0].campaigns[0].closed_at: the campaign is not closed; expected none"),
                wrong(
                        "organizations: [{login: acme, campaigns: [{name: a, state: draft, published_at: 2026-01-01T00:00:00Z}]}]",
                        "line 4, organizations[0].campaigns[0].published_at: a draft is not published"),
                wrong(
                        "organizations: [{login: acme, campaigns: [{name: a, code_scanning_alerts: [{repository: w, alert_numbers: [1]}]}]}]\nrepositories: [{owner: acme, name: w}]",
                        "line 4, organizations[0].campaigns[0].code_scanning_alerts[0].alert_numbers[0]: there is no alert 1 in w; expected one of its \"code_scanning_alerts\""),
                wrong(
                        "repositories: [{owner: acme, name: w}]",
                        "line 4, repositories[0].owner: there is no account \"acme\"; expected the login of a user or an organization"),
                wrong(
                        "repositories: [{owner: mike, name: w}, {owner: Mike, name: W}]",
                        "line 4, repositories[1].name: \"mike/W\" is taken; expected another name"),
                wrong(
                        "repositories: [{owner: mike, name: w, private: true, visibility: public}]",
                        "line 4, repositories[0].private: this contradicts \"visibility\"; expected one of the two"),
                wrong(
                        "repositories: [{owner: mike, name: w, visibility: internal}]",
                        "line 4, repositories[0].visibility: internal repositories need an enterprise; expected public or private"),
                wrong(
                        "repositories: [{owner: mike, name: w, former_names: [v]}, {owner: mike, name: u, former_full_names: [mike/V]}]",
                        "line 4, repositories[1]: the former name \"mike/V\" leads to another repository already; expected it once"),
                wrong(
                        "repositories: [{owner: mike, name: w, code_scanning_alerts: [{number: 1}, {number: 1}]}]",
                        "line 4, repositories[0].code_scanning_alerts[1].number: the number 1 is taken"),
                wrong(
                        "repositories: [{owner: mike, name: w, fork: true, parent: mike/t}]",
                        "line 4, repositories[0].parent: there is no repository \"mike/t\""),
                wrong(
                        "repositories: [{owner: mike, name: w}, {owner: mike, name: x, parent: mike/w}]",
                        "line 4, repositories[1].parent: a fork alone has a parent; expected \"fork\" to be true"),
                wrong(
                        "repositories: [{owner: mike, name: w, fork: true, parent: mike/w}]",
                        "line 4, repositories[0].parent: the parents of this repository lead in a circle; expected a beginning"),
                wrong(
                        "repositories:\n  - {owner: mike, name: w, fork: true, parent: mike/y}\n"
                                + "  - {owner: mike, name: x, fork: true, parent: mike/w}\n"
                                + "  - {owner: mike, name: y, fork: true, parent: mike/x}",
                        "line 5, repositories[0].parent: the parents of this repository lead in a circle; expected a beginning"),
                wrong(
                        "repositories: [{owner: mike, name: w, security_and_analysis: {secret_scanning: maybe}}]",
                        "line 4, repositories[0].security_and_analysis.secret_scanning: "),
                wrong(
                        "repositories: [{owner: mike, name: w, template_repository: mike/t}]",
                        "line 4, repositories[0].template_repository: there is no repository \"mike/t\""),
                wrong(
                        "oauth_apps: [{client_id: a}, {client_id: a}]",
                        "line 4, oauth_apps[1].client_id: the client id \"a\" is taken; expected another"),
                wrong(
                        "apps: [{slug: a, owner: mike}, {slug: A, owner: mike}]",
                        "line 4, apps[1].slug: the slug \"A\" is taken; expected another"),
                wrong(
                        "apps: [{slug: a, owner: mike}, {slug: b, name: A, owner: mike}]",
                        "line 4, apps[1].name: the name \"A\" is taken; expected another"),
                wrong(
                        "apps: [{slug: a, owner: mike, private_key: s3cret}]",
                        "line 4, apps[0].private_key: this is not a key; expected an RSA key in PEM, PKCS#1 or PKCS#8, private or public"),
                wrong(
                        "apps: [{slug: a, owner: mike, private_key_file: key.pem}]",
                        "line 4, apps[0].private_key_file: a file can only be named in a seed file; expected \"private_key\""),
                wrong(
                        "apps: [{slug: a, owner: mike, permissions: {issues: full}}]",
                        "line 4, apps[0].permissions.issues: \"full\" is not one of them; expected read or write or admin"),
                wrong(
                        "apps: [{slug: a, owner: mike, installations: [{account: mike}, {account: mike}]}]",
                        "line 4, apps[0].installations[1].account: the app is installed on \"mike\" already; expected another account"),
                wrong(
                        "apps: [{slug: a, owner: mike, installations: [{account: mike, repository_selection: all, repositories: []}]}]",
                        "line 4, apps[0].installations[0].repositories: all repositories are selected; expected none here"),
                wrong(
                        "apps: [{slug: a, owner: mike, installations: [{account: mike, suspended_by: mike}]}]",
                        "line 4, apps[0].installations[0].suspended_by: \"suspended_at\" is missing; expected it too"),
                wrong(
                        "manifest_codes: [{code: a, owner: mike}, {code: a, owner: mike}]",
                        "line 4, manifest_codes[1].code: this code is here twice; expected it once"),
                wrong(
                        "tokens: [{token: s3cret, user: mike}, {token: s3cret, user: mike}]",
                        "line 4, tokens[1].token: this token is here twice; expected it once"),
                wrong(
                        "tokens: [{token: s3cret}]",
                        "line 4, tokens[0]: \"user\" is missing; expected it in a token of the kind classic"),
                wrong(
                        "tokens: [{token: s3cret, user: mike, app: a}]",
                        "line 4, tokens[0].app: a token of the kind classic has none; expected scopes, user"),
                wrong(
                        "tokens: [{token: 123456, user: mike}]",
                        "line 4, tokens[0].token: this is a number; expected a text: put it in quotes"),
                wrong(
                        "tokens: [{token: s3cret, kind: installation, installation: 7}]",
                        "line 4, tokens[0].installation: there is no installation 7; expected the id of one"),
                wrong(
                        "tokens: [{token: s3cret, kind: fine_grained, user: mike, repositories: some}]",
                        "line 4, tokens[0].repositories: \"some\" is not one of them; expected all"),
                wrong(
                        "tokens: [{token: s3cret, kind: fine_grained, user: mike, repositories: 7}]",
                        "line 4, tokens[0].repositories: this is a number; expected all or a list"),
                wrong(
                        "settings: {rate_limit: 0}",
                        "line 4, settings.rate_limit: this is out of range; expected a number from 1 to 1000000000"),
                wrong(
                        "settings: {rate_limit: never}",
                        "line 4, settings.rate_limit: \"never\" is not one of them; expected off"),
                wrong(
                        "settings: {clock: soon}",
                        "line 4, settings.clock: this is not a time, and not a duration that a clock may differ by; expected 2026-01-01T00:00:00Z, or PT1H"),
                wrong(
                        "settings: {clock: PT999999999H}",
                        "line 4, settings.clock: this is not a time, and not a duration"),
                wrong("settings: {clock: '+999999999-01-01T00:00:00Z'}", "line 4, settings.clock: this is not a time"),
                wrong("settings: {clock: PT99999999999999999999H}", "line 4, settings.clock: this is not a time"),
                wrong(
                        "settings: {async_conversion: PT99999999999999999999H}",
                        "line 4, settings.async_conversion: this is not a duration; expected one, like PT30S"),
                wrong(
                        "settings: {async_conversion: -PT1S}",
                        "line 4, settings.async_conversion: this is negative or longer than 36500 days; expected a duration like PT30S"),
                wrong("signed_in: bob", "line 4, signed_in: there is no user \"bob\""),
                wrong(
                        "counters: {campaigns: {acme: 3}}",
                        "line 4, counters.campaigns.acme: there is no account \"acme\""),
                wrong("signed_in: mike\nsigned_in: mike", "line 5, signed_in: this is here twice; expected it once"),
                wrong(
                        "organizations: [{login: acme, plan: {name: team,\n  name: free}}]",
                        "line 5, organizations[0].plan.name: this is here twice; expected it once"),
                wrong(
                        "organizations: [&a {login: acme}, *a]",
                        "line 4: this is an alias; expected what it stands for: aliases are not resolved"),
                wrong(
                        "organizations: [{login: acme, <<: {name: x}}]",
                        "line 4, organizations[0].<<: this key is unknown"),
                wrong("signed_in: 's3cret", "line 4: this is not YAML"),
                wrong("---\nsigned_in: mike", "line 5: something follows; expected one document"));
    }

    private static Arguments wrong(String rest, String message) {
        return Arguments.of(rest, message);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isRefusedWithLinePathAndWhatWasExpected(String rest, String message) {
        SeedException e =
                assertThrows(SeedException.class, () -> SeedCodec.read(BASE + rest + "\n", null, SeedSamples.NOW));
        assertTrue(e.getMessage().startsWith(message), e.getMessage());
        assertFalse(e.getMessage().contains("s3cret"), "a secret is quoted");
    }

    @Test
    void linesAreFoundInJsonAsInYaml() {
        String json = """
        {
          "users": [{"login": "olivia"}],
          "organizations": [
            {
              "login": "acme",
              "members": [
                {"login": "olivia"},
                {"login": "bob"}
              ]
            }
          ]
        }
        """;
        SeedException e =
                assertThrows(SeedException.class, () -> SeedCodec.read(json, "application/json", SeedSamples.NOW));
        assertEquals(8, e.line());
        assertEquals("organizations[0].members[1].login", e.path());
        assertEquals("there is no user \"bob\"; expected the login of a user in \"users\"", e.problem());
        assertFalse(e.isMalformed());
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void isNoDocumentAtAll(String text, String message) {
        SeedException e = assertThrows(SeedException.class, () -> SeedCodec.read(text, null, SeedSamples.NOW));
        assertTrue(e.isMalformed());
        assertEquals(message, e.getMessage());
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("", "line 1: expected an object with users, organizations and so on"),
                Arguments.of("# nothing", "line 1: expected an object with users, organizations and so on"),
                Arguments.of("hello", "line 1: expected an object with users, organizations and so on"),
                Arguments.of("[]", "line 1: expected an object with users, organizations and so on"),
                Arguments.of("{\"users\": [\n}", "line 2: this is not JSON"),
                Arguments.of("{\"signed_in\": s3cret}", "line 1: this is not JSON"),
                Arguments.of("{} {}", "line 1: something follows; expected one document"),
                Arguments.of("{\"users\":" + "[".repeat(200), "line 1: this is nested too deeply, or too long"),
                Arguments.of("users: " + "[".repeat(200), "line 1: this is nested too deeply, or too long"));
    }
}
