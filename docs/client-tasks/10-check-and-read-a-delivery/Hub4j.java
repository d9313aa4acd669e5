import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kohsuke.github.GHEventPayload;
import org.kohsuke.github.GitHub;

public class Hub4j {
    public static void main(String[] args) throws Exception {
        String body = "{\"action\": \"added\", \"member\": {\"login\": \"mona\"}}";
        String signature = "sha256=d8364b13cac4509a4e0a474fb64caf158c6a1f52c14ef9cebb1ea6a734d3ebbf";
        Mac mac = Mac.getInstance("HmacSHA256"); // hub4j does not check signatures
        mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String expected = "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        if (MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8))) {
            GHEventPayload.Member event =
                    GitHub.offline().parseEventPayload(new StringReader(body), GHEventPayload.Member.class);
            System.out.println(event.getAction() + " " + event.getMember().getLogin());
        }
    }
}
