package dev.hubtwin.internal.contract.scenario;

/** The parts of what a server has that scenarios on any server change, each apart from the others. */
public enum WorldPart {
    /** What an organization says of itself. */
    ORGANIZATION,
    /** Who belongs to the organization, in which role, who is invited, and who collaborates from outside. */
    PEOPLE,
    /** The webhooks of the organization. */
    HOOKS,
    /** The campaigns of the organization. */
    CAMPAIGNS,
    /** The installation of the app: whether it is suspended. */
    INSTALLATION
}
