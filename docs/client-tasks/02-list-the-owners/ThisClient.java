import dev.hubtwin.client.GitHubClient;
import dev.hubtwin.client.model.MemberRoleFilter;
import dev.hubtwin.client.model.SimpleUser;

public class ThisClient {
    public static void main(String[] args) {
        GitHubClient github = GitHubClient.builder()
                .baseUrl("http://localhost:8080")
                .token("ghp_ownerowner")
                .build();
        for (SimpleUser owner : github.members().list("globex").role(MemberRoleFilter.ADMIN)) {
            System.out.println(owner.getLogin());
        }
    }
}
