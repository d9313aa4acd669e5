package dev.hubtwin.internal.contract.clients;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hubtwin.Twin;
import dev.hubtwin.internal.contract.support.CredentialWorld;
import dev.hubtwin.internal.contract.support.TestTwin;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
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
        try (Twin twin = TestTwin.startSecure(CredentialWorld.seed(), directory)) {
            Path certificate = directory.resolve("tls-cert.pem");
            String root = twin.tlsUrl().orElseThrow() + "/api/v3";
            TreeSet<String> members = new TreeSet<>();
            for (GHUser member : connect(root, trusting(certificate))
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
            TestTwin.assertKeepsItsContract(twin);
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

    private static SSLContext trusting(Path certificate) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "twin", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
