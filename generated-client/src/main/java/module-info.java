/** A client of GitHub's API. {@code dev.hubtwin.client} is where to begin. */
module dev.hubtwin.client {
    requires transitive java.net.http;
    requires static com.github.benmanes.caffeine; // for a cache in memory, if it is there
    requires static java.compiler; // what is generated says so
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires org.openapitools.jackson.nullable;
    requires static transitive org.jspecify;

    exports dev.hubtwin.client;
    exports dev.hubtwin.client.control;
    exports dev.hubtwin.client.control.model;
    exports dev.hubtwin.client.model;

    opens dev.hubtwin.client to
            com.fasterxml.jackson.databind;
    opens dev.hubtwin.client.control.model to
            com.fasterxml.jackson.databind;
    opens dev.hubtwin.client.model to
            com.fasterxml.jackson.databind;
}
