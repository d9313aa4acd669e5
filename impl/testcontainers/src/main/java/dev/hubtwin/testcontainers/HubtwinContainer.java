package dev.hubtwin.testcontainers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/**
 * A container with a twin. It is up when the twin answers. Without a seed it begins with the demo world.
 *
 * <pre>{@code
 * try (HubtwinContainer twin = new HubtwinContainer("hubtwin:0.3.0-SNAPSHOT").withSeed(Transferable.of(yaml))) {
 *     twin.start();
 *     runMyProgram(twin.getUrl());
 * }
 * }</pre>
 */
public class HubtwinContainer extends GenericContainer<HubtwinContainer> {

    private static final int PORT = 8080;
    private static final String SEED = "/seed";
    private static final String CONTROL = "/_twin";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> options = new ArrayList<>();
    private String controlToken = UUID.randomUUID().toString();

    /** Describes a container of an image, such as {@code hubtwin:0.3.0-SNAPSHOT}. */
    public HubtwinContainer(String image) {
        this(DockerImageName.parse(image));
    }

    /** Describes a container of an image. */
    public HubtwinContainer(DockerImageName image) {
        super(image);
        withExposedPorts(PORT);
        waitingFor(Wait.forHttp("/versions").forPort(PORT));
    }

    /**
     * Has the default world begin as a seed describes, in YAML or JSON.
     *
     * @param seed such as {@code Transferable.of(text)} or {@code MountableFile.forClasspathResource(name)}
     */
    public HubtwinContainer withSeed(Transferable seed) {
        withCopyToContainer(seed, SEED);
        return withOptions("--seed", SEED);
    }

    /** Has the control API demand this token in place of a random one. */
    public HubtwinContainer withControlToken(String controlToken) {
        this.controlToken = controlToken;
        return this;
    }

    /** Adds options of the command line, such as {@code "--deliver-to", "private"}. */
    public HubtwinContainer withOptions(String... options) {
        this.options.addAll(List.of(options));
        return this;
    }

    @Override
    protected void configure() {
        List<String> command = new ArrayList<>(options);
        command.addAll(List.of("--control-token", controlToken));
        setCommandParts(command.toArray(String[]::new));
    }

    /** Returns the address of the default world as api.github.com, without a slash at the end. */
    public String getUrl() {
        return "http://" + getHost() + ":" + getMappedPort(PORT);
    }

    /** Returns the address of the default world as an enterprise server, which ends in {@code /api/v3}. */
    public String getEnterpriseUrl() {
        return getUrl() + "/api/v3";
    }

    /** Returns the address of the control API of the default world, without a slash at the end. */
    public String getControlUrl() {
        return getUrl() + CONTROL;
    }

    /** Returns the bearer token that the control API demands. */
    public String getControlToken() {
        return controlToken;
    }

    /**
     * Makes a world that begins as the default world is now. A world of the same name is dropped.
     *
     * @param name lower-case letters, digits and hyphens, at most 63; not {@code default}
     * @return its address, without a slash at the end; {@code /api/v3} and {@code /_twin} follow it as they follow
     *     {@link #getUrl()}
     * @throws IllegalArgumentException if the twin refuses it
     */
    public String fork(String name) {
        control("PUT", CONTROL + "/worlds/" + name, "");
        return getUrl() + "/w/" + name;
    }

    /**
     * Returns the default world to what it began as.
     *
     * @throws IllegalArgumentException if the twin refuses it
     */
    public void reset() {
        control("POST", CONTROL + "/reset", "");
    }

    /**
     * Sends a request to the control API.
     *
     * @param method such as {@code PATCH}
     * @param path the path with its query, such as {@code /_twin/clock} or {@code /w/another/_twin/clock}
     * @param body JSON or YAML; empty for none
     * @return the body of the answer
     * @throws IllegalArgumentException if the twin refuses it
     */
    public String control(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(getUrl() + path))
                .header("Authorization", "Bearer " + controlToken)
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() >= 400) {
            throw new IllegalArgumentException(method + " " + path + ": " + response.body());
        }
        return response.body();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the twin was asked", e);
        }
    }
}
