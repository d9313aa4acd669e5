package dev.hubtwin.internal.contract.repositories;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import dev.hubtwin.internal.contract.scenario.Fixture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on lists of repositories, new ones, and collaborators, in parts. */
@Tag("repositories")
@DisplayName("repositories")
public class RepositoriesContract {

    @Nested
    @DisplayName("Repositories of organizations")
    class OfOrganizations extends OrganizationRepositoriesScenarios {
        OfOrganizations(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("New repositories")
    class Creation extends RepositoryCreationScenarios {
        Creation(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Repositories of users")
    class OfUsers extends UserRepositoriesScenarios {
        OfUsers(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Collaborators")
    class Collaborators extends CollaboratorsScenarios {
        Collaborators(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Contributors")
    class Contributors extends ContributorsScenarios {
        Contributors(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Generated requests for repositories")
    class Generated extends GeneratedScenarios {
        Generated(Fixture fixture) {
            super(fixture);
        }
    }
}
