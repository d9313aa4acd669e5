package dev.hubtwin.contract.coverage;

import java.util.List;
import java.util.stream.Stream;

/**
 * How much of one operation was met.
 *
 * @param id its {@code operationId}
 * @param path the template of its path
 * @param documented whether it stands in GitHub's documents; else it supports those that do
 * @param statuses in ascending order
 * @param parameters of the path, of the query and of the body, each followed by its values; only requests that were not
 *     refused count
 * @param members of the bodies of successful answers
 */
public record Part(String id, String tag, String method, String path, boolean documented,
    List<Item> statuses, List<Item> parameters, List<Item> members) {

  /** Whether it was answered at all, as it is described. */
  public boolean reached() {
    return statuses.stream().anyMatch(Item::reached);
  }

  /** What had to be met and was not, each as {@code status 404}, {@code parameter query.sort}, {@code member id}. */
  public List<String> missing() {
    return Stream.of(missing("status ", statuses), missing("parameter ", parameters), missing("member ", members))
        .flatMap(part -> part)
        .toList();
  }

  /** The members that were met, and always as null. */
  public List<String> nullOnly() {
    return members.stream().filter(Item::nullOnly).map(Item::name).toList();
  }

  private static Stream<String> missing(String kind, List<Item> items) {
    return items.stream().filter(item -> item.due() != Item.Due.NEVER && !item.reached()).map(item -> kind + item.name());
  }
}
