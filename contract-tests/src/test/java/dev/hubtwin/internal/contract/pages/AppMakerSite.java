package dev.hubtwin.internal.contract.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The site of who makes an app: sends visitors to the twin with a manifest, and takes them back. */
final class AppMakerSite implements AutoCloseable {

    static final String APP = "Fresh <i>App</i>";

    private static final String START = """
      <!DOCTYPE html><title>Site</title>
      <form id="go" method="post" action="%s/settings/apps/new?state=st%%26te">
      <input type="hidden" name="manifest" value='{"name": "Fresh <i>App</i>", "url": "%s", "redirect_url": "%s/back",
       "setup_url": "%s/setup", "default_permissions": {"metadata": "read"}, "public": true}'>
      </form>
      <script>document.getElementById("go").submit()</script>
      """;

    private final HttpServer server;
    private final String twin;

    private AppMakerSite(String twin) throws IOException {
        this.twin = twin;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, 200, START.formatted(twin, url(), url(), url())));
        // To another origin: the browser is to follow wherever a site leads.
        server.createContext("/back", exchange -> {
            exchange.getResponseHeaders()
                    .set("Location", arrival() + "?" + exchange.getRequestURI().getRawQuery());
            answer(exchange, 302, "");
        });
        server.createContext("/arrived", exchange -> answer(exchange, 200, "<!DOCTYPE html><title>Back</title>"));
        server.createContext("/setup", exchange -> answer(exchange, 200, "<!DOCTYPE html><title>Set up</title>"));
    }

    /** Serves a site that has apps made at this root of a twin. */
    static AppMakerSite of(String twin) throws IOException {
        AppMakerSite site = new AppMakerSite(twin);
        site.server.start();
        return site;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where visitors come to in the end, of another origin than the rest. */
    String arrival() {
        return "http://localhost:" + server.getAddress().getPort() + "/arrived";
    }

    private static void answer(HttpExchange exchange, int status, String page) throws IOException {
        byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
