package dev.hubtwin.control;

import dev.hubtwin.control.model.Mail;
import dev.hubtwin.control.model.MailSubject;
import dev.hubtwin.events.Mails;
import dev.hubtwin.http.Times;
import java.util.function.Predicate;

/** Mails as the control API shows them. */
final class MailViews {

  private MailViews() {}

  /** Which mails are asked for; null members ask for any. */
  record Asked(String to, String organization, String subject) implements Predicate<dev.hubtwin.events.Mail> {

    @Override
    public boolean test(dev.hubtwin.events.Mail mail) {
      return (to == null || to.equalsIgnoreCase(mail.to()))
          && (organization == null || organization.equalsIgnoreCase(mail.organization()))
          && (subject == null || subject.equalsIgnoreCase(mail.subject().name()));
    }
  }

  static Mail mail(Mails.Sent sent) {
    return new Mail(
        sent.number(),
        MailSubject.valueOf(sent.mail().subject().name()),
        sent.mail().to(),
        sent.mail().organization(),
        Times.utc(sent.mail().at()));
  }
}
