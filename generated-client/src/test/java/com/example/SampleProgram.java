package com.example;

import com.sun.net.httpserver.HttpServer;
import dev.hubtwin.client.GitHubClient;
import dev.hubtwin.client.NotFoundException;
import dev.hubtwin.client.model.OrganizationFull;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A program that has the client and nothing else; it prints what came back in ASCII. */
public final class SampleProgram {

    private SampleProgram() {}

    /** Changes a name at a server that echoes it, and asks for what is not there. */
    public static void main(String[] args) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        GitHubClient client = GitHubClient.builder()
                .baseUrl("http://localhost:" + server.getAddress().getPort())
                .token("ghp_x")
                .build();
        OrganizationFull changed =
                client.organizations().update("acme").name("Gr\u00f6\u00dfe").execute();
        byte[] utf8 = changed.getName().getBytes(StandardCharsets.UTF_8);
        try {
            client.organizations().get("acme");
        } catch (NotFoundException e) {
            System.out.println(utf8.length + " " + changed.getName().equals("Gr\u00f6\u00dfe") + " " + e.status() + " "
                    + GitHubClient.class.getModule().isNamed());
        }
        server.stop(0);
    }
}
