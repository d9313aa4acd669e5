package dev.hubtwin.internal.api.strict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.hubtwin.internal.api.model.AppPermissions;
import dev.hubtwin.internal.api.model.BasicError;
import dev.hubtwin.internal.api.model.DefaultRepositoryPermission;
import dev.hubtwin.internal.api.model.OrgHookCreate;
import dev.hubtwin.internal.api.model.OrganizationSimple;
import dev.hubtwin.internal.api.model.OrganizationUpdate;
import dev.hubtwin.internal.api.model.PermissionReadWrite;
import dev.hubtwin.internal.api.model.PermissionReadWriteAdmin;
import dev.hubtwin.internal.api.model.Team;
import dev.hubtwin.internal.api.model.TeamPrivacy;
import dev.hubtwin.internal.api.model.TeamSimple;
import dev.hubtwin.internal.api.model.ValidationError;
import dev.hubtwin.internal.api.model.ValidationErrorAny;
import dev.hubtwin.internal.api.model.ValidationErrorDetail;
import dev.hubtwin.internal.api.model.WebhookConfigReplacement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openapitools.jackson.nullable.JsonNullable;
import org.openapitools.jackson.nullable.JsonNullableModule;

/** How the generated records are read and written. */
class ModelJsonTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new JsonNullableModule())
            .build();

    @Test
    void requiredMembersAreWrittenInTheOrderOfTheDescriptionAndNullToo() throws JsonProcessingException {
        OrganizationSimple organization = OrganizationSimple.builder()
                .description(null)
                .login("github")
                .id(5_000_000_000L)
                .nodeId("n")
                .url("u")
                .reposUrl("r")
                .eventsUrl("e")
                .hooksUrl("h")
                .issuesUrl("i")
                .membersUrl("m")
                .publicMembersUrl("p")
                .avatarUrl("a")
                .build();
        assertEquals(
                "{'login':'github','id':5000000000,'node_id':'n','url':'u','repos_url':'r','events_url':'e','hooks_url':'h',"
                        + "'issues_url':'i','members_url':'m','public_members_url':'p','avatar_url':'a','description':null}",
                write(organization));
    }

    @Test
    void aRequiredMemberThatMayNotBeNullCannotBeForgotten() {
        NullPointerException refusal = assertThrows(
                NullPointerException.class,
                () -> BasicError.builder().message("m").build());
        assertEquals("documentation_url", refusal.getMessage());
    }

    @Test
    void optionalMembersAreAbsentUnlessSet() throws JsonProcessingException {
        BasicError error =
                BasicError.builder().message("m").documentationUrl("d").build();
        assertEquals("{'message':'m','documentation_url':'d'}", write(error));
        assertEquals(
                "{'message':'m','documentation_url':'d','status':'404'}",
                write(error.toBuilder().status("404").build()));
    }

    @Test
    void absentNullAndSetAreThreeThings() throws JsonProcessingException {
        OrganizationUpdate update = read("{'name': null, 'blog': 'b'}", OrganizationUpdate.class);
        assertEquals(JsonNullable.of(null), update.name());
        assertEquals(JsonNullable.of("b"), update.blog());
        assertEquals(JsonNullable.undefined(), update.email());
        assertEquals("{'name':null,'blog':'b'}", write(update));
        assertEquals("{'name':null,'blog':'b'}", write(update.toBuilder().build()));
    }

    @Test
    void whatABuilderIsNotToldIsAbsent() throws JsonProcessingException {
        OrganizationUpdate update = OrganizationUpdate.builder().name(null).build();
        assertEquals(JsonNullable.undefined(), update.blog());
        assertEquals("{'name':null}", write(update));
    }

    @Test
    void nothingIsFilledIntoAnAbsentMember() throws JsonProcessingException {
        assertEquals("{}", write(read("{}", OrganizationUpdate.class)));
    }

    @Test
    void enumsAreTheExactText() throws JsonProcessingException {
        OrganizationUpdate update = read("{'default_repository_permission': 'none'}", OrganizationUpdate.class);
        assertEquals(DefaultRepositoryPermission.NONE, update.defaultRepositoryPermission());
        assertEquals("{'default_repository_permission':'none'}", write(update));
        assertThrows(
                ValueInstantiationException.class,
                () -> read("{'default_repository_permission': 'NONE'}", OrganizationUpdate.class));
    }

    @Test
    void unknownMembersAreIgnored() throws JsonProcessingException {
        BasicError error = read("{'message': 'm', 'documentation_url': 'd', 'other': {'a': 1}}", BasicError.class);
        assertEquals("{'message':'m','documentation_url':'d'}", write(error));
    }

    @Test
    void anArrayIsCopiedAndAnAbsentOneStaysAbsent() {
        List<ValidationErrorDetail> details = new ArrayList<>();
        ValidationError error = ValidationError.builder()
                .message("m")
                .documentationUrl("d")
                .errors(details)
                .build();
        details.add(null);
        assertTrue(error.errors().isEmpty());
        assertThrows(UnsupportedOperationException.class, () -> error.errors().add(null));
        assertNull(error.toBuilder().errors(null).build().errors());
    }

    @Test
    void anAbsentMemberOfACreationHasTheDefaultOfTheDescription() throws JsonProcessingException {
        OrgHookCreate hook = read("{'name': 'web', 'config': {'url': 'u'}}", OrgHookCreate.class);
        assertEquals(List.of("push"), hook.events());
        assertEquals(true, hook.active());
        assertEquals("form", hook.config().contentType());
    }

    @Test
    void membersOfFreeNameAreKeptInTheOrderOfTheirNames() throws JsonProcessingException {
        AppPermissions permissions =
                read("{'z_new':'admin','metadata':'read','a_new':'write','contents':'read'}", AppPermissions.class);
        assertEquals(PermissionReadWrite.READ, permissions.contents());
        assertEquals(
                PermissionReadWriteAdmin.ADMIN,
                permissions.additionalProperties().get("z_new"));
        assertEquals("{'contents':'read','metadata':'read','a_new':'write','z_new':'admin'}", write(permissions));
        assertEquals(permissions, permissions.toBuilder().build());
        assertEquals("{}", write(read("{}", AppPermissions.class)));
    }

    @Test
    void aNullableReferenceIsOfThePlainClass() throws JsonProcessingException {
        Team team = Team.builder()
                .id(1L)
                .nodeId("n")
                .name("n")
                .slug("s")
                .privacy(TeamPrivacy.CLOSED)
                .permission("pull")
                .url("u")
                .htmlUrl("h")
                .membersUrl("m")
                .repositoriesUrl("r")
                .build();
        TeamSimple parent = team.parent();
        assertNull(parent);
        assertTrue(write(team).endsWith("'parent':null}"));
    }

    @Test
    void aNumberOrATextIsKeptAsItIs() throws JsonProcessingException {
        assertEquals(
                1,
                read("{'url': 'u', 'insecure_ssl': 1}", WebhookConfigReplacement.class)
                        .insecureSsl());
        assertEquals(
                "1",
                read("{'url': 'u', 'insecure_ssl': '1'}", WebhookConfigReplacement.class)
                        .insecureSsl());
    }

    @Test
    void aChoiceIsWrittenAsWhatItIs() throws JsonProcessingException {
        ValidationErrorAny error =
                ValidationError.builder().message("m").documentationUrl("d").build();
        assertEquals("{'message':'m','documentation_url':'d'}", write(error));
        assertFalse(write(List.of(error)).contains("type"));
    }

    private static String write(Object value) throws JsonProcessingException {
        return JSON.writeValueAsString(value).replace('"', '\'');
    }

    private static <T> T read(String json, Class<T> type) throws JsonProcessingException {
        return JSON.readValue(json.replace('\'', '"'), type);
    }
}
