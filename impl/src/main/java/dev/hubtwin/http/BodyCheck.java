package dev.hubtwin.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Error;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/**
 * Holds a body against the contract before it is bound: JSON whatever its content type says, an object (an empty body
 * counts as an empty one), and valid against its schema. A text or a form is what it is.
 */
public final class BodyCheck implements ReaderInterceptor {

  private final Provider<Exchange> exchange;
  private final ObjectMapper json;

  @Inject
  public BodyCheck(Provider<Exchange> exchange, ObjectMapper json) {
    this.exchange = exchange;
    this.json = json;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    Operation operation = exchange.get().operation().orElseThrow();
    if (context.getType() == String.class || context.getType() == Form.class) {
      return context.proceed();
    }
    byte[] bytes = context.getInputStream().readAllBytes();
    JsonNode body = parse(bytes);
    List<Error> errors = operation.body().map(schema -> check(schema, body)).orElse(List.of());
    if (!errors.isEmpty()) {
      throw Refusal.invalidRequest(InvalidRequest.body(errors));
    }
    context.setInputStream(new ByteArrayInputStream(bytes.length == 0 ? new byte[] {'{', '}'} : bytes));
    try {
      return context.proceed();
    } catch (JsonMappingException e) { // a time, a number: some fit their schema and no type
      throw Refusal.invalidRequest(InvalidRequest.unfit(e));
    }
  }

  /** A number too large for any type, such as 1e400, is more than the enum keyword of the schema's library bears. */
  private static List<Error> check(BodySchema schema, JsonNode body) {
    try {
      return schema.check(body);
    } catch (NumberFormatException e) {
      throw Refusal.invalidRequest("A number is too large.");
    }
  }

  private JsonNode parse(byte[] bytes) {
    if (bytes.length == 0) {
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      JsonNode body = json.readTree(bytes);
      if (!body.isObject()) {
        throw body.isMissingNode() ? Refusal.problemsParsingJson() : Refusal.notAnObject();
      }
      return body;
    } catch (IOException e) {
      throw Refusal.problemsParsingJson();
    }
  }
}
