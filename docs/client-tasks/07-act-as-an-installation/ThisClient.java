import dev.hubtwin.client.GitHubClient;
import dev.hubtwin.client.model.InstallationRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

public class ThisClient {
    public static void main(String[] args) throws IOException {
        GitHubClient github = GitHubClient.builder()
                .baseUrl("http://localhost:8080")
                .app(4242, Files.readString(Path.of("app.pem")))
                .installation("acme")
                .build();
        for (InstallationRepository repository : github.installations().listRepositories()) {
            System.out.println(repository.getFullName());
        }
    }
}
