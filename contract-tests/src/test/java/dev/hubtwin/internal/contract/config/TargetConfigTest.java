package dev.hubtwin.internal.contract.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.hubtwin.internal.contract.http.ForgeableJwt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a config file may say, and how it is told what is wrong with it. */
class TargetConfigTest {

    private static final Path EXAMPLE = Path.of("../docs/contract-tests.yaml");

    @TempDir
    private Path folder;

    @Test
    void theExampleNamesEveryKeyThereIs() throws IOException {
        Path copy = write(Files.readString(EXAMPLE));
        Files.writeString(folder.resolve("app.pem"), ForgeableJwt.pem("first"));
        TargetConfig names = TargetConfig.read(copy, variable -> "valueOf:" + variable);
        Arrays.stream(ConfigKey.values())
                .forEach(name -> assertTrue(names.find(name).isPresent(), name.key()));
        assertEquals("valueOf:OWNER_TOKEN", names.find(ConfigKey.OWNER_TOKEN).orElseThrow());
        assertEquals("1,2", names.find(ConfigKey.ALERT_NUMBERS).orElseThrow());
        assertEquals(
                ForgeableJwt.pem("first").strip(), names.find(ConfigKey.APP_KEY).orElseThrow());
        assertTrue(names.has(ConfigKey.MAY_WRITE));
        assertFalse(names.has(ConfigKey.MAY_SUSPEND));
    }

    @Test
    void aFileMayBeJsonOrEmpty() throws IOException {
        assertEquals(
                "acme",
                read("{\"organization\": \"acme\", \"users\": null}")
                        .find(ConfigKey.ORGANIZATION)
                        .orElseThrow());
        assertEquals(TargetConfig.NONE.toString(), read("").toString());
        assertEquals(TargetConfig.NONE.toString(), read("# nothing\n").toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "organisation: acme | organisation is not a key; the keys are organization, users, hook_url, tokens, app, alerts, may",
                "tokens: {boss: s3cret} | tokens.boss is not a key; the keys are tokens.owner, tokens.member, tokens.outsider, "
                        + "tokens.pending, tokens.without_scopes",
                "tokens: s3cret | tokens must hold keys with values",
                "[s3cret] | it must hold keys with values",
                "tokens: {owner: [s3cret]} | tokens.owner must be a text of visible ASCII characters without spaces",
                "tokens: {owner: ''} | tokens.owner must be a text of visible ASCII characters without spaces",
                "tokens: {owner: 's3cret s3cret'} | tokens.owner must be a text of visible ASCII characters without spaces",
                "organization: s3cret/../x | organization must be a name of letters, digits, dots, dashes and underscores",
                "hook_url: 'https://s3cret\"' | hook_url must be an address with http or https",
                "tokens: {owner: 's${UNSET}'} | tokens.owner takes the environment variable UNSET, which is not set",
                "app: {id: s3cret} | app.id must be a number above zero",
                "app: {id: 1.5} | app.id must be a number above zero",
                "alerts: {numbers: [1, s3cret]} | alerts.numbers must be a list of numbers above zero",
                "alerts: {numbers: []} | alerts.numbers must be a list of numbers above zero",
                "may: {write: s3cret} | may.write must be true or false",
                "tokens: {owner: s3cret, owner: s3cret2} | a key is there twice, line 1, column 30",
                "'tokens: {owner: s3cret' | neither YAML nor JSON, line 1, column 23",
                "app: {private_key: '-----BEGIN PRIVATE KEY----- s3cret'} | app.private_key does not hold an RSA private key in PEM"
            })
    void saysInOneSentenceWhatIsWrongAndNoSecret(String text, String sentence) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage();
        assertEquals(folder.resolve("names.yaml") + ": " + sentence, message);
        assertFalse(message.contains("s3cret"), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000\u0001",
                "\t- : {",
                "&a [*a, *a]",
                "? [",
                "%YAML 9",
                "--- !!java.net.URL s3cret",
                "a: &x {b: *x}"
            })
    void whatIsNoConfigFileAtAllIsOneSentenceToo(String text) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> read(text)).getMessage();
        assertTrue(
                message.startsWith(folder.resolve("names.yaml") + ": ")
                        && message.lines().count() == 1
                        && !message.contains("s3cret"),
                message);
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        Path nowhere = folder.resolve("nowhere.yaml");
        assertEquals(
                nowhere + ": there is no such file",
                assertThrows(IllegalArgumentException.class, () -> TargetConfig.read(nowhere))
                        .getMessage());
        assertEquals(
                folder.resolve("names.yaml") + ": app.private_key names the file " + folder.resolve("app.pem")
                        + ", which cannot be read",
                assertThrows(IllegalArgumentException.class, () -> read("app: {private_key: app.pem}"))
                        .getMessage());
    }

    @Test
    void theCommandLineOverridesAndIsJudgedLikewise() throws IOException {
        TargetConfig names =
                read("tokens: {owner: one}").with(ConfigKey.OWNER_TOKEN, "two").with(ConfigKey.APP_ID, "7");
        assertEquals(Optional.of("two"), names.find(ConfigKey.OWNER_TOKEN));
        assertEquals(
                "app.id must be a number above zero",
                assertThrows(IllegalArgumentException.class, () -> names.with(ConfigKey.APP_ID, "seven"))
                        .getMessage());
        assertFalse(names.toString().contains("two"), "what may be printed");
        assertTrue(names.secrets().contains("two"));
    }

    @Test
    void aKeyIsTakenInBothFormsThatGitHubAndOpenSslWrite() {
        RSAPrivateCrtKey modern = (RSAPrivateCrtKey) ForgeableJwt.key(ForgeableJwt.pem("first"));
        byte[] pkcs8 = modern.getEncoded();
        String old = "-----BEGIN RSA PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(Arrays.copyOfRange(pkcs8, 26, pkcs8.length))
                + "\n-----END RSA PRIVATE KEY-----";
        assertEquals(modern, ForgeableJwt.key(old));
    }

    @Test
    void whatIsLackingIsSaidWithItsKey() throws IOException {
        assertEquals(
                Optional.of("needs an organization for tests and permission to suspend the installation: "
                        + "set organization and may.suspend_installation: true in the config file"),
                read("may: {suspend_installation: false}")
                        .reasonToSkip(List.of(ConfigKey.ORGANIZATION, ConfigKey.MAY_SUSPEND)));
        assertEquals(
                Optional.empty(),
                TargetConfig.FIXTURE.reasonToSkip(Arrays.stream(ConfigKey.values())
                        .filter(name -> name != ConfigKey.HOOK_URL)
                        .toList()));
    }

    private TargetConfig read(String text) throws IOException {
        return TargetConfig.read(write(text), variable -> null);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("names.yaml"), text);
    }
}
