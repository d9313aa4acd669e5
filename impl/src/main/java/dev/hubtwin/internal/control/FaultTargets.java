package dev.hubtwin.internal.control;

import dev.hubtwin.internal.control.model.FaultCreate;
import dev.hubtwin.internal.openapi.ApiDescription;
import dev.hubtwin.internal.openapi.Operation;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.traffic.PathPattern;
import java.util.List;
import java.util.Locale;

/** Which operations a fault may strike. */
final class FaultTargets {

    private FaultTargets() {}

    /**
     * The operations that the form names, or that its method and path can mean.
     *
     * @throws ApiException 422 if an id that is named is not one of an operation, or if there are none
     */
    static List<Operation> operations(FaultCreate form, ApiDescription contract) {
        if (form.operations() != null) {
            for (String id : form.operations()) {
                if (contract.operation(id).isEmpty()) {
                    throw ApiException.of(422, "There is no operation \"" + id + "\".");
                }
            }
        }
        List<Operation> chosen = contract.operations().stream()
                .filter(operation ->
                        form.operations() == null || form.operations().contains(operation.id()))
                .filter(operation ->
                        form.method() == null || form.method().text().equals(operation.method()))
                .filter(operation -> form.path() == null || isAt(PathPattern.of(form.path()), operation, contract))
                .toList();
        if (chosen.isEmpty()) {
            throw ApiException.of(422, "No operation has this id, method and path.");
        }
        return chosen;
    }

    private static boolean isAt(PathPattern path, Operation operation, ApiDescription contract) {
        return path.open()
                ? canBegin(operation.path(), path.start().toLowerCase(Locale.ROOT))
                : contract.match(operation.method(), path.start())
                        .filter(match -> match.operation().equals(operation))
                        .isPresent();
    }

    /** The last segment of {@code start} may be the beginning of one. */
    private static boolean canBegin(String template, String start) {
        String[] expected = template.split("/", -1);
        String[] given = start.split("/", -1);
        int last = given.length - 1;
        for (int i = 0; i <= last; i++) {
            boolean fits = i < expected.length
                    && (expected[i].startsWith("{")
                            || (i < last ? expected[i].equals(given[i]) : expected[i].startsWith(given[i])));
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
