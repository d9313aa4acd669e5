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
  INSTALLATION_EXPIRED("ghs_acme_expired");

  private final String token;

  Who(String token) {
    this.token = token;
  }

  /** The token in the fixture; null for nobody. */
  public String token() {
    return token;
  }
}
