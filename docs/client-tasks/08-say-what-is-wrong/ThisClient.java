import dev.hubtwin.client.GitHubClient;
import dev.hubtwin.client.ValidationException;
import dev.hubtwin.client.model.WebhookConfigCreate;
import dev.hubtwin.client.model.WebhookName;

public class ThisClient {
    public static void main(String[] args) {
        GitHubClient github = GitHubClient.builder()
                .baseUrl("http://localhost:8080")
                .token("ghp_ownerowner")
                .build();
        WebhookConfigCreate config = WebhookConfigCreate.builder().url("nowhere").build();
        try {
            github.webhooks().create("acme", WebhookName.WEB, config).execute();
        } catch (ValidationException e) {
            e.errors().forEach(error -> System.out.println(error.message()));
        }
    }
}
