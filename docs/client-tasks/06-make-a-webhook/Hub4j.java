import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.kohsuke.github.GHEvent;
import org.kohsuke.github.GHHook;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;

public class Hub4j {
    public static void main(String[] args) throws IOException {
        GitHub github = new GitHubBuilder()
                .withEndpoint("http://localhost:8080")
                .withOAuthToken("ghp_ownerowner")
                .build();
        Map<String, String> config = Map.of("url", "https://hooks.example.com", "secret", "s3cret");
        GHHook hook = github.getOrganization("acme").createHook("web", config, List.of(GHEvent.ORGANIZATION), true);
        System.out.println(hook.getConfig().get("url"));
    }
}
