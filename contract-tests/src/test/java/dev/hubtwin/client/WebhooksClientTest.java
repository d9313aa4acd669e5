package dev.hubtwin.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hubtwin.TwinWorld;
import dev.hubtwin.client.model.Hook;
import dev.hubtwin.client.model.HookDeliveryItem;
import dev.hubtwin.client.model.OrgHook;
import dev.hubtwin.client.model.WebhookConfigCreate;
import dev.hubtwin.client.model.WebhookName;
import dev.hubtwin.junit.HubtwinTest;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every operation on webhooks, of organizations and of repositories, with its answer; and that no tag is left out. */
@HubtwinTest
class WebhooksClientTest {

    private static final WebhookConfigCreate CONFIG = WebhookConfigCreate.builder()
            .url("http://127.0.0.1:9/new")
            .contentType("json")
            .build();

    @Test
    void webhooks(TwinWorld world) {
        WebhooksApi api = world.asUser("olivia").webhooks();
        ofAnOrganization(world, api);
        ofARepository(world, api);
        DescribedOperations.assertAllSucceeded("webhooks", world);
    }

    private static void ofAnOrganization(TwinWorld world, WebhooksApi api) {
        OrgHook hook = api.create("acme", WebhookName.WEB, CONFIG)
                .events(List.of("member"))
                .execute();
        long id = hook.getId();
        assertEquals(
                List.of(1L, id), api.list("acme").stream().map(OrgHook::getId).toList());
        assertEquals(2, api.listById(9001).perPage(1).stream().count());
        assertEquals(List.of("member"), api.getById("acme", id).getEvents());
        assertEquals(
                List.of("team"),
                api.update("acme", id).events(List.of("team")).execute().getEvents());
        assertFalse(api.updateByPost("acme", id).active(false).execute().getActive());
        assertEquals("http://127.0.0.1:9/new", api.getConfig("acme", id).getUrl());
        assertEquals(
                "form",
                api.updateConfig("acme", id).contentType("form").execute().getContentType());
        api.ping("acme", id);
        world.deliveries().await();
        HookDeliveryItem ping = api.listDeliveries("acme", id).toList().get(0);
        assertEquals("ping", ping.getEvent());
        assertEquals(ping.getGuid(), api.getDelivery("acme", id, ping.getId()).getGuid());
        api.redeliver("acme", id, ping.getId());
        api.delete("acme", id);
        assertThrows(NotFoundException.class, () -> api.getById("acme", id));
    }

    private static void ofARepository(TwinWorld world, WebhooksApi api) {
        Hook hook = api.createRepositoryWebhook("acme", "widgets", CONFIG)
                .events(List.of("push"))
                .execute();
        long id = hook.getId();
        assertEquals(
                List.of(id),
                api.listRepositoryWebhooks("acme", "widgets").stream()
                        .map(Hook::getId)
                        .toList());
        assertEquals(1, api.listRepositoryWebhooksById(1_296_269).stream().count());
        assertEquals(
                List.of("push"), api.getRepositoryWebhook("acme", "widgets", id).getEvents());
        assertEquals(
                List.of("member", "push"),
                api
                        .updateRepositoryWebhook("acme", "widgets", id)
                        .addEvents(List.of("member"))
                        .execute()
                        .getEvents()
                        .stream()
                        .sorted()
                        .toList());
        assertEquals(
                List.of("push"),
                api.updateRepositoryWebhookByPost("acme", "widgets", id)
                        .removeEvents(List.of("member"))
                        .execute()
                        .getEvents());
        assertEquals(
                "json", api.getRepositoryWebhookConfig("acme", "widgets", id).getContentType());
        assertEquals(
                "0",
                api.updateRepositoryWebhookConfig("acme", "widgets", id)
                        .insecureSsl("0")
                        .execute()
                        .getInsecureSsl());
        api.pingRepositoryWebhook("acme", "widgets", id);
        api.testRepositoryWebhook("acme", "widgets", id);
        world.deliveries().await();
        List<HookDeliveryItem> deliveries =
                api.listRepositoryWebhookDeliveries("acme", "widgets", id).toList();
        assertEquals(
                "ping",
                api.getRepositoryWebhookDelivery(
                                "acme", "widgets", id, deliveries.get(0).getId())
                        .getEvent());
        api.redeliverRepositoryWebhookDelivery(
                "acme", "widgets", id, deliveries.get(0).getId());
        api.deleteRepositoryWebhook("acme", "widgets", id);
        assertEquals(0, api.listRepositoryWebhooks("acme", "widgets").stream().count());
    }

    @Test
    void everyTagHasATest() {
        Set<String> tested = new TreeSet<>();
        for (Class<?> tests : List.of(
                PeopleClientTest.class, AppsClientTest.class, RepositoriesClientTest.class, WebhooksClientTest.class)) {
            for (Method method : tests.getDeclaredMethods()) {
                if (method.isAnnotationPresent(Test.class)) {
                    tested.add(method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
                }
            }
        }
        tested.remove("every-tag-has-a-test");
        assertEquals(DescribedOperations.tags(), tested);
    }
}
