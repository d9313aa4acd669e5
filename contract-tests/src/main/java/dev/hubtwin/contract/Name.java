package dev.hubtwin.contract;

import java.util.Arrays;
import java.util.Optional;

/** One thing that a target may have for scenarios that run anywhere, by its key in a config file. */
public enum Name {
  ORGANIZATION("organization", Kind.TEXT, "an organization that is there for tests"),
  OWNER("users.owner", Kind.TEXT, "the login of an owner of the organization"),
  MEMBER("users.member", Kind.TEXT, "the login of a member of the organization who does not own it"),
  OUTSIDER("users.outsider", Kind.TEXT, "the login of a user who has nothing to do with the organization"),
  INVITEE("users.invitee", Kind.TEXT, "the login of a user outside the organization who may be invited to it"),
  PENDING("users.pending", Kind.TEXT, "the login of a user whose invitation to the organization is open"),
  COLLABORATOR("users.collaborator", Kind.TEXT, "the login of an outside collaborator of the organization"),
  REPOSITORY("repository", Kind.TEXT, "the name of a repository of the organization"),
  TEAM("team", Kind.TEXT, "the slug of a team of the organization"),
  HOOK_URL("hook_url", Kind.TEXT, "the address that webhooks may be made for"),
  OWNER_TOKEN("tokens.owner", Kind.SECRET, "a token of an owner"),
  MEMBER_TOKEN("tokens.member", Kind.SECRET, "a token of a member"),
  OUTSIDER_TOKEN("tokens.outsider", Kind.SECRET, "a token of an outsider"),
  PENDING_TOKEN("tokens.pending", Kind.SECRET, "a token of somebody whose invitation is open"),
  COLLABORATOR_TOKEN("tokens.collaborator", Kind.SECRET, "a token of an outside collaborator"),
  SCOPELESS_TOKEN("tokens.without_scopes", Kind.SECRET, "a classic token of an owner without any scope"),
  APP_ID("app.id", Kind.NUMBER, "the id of a GitHub App"),
  APP_KEY("app.private_key", Kind.KEY, "the private key of the GitHub App"),
  APP_CLIENT_ID("app.client_id", Kind.TEXT, "the client id of the GitHub App"),
  APP_CLIENT_SECRET("app.client_secret", Kind.SECRET, "the client secret of the GitHub App"),
  APP_USER_TOKEN("app.user_token", Kind.SECRET, "a user's token made by the GitHub App"),
  INSTALLATION("app.installation", Kind.NUMBER, "the id of an installation of the GitHub App"),
  ALERTS_REPOSITORY("alerts.repository_id", Kind.NUMBER, "the id of a repository of the organization with code scanning alerts"),
  ALERT_NUMBERS("alerts.numbers", Kind.NUMBERS, "the numbers of code scanning alerts of that repository"),
  MAY_WRITE("may.write", Kind.LEAVE, "leave to change things and to put them back"),
  MAY_REMOVE_MEMBER("may.remove_member", Kind.LEAVE, "leave to remove the member, who then accepts a new invitation"),
  MAY_CONVERT_MEMBER("may.convert_member", Kind.LEAVE, "leave to make the member an outside collaborator, and a member again"),
  MAY_SUSPEND("may.suspend_installation", Kind.LEAVE, "leave to suspend the installation for a moment");

  /** What a value is. */
  enum Kind { TEXT, SECRET, NUMBER, NUMBERS, KEY, LEAVE }

  private final String key;
  private final Kind kind;
  private final String meaning;

  Name(String key, Kind kind, String meaning) {
    this.key = key;
    this.kind = kind;
    this.meaning = meaning;
  }

  /** The name with a key. */
  static Optional<Name> of(String key) {
    return Arrays.stream(values()).filter(name -> name.key.equals(key)).findFirst();
  }

  /** Where it stands in a config file, with dots between the levels. */
  public String key() {
    return key;
  }

  /** What it is, in words that follow "needs". */
  public String meaning() {
    return meaning;
  }

  Kind kind() {
    return kind;
  }

  /** Whether its value may be shown to nobody. */
  public boolean isSecret() {
    return kind == Kind.SECRET || kind == Kind.KEY;
  }
}
