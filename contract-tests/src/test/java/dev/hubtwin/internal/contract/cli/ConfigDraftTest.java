package dev.hubtwin.internal.contract.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.hubtwin.internal.contract.http.ForgeableJwt;
import dev.hubtwin.internal.contract.support.DemoTwinTestBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The config file that a server is asked for. */
@DisplayName("A config that --init writes")
class ConfigDraftTest extends DemoTwinTestBase {

    private static final String SECRET = "ghp_ownerowner";

    @TempDir
    private Path folder;

    private CapturedCommand init(String... more) {
        return initAt(folder.resolve("names.yaml"), more);
    }

    private static CapturedCommand initAt(Path file, String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "--base-url";
        args[1] = twin.url();
        args[2] = "--init";
        args[3] = file.toString();
        System.arraycopy(more, 0, args, 4, more.length);
        return CapturedCommand.run(args);
    }

    @Test
    @DisplayName("says what was found, has variables for secrets and the rest commented out, and matches")
    void matches() throws IOException {
        CapturedCommand init = init("--token", SECRET, "--organization", "acme");
        assertEquals(0, init.status(), init.toString());
        Path file = folder.resolve("names.yaml");
        String text = Files.readString(file);
        assertFalse((text + init.said()).contains(SECRET), text);
        assertTrue(text.contains("""
                        # tokens.owner is a token of olivia, with the scopes: admin:org, admin:org_hook, repo, security_events, user.

                        organization: acme                # its login
                        """), text);
        assertTrue(text.contains("\n  owner: olivia                   # owns the organization\n"), text);
        assertTrue(text.contains("\n  pending: ivan                   # has an open invitation\n"), text);
        assertTrue(text.contains("\n  # invitee: ivan                 # outside it;"), text);
        assertTrue(text.contains("\n  owner: ${OWNER_TOKEN}           # classic, with"), text);
        assertTrue(text.contains("\n  # member: ${MEMBER_TOKEN}"), text);
        assertTrue(text.contains("\n  installation: 555               # the id"), text);
        assertTrue(text.contains("\n  write: true "), text);
        assertTrue(init.said().endsWith("It takes from the environment: OWNER_TOKEN\n"), init.said());
        Files.writeString(file, text.replace("${OWNER_TOKEN}", SECRET));
        CapturedCommand run = CapturedCommand.run(
                "--base-url", twin.url(), "--config", file.toString(), "--rule", "R37", "--read-only");
        assertEquals(0, run.status(), run.toString());
        assertFalse(run.said().contains("Not checked: users"), run.said());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--token ghp_ownerowner | `olivia` owns acme, globex; choose one: --organization",
                "--token ghp_ownerowner --organization initech | `olivia` owns acme, globex, and not initech",
                "--token ghp_strangerstranger | `carol` owns no organization; --token takes a token of an owner",
                "--token ghp_nobody | no config can be made: GET /user was answered 401",
                "--organization acme | a config is made with the token of an owner: --token"
            })
    @DisplayName("is not written if the server or the options leave its organization open")
    void isNotWritten(String args, String why) {
        CapturedCommand init = init(args.split(" "));
        assertEquals(2, init.status(), init.toString());
        assertEquals("contract-tests: " + why + "\n", init.complaint());
        assertFalse(Files.exists(folder.resolve("names.yaml")));
    }

    @Test
    @DisplayName("overwrites nothing")
    void overwritesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");
        CapturedCommand init = initAt(file, "--token", SECRET, "--organization", "acme");
        assertEquals(2, init.status(), init.toString());
        assertEquals("contract-tests: " + file + " is there already, and is not overwritten\n", init.complaint());
        assertEquals("mine", Files.readString(file));
    }

    @Test
    @DisplayName("has the app whose key is given, by the path of the key from where the file is")
    void hasTheApp() throws IOException {
        Path key = folder.resolve("app.pem");
        String pem = ForgeableJwt.pem("second");
        twin.world().state().merge("apps: [{slug: twin-app, private_key: %s}]".formatted(new TextNode(pem)));
        Files.writeString(key, pem);
        Files.createDirectory(folder.resolve("config"));
        Path file = folder.resolve("config/names.yaml");
        CapturedCommand init = initAt(
                file,
                "--token",
                SECRET,
                "--organization",
                "acme",
                "--app-id",
                "4242",
                "--app-key",
                key.toString(),
                "--client-secret",
                "demo-client-secret");
        assertEquals(0, init.status(), init.toString());
        String text = Files.readString(file);
        assertTrue(text.contains("\n  private_key: ../app.pem "), text);
        assertTrue(text.contains("\n  client_id: Iv1.twinappdemo\n"), text);
        assertTrue(text.contains("\n  client_secret: ${APP_CLIENT_SECRET}"), text);
        Files.writeString(
                file, text.replace("${OWNER_TOKEN}", SECRET).replace("${APP_CLIENT_SECRET}", "demo-client-secret"));
        CapturedCommand run = CapturedCommand.run(
                "--base-url", twin.url(), "--config", file.toString(), "--rule", "R37", "--no-strict");
        assertEquals(0, run.status(), run.toString());
    }
}
