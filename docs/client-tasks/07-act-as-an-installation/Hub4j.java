import java.nio.file.Path;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.authorization.OrgAppInstallationAuthorizationProvider;
import org.kohsuke.github.extras.authorization.JWTTokenProvider;

public class Hub4j {
    public static void main(String[] args) throws Exception {
        JWTTokenProvider app = new JWTTokenProvider("4242", Path.of("app.pem"));
        GitHub github = new GitHubBuilder()
                .withEndpoint("http://localhost:8080")
                .withAuthorizationProvider(new OrgAppInstallationAuthorizationProvider("acme", app))
                .build();
        for (GHRepository repository : github.getInstallation().listRepositories()) {
            System.out.println(repository.getFullName());
        }
    }
}
