package dev.hubtwin.internal.cli;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Four writers, which change whatever can be changed until they are not answered any more. */
final class Writers {

    private static final int WRITERS = 4;
    private static final int UNAVAILABLE = 503;

    /** The company of the organization, in the demo world. */
    private static final String DEMO = " Acme Inc.";

    private final TwinProcess twin;
    private final Ledger ledger;
    private final int life;
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final List<Future<?>> writing;

    /** Begins to write; {@code life} tells what is written apart from what was before. */
    Writers(TwinProcess twin, Ledger ledger, int life) throws Exception {
        this.twin = twin;
        this.ledger = ledger;
        this.life = life;
        twin.send("PUT", "/_twin/settings", "{\"rate_limit\":\"off\"}");
        twin.send(
                "PATCH",
                "/_twin/state",
                "{\"oauth_apps\":[{\"client_id\":\"0123456789abcdef0123\",\"client_secret\":\"shh\",\"name\":\"R\"}]}");
        writing = IntStream.range(0, WRITERS)
                .<Future<?>>mapToObj(writer -> threads.submit(() -> write(writer)))
                .toList();
    }

    /** Lets them write for so many milliseconds. */
    void join(int millis) throws Exception {
        try {
            writing.get(0).get(millis, TimeUnit.MILLISECONDS);
            throw new IllegalStateException("a writer has ended");
        } catch (TimeoutException e) {
            // as it should be
        }
    }

    /** Waits until they have noticed that nobody answers, and rethrows what else they met. */
    void end() throws Exception {
        for (Future<?> one : writing) {
            one.get();
        }
        threads.shutdown();
    }

    /** An answer that did not come. */
    private static final class Unanswered extends Exception {
        private static final long serialVersionUID = 1;
    }

    private Void write(int writer) throws InterruptedException {
        try {
            for (int round = 0; ; round++) {
                write(writer, life + "-" + writer + "-" + round);
            }
        } catch (Unanswered e) {
            return null;
        }
    }

    private void write(int writer, String name) throws Unanswered, InterruptedException {
        String one = name + "-a";
        String other = name + "-b";
        String users =
                "{'users':[{'login':'%s'},{'login':'%s'}],'organizations':[{'login':'acme','members':[{'login':'%s'}]}]}";
        change(
                Map.of("user " + one, true, "user " + other, true, "member " + one, true),
                "PATCH",
                "/_twin/state",
                users.formatted(one, other, one));
        change(Map.of("team " + one, true), "PUT", "/orgs/acme/teams/engineering/memberships/" + one, "{}");
        String hook = "http://127.0.0.1:9/" + name;
        String made = change(
                Map.of("hook " + hook, true),
                "POST",
                "/orgs/acme/hooks",
                "{'name':'web','active':false,'config':{'url':'" + hook + "'}}");
        change(
                Map.of("hook " + hook, false),
                "DELETE",
                "/orgs/acme/hooks/" + made.replaceAll(".*?\"id\": ?([0-9]+).*", "$1"),
                null);
        String campaign = change(
                Map.of("campaign " + name, true),
                "POST",
                "/orgs/acme/campaigns",
                ("{'name':'%s','description':'d','ends_at':'2029-01-01T00:00:00Z',"
                                + "'code_scanning_alerts':[{'repository_id':1296269,'alert_numbers':[1]}]}")
                        .formatted(name));
        change(
                Map.of("campaign " + name, false),
                "DELETE",
                "/orgs/acme/campaigns/" + campaign.replaceAll(".*?\"number\": ?([0-9]+).*", "$1"),
                null);
        signIn();
        String world = "world " + name;
        change(Map.of(world, true, "in " + world + DEMO, true), "PUT", "/_twin/worlds/" + name, null);
        change(
                Map.of("in " + world + DEMO, false, "in " + world + " it", true),
                "PATCH",
                "/w/" + name + "/orgs/acme",
                "{'company':'it'}");
        change(Map.of(world, false, "in " + world + " it", false), "DELETE", "/_twin/worlds/" + name, null);
        change(Map.of("snapshot " + name, true), "PUT", "/_twin/snapshots/" + name, null);
        change(Map.of("snapshot " + name, false), "DELETE", "/_twin/snapshots/" + name, null);
        change(Map.of("member " + one, false, "team " + one, false), "DELETE", "/orgs/acme/members/" + one, null);
    }

    private void signIn() throws Unanswered, InterruptedException {
        String client = "?client_id=0123456789abcdef0123";
        String begun = change(Map.of(), "POST", "/login/device/code" + client, null);
        String userCode = begun.replaceFirst(".*user_code=([A-Z-]*).*", "$1");
        String device = begun.replaceFirst(".*device_code=([0-9a-f]*).*", "$1");
        change(Map.of(), "POST", "/_twin/approvals", "{'user_code':'" + userCode + "','user':'olivia'}");
        String given = change(
                Map.of(),
                "POST",
                "/login/oauth/access_token" + client
                        + "&grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=" + device,
                null);
        if (!given.startsWith("access_token=")) {
            throw new IllegalStateException(given);
        }
        ledger.given(given.replaceFirst("access_token=(\\w+).*", "$1"));
    }

    private String change(Map<String, Boolean> changes, String method, String path, String body)
            throws Unanswered, InterruptedException {
        ledger.asked(changes);
        HttpResponse<String> answer;
        try {
            answer = twin.send(method, path, body == null ? null : body.replace('\'', '"'));
        } catch (IOException e) {
            throw new Unanswered();
        }
        if (answer.statusCode() == UNAVAILABLE) {
            throw new Unanswered();
        }
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        ledger.acknowledged(changes);
        return answer.body();
    }
}
