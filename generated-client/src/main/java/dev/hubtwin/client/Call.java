package dev.hubtwin.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One call of an operation, as it is put together by generated code. It is not thread-safe; a copy is sent. */
final class Call {

    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");

    private final String operation;
    private final String method;
    private final Map<String, String> query = new LinkedHashMap<>();
    private String path;
    private String shown;
    private @Nullable Object body;
    private @Nullable URI next;

    /** @param path with the names of its parameters in braces */
    Call(String operation, String method, String path) {
        this.operation = operation;
        this.method = method;
        this.path = path;
        this.shown = path;
    }

    private Call(Call other) {
        this(other.operation, other.method, other.path);
        shown = other.shown;
        query.putAll(other.query);
        body = other.body;
    }

    Call copy() {
        return new Call(this);
    }

    Call path(String name, Object value) {
        String encoded = encoded(value);
        if (encoded.isEmpty() || encoded.equals(".") || encoded.equals("..")) {
            throw new IllegalArgumentException(name + " cannot be \"" + value + "\"");
        }
        path = path.replace("{" + name + "}", encoded);
        shown = shown.replace("{" + name + "}", encoded);
        return this;
    }

    /** Sets a part of the path that must not be shown. */
    Call secretPath(String name, Object value) {
        path = path.replace("{" + name + "}", encoded(value));
        return this;
    }

    /** Sets a parameter, which null leaves out. */
    void query(String name, @Nullable Object value) {
        if (value == null) {
            query.remove(name);
        } else {
            query.put(name, value instanceof Collection<?> many ? joined(many) : encoded(value));
        }
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(Call::encoded).collect(Collectors.joining(","));
    }

    void body(Object value) {
        body = value;
    }

    /** Returns a call of the page that a link leads to. */
    Call to(URI page) {
        Call call = copy();
        call.next = page;
        return call;
    }

    String operation() {
        return operation;
    }

    String method() {
        return method;
    }

    @Nullable
    Object body() {
        return body;
    }

    boolean isIdempotent() {
        return IDEMPOTENT.contains(method);
    }

    boolean isSignIn() {
        return path.startsWith("/login/");
    }

    /** Returns the path, without what is secret. */
    String shownPath() {
        return shown;
    }

    /** Returns the method and the path, without what is secret. */
    String shown() {
        return method + " " + shown;
    }

    URI uri(String base) {
        if (next != null) {
            return next;
        }
        String parameters = query.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
        return URI.create(root(base) + path + (parameters.isEmpty() ? "" : "?" + parameters));
    }

    /** Users sign in beside the API, not below its root. */
    private String root(String base) {
        return isSignIn()
                ? base.replaceFirst("^https://api\\.github\\.com$", "https://github.com")
                        .replaceFirst("/api/v3$", "")
                : base;
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    }
}
