package dev.hubtwin.pages;

import dev.hubtwin.http.Refusal;
import dev.hubtwin.world.Account;
import dev.hubtwin.world.Selection;
import dev.hubtwin.world.World;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The repositories that a form selects. */
record Repositories(String selection, List<String> ticked, String typed) {

  /**
   * The account's repositories of these names.
   *
   * @throws Refusal 422 with each name that none has, and if none or neither choice is made
   */
  Selection of(World world, Account account) {
    if ("all".equals(selection)) {
      return Selection.ALL;
    }
    Set<Long> found = new LinkedHashSet<>();
    List<String> faults = new ArrayList<>();
    names().forEach(name -> world.repositories().named(account.id(), name)
        .ifPresentOrElse(one -> found.add(one.id()), () -> faults.add("There is no repository " + account.login() + "/" + name)));
    if (!faults.isEmpty()) {
      throw Refusal.validationFailed(faults);
    }
    if (!"selected".equals(selection) || found.isEmpty()) {
      throw Refusal.of(422, "Select all repositories, or at least one.");
    }
    return Selection.of(found);
  }

  private Stream<String> names() {
    Stream<String> more = Stream.of((typed == null ? "" : typed).split("[,\\s]+"));
    return Stream.concat(ticked.stream(), more).filter(name -> !name.isBlank()).distinct();
  }
}
