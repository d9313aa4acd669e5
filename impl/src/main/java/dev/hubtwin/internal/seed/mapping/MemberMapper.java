package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateMember;
import dev.hubtwin.internal.control.model.StateMembershipState;
import dev.hubtwin.internal.control.model.StateRole;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.world.membership.Membership;
import dev.hubtwin.internal.world.naming.WireName;
import java.time.Instant;
import org.pcollections.HashTreePMap;

/** A membership, in and out. */
final class MemberMapper {

    private MemberMapper() {}

    /**
     * Reads a membership, without the teams that a pending one leads into, because no teams are known yet. One that
     * does not say when it began, began {@code now}: it ends some days later.
     */
    static Membership read(StateMember member, ReferenceResolver names, Instant now, DocumentPath place) {
        boolean pending = member.state() == StateMembershipState.PENDING;
        DocumentException.throwIf(
                pending && member._public(), place.at("public"), "a pending membership is not public; expected false");
        DocumentException.throwIf(
                pending && member.convertsAt() != null,
                place.at("converts_at"),
                "a pending membership is not converted; expected none");
        DocumentException.throwIf(
                !pending && member.invitedInto() != null,
                place.at("invited_into"),
                "a member comes into no team by accepting; expected none, and the login in the \"members\" of the team");
        return new Membership(
                names.user(member.login(), place.at("login")).id(),
                WireName.read(Membership.Role.class, member.role().text()),
                WireName.read(Membership.State.class, member.state().text()),
                member._public(),
                names.userOrNull(member.invitedBy(), place.at("invited_by")),
                Values.instant(member.invitedAt(), pending ? now : null),
                Values.instant(member.convertsAt()),
                HashTreePMap.empty());
    }

    static StateMember write(Membership membership, ReferenceResolver names) {
        return StateMember.builder()
                .login(names.login(membership.userId()))
                .role(StateRole.of(membership.role().word()))
                .state(StateMembershipState.of(membership.state().word()))
                ._public(membership.visible())
                .invitedBy(names.loginOrNull(membership.invitedBy()))
                .invitedAt(Values.time(membership.invitedAt()))
                .convertsAt(Values.time(membership.convertsAt()))
                .invitedInto(InvitationMapper.write(membership.teams(), names))
                .build();
    }
}
