package dev.hubtwin.internal.contract.webhooks;

import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of the operations on webhooks of organizations and repositories, in parts. */
@Tag("webhooks")
@DisplayName("webhooks")
public class WebhooksContract {

    @Nested
    @DisplayName("Webhooks")
    class Reading extends WebhooksScenarios {
        Reading(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Changes of webhooks")
    class Changes extends WebhookChangesScenarios {
        Changes(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Values of webhooks")
    class Values extends WebhookValuesScenarios {
        Values(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Webhooks of repositories")
    class OfRepositories extends RepositoryWebhooksScenarios {
        OfRepositories(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Who manages webhooks of repositories")
    class RepositoryAccess extends RepositoryWebhookAccessScenarios {
        RepositoryAccess(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Configurations of webhooks")
    class Configurations extends WebhookConfigsScenarios {
        Configurations(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Deliveries to webhooks")
    class Deliveries extends HookDeliveriesScenarios {
        Deliveries(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Webhooks, on any server")
    class OnAnyServer extends PortableWebhooksScenarios {
        OnAnyServer(ServerUnderTest server) {
            super(server);
        }
    }

    @Nested
    @DisplayName("Generated requests for webhooks")
    class Generated extends GeneratedScenarios {
        Generated(Fixture fixture) {
            super(fixture);
        }
    }
}
