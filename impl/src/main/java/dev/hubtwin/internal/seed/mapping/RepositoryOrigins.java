package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateRepository;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.seed.document.Lists;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.Repository.Origin;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Links repositories to those that they came from, once all of them are known. */
final class RepositoryOrigins {

    private final ReferenceResolver names;
    private final Map<Long, Long> parents = new HashMap<>();
    private World world;

    RepositoryOrigins(ReferenceResolver names, World world) {
        this.names = names;
        this.world = world;
    }

    /** Returns the world with its repositories linked. */
    World link(List<StateRepository> repositories, DocumentPath place) {
        Lists.in(repositories, place, this::noteParent);
        Lists.in(repositories, place, this::link);
        return world;
    }

    private void link(StateRepository given, DocumentPath at) {
        if (given.parent() != null || given.templateRepository() != null) {
            Repository made = world.repository(given.owner(), given.name()).orElseThrow();
            world = world.with(made.with(origin(given, made, at)));
        }
    }

    private void noteParent(StateRepository given, DocumentPath at) {
        if (given.parent() != null) {
            DocumentException.throwIf(
                    !given.fork(), at.at("parent"), "a fork alone has a parent; expected \"fork\" to be true");
            parents.put(
                    names.repository(given.owner() + "/" + given.name(), at).id(),
                    names.repository(given.parent(), at.at("parent")).id());
        }
    }

    private Origin origin(StateRepository given, Repository made, DocumentPath at) {
        Long template = given.templateRepository() == null
                ? null
                : names.repository(given.templateRepository(), at.at("template_repository"))
                        .id();
        return new Origin(given.fork(), parents.get(made.id()), source(made.id(), at.at("parent")), template);
    }

    /** Where the parents of a repository begin; null if it has none. */
    private Long source(long repository, DocumentPath place) {
        Set<Long> passed = new HashSet<>(Set.of(repository));
        Long source = parent(repository);
        for (Long next = source; next != null; next = parent(next)) {
            source = next;
            DocumentException.throwIf(
                    !passed.add(source),
                    place,
                    "the parents of this repository lead in a circle; expected a beginning");
        }
        return source;
    }

    /** The parent as it was given, or of what is not read anew. */
    private Long parent(long repository) {
        Long given = parents.get(repository);
        return given != null
                ? given
                : world.repositories().byId().get(repository).about().origin().parentId();
    }
}
