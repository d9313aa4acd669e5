package dev.hubtwin.internal.contract.lies;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hubtwin.internal.contract.description.Description;
import dev.hubtwin.internal.contract.generated.PrivilegedCallers;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Lies about who may do what: what is refused for want of rights is done, as the mightiest caller would have it. */
final class AuthorizationLies {

    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

    private AuthorizationLies() {}

    static void derive(LieDerivation derivation, Description.Operation operation) {
        Set<Integer> statuses = new TreeSet<>(Lies.statuses(operation));
        collect(operation.node().at("/x-hubtwin-credentials/refusals"), statuses);
        statuses.retainAll(REFUSED);
        for (int status : statuses) {
            derivation.add(new Lie(
                    operation.id() + " " + status + " skipped",
                    Lie.Kind.RIGHTS,
                    operation,
                    (request, answer) -> answer.status() == status,
                    (request, wire) -> skip(request, status, wire)));
        }
    }

    private static void collect(JsonNode refusals, Set<Integer> statuses) {
        if (refusals.isInt()) {
            statuses.add(refusals.asInt());
        }
        refusals.forEach(refusal -> collect(refusal, statuses));
    }

    private static Lie.Response skip(HttpMessage request, int status, TwinConnection wire) throws IOException {
        HttpMessage honest = wire.send(request);
        if (honest.status() == status) {
            for (String authorization : PrivilegedCallers.authorizations()) {
                HttpMessage answer = wire.send(request.with("Authorization", authorization));
                if (answer.status() < 400) {
                    return new Lie.Response(answer, true);
                }
            }
        }
        return new Lie.Response(honest, false);
    }
}
