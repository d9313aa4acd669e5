package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hubtwin.SentDelivery;
import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.MembershipsApi;
import dev.hubtwin.client.NotFoundException;
import dev.hubtwin.client.model.OrgMembershipState;
import dev.hubtwin.junit.HubtwinExtension;
import dev.hubtwin.seed.Seed;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InvitationTest {

    private static final String SECRET = "s3cret";

    // Nobody listens at the address of the webhook. What is sent there is on record all the same.
    private static final Seed SEED = Seed.of().users("olivia", "ivan").organization("acme", acme -> {
        acme.owner("olivia");
        acme.hook("http://127.0.0.1:9/hook", SECRET, "organization");
    });

    @RegisterExtension
    static final HubtwinExtension TWIN = HubtwinExtension.seeded(SEED);

    @Test
    void anInvitationEndsAfterSevenDays(TwinWorld world) throws Exception {
        MembershipsApi memberships = world.asUser("olivia").memberships();

        var invited = memberships.set("acme", "ivan").execute();
        assertEquals(OrgMembershipState.PENDING, invited.getState());

        world.clock().advance(Duration.ofDays(8));
        assertThrows(NotFoundException.class, () -> memberships.get("acme", "ivan"));

        SentDelivery delivery = world.deliveries().await().get(0);
        assertEquals("member_invited", delivery.action());
        assertEquals("sha256=" + hmac(delivery.body()), delivery.header("X-Hub-Signature-256"));
    }

    private static String hmac(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
