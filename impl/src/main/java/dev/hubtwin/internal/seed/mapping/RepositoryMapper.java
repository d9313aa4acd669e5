package dev.hubtwin.internal.seed.mapping;

import dev.hubtwin.internal.control.model.StateAccess;
import dev.hubtwin.internal.control.model.StateAlertState;
import dev.hubtwin.internal.control.model.StateCodeScanningAlert;
import dev.hubtwin.internal.control.model.StateCollaborator;
import dev.hubtwin.internal.control.model.StateContributor;
import dev.hubtwin.internal.control.model.StateLicense;
import dev.hubtwin.internal.control.model.StateRepository;
import dev.hubtwin.internal.control.model.StateVisibility;
import dev.hubtwin.internal.seed.document.DocumentException;
import dev.hubtwin.internal.seed.document.DocumentPath;
import dev.hubtwin.internal.seed.document.Lists;
import dev.hubtwin.internal.text.Excerpt;
import dev.hubtwin.internal.world.account.Account;
import dev.hubtwin.internal.world.account.Organization;
import dev.hubtwin.internal.world.index.SortedIndex;
import dev.hubtwin.internal.world.naming.WireName;
import dev.hubtwin.internal.world.repository.Alert;
import dev.hubtwin.internal.world.repository.Contribution;
import dev.hubtwin.internal.world.repository.License;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.internal.world.repository.Repository.Visibility;
import dev.hubtwin.internal.world.repository.RepositoryPermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

/** A repository, in and out. */
final class RepositoryMapper {

    private RepositoryMapper() {}

    /**
     * The repository as it is read before those beside it are known: without those it came from, see
     * {@link RepositoryOrigins}.
     */
    static Repository read(
            StateRepository repository, long id, Account owner, ReferenceResolver names, DocumentPath place) {
        Instant created = Values.created(repository.createdAt());
        return new Repository(
                id,
                owner.id(),
                repository.name(),
                repository.nodeId(),
                visibility(repository, owner, place),
                new Repository.About(
                        repository.description(),
                        repository.homepage(),
                        repository.language(),
                        repository.mirrorUrl(),
                        repository.defaultBranch(),
                        license(repository.license()),
                        Values.texts(repository.topics()),
                        new Repository.Origin(repository.fork(), null, null, null),
                        repository.isTemplate(),
                        repository.archived(),
                        repository.disabled()),
                RepositorySettingsMapper.features(repository),
                RepositorySettingsMapper.merging(repository),
                RepositorySettingsMapper.policy(repository),
                new Repository.Counts(
                        repository.size(),
                        repository.forksCount(),
                        repository.stargazersCount(),
                        Values.or(repository.watchersCount(), repository.stargazersCount()),
                        repository.openIssuesCount(),
                        repository.subscribersCount(),
                        repository.networkCount()),
                new Repository.Times(
                        created,
                        Values.instant(repository.updatedAt(), created),
                        Values.instant(repository.pushedAt())),
                formerNames(repository, owner),
                collaborators(repository, names, place.at("collaborators")),
                alerts(repository, place.at("code_scanning_alerts")),
                contributions(repository, names, place.at("contributors")));
    }

    private static Visibility visibility(StateRepository repository, Account owner, DocumentPath place) {
        Visibility absent = Boolean.TRUE.equals(repository._private()) ? Visibility.PRIVATE : Visibility.PUBLIC;
        Visibility visibility = repository.visibility() == null
                ? absent
                : WireName.read(Visibility.class, repository.visibility().text());
        DocumentException.throwIf(
                repository._private() != null && repository._private() == (visibility == Visibility.PUBLIC),
                place.at("private"),
                "this contradicts \"visibility\"; expected one of the two");
        DocumentException.throwIf(
                visibility == Visibility.INTERNAL
                        && !(owner instanceof Organization organization && organization.enterprise() != null),
                place.at("visibility"),
                "internal repositories need an enterprise; expected public or private");
        return visibility;
    }

    /** First the names that the same owner used, as an export has them. */
    private static PVector<String> formerNames(StateRepository repository, Account owner) {
        List<String> own = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Values.all(repository.formerNames()).forEach(name -> own.add(owner.login() + "/" + name));
        Values.all(repository.formerFullNames()).forEach(name -> (isOf(owner, name) ? own : others).add(name));
        return TreePVector.from(own).plusAll(others);
    }

    private static boolean isOf(Account owner, String fullName) {
        return fullName.substring(0, fullName.indexOf('/')).equalsIgnoreCase(owner.login());
    }

    private static PMap<Long, RepositoryPermission> collaborators(
            StateRepository repository, ReferenceResolver names, DocumentPath place) {
        PMap<Long, RepositoryPermission> collaborators = HashTreePMap.empty();
        List<StateCollaborator> given = Values.all(repository.collaborators());
        for (int i = 0; i < given.size(); i++) {
            DocumentPath at = place.at(i).at("login");
            Long user = names.user(given.get(i).login(), at).id();
            DocumentException.throwIf(
                    collaborators.containsKey(user),
                    at,
                    Excerpt.of(given.get(i).login()) + " is here twice; expected it once");
            collaborators = collaborators.plus(
                    user,
                    WireName.read(
                            RepositoryPermission.class,
                            given.get(i).permission().text()));
        }
        return collaborators;
    }

    private static PMap<Integer, Alert> alerts(StateRepository repository, DocumentPath place) {
        IdAllocator numbers = new IdAllocator("number", null, number -> false);
        Lists.in(
                repository.codeScanningAlerts(),
                place,
                (alert, at) -> numbers.reserve(alert.number(), at.at("number")));
        PMap<Integer, Alert> alerts = TreePMap.empty();
        for (StateCodeScanningAlert alert : Values.all(repository.codeScanningAlerts())) {
            int number = (int) numbers.orNext(alert.number());
            alerts = alerts.plus(
                    number,
                    new Alert(
                            number,
                            WireName.read(Alert.State.class, alert.state().text()),
                            alert.inProgress()));
        }
        return alerts;
    }

    private static SortedIndex<Contribution> contributions(
            StateRepository repository, ReferenceResolver names, DocumentPath place) {
        Map<Long, Contribution> contributions = new HashMap<>();
        Lists.in(repository.contributors(), place, (given, at) -> {
            Long user = names.user(given.login(), at.at("login")).id();
            DocumentException.throwIf(
                    contributions.put(user, new Contribution(user, given.contributions())) != null,
                    at.at("login"),
                    Excerpt.of(given.login()) + " is here twice; expected it once");
        });
        return SortedIndex.of(contributions.values(), Contribution.ORDER);
    }

    private static License license(StateLicense license) {
        return license == null
                ? null
                : new License(
                        license.key(),
                        Values.or(license.name(), license.key()),
                        license.url(),
                        license.spdxId(),
                        license.nodeId(),
                        license.htmlUrl());
    }

    /** Writes what a repository has by itself: all but its webhooks. */
    static StateRepository.Builder write(Repository repository, Account owner, ReferenceResolver names) {
        StateRepository.Builder builder = StateRepository.builder()
                .owner(owner.login())
                .name(repository.name())
                .id(repository.id())
                .nodeId(repository.givenNodeId())
                .visibility(StateVisibility.of(repository.visibility().word()))
                .createdAt(Values.created(repository.times().createdAt()))
                .updatedAt(Values.time(
                        repository.times().updatedAt(), repository.times().createdAt()))
                .pushedAt(Values.time(repository.times().pushedAt()))
                .formerNames(Values.some(repository.formerNames().stream()
                        .filter(name -> isOf(owner, name))
                        .map(name -> name.substring(name.indexOf('/') + 1))
                        .toList()))
                .formerFullNames(Values.some(repository.formerNames().stream()
                        .filter(name -> !isOf(owner, name))
                        .toList()));
        about(builder, repository.about(), names);
        counts(builder, repository.counts());
        RepositorySettingsMapper.write(builder, repository);
        return people(builder, repository, names);
    }

    private static void about(StateRepository.Builder builder, Repository.About about, ReferenceResolver names) {
        builder.description(about.description())
                .homepage(about.homepage())
                .language(about.language())
                .mirrorUrl(about.mirrorUrl())
                .defaultBranch(about.defaultBranch())
                .license(license(about.license()))
                .topics(Values.some(about.topics()))
                .fork(about.origin().fork())
                .parent(names.fullNameOrNull(about.origin().parentId()))
                .isTemplate(about.template())
                .archived(about.archived())
                .disabled(about.disabled())
                .templateRepository(names.fullNameOrNull(about.origin().templateId()));
    }

    private static void counts(StateRepository.Builder builder, Repository.Counts counts) {
        builder.size(counts.size())
                .forksCount(counts.forks())
                .stargazersCount(counts.stargazers())
                .watchersCount(Values.unless(counts.watchers(), counts.stargazers()))
                .openIssuesCount(counts.openIssues())
                .subscribersCount(counts.subscribers())
                .networkCount(counts.network());
    }

    private static StateRepository.Builder people(
            StateRepository.Builder builder, Repository repository, ReferenceResolver names) {
        List<StateCollaborator> collaborators = new ArrayList<>();
        new TreeMap<>(repository.collaborators())
                .forEach((user, access) -> collaborators.add(StateCollaborator.builder()
                        .login(names.login(user))
                        .permission(StateAccess.of(access.word()))
                        .build()));
        List<StateCodeScanningAlert> alerts = new ArrayList<>();
        new TreeMap<>(repository.alerts())
                .forEach((number, alert) -> alerts.add(StateCodeScanningAlert.builder()
                        .number(number)
                        .state(StateAlertState.of(alert.state().word()))
                        .inProgress(alert.inProgress())
                        .build()));
        return builder.collaborators(Values.some(collaborators))
                .contributors(Values.some(repository.contributions().elements().stream()
                        .map(each -> StateContributor.builder()
                                .login(names.login(each.userId()))
                                .contributions(each.commits())
                                .build())
                        .toList()))
                .codeScanningAlerts(Values.some(alerts));
    }

    private static StateLicense license(License license) {
        return license == null
                ? null
                : StateLicense.builder()
                        .key(license.key())
                        .name(Values.unless(license.name(), license.key()))
                        .spdxId(license.spdxId())
                        .url(license.url())
                        .nodeId(license.givenNodeId())
                        .htmlUrl(license.htmlUrl())
                        .build();
    }
}
