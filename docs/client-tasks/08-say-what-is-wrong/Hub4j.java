import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.HttpException;

public class Hub4j {
    public static void main(String[] args) throws IOException {
        GitHub github = new GitHubBuilder()
                .withEndpoint("http://localhost:8080")
                .withOAuthToken("ghp_ownerowner")
                .build();
        try {
            github.getOrganization("acme").createHook("web", Map.of("url", "nowhere"), List.of(), true);
        } catch (HttpException e) { // its message is the whole body, as text
            new ObjectMapper()
                    .readTree(e.getMessage())
                    .path("errors")
                    .forEach(error -> System.out.println(error.path("message").asText()));
        }
    }
}
