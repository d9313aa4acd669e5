package dev.hubtwin.internal.pages;

import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.app.RepositoryChoice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The repositories that a form selects. */
record RepositoryPicker(String selection, List<String> ticked, String typed) {

    /**
     * The account's repositories of these names.
     *
     * @throws ApiException 422 with each name that none has, and if none or neither choice is made
     */
    RepositoryChoice of(World world, Account account) {
        if ("all".equals(selection)) {
            return RepositoryChoice.ALL;
        }
        Set<Long> found = new LinkedHashSet<>();
        List<String> faults = new ArrayList<>();
        names().forEach(name -> world.repositories()
                .named(account.id(), name)
                .ifPresentOrElse(
                        one -> found.add(one.id()),
                        () -> faults.add("There is no repository " + account.login() + "/" + name)));
        if (!faults.isEmpty()) {
            throw ApiException.validationFailed(faults);
        }
        if (!"selected".equals(selection) || found.isEmpty()) {
            throw ApiException.of(422, "Select all repositories, or at least one.");
        }
        return RepositoryChoice.of(found);
    }

    private Stream<String> names() {
        Stream<String> more = Stream.of((typed == null ? "" : typed).split("[,\\s]+"));
        return Stream.concat(ticked.stream(), more)
                .filter(name -> !name.isBlank())
                .distinct();
    }
}
