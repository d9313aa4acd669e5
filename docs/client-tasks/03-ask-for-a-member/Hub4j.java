import java.io.IOException;
import org.kohsuke.github.GHOrganization;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;

public class Hub4j {
    public static void main(String[] args) throws IOException {
        GitHub github = new GitHubBuilder()
                .withEndpoint("http://localhost:8080")
                .withOAuthToken("ghp_ownerowner")
                .build();
        GHOrganization acme = github.getOrganization("acme");
        System.out.println(acme.hasMember(github.getUser("mike")));
        System.out.println(acme.hasMember(github.getUser("carol")));
    }
}
