package dev.hubtwin.internal.api.strict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the description does not list for an operation does not compile, and the compiler names it. */
class StrictnessTest {

    @Test
    void aDocumentedResponseCompiles() throws IOException {
        assertEquals("", complaintsAbout("return new GetResponse.NotFound(error);"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
      an undocumented status            | return new GetResponse.Conflict(error);         | class Conflict
      a response of another operation   | return new UpdateResponse.NotFound(error);      | UpdateResponse.NotFound cannot be converted
      a wrong body                      | return new GetResponse.Ok(error, null);         | BasicError cannot be converted to dev.hubtwin.internal.api.model.OrganizationFull
      a body on a 304                   | return new GetResponse.NotModified(error);      | constructor NotModified
      a body on a 204                   | return new WebhooksApi.DeleteWebhookResponse.NoContent(error); | constructor NoContent
      no body where there is one        | return new GetResponse.Ok();                    | constructor Ok
      a header that is not listed       | return new GetResponse.NotFound(error, "url");  | constructor NotFound
      a response of one's own           | return new GetResponse() { public int status() { return 418; } }; | sealed
      """)
    void anythingElseDoesNot(String what, String body, String named) throws IOException {
        String complaints = complaintsAbout(body);
        assertTrue(complaints.contains(named), () -> what + ": " + complaints);
    }

    private static String complaintsAbout(String body) throws IOException {
        DiagnosticCollector<JavaFileObject> complaints = new DiagnosticCollector<>();
        List<String> options = List.of("-proc:none", "-cp", System.getProperty("java.class.path"));
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, complaints, options, null, List.of(resource(body)));
        task.analyze();
        return complaints.getDiagnostics().stream()
                .filter(complaint -> complaint.getKind() == Diagnostic.Kind.ERROR)
                .map(complaint -> complaint.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
    }

    private static JavaFileObject resource(String body) {
        String source = """
        import dev.hubtwin.internal.api.*;
        abstract class Sample implements OrganizationsApi {
          dev.hubtwin.internal.api.model.BasicError error;
          @Override public GetResponse get() { %s }
        }
        """.formatted(body);
        return new SimpleJavaFileObject(URI.create("string:///Sample.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }
}
