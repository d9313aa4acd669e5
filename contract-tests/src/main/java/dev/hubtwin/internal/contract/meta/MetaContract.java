package dev.hubtwin.internal.contract.meta;

import dev.hubtwin.internal.contract.apps.IdentityScenarios;
import dev.hubtwin.internal.contract.generated.GeneratedScenarios;
import dev.hubtwin.internal.contract.protocol.CachingScenarios;
import dev.hubtwin.internal.contract.protocol.ClientsScenarios;
import dev.hubtwin.internal.contract.protocol.CompressionScenarios;
import dev.hubtwin.internal.contract.protocol.CredentialsAnywhereScenarios;
import dev.hubtwin.internal.contract.protocol.CredentialsScenarios;
import dev.hubtwin.internal.contract.protocol.HeadersScenarios;
import dev.hubtwin.internal.contract.protocol.LinksScenarios;
import dev.hubtwin.internal.contract.protocol.ListsScenarios;
import dev.hubtwin.internal.contract.protocol.PagesScenarios;
import dev.hubtwin.internal.contract.protocol.ProtocolAnywhereScenarios;
import dev.hubtwin.internal.contract.protocol.RefusalsScenarios;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contract of what all operations share, and of the supporting ones, in parts. */
@Tag("meta")
@DisplayName("meta")
public class MetaContract {

    @Nested
    @DisplayName("Supporting endpoints")
    class SupportingEndpoints extends MetaScenarios {}

    @Nested
    @DisplayName("Clients")
    class Clients extends ClientsScenarios {}

    @Nested
    @DisplayName("Credentials")
    class Credentials extends CredentialsScenarios {}

    @Nested
    @DisplayName("Bad credentials, on any server")
    class CredentialsOnAnyServer extends CredentialsAnywhereScenarios {}

    @Nested
    @DisplayName("Identity")
    class Identity extends IdentityScenarios {}

    @Nested
    @DisplayName("Headers")
    class Headers extends HeadersScenarios {}

    @Nested
    @DisplayName("Refusals")
    class Refusals extends RefusalsScenarios {}

    @Nested
    @DisplayName("Conditional requests")
    class Caching extends CachingScenarios {}

    @Nested
    @DisplayName("Compression")
    class Compression extends CompressionScenarios {}

    @Nested
    @DisplayName("Pages")
    class Pages extends PagesScenarios {}

    @Nested
    @DisplayName("Lists")
    class Lists extends ListsScenarios {}

    @Nested
    @DisplayName("Links")
    class Links extends LinksScenarios {}

    @Nested
    @DisplayName("Requests and answers, on any server")
    class OnAnyServer extends ProtocolAnywhereScenarios {}

    @Nested
    @DisplayName("Generated requests for meta")
    class Generated extends GeneratedScenarios {}
}
