import dev.hubtwin.client.Webhooks;
import dev.hubtwin.client.model.MemberEvent;
import java.nio.charset.StandardCharsets;

public class ThisClient {
    public static void main(String[] args) {
        byte[] body = "{\"action\": \"added\", \"member\": {\"login\": \"mona\"}}".getBytes(StandardCharsets.UTF_8);
        String signature = "sha256=d8364b13cac4509a4e0a474fb64caf158c6a1f52c14ef9cebb1ea6a734d3ebbf";
        if (Webhooks.verify("s3cret", body, signature) && Webhooks.read("member", body) instanceof MemberEvent event) {
            System.out.println(event.getAction() + " " + event.getMember().getLogin());
        }
    }
}
