package dev.hubtwin.seed;

import dev.hubtwin.control.model.StateMember;
import dev.hubtwin.control.model.StateMembershipState;
import dev.hubtwin.control.model.StateRole;
import dev.hubtwin.world.Membership;
import dev.hubtwin.world.Worded;
import java.time.Instant;

/** A membership, in and out. */
final class MemberForm {

  private MemberForm() {}

  /** A pending one that does not say when it began, began {@code now}: it ends some days later. */
  static Membership read(StateMember member, Names names, Instant now, Place place) {
    boolean pending = member.state() == StateMembershipState.PENDING;
    Names.refuseIf(pending && member._public(), place.at("public"), "a pending membership is not public; expected false");
    Names.refuseIf(pending && member.convertsAt() != null, place.at("converts_at"),
        "a pending membership is not converted; expected none");
    return new Membership(
        names.user(member.login(), place.at("login")).id(),
        Worded.read(Membership.Role.class, member.role().text()),
        Worded.read(Membership.State.class, member.state().text()),
        member._public(),
        names.userOrNull(member.invitedBy(), place.at("invited_by")),
        Values.instant(member.invitedAt(), pending ? now : null),
        Values.instant(member.convertsAt()));
  }

  static StateMember write(Membership membership, Names names) {
    return StateMember.builder()
        .login(names.login(membership.userId()))
        .role(StateRole.of(membership.role().word()))
        .state(StateMembershipState.of(membership.state().word()))
        ._public(membership.visible())
        .invitedBy(names.loginOrNull(membership.invitedBy()))
        .invitedAt(Values.time(membership.invitedAt()))
        .convertsAt(Values.time(membership.convertsAt()))
        .build();
  }
}
