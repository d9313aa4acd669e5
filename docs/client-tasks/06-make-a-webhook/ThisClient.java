import dev.hubtwin.client.GitHubClient;
import dev.hubtwin.client.model.OrgHook;
import dev.hubtwin.client.model.WebhookConfigCreate;
import dev.hubtwin.client.model.WebhookName;
import java.util.List;

public class ThisClient {
    public static void main(String[] args) {
        GitHubClient github = GitHubClient.builder()
                .baseUrl("http://localhost:8080")
                .token("ghp_ownerowner")
                .build();
        WebhookConfigCreate config = WebhookConfigCreate.builder()
                .url("https://hooks.example.com")
                .secret("s3cret")
                .build();
        OrgHook hook = github.webhooks()
                .create("acme", WebhookName.WEB, config)
                .events(List.of("organization"))
                .execute();
        System.out.println(hook.getConfig().getUrl());
    }
}
