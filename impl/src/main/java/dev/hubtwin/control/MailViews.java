package dev.hubtwin.control;

import dev.hubtwin.control.model.Mail;
import dev.hubtwin.control.model.MailSubject;
import dev.hubtwin.events.Mails;
import dev.hubtwin.http.Times;
import java.util.List;

/** Mails as the control API shows them. */
final class MailViews {

  private MailViews() {}

  /** The last mails, the newest last. */
  static List<Mail> mails(Mails mails) {
    return mails.all().stream().map(MailViews::mail).toList();
  }

  private static Mail mail(Mails.Sent sent) {
    return new Mail(
        sent.number(),
        MailSubject.valueOf(sent.mail().subject().name()),
        sent.mail().to(),
        sent.mail().organization(),
        Times.utc(sent.mail().at()));
  }
}
