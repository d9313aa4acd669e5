package dev.hubtwin.internal.description;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hubtwin.internal.auth.Caller;
import dev.hubtwin.internal.auth.CallerDescriptions;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.token.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** The tokens of the demo world, which are public: the program prints them when it starts. */
final class DemoTokens {

    private static final List<String> TEXTS = read();

    private DemoTokens() {}

    /** Those that are good in a world now, as an array: the text of each, its kind, and whom it speaks for. */
    static ArrayNode in(World world, Instant now) {
        ArrayNode tokens = JsonNodeFactory.instance.arrayNode();
        TEXTS.stream()
                .flatMap(text -> world.tokens().find(text).stream())
                .filter(token -> token.isGood(now))
                .forEach(token -> add(tokens, world, token));
        return tokens;
    }

    private static void add(ArrayNode tokens, World world, Token token) {
        Caller caller = Caller.of(token);
        tokens.addObject()
                .put("token", token.text())
                .put("kind", caller.kind().word())
                .put("owner", CallerDescriptions.of(world, caller).toString());
    }

    private static List<String> read() {
        try (InputStream demo = DemoTokens.class.getResourceAsStream("/dev/hubtwin/seed/demo.json")) {
            return new JsonMapper()
                    .readTree(demo)
                    .path("tokens")
                    .valueStream()
                    .map(token -> token.path("token").textValue())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
