package dev.hubtwin.internal.rest;

/** As which of GitHub's servers an answer speaks. */
public enum Dialect {
    /** api.github.com, in any of its versions; served at {@code /}. */
    GITHUB_COM("https://docs.github.com/rest"),
    /** GitHub Enterprise Server 2.22; served at {@code /api/v3}. */
    ENTERPRISE("https://docs.github.com/enterprise-server@2.22/rest");

    /** The version of the enterprise server. */
    public static final String ENTERPRISE_VERSION = "2.22.0";

    private static final String SECONDARY = "#about-secondary-rate-limits";

    private final String documentation;

    Dialect(String documentation) {
        this.documentation = documentation;
    }

    /** Where the whole API is explained. */
    public String documentation() {
        return documentation;
    }

    /** Where rate limits are explained. */
    public String rateLimits() {
        return documentation
                + (this == GITHUB_COM
                        ? "/using-the-rest-api/rate-limits-for-the-rest-api"
                        : "/overview/resources-in-the-rest-api#rate-limiting");
    }

    /** Where secondary rate limits are explained. */
    public String secondaryRateLimits() {
        return rateLimits().replace("#rate-limiting", "") + SECONDARY;
    }

    /**
     * Where an operation is explained. The enterprise pages of that time have one page a category, under
     * {@code reference}.
     *
     * @param githubCom where github.com explains it
     */
    public String documentation(String githubCom) {
        if (this == GITHUB_COM) {
            return githubCom;
        }
        String path = githubCom.substring(GITHUB_COM.documentation.length() + 1);
        int anchor = path.indexOf('#');
        String page = anchor < 0 ? path : path.substring(0, anchor);
        String category = page.contains("/") ? page.substring(0, page.indexOf('/')) : page;
        return documentation + "/reference/" + category + (anchor < 0 ? "" : path.substring(anchor));
    }
}
