package dev.hubtwin.internal.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.hubtwin.internal.event.Mail;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailLogTest {

    private static final Mail MAIL = new Mail(Mail.Subject.INVITED, "mike", "acme", Instant.EPOCH);

    @Test
    void theLastThousandAreKeptInOrderAndNumberedOn() {
        MailLog mails = new MailLog(growth -> {});
        for (int i = 0; i < 1_001; i++) {
            mails.offer(MAIL);
        }
        assertEquals(1_000, mails.all().size());
        assertEquals(2, mails.all().get(0).number());
        assertEquals(1_001, mails.all().get(999).number());
    }
}
