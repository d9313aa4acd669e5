import dev.hubtwin.client.GitHubClient;
import dev.hubtwin.client.model.OrgMembershipRole;

public class ThisClient {
    public static void main(String[] args) {
        GitHubClient github = GitHubClient.builder()
                .baseUrl("http://localhost:8080")
                .token("ghp_ownerowner")
                .build();
        github.memberships().set("acme", "carol").role(OrgMembershipRole.ADMIN).execute();
        System.out.println("carol is invited");
    }
}
