package dev.hubtwin.internal.assembly;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import dev.hubtwin.internal.jetty.HttpLimits;
import dev.hubtwin.internal.jetty.JerseyApplication;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The Jersey application")
class ApplicationTest {

    @Test
    @DisplayName("keeps Jersey's rules for resources, which are not checked at a start")
    void isValid() {
        ResourceConfig checked = Application.config().property(ServerProperties.RESOURCE_VALIDATION_DISABLE, false);
        Application.RESOURCES.keySet().forEach(checked::register);

        assertDoesNotThrow(() -> new JerseyApplication(checked, HttpLimits.DEFAULT));
    }
}
