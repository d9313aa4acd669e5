package dev.hubtwin.internal.seed;

import static dev.hubtwin.internal.seed.SeedSamples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hubtwin.JsonTrees;
import dev.hubtwin.internal.seed.schema.SeedSchema;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.repository.Repository;
import dev.hubtwin.seed.Seed;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {

    /** Other ways to say what an export says once. */
    private static final Set<String> ALTERNATIVES = Set.of(
            "repositories.private",
            "apps.private_key",
            "apps.private_keys",
            "apps.private_key_file",
            "organizations.members_allowed_repository_creation_type");

    private final String everything = SeedSamples.text("everything.yaml");

    @Test
    void nothingIsLost() {
        World world = SeedCodec.read(everything, null, NOW);
        JsonNode sent = JsonTrees.tree(Seed.parse(everything));
        assertEquals(sent, JsonTrees.tree(Seed.parse(SeedCodec.json(world))));
        assertEquals(sent, JsonTrees.tree(Seed.parse(SeedCodec.yaml(world))));
        assertEquals(world, SeedCodec.read(SeedCodec.json(world), null, NOW));
    }

    @Test
    void everythingIsTried() {
        Set<String> known = new TreeSet<>();
        members(SeedSchema.STATE, "", known);
        Set<String> tried = new TreeSet<>();
        members(JsonTrees.tree(Seed.parse(everything)), SeedSchema.STATE, "", tried);
        known.removeAll(ALTERNATIVES);
        assertEquals(known, tried);
    }

    private static void members(SeedSchema shape, String path, Set<String> found) {
        shape.members().forEach((name, member) -> {
            String here = path.isEmpty() ? name : path + "." + name;
            found.add(here);
            members(member.items() == null ? member : member.items(), here, found);
        });
    }

    private static void members(JsonNode node, SeedSchema shape, String path, Set<String> found) {
        if (node.isArray()) {
            node.forEach(element -> members(element, shape.items(), path, found));
        } else if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(member -> shape.members().containsKey(member.getKey()))
                    .forEach(member -> {
                        String here = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
                        found.add(here);
                        SeedSchema of = shape.members().get(member.getKey());
                        if (of.choices().isEmpty()) {
                            members(member.getValue(), of, here, found);
                        }
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "off",
                "Yes",
                "null",
                "~",
                "007",
                "1e10",
                "0x1F",
                "1:30",
                ".inf",
                "-",
                "- a",
                "a: b",
                "a #b",
                "#a",
                "*a",
                "&a",
                "!a",
                "%a",
                "@a",
                "`a",
                "{a}",
                "[a]",
                "a,b",
                "'a'",
                "\"a\"",
                "a\nb",
                "a\n",
                "\na",
                "a\n\n",
                "  a\n b",
                "a \nb",
                "\t",
                "a\tb",
                "\u0007",
                "é",
                "\uFEFF",
                "😀",
                "\u2028",
                "\u0085",
                "a\r\nb",
                "2026-01-01",
                "2026-01-01T00:00:00Z",
                "---",
                "...",
                "<<",
                "=",
                "|",
                ">",
                "?",
                "? a",
                "a:",
                ":a",
                "http://x:8/?a=b#c"
            })
    void everyTextSurvives(String text) {
        survives(text);
    }

    @RepeatedTest(50)
    void anyTextSurvives(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String alphabet = "ab0 \n\t:#-'\"\\,[]{}&*!|>%@`é\u0001\u2029😀";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(20); i > 0; i--) {
            text.appendCodePoint(alphabet.codePointAt(
                    alphabet.offsetByCodePoints(0, random.nextInt(alphabet.codePointCount(0, alphabet.length())))));
        }
        survives(text.toString());
    }

    private static void survives(String text) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.putArray("users").addObject().put("login", "a").put("name", text);
        World world = SeedCodec.read(tree.toString(), "application/json", NOW);
        assertEquals(text, world.accounts().user("a").orElseThrow().profile().name());
        assertEquals(world, SeedCodec.read(SeedCodec.json(world), null, NOW));
        assertEquals(world, SeedCodec.read(SeedCodec.yaml(world), null, NOW));
        assertEquals(SeedCodec.yaml(world), SeedCodec.yaml(SeedCodec.read(SeedCodec.yaml(world), null, NOW)));
    }

    @Test
    void nullIsAsIfAbsent() {
        World absent = SeedCodec.read("users: [{login: a}]\nrepositories: [{owner: a, name: r}]", null, NOW);
        World said = SeedCodec.read(
                "signed_in: null\nusers: [{login: a, id: null, bio: ~}]\nrepositories: [{owner: a, name: r, license: null}]\ntokens: null",
                null,
                NOW);
        assertEquals(absent, said);
    }

    @Test
    void anExportOfNothingIsEmpty() {
        assertEquals("{}\n", SeedCodec.yaml(World.EMPTY).replace(" ", ""));
        assertEquals("{}\n", SeedCodec.json(World.EMPTY).replace(" ", ""));
        assertEquals(World.EMPTY, SeedCodec.read("{}", null, NOW));
    }

    @Test
    void theOlderSettingStandsForFlags() {
        World world = SeedCodec.read("""
        organizations:
          - {login: a, members_allowed_repository_creation_type: private, members_can_create_public_repositories: true}
          - {login: b, members_allowed_repository_creation_type: none}
        """, null, NOW);
        assertEquals(
                "RepositoryCreation[any=true, publicOnes=false, privateOnes=true, internalOnes=false]",
                world.accounts()
                        .organization("a")
                        .orElseThrow()
                        .policy()
                        .repositoryCreation()
                        .toString());
        assertEquals(
                "RepositoryCreation[any=false, publicOnes=false, privateOnes=false, internalOnes=false]",
                world.accounts()
                        .organization("b")
                        .orElseThrow()
                        .policy()
                        .repositoryCreation()
                        .toString());
        assertEquals(world, SeedCodec.read(SeedCodec.yaml(world), null, NOW));
    }

    @Test
    void aPrivateRepositoryCanBeCalledSo() {
        World world =
                SeedCodec.read("users: [{login: a}]\nrepositories: [{owner: A, name: r, private: true}]", null, NOW);
        assertEquals(
                Repository.Visibility.PRIVATE,
                world.repository("a", "r").orElseThrow().visibility());
    }

    @Test
    void whatIsCountedFromBeginsWithTheWorldsClock() {
        World world = SeedCodec.read("""
        settings: {clock: 2026-01-01T00:00:00Z}
        users: [{login: a}]
        organizations: [{login: o, members: [{login: a, state: pending}]}]
        manifest_codes: [{code: c, owner: a}]
        """, null, NOW);
        assertEquals(
                "2026-01-01T00:00:00Z",
                world.memberships()
                        .roster(2)
                        .membership(1)
                        .orElseThrow()
                        .invitedAt()
                        .toString());
        assertEquals(
                "2026-01-01T00:00:00Z",
                world.apps().code("c").orElseThrow().createdAt().toString());
    }
}
