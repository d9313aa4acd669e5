package dev.hubtwin.internal.contract.meta;

import dev.hubtwin.internal.contract.apps.IdentityScenarios;
import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import dev.hubtwin.internal.contract.protocol.CachingScenarios;
import dev.hubtwin.internal.contract.protocol.ClientsScenarios;
import dev.hubtwin.internal.contract.protocol.CompressionScenarios;
import dev.hubtwin.internal.contract.protocol.CredentialsScenarios;
import dev.hubtwin.internal.contract.protocol.HeadersScenarios;
import dev.hubtwin.internal.contract.protocol.LinksScenarios;
import dev.hubtwin.internal.contract.protocol.ListsScenarios;
import dev.hubtwin.internal.contract.protocol.PagesScenarios;
import dev.hubtwin.internal.contract.protocol.PortableCredentialsScenarios;
import dev.hubtwin.internal.contract.protocol.PortableProtocolScenarios;
import dev.hubtwin.internal.contract.protocol.RefusalsScenarios;
import dev.hubtwin.internal.contract.scenario.Fixture;
import dev.hubtwin.internal.contract.scenario.ServerUnderTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of what all operations share, and of the supporting ones, in parts. */
@Tag("meta")
@DisplayName("meta")
public class MetaContract {

    @Nested
    @DisplayName("Supporting endpoints")
    class SupportingEndpoints extends MetaScenarios {
        SupportingEndpoints(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Repositories")
    class Repositories extends RepositoriesScenarios {
        Repositories(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Clients")
    class Clients extends ClientsScenarios {
        Clients(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Credentials")
    class Credentials extends CredentialsScenarios {
        Credentials(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Bad credentials, on any server")
    class CredentialsOnAnyServer extends PortableCredentialsScenarios {
        CredentialsOnAnyServer(ServerUnderTest server) {
            super(server);
        }
    }

    @Nested
    @DisplayName("Identity")
    class Identity extends IdentityScenarios {
        Identity(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Headers")
    class Headers extends HeadersScenarios {
        Headers(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Refusals")
    class Refusals extends RefusalsScenarios {
        Refusals(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Conditional requests")
    class Caching extends CachingScenarios {
        Caching(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Compression")
    class Compression extends CompressionScenarios {
        Compression(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Pages")
    class Pages extends PagesScenarios {
        Pages(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Lists")
    class Lists extends ListsScenarios {
        Lists(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Links")
    class Links extends LinksScenarios {
        Links(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Requests and answers, on any server")
    class OnAnyServer extends PortableProtocolScenarios {
        OnAnyServer(ServerUnderTest server) {
            super(server);
        }
    }

    @Nested
    @DisplayName("Addresses of the caller, sentences and emojis")
    class Addresses extends AddressesScenarios {
        Addresses(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Public SSH keys of the caller")
    class Keys extends SshKeysScenarios {
        Keys(Fixture fixture) {
            super(fixture);
        }
    }

    @Nested
    @DisplayName("Generated requests for meta")
    class Generated extends GeneratedScenarios {
        Generated(Fixture fixture) {
            super(fixture);
        }
    }
}
