package dev.hubtwin.internal.contract.config;

/** Whose credential a request bears, and its text in {@code fixture.yaml}. */
public enum FixtureIdentity {
    ANONYMOUS(null),
    OWNER("ghp_olivia"),
    OWNER_WITHOUT_SCOPES("ghp_olivia_without_scopes"),
    OWNER_READ_ORG("ghp_olivia_read_org"),
    OWNER_USER("ghp_olivia_user"),
    OWNER_REPO("ghp_olivia_repo"),
    OWNER_OAUTH("gho_olivia"),
    OWNER_READS_ACME("github_pat_olivia_reads_acme"),
    OWNER_PLAN_OF_ACME("github_pat_olivia_plan_of_acme"),
    OWNER_NOTHING_OF_ACME("github_pat_olivia_nothing_of_acme"),
    OWNER_WRITES_TINKER("github_pat_olivia_writes_tinker"),
    OWNER_READS_TINKER("github_pat_olivia_reads_tinker"),
    OWNER_THROUGH_APP("ghu_olivia"),
    EXPIRED("ghp_olivia_expired"),
    OWNER_EXPIRING("ghp_olivia_expiring"),
    REVOKED("ghp_olivia_revoked"),
    UNKNOWN("ghp_nobody_has_this"),
    MEMBER("ghp_mike"),
    MEMBER_WRITES_TINKER("github_pat_mike_writes_tinker"),
    OUTSIDER("ghp_dana"),
    INVITED("ghp_ivan"),
    COLLABORATOR("ghp_carol"),
    /** Belongs to more than a hundred organizations and shows it. */
    JOINER("ghp_paula"),
    /** Belongs to as many and hides it. */
    HIDER("ghp_hugh"),
    /** Calls nothing but what counts calls. */
    COUNTED("ghp_rita"),
    INSTALLATION_WITH_PLAN("ghs_acme_with_plan"),
    INSTALLATION_WITHOUT_PLAN("ghs_acme_without_plan"),
    INSTALLATION_ELSEWHERE("ghs_umbrella"),
    INSTALLATION_EXPIRED("ghs_acme_expired"),
    /** Owns harbor with bert, and other organizations alone. */
    ANNA("ghp_anna"),
    ANNA_WITHOUT_SCOPES("ghp_anna_without_scopes"),
    ANNA_READ_ORG("ghp_anna_read_org"),
    ANNA_WRITE_ORG("ghp_anna_write_org"),
    ANNA_REPO("ghp_anna_repo"),
    ANNA_USER("ghp_anna_user"),
    ANNA_WRITES_HARBOR("github_pat_anna_writes_harbor"),
    ANNA_READS_HARBOR("github_pat_anna_reads_harbor"),
    ANNA_NOTHING_OF_HARBOR("github_pat_anna_nothing_of_harbor"),
    HARBOR_WRITES("ghs_harbor_writes"),
    HARBOR_READS("ghs_harbor_reads"),
    HARBOR_BLIND("ghs_harbor_blind"),
    BERT("ghp_bert"),
    CLEO("ghp_cleo"),
    DIRK("ghp_dirk"),
    /** Invited to harbor. */
    EDDA("ghp_edda"),
    /** An outside collaborator of harbor. */
    FINN("ghp_finn"),
    HANK("ghp_hank"),
    /** Invited to vigil, without the second factor that it demands. */
    IRIS("ghp_iris"),
    /** Invited to own vigil, with one. */
    JANE("ghp_jane"),
    /** Owns beacon. */
    GRETA("ghp_greta"),
    GRETA_REPO("ghp_greta_repo"),
    GRETA_ADMIN_ORG("ghp_greta_admin_org"),
    GRETA_WITHOUT_SCOPES("ghp_greta_without_scopes"),
    GRETA_OAUTH("gho_greta"),
    GRETA_WRITES_BEACON("github_pat_greta_writes"),
    /** Writes campaigns, and sees the alerts of lamp alone. */
    GRETA_WRITES_LAMP("github_pat_greta_lamp"),
    /** Writes campaigns, and sees no alerts. */
    GRETA_SEES_NO_ALERTS("github_pat_greta_blind"),
    GRETA_READS_BEACON("github_pat_greta_reads"),
    GRETA_NOTHING_OF_BEACON("github_pat_greta_nothing"),
    GRETA_THROUGH_APP("ghu_greta"),
    BEACON_WRITES("ghs_beacon"),
    BEACON_WRITES_LAMP("ghs_beacon_lamp"),
    BEACON_SEES_NO_ALERTS("ghs_beacon_blind"),
    BEACON_READS("ghs_beacon_reads"),
    /** Manages the security of beacon. */
    GUS("ghp_gus"),
    /** A member of beacon. */
    LENA("ghp_lena"),
    LENA_WRITES_BEACON("github_pat_lena_writes"),
    /** Invited to beacon. */
    NORA("ghp_nora"),
    ANNA_THROUGH_PILOT("ghu_anna"),
    ANNA_THROUGH_PILOT_EXPIRED("ghu_anna_expired"),
    ANNA_THROUGH_PILOT_REVOKED("ghu_anna_revoked"),
    ANNA_THROUGH_PILOT_NARROWED("ghu_anna_narrow"),
    ANNA_THROUGH_RIVAL("ghu_anna_rival"),
    CLEO_THROUGH_PILOT("ghu_cleo"),
    /** Is no member of quay, and reaches one of its repositories. */
    CREW_THROUGH_PILOT("ghu_crew"),
    HANK_THROUGH_PILOT("ghu_hank"),
    BERT_THROUGH_PILOT("ghu_bert"),
    PILOT_IN_QUAY("ghs_quay"),
    /** Of a suspended installation. */
    PILOT_IN_CLEO("ghs_cleo"),
    /** Owns buoy and jetty, and may manage their webhooks. */
    WADE("ghp_wade"),
    WADE_ADMIN_ORG("ghp_wade_admin_org"),
    WADE_WRITE_REPO_HOOK("ghp_wade_write_repo_hook"),
    WADE_READ_REPO_HOOK("ghp_wade_read_repo_hook"),
    WADE_PUBLIC_REPO("ghp_wade_public_repo"),
    /** Wade through an OAuth app. */
    DASHBOARDS("gho_wade_dashboards"),
    /** Wade through another. */
    REPORTS("gho_wade_reports"),
    WADE_WRITES_HOOKS("github_pat_wade_writes"),
    WADE_READS_HOOKS("github_pat_wade_reads"),
    WADE_NOTHING_OF_BUOY("github_pat_wade_nothing"),
    /** Wade through a GitHub App, which may manage webhooks. */
    WADE_THROUGH_APP("ghu_wade"),
    /** That app by itself. */
    BUOY("ghs_buoy"),
    /** A member of buoy. */
    MONA("ghp_mona"),
    /** Owns atlas and the app polymath, which may do everything. */
    ADA("ghp_ada"),
    /** That app in atlas. */
    POLYMATH_IN_ATLAS("ghs_atlas");

    private final String token;

    FixtureIdentity(String token) {
        this.token = token;
    }

    /** The token in the fixture; null for nobody. */
    public String token() {
        return token;
    }
}
