package dev.hubtwin.internal.pages;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser does at one root of a server, without one: it follows nothing by itself. */
record BrowserVisit(String root) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]*)\"");

    /** What came back. */
    record Seen(int status, String page, HttpResponse<String> whole) {

        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }

        /** The token of the page's form. */
        String token() {
            Matcher token = TOKEN.matcher(page);
            return token.find() ? token.group(1) : "";
        }
    }

    Seen get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(root + path)));
    }

    /** Calls the control API. */
    int control(String method, String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(root + "/_twin/" + path))
                        .method(method, BodyPublishers.ofString(body)))
                .status();
    }

    /** Sends a form of the server's own; {@code fields} are names and values in turn. */
    Seen post(String path, String... fields) throws IOException, InterruptedException {
        URI url = URI.create(root + path);
        return postFrom(url.getScheme() + "://" + url.getAuthority(), path, fields);
    }

    /** Sends a form from a page of another origin. */
    Seen postFrom(String origin, String path, String... fields) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(root + path))
                .headers("Content-Type", "application/x-www-form-urlencoded", "Origin", origin)
                .POST(BodyPublishers.ofString(form(fields))));
    }

    private static Seen send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        return new Seen(response.statusCode(), response.body(), response);
    }

    private static String form(String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return String.join("&", pairs);
    }
}
