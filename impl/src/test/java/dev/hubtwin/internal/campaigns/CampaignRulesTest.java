package dev.hubtwin.internal.campaigns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.hubtwin.internal.api.model.CampaignAlerts;
import dev.hubtwin.internal.api.model.CampaignCreate;
import dev.hubtwin.internal.api.model.CampaignState;
import dev.hubtwin.internal.api.model.CampaignUpdate;
import dev.hubtwin.internal.exchange.PathEntities;
import dev.hubtwin.internal.rest.ApiException;
import dev.hubtwin.internal.seed.SeedCodec;
import dev.hubtwin.internal.store.Change;
import dev.hubtwin.internal.world.Counters.Numbered;
import dev.hubtwin.internal.world.Counters.Series;
import dev.hubtwin.internal.world.World;
import dev.hubtwin.internal.world.campaign.Campaign;
import dev.hubtwin.internal.world.repository.Repository;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@DisplayName("The rules of campaigns")
class CampaignRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final BiConsumer<World, Repository> ANYBODY = (world, repository) -> {};
    private static final World WORLD = SeedCodec.read("""
      users: [{login: olivia, id: 1}]
      organizations:
        - login: acme
          id: 9
          members: [{login: olivia, role: admin}]
          campaigns:
            - {number: 1, name: One, code_scanning_alerts: [{repository: widgets, alert_numbers: [1, 2, 3, 4]}]}
            - {number: 2, name: Two, state: draft}
      repositories:
        - {owner: acme, name: widgets, id: 5, code_scanning_alerts: [
            {number: 1}, {number: 2, in_progress: true}, {number: 3, state: fixed, in_progress: true},
            {number: 4, state: dismissed}]}
        - {owner: olivia, name: notes, id: 6, code_scanning_alerts: [{number: 1}]}
      """, "application/yaml", NOW);

    @Test
    @DisplayName("an end is in the future by any time after now, and in a year that can be shown (R19, R20)")
    void endsInTheFuture() {
        assertEquals(NOW.plusNanos(1), CampaignReferences.end(NOW.plusNanos(1).atOffset(ZoneOffset.ofHours(14)), NOW));
        refused(
                "The end date must be in the future.",
                () -> CampaignReferences.end(NOW.atOffset(ZoneOffset.ofHours(-12)), NOW));
        assertEquals(
                Instant.parse("9999-12-31T23:59:59Z"),
                CampaignReferences.end(OffsetDateTime.parse("9999-12-31T23:59:59Z"), NOW));
        refused(
                "The end date must be in the year 9999 or before.",
                () -> CampaignReferences.end(OffsetDateTime.parse("9999-12-31T23:59:59-00:01"), NOW));
    }

    @Test
    @DisplayName("a campaign begins published, at the moment of the world (R1)")
    void beginsPublished() {
        Campaign made = CampaignCreation.create(named(WORLD), body(5, 1).build(), NOW, ANYBODY)
                .result();
        assertEquals("3 OPEN", made.number() + " " + made.state());
        assertEquals(List.of(NOW, NOW, NOW), List.of(made.createdAt(), made.updatedAt(), made.publishedAt()));
        assertNull(made.closedAt());
    }

    @Test
    @DisplayName("repositories of the organization are judged before anything else, others are not there (R6, R23)")
    void judgesRepositories() {
        List<Long> judged = new ArrayList<>();
        CampaignCreate body = body(5, 9).endsAt(NOW.atOffset(ZoneOffset.UTC)).build();
        refused(
                "The end date must be in the future.",
                () -> CampaignCreation.create(
                        named(WORLD), body, NOW, (world, repository) -> judged.add(repository.id())));
        assertEquals(List.of(5L), judged);
        refused(
                "There is no repository 6 in the organization.",
                () -> CampaignCreation.create(
                        named(WORLD), body(6, 1).build(), NOW, (world, repository) -> judged.add(repository.id())));
        assertEquals(List.of(5L), judged);
        refused(
                "There is no code scanning alert 9 in widgets.",
                () -> CampaignCreation.create(named(WORLD), body(5, 9).build(), NOW, ANYBODY));
        refused(
                "The code scanning alert 1 in widgets is named twice.",
                () -> CampaignCreation.create(named(WORLD), body(5, 1, 2, 1).build(), NOW, ANYBODY));
    }

    @Test
    @DisplayName("an issue is one more open issue of its repository, without which nothing else changes there (R25)")
    void opensIssues() {
        World after = CampaignCreation.create(
                        named(WORLD), body(5, 1).generateIssues(true).build(), NOW, ANYBODY)
                .world();
        Repository before = WORLD.repositories().repository(5).orElseThrow();
        Repository now = after.repositories().repository(5).orElseThrow();
        assertEquals(before.counts().openIssues() + 1, now.counts().openIssues());
        assertEquals(before.times(), now.times());
        assertEquals(2, after.counters().next(new Series(Numbered.ISSUES, 5)));
        assertEquals(WORLD.repositories().holdings(), after.repositories().holdings());
    }

    @Test
    @DisplayName("no number is given that nothing could stand above")
    void runsOutOfNumbers() {
        Series series = new Series(Numbered.ISSUES, 5);
        World full = WORLD.with(WORLD.counters().above(series, Integer.MAX_VALUE - 1));
        refused(
                "There is no number left among the issues.",
                () -> CampaignCreation.create(
                        named(full), body(5, 1).generateIssues(true).build(), NOW, ANYBODY));
        World almost = WORLD.with(WORLD.counters().above(series, Integer.MAX_VALUE - 2));
        Campaign last = CampaignCreation.create(
                        named(almost), body(5, 1).generateIssues(true).build(), NOW, ANYBODY)
                .result();
        assertEquals(Integer.MAX_VALUE - 1, last.issues().get(0).number());
    }

    @Test
    @DisplayName("what changes nothing gives the same world (R31); closing and opening tell when (R30)")
    void changes() {
        assertSame(
                WORLD,
                update(WORLD, CampaignUpdate.builder().name("One").state(CampaignState.OPEN), NOW)
                        .world());
        Change<Campaign> closed = update(WORLD, CampaignUpdate.builder().state(CampaignState.CLOSED), NOW);
        assertEquals(
                List.of(NOW, NOW),
                List.of(closed.result().closedAt(), closed.result().updatedAt()));
        Instant later = NOW.plus(Duration.ofHours(1));
        assertSame(
                closed.world(),
                update(closed.world(), CampaignUpdate.builder().state(CampaignState.CLOSED), later)
                        .world());
        Campaign opened = update(closed.world(), CampaignUpdate.builder().state(CampaignState.OPEN), later)
                .result();
        assertNull(opened.closedAt());
        assertEquals(later, opened.updatedAt());
    }

    @Test
    @DisplayName("open alerts are neither fixed nor dismissed, and those in progress are among them (decisions)")
    void tellsProgress() {
        assertEquals(new CampaignProgress(2, 2, 1), CampaignProgress.of(WORLD, CampaignRules.find(campaign(WORLD, 1))));
        Repository widgets = WORLD.repositories().repository(5).orElseThrow();
        World fewer = WORLD.with(widgets.withAlerts(widgets.alerts().minus(1)));
        assertEquals(
                new CampaignProgress(1, 2, 1),
                CampaignProgress.of(fewer, CampaignRules.find(campaign(fewer, 1))),
                "a deleted one");
    }

    @Test
    @DisplayName("a draft is not found, nor a number that wraps around (R1, R28)")
    void findsPublishedOnes() {
        for (long number : new long[] {0, 2, 3, (1L << 32) + 1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertEquals(
                    404,
                    assertThrows(ApiException.class, () -> CampaignRules.find(campaign(WORLD, number)))
                            .status());
        }
    }

    private static CampaignCreate.Builder body(long repository, long... alerts) {
        List<Long> numbers = new ArrayList<>();
        for (long alert : alerts) {
            numbers.add(alert);
        }
        return CampaignCreate.builder()
                .name("n")
                .description("d")
                .endsAt(OffsetDateTime.parse("2027-01-01T00:00:00Z"))
                .codeScanningAlerts(List.of(new CampaignAlerts(repository, numbers)));
    }

    private static Change<Campaign> update(World world, CampaignUpdate.Builder body, Instant now) {
        return CampaignRules.update(campaign(world, 1), body.build(), now);
    }

    private static void refused(String message, Executable rule) {
        ApiException refusal = assertThrows(ApiException.class, rule);
        assertEquals("422 " + message, refusal.status() + " " + refusal.getMessage());
    }

    private static PathEntities named(World world) {
        return PathEntities.of(world, Map.of("org", "ACME"));
    }

    private static PathEntities campaign(World world, long number) {
        return PathEntities.of(world, Map.of("org", "acme", "campaign_number", Long.toString(number)));
    }
}
