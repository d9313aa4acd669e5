import dev.hubtwin.client.GitHubClient;
import dev.hubtwin.client.model.OrganizationFull;

public class ThisClient {
    public static void main(String[] args) {
        GitHubClient github = GitHubClient.builder()
                .baseUrl("http://localhost:8080")
                .token("ghp_ownerowner")
                .build();
        OrganizationFull acme = github.organizations()
                .update("acme")
                .blog("https://blog.example.com")
                .company(null)
                .execute();
        System.out.println(acme.getBlog() + " " + acme.getCompany());
    }
}
