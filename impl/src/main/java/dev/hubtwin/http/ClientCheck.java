package dev.hubtwin.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;

/** What github.com wants of the program that calls: its name, and no version but one it has (conventions, section 8). */
@PreMatching
@Priority(Steps.CLIENT)
public final class ClientCheck implements ContainerRequestFilter {

  private static final String VERSION = "X-GitHub-Api-Version";

  @Override
  public void filter(ContainerRequestContext request) {
    Exchange exchange = Exchange.at(Step.CLIENT, request);
    if (exchange.links().dialect() != Dialect.GITHUB_COM || exchange.operation().orElseThrow().isOwn()) {
      return;
    }
    if (isMissing(request.getHeaderString(HttpHeaders.USER_AGENT))) {
      throw Refusal.noUserAgent();
    }
    String version = request.getHeaderString(VERSION);
    if (!isMissing(version) && !version.trim().equals(Dialect.GITHUB_COM.version())) {
      throw Refusal.unknownVersion(version);
    }
  }

  private static boolean isMissing(String header) {
    return header == null || header.isBlank();
  }
}
