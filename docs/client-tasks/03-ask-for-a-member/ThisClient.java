import dev.hubtwin.client.GitHubClient;

public class ThisClient {
    public static void main(String[] args) {
        GitHubClient github = GitHubClient.builder()
                .baseUrl("http://localhost:8080")
                .token("ghp_ownerowner")
                .build();
        System.out.println(github.members().contains("acme", "mike"));
        System.out.println(github.members().contains("acme", "carol"));
    }
}
