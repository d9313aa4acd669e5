package dev.hubtwin.internal.control;

import dev.hubtwin.internal.control.model.Mail;
import dev.hubtwin.internal.control.model.MailSubject;
import dev.hubtwin.internal.delivery.MailLog;
import dev.hubtwin.internal.rest.Timestamps;
import java.util.function.Predicate;

/** Mails as the control API shows them. */
public final class MailViews {

    private MailViews() {}

    /** Which mails are asked for; null members ask for any. */
    record Asked(String to, String organization, String subject) implements Predicate<dev.hubtwin.internal.event.Mail> {

        @Override
        public boolean test(dev.hubtwin.internal.event.Mail mail) {
            return (to == null || to.equalsIgnoreCase(mail.to()))
                    && (organization == null || organization.equalsIgnoreCase(mail.organization()))
                    && (subject == null
                            || subject.equalsIgnoreCase(mail.subject().name()));
        }
    }

    public static Mail mail(MailLog.Sent sent) {
        return new Mail(
                sent.number(),
                MailSubject.valueOf(sent.mail().subject().name()),
                sent.mail().to(),
                sent.mail().organization(),
                Timestamps.utc(sent.mail().at()));
    }
}
