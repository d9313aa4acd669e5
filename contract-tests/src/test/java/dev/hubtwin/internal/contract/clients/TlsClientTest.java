package dev.hubtwin.internal.contract.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hubtwin.internal.assembly.TwinServer;
import dev.hubtwin.internal.contract.authorization.CredentialWorld;
import dev.hubtwin.internal.tls.TlsIdentity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kohsuke.github.GHUser;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.extras.HttpClientGitHubConnector;

/** hub4j, unmodified, with an enterprise host that it takes by TLS alone. */
@DisplayName("A client that insists on TLS")
class TlsClientTest {

    @Test
    @DisplayName(
            "walks every page, each at an https address of this server, by the certificate that the server printed")
    void walksEveryPage(@TempDir Path directory) throws Exception {
        TlsIdentity tls = TlsIdentity.kept(directory, List.of("localhost"), Clock.systemUTC());
        TwinServer.Config options = new TwinServer.Config(
                "127.0.0.1", 0, Clock.systemUTC(), Optional.empty(), Optional.of(new TwinServer.TlsPort(0, tls)));
        try (TwinServer twin = TwinServer.start(CredentialWorld.world(), options)) {
            String root = twin.tlsUrl().orElseThrow() + "/api/v3";
            TreeSet<String> members = new TreeSet<>();
            for (GHUser member : connect(root, trusting(tls))
                    .getOrganization("acme")
                    .listMembers()
                    .withPageSize(2)) {
                assertEquals(
                        root + "/users/" + member.getLogin(), member.getUrl().toString());
                members.add(member.getLogin());
            }
            assertEquals(List.of("mike", "nina", "olivia", "owen"), List.copyOf(members));
            GitHub distrustful = connect(root, SSLContext.getDefault());
            assertThrows(IOException.class, () -> distrustful.getOrganization("acme"));
            assertEquals(List.of(), twin.contractViolations());
        }
    }

    private static GitHub connect(String root, SSLContext context) throws IOException {
        HttpClient client = HttpClient.newBuilder().sslContext(context).build();
        return new GitHubBuilder()
                .withEndpoint(root)
                .withOAuthToken("ghp_able")
                .withConnector(new HttpClientGitHubConnector(client))
                .build();
    }

    private static SSLContext trusting(TlsIdentity tls) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "twin",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(tls.pem().getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
