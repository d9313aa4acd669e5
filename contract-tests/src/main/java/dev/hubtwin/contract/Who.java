package dev.hubtwin.contract;

/** Whose credential a request bears, and its text in {@code fixture.yaml}. */
public enum Who {
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
  /** Owns buoy and jetty, and may manage their webhooks. */
  WADE("ghp_wade"),
  WADE_ADMIN_ORG("ghp_wade_admin_org"),
  /** Wade through an OAuth app. */
  DASHBOARDS("gho_wade_dashboards"),
  /** Wade through another. */
  REPORTS("gho_wade_reports"),
  WADE_WRITES_HOOKS("github_pat_wade_writes"),
  WADE_READS_HOOKS("github_pat_wade_reads"),
  /** Wade through a GitHub App, which may manage webhooks. */
  WADE_THROUGH_APP("ghu_wade"),
  /** That app by itself. */
  BUOY("ghs_buoy"),
  /** A member of buoy. */
  MONA("ghp_mona");

  private final String token;

  Who(String token) {
    this.token = token;
  }

  /** The token in the fixture; null for nobody. */
  public String token() {
    return token;
  }
}
